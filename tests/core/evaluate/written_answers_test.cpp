#include "core/evaluate/written_answers.h"

#include <QtTest>

#include "core/base/say.h"
#include "core/generate/text_generator.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;

class WrittenAnswersTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  CausalLm model_ = tiny_model(tiny_config(), DType::F32, 3);
  std::unique_ptr<Tokenizer> tokenizer_;

  AskedQuestions questions(AnswerRule rule = AnswerRule::Text) const {
    WrittenTask task{.items = {}, .rule = rule};
    for (const char* question : {"one", "two", "three 3", "four", "five and"}) task.items.push_back({question, "0"});
    AskedQuestions asked = ask_task(task, *tokenizer_).value();
    asked.longest_answer = 24;
    return asked;
  }
  AnswerScores scores(const AskedQuestions& questions, std::vector<std::int64_t> asked = {},
                      SamplingConfig sampling = {.max_new_tokens = 0}) const {
    return score_answers(model_, *tokenizer_, questions, asked, {.sampling = sampling, .batch_size = 2}).value();
  }
  // A row of "Q" and "A" in the plain form, its answer trained, with or without its end token.
  void append(SftDataset& data, std::int64_t row, const std::string& prompt, const std::string& answer,
              bool end) const {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> trained;
    for (const Token& token : tokenizer_->encode(prompt)) ids.push_back(token.id), trained.push_back(0);
    for (const Token& token : tokenizer_->encode(answer)) ids.push_back(token.id), trained.push_back(1);
    if (end) ids.push_back(tokenizer_->special_tokens().end_of_generation.front()), trained.push_back(1);
    data.append(row, ids, trained);
  }

 private Q_SLOTS:
  void initTestCase() {
    write_tiny_tokenizer(folder_.path());
    tokenizer_ = load_tokenizer(folder_.path()).value();
  }

  // A random model writes random bytes: whatever it writes is made the expected answer, or not.
  void an_answer_is_right_when_it_is_the_expected_one() {
    AskedQuestions asked = questions();
    const AnswerScores first = scores(asked);
    QCOMPARE(first.answers.size(), std::size_t(5));
    for (std::size_t i = 0; i < 3; ++i) asked.expected[i] = first.answers[i].text;
    const AnswerScores second = scores(asked);
    QVERIFY(second.right() >= 3);
    for (std::size_t i = 0; i < 3; ++i) QVERIFY(second.answers[i].right);
    QVERIFY(second.tokens > 0);
  }

  void answers_are_those_of_the_generator_and_cut_ones_are_told() {
    const AskedQuestions asked = questions();
    const AnswerScores together = scores(asked);
    for (std::size_t i = 0; i < asked.prompts.size(); ++i) {
      const GenerationOptions alone{.sampling = {.max_new_tokens = 24}, .batch_size = 1, .on_text = {}};
      const GeneratedAnswer answer = TextGenerator(model_, *tokenizer_).generate(asked.prompts[i], alone).value();
      QCOMPARE(together.answers[i].text, answer.text);
      QCOMPARE(together.answers[i].cut, answer.reason == FinishReason::Length);
    }
  }

  void some_of_the_questions_give_the_answers_they_give_among_all() {
    const AskedQuestions asked = questions();
    const AnswerScores all = scores(asked), some = scores(asked, {1, 4});
    QCOMPARE(some.asked, (std::vector<std::int64_t>{1, 4}));
    QCOMPARE(some.answers[0].text, all.answers[1].text);
    QCOMPARE(some.answers[1].text, all.answers[4].text);
  }

  void a_question_is_put_as_the_rendering_says() {
    const WrittenTask task{.items = {{"one", "1"}}, .rule = AnswerRule::Number};
    AskOptions options;
    options.render = [](const std::string& question) -> Result<std::string> { return "Q: " + question; };
    std::vector<TokenId> expected;
    for (const Token& token : tokenizer_->encode("Q: one")) expected.push_back(token.id);
    QCOMPARE(ask_task(task, *tokenizer_, options).value().prompts[0], expected);
    options.render = [](const std::string&) -> Result<std::string> {
      return make_error(ErrorCode::Unsupported, say("template"), say("no"));
    };
    QVERIFY(!ask_task(task, *tokenizer_, options).ok());
  }

  void a_cancelled_answering_is_an_error() {
    TaskContext stopped;
    std::stop_source source;
    source.request_stop();
    stopped.stop = source.get_token();
    const auto result =
        score_answers(model_, *tokenizer_, questions(), {}, {.sampling = {.max_new_tokens = 0}}, stopped);
    QVERIFY(!result.ok() && result.error().code == ErrorCode::Cancelled);
  }

  void held_out_rows_are_asked_with_what_stands_before_their_last_answer() {
    SftDataset data;
    append(data, 7, "Q: a\nA: ", "{\"x\": 1}", true);
    append(data, 9, "Q: bb\nA: ", "{}", true);
    const AskedQuestions asked = ask_held_out(data, *tokenizer_, {}, 0).value();
    QCOMPARE(asked.expected, (std::vector<std::string>{"{\"x\": 1}", "{}"}));
    QCOMPARE(tokenizer_->decode(asked.prompts[0]), std::string("Q: a\nA: "));
    QCOMPARE(asked.rows, (std::vector<std::int64_t>{7, 9}));
    QVERIFY(asked.rule == AnswerRule::Json && asked.rule_guessed);
    QVERIFY(asked.longest_answer > std::ssize(tokenizer_->encode("{\"x\": 1}")));
    QVERIFY(!ask_held_out(data, *tokenizer_, AnswerRule::Json, 0).value().rule_guessed);
  }

  void a_row_whose_answer_is_cut_off_is_counted_and_not_asked() {
    SftDataset data;
    append(data, 0, "Q: ", "whole", true);
    append(data, 1, "Q: ", "cut", false);
    append(data, 2, "Q: only", "", false);
    const AskedQuestions asked = ask_held_out(data, *tokenizer_, {}, 0).value();
    QCOMPARE(asked.size(), std::int64_t(1));
    QCOMPARE(asked.cut_rows, std::int64_t(2));
  }

  void a_rule_that_an_expected_answer_does_not_suit_names_the_row() {
    SftDataset data;
    append(data, 4, "Q: ", "many", true);
    const auto refused = ask_held_out(data, *tokenizer_, AnswerRule::Number, 0);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().sentence().find("row 5") != std::string::npos);
  }

  void rows_are_taken_evenly_from_all_of_the_set() {
    QCOMPARE(evenly_spread(10, 4), (std::vector<std::int64_t>{0, 2, 5, 7}));
    QCOMPARE(evenly_spread(3, 8), (std::vector<std::int64_t>{0, 1, 2}));
    QCOMPARE(evenly_spread(0, 8), std::vector<std::int64_t>{});
  }
};

QTEST_GUILESS_MAIN(WrittenAnswersTest)
#include "written_answers_test.moc"
