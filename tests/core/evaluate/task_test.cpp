#include "core/evaluate/task.h"

#include <QtTest>

#include <fstream>

#include "core/evaluate/instruction_choices.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

namespace {

// The files' form; the words are ours.
const char* const kFourAnswers =
    "Please choose the correct answer to the question: Which of these melts: first?\n\nAnswer1: an ice cube Answer2: a "
    "rock Answer3: Answer sheets Answer4: iron\n\nAnswer format: answer1/answer2/answer3/answer4";
const char* const kTwoSolutions =
    "Please choose the correct solution to the question: keep soup warm\n\nSolution1: put a lid on it. \n\nSolution2: "
    "stir it\n\nAnswer format: solution1/solution2";
const char* const kTrueFalse =
    "Please answer the following question with true or false, question: is rain wet?\n\nAnswer format: true/false";

std::filesystem::path write(const TemporaryFolder& folder, const std::string& text) {
  const auto file = folder / "items.json";
  std::ofstream(file) << text;
  return file;
}

std::string row(const std::string& instruction, const std::string& answer) {
  std::string escaped;
  for (const char c : instruction) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
  return "{\"instruction\": \"" + escaped + "\", \"input\": \"\", \"output\": \"the correct answer is " + answer +
         "\", \"answer\": \"" + answer + "\"}";
}

}   // namespace

class TaskTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void an_instruction_with_answers_is_split() {
    const InstructionChoices choices = split_instruction(kFourAnswers).value();
    QCOMPARE(choices.question, std::string("Which of these melts: first?"));
    QCOMPARE(choices.labels, (std::vector<std::string>{"answer1", "answer2", "answer3", "answer4"}));
    QCOMPARE(choices.texts, (std::vector<std::string>{"an ice cube", "a rock", "Answer sheets", "iron"}));
  }
  void solutions_on_lines_of_their_own_are_split() {
    const InstructionChoices choices = split_instruction(kTwoSolutions).value();
    QCOMPARE(choices.question, std::string("keep soup warm"));
    QCOMPARE(choices.texts, (std::vector<std::string>{"put a lid on it.", "stir it"}));
  }
  void true_and_false_stand_for_themselves() {
    const InstructionChoices choices = split_instruction(kTrueFalse).value();
    QCOMPARE(choices.question, std::string("is rain wet?"));
    QCOMPARE(choices.texts, (std::vector<std::string>{"true", "false"}));
  }
  void text_of_another_form_is_not_split() {
    QVERIFY(!split_instruction("What is 3 + 4?"));
    QVERIFY(!split_instruction("Q\n\nAnswer1: a\n\nAnswer format: answer1/answer2"));
    QVERIFY(!split_instruction("Q\n\nAnswer format: yes"));
    QVERIFY(!split_instruction("Q\n\nAnswer format: yes//no"));
  }

  void instruction_items_become_questions_with_texts() {
    TemporaryFolder folder;
    const auto file = write(folder, "[\n" + row(kFourAnswers, "answer3") + ",\n" + row(kTrueFalse, "false") + "\n]");
    const auto items = read_choice_items(file).value();
    QCOMPARE(items.size(), std::size_t(2));
    QCOMPARE(items[0].prompt, std::string("Question: Which of these melts: first?\nAnswer:"));
    QCOMPARE(items[0].choices[1], std::string(" a rock"));
    QCOMPARE(items[0].answer, std::int64_t(2));
    QCOMPARE(items[1].answer, std::int64_t(1));
  }
  void or_keep_their_instruction_and_labels() {
    TemporaryFolder folder;
    const auto items =
        read_choice_items(write(folder, "[" + row(kTwoSolutions, "solution2") + "]"), ChoiceForm::Label).value();
    QCOMPARE(items[0].prompt, std::string(kTwoSolutions));
    QCOMPARE(items[0].choices[1], std::string("\nthe correct answer is solution2"));
    QCOMPARE(items[0].answer, std::int64_t(1));
  }
  void plain_items_take_an_index_or_a_choice_and_a_context() {
    TemporaryFolder folder;
    const auto items =
        read_choice_items(
            write(folder,
                  "{\"question\": \"How many?\", \"choices\": [\"one\", \"two\"], \"answer\": 1}\n"
                  "{\"context\": \"Once.\", \"question\": \"How many?\", \"choices\": [\"one\", \"two\"], \"answer\": "
                  "\"one\"}\n"))
            .value();
    QCOMPARE(items[0].prompt, std::string("Question: How many?\nAnswer:"));
    QCOMPARE(items[0].answer, std::int64_t(1));
    QCOMPARE(items[1].prompt, std::string("Once.\nQuestion: How many?\nAnswer:"));
    QCOMPARE(items[1].answer, std::int64_t(0));
  }
  void a_limit_takes_the_first_rows_and_does_not_look_further() {
    TemporaryFolder folder;
    const auto file = write(folder, "{\"question\": \"q\", \"choices\": [\"a\", \"b\"], \"answer\": 1}\nnonsense\n");
    QCOMPARE(read_choice_items(file, ChoiceForm::Text, 1).value().size(), std::size_t(1));
    QVERIFY(!read_choice_items(file).ok());
  }

  void a_bad_row_is_refused_with_file_and_line_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("found");
    const auto bad = [](const char* name, const std::string& text, const char* found) {
      QTest::newRow(name) << "{\"question\": \"q\", \"choices\": [\"a\", \"b\"], \"answer\": 0}\n" + text + "\n"
                          << std::string(found);
    };
    bad("not JSON", "{\"question\": ", "line 2");
    bad("a list", "[1]", "expected an object");
    bad("no answer", R"({"question": "q", "choices": ["a", "b"]})",
        "field \"answer\": expected the right choice, found nothing");
    bad("answer beyond", R"({"question": "q", "choices": ["a", "b"], "answer": 2})", "from 0 to 1, found 2");
    bad("answer negative", R"({"question": "q", "choices": ["a", "b"], "answer": -1})", "found -1");
    bad("answer unknown", R"({"question": "q", "choices": ["a", "b"], "answer": "c"})", "found");
    bad("one choice", R"({"question": "q", "choices": ["a"], "answer": 0})", "at least two texts");
    bad("a choice that is empty", R"({"question": "q", "choices": ["a", ""], "answer": 0})", "at least two texts");
    bad("choices a text", R"({"question": "q", "choices": "ab", "answer": 0})", "at least two texts");
    bad("no question", R"({"prompt": "q"})", "found neither");
    bad("an instruction without choices", R"({"instruction": "Add 3 and 4", "answer": "7"})", "Answer format");
  }
  void a_bad_row_is_refused_with_file_and_line() {
    QFETCH(std::string, text);
    QFETCH(std::string, found);
    TemporaryFolder folder;
    const auto file = write(folder, text);
    const auto items = read_choice_items(file);
    QVERIFY(items.error().code == ErrorCode::Malformed);
    const std::string sentence = items.error().sentence();
    QVERIFY2(sentence.starts_with(file.string() + ", line 2"), sentence.c_str());
    QVERIFY2(sentence.find(found) != std::string::npos, sentence.c_str());
  }

  void questions_are_read_with_what_is_expected_and_the_rule_is_guessed() {
    TemporaryFolder folder;
    const auto file =
        write(folder,
              "{\"question\": \"q1\", \"answer\": \"2+3=<<2+3=5>>5\\n#### 5\"}\n{\"instruction\": \"q2\", \"answer\": "
              "\"1,200\"}\n"
              "{\"instruction\": \"q3\", \"answer\": 7.0}\n");
    const WrittenTask task = read_written_task(file).value();
    QVERIFY(task.rule == AnswerRule::Number && task.rule_guessed);
    QCOMPARE(task.items[0].expected, std::string("2+3=<<2+3=5>>5\n#### 5"));
    QCOMPARE(task.items[1].question, std::string("q2"));
    QCOMPARE(task.items[2].expected, std::string("7.0"));
  }
  void aqua_s_letters_fractions_and_json_can_be_asked() {
    TemporaryFolder folder;
    const auto rule = [&](const char* row) { return read_written_task(write(folder, row)).value().rule; };
    QVERIFY(rule("{\"instruction\": \"Which? (A) 1 (B) 2\", \"answer\": \"B\"}\n") == AnswerRule::Letter);
    QVERIFY(rule("{\"question\": \"How much?\", \"answer\": \"11/6\"}\n") == AnswerRule::Number);
    QVERIFY(rule("{\"question\": \"How much?\", \"answer\": 2e-05}\n") == AnswerRule::Number);
    QVERIFY(rule("{\"question\": \"Slots?\", \"answer\": {\"people\": \"5\"}}\n") == AnswerRule::Json);
    QVERIFY(rule("{\"question\": \"Where?\", \"answer\": \"Paris\"}\n") == AnswerRule::Text);
  }
  void an_answer_that_the_named_rule_cannot_compare_is_refused_with_its_place() {
    TemporaryFolder folder;
    const auto file = write(folder,
                            "{\"question\": \"q\", \"answer\": \"5\"}\n{\"question\": \"q\", \"answer\": "
                            "\"many\"}\n");
    QVERIFY(read_written_task(file).value().rule == AnswerRule::Text);
    const std::string sentence = read_written_task(file, AnswerRule::Number).error().sentence();
    QVERIFY2(sentence.find("question 2") != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find("as numbers, within 0.001, found \"many\"") != std::string::npos, sentence.c_str());
    const auto without = write(folder, "{\"question\": \"q\"}\n");
    QVERIFY(read_written_task(without).error().sentence().find("found nothing") != std::string::npos);
  }
  void a_task_file_names_data_rule_and_prompt() {
    TemporaryFolder folder;
    const auto rows = write(folder,
                            "{\"question\": \"a\", \"answer\": \"5\"}\n{\"question\": \"b\", \"answer\": "
                            "\"6\"}\n");
    const auto task_file = [&](const std::string& text) {
      const auto file = folder.path() / "task.json";
      std::ofstream(file) << text;
      return file;
    };
    const std::string data = "{\"data\": \"" + rows.filename().string() + "\"";
    const WrittenTask task = read_written_task(task_file(data + R"(, "rule": "text", "prompt": "Say: )"
                                                                R"({question}!", "items": 1, "tokens": 9})"))
                                 .value();
    QCOMPARE(task.items.size(), std::size_t(1));
    QCOMPARE(task.items[0].question, std::string("Say: a!"));
    QVERIFY(task.rule == AnswerRule::Text && !task.rule_guessed);
    QCOMPARE(task.longest_answer, std::int64_t(9));
    QVERIFY(read_written_task(task_file(data + R"(, "rule": "text"})"), AnswerRule::Number).value().rule ==
            AnswerRule::Number);
    for (const char* wrong : {R"(, "scoring": "text"})", R"(, "rule": "exact"})", R"(, "prompt": "no gap"})",
                              R"(, "items": -1})", R"(, "items": "many"})"})
      QVERIFY2(!read_written_task(task_file(data + wrong)).ok(), wrong);
    QVERIFY(!read_written_task(task_file(R"({"data": "elsewhere.jsonl"})")).ok());
  }

  void the_demo_probe_can_be_read() {
    const auto items = read_choice_items(source_dir() / "resources/demo/arc-easy-probe.json").value();
    QVERIFY(items.size() >= 100);
    for (const ChoiceItem& item : items) QVERIFY(item.choices.size() >= 2);
  }
  void the_demo_s_held_out_rows_say_how_they_are_compared() {
    const auto folder = source_dir() / "resources/demo";
    const WrittenTask bookings = read_written_task(folder / "bookings-heldout.jsonl").value();
    QVERIFY(bookings.rule == AnswerRule::Json && bookings.items.size() >= 60);
    const WrittenTask problems = read_written_task(folder / "gsm8k-heldout.jsonl").value();
    QVERIFY(problems.rule == AnswerRule::Number && problems.items.size() >= 50);
  }
};

QTEST_GUILESS_MAIN(TaskTest)
#include "task_test.moc"
