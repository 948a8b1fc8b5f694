#include "core/evaluate/generation_scoring.h"

#include <QtTest>

#include "core/evaluate/answer_extraction.h"
#include "core/generate/text_generator.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;

class GenerationScoringTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  CausalLm model_ = tiny_model(tiny_config(), DType::F32, 3);
  std::unique_ptr<Tokenizer> tokenizer_;
  GenerationScoringOptions options_{.sampling = {.max_new_tokens = 24}, .batch_size = 2};

  std::vector<NumberItem> items() const {
    std::vector<NumberItem> items;
    for (const char* question : {"one", "two", "three 3", "four", "five and"}) items.push_back({question, "0"});
    return items;
  }

 private Q_SLOTS:
  void initTestCase() {
    write_tiny_tokenizer(folder_.path());
    tokenizer_ = load_tokenizer(folder_.path()).value();
  }

  // A random model writes random bytes: whatever number is in them is made the expected answer, or not.
  void an_answer_is_right_when_its_number_is_the_expected_one() {
    std::vector<NumberItem> questions = items();
    GenerationScoringOptions hot = options_;
    hot.sampling.temperature = 50;   // every byte about as likely as any other
    hot.sampling.max_new_tokens = 200;
    const GenerationScores first = score_generation(model_, *tokenizer_, questions, hot).value();
    QCOMPARE(first.answers.size(), questions.size());
    std::int64_t with_number = 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      QVERIFY(first.answers[i].number == extract_number(first.answers[i].text));
      if (!first.answers[i].number) continue;
      questions[i].answer = *first.answers[i].number;
      ++with_number;
    }
    const GenerationScores second = score_generation(model_, *tokenizer_, questions, hot).value();
    QVERIFY(with_number > 0);
    QCOMPARE(second.right(), with_number);
    QCOMPARE(second.accuracy(), static_cast<double>(with_number) / 5);
    QVERIFY(second.tokens > 0);
  }

  void answers_are_those_of_the_generator_and_cut_ones_are_told() {
    const GenerationScores scores = score_generation(model_, *tokenizer_, items(), options_).value();
    for (std::size_t i = 0; i < items().size(); ++i) {
      std::vector<TokenId> prompt;
      for (const Token& token : tokenizer_->encode(items()[i].question)) prompt.push_back(token.id);
      const GenerationOptions alone{.sampling = options_.sampling, .batch_size = 1, .on_text = {}};
      const GeneratedAnswer answer = TextGenerator(model_, *tokenizer_).generate(prompt, alone).value();
      QCOMPARE(scores.answers[i].text, answer.text);
      QCOMPARE(scores.answers[i].cut, answer.reason == FinishReason::Length);
    }
  }

  void a_question_is_put_as_the_rendering_says() {
    GenerationScoringOptions options = options_;
    std::vector<std::string> asked;
    options.render = [&](const std::string& question) -> Result<std::string> {
      asked.push_back(question);
      return "Q: " + question;
    };
    const GenerationScores rendered = score_generation(model_, *tokenizer_, items(), options).value();
    QCOMPARE(asked.size(), items().size());
    std::vector<NumberItem> written = items();
    for (NumberItem& item : written) item.question = "Q: " + item.question;
    const GenerationScores plain = score_generation(model_, *tokenizer_, written, options_).value();
    for (std::size_t i = 0; i < written.size(); ++i) QCOMPARE(rendered.answers[i].text, plain.answers[i].text);
  }

  void an_error_of_the_rendering_reaches_the_caller() {
    GenerationScoringOptions options = options_;
    options.render = [](const std::string&) -> Result<std::string> {
      return make_error(ErrorCode::Unsupported, std::string("template"), Sentence::verbatim("no"));
    };
    QVERIFY(score_generation(model_, *tokenizer_, items(), options).error().code == ErrorCode::Unsupported);
  }

  void cancelling_gives_no_half_score() {
    std::stop_source stop;
    stop.request_stop();
    const auto scores = score_generation(model_, *tokenizer_, items(), options_, {.stop = stop.get_token()});
    QVERIFY(scores.error().code == ErrorCode::Cancelled);
  }

  void without_questions_the_accuracy_is_zero() { QCOMPARE(GenerationScores{}.accuracy(), 0.0); }
};

QTEST_GUILESS_MAIN(GenerationScoringTest)
#include "generation_scoring_test.moc"
