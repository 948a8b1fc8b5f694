#include "core/evaluate/answer_scoring.h"

#include <QtTest>

using namespace lift;

namespace {

AnswerRule guess(std::vector<std::string> expected) { return guess_answer_rule(expected); }
bool right(AnswerRule rule, const char* expected, const char* answer) {
  return score_answer(rule, expected, answer).right;
}

}   // namespace

class AnswerScoringTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void json_is_equal_by_value() {
    const auto same = [](const char* a, const char* b) { return right(AnswerRule::Json, a, b); };
    QVERIFY(same(R"({"people": "5", "time": "7 pm"})", R"({"time":"7 pm","people":"5"})"));
    QVERIFY(same(R"({"a": 1})", "{\"a\": 1.0}\n"));
    QVERIFY(same(R"({"a": [1, {"b": null}]})", R"( {"a":[1,{"b":null}]} )"));
    QVERIFY(same(R"({"a": "é"})", "{\"a\": \"\\u00e9\"}"));
    QVERIFY(same("{}", "```json\n{}\n```"));
    QVERIFY(same("[1, 2]", "```[1,2]```"));
    QVERIFY(!same(R"({"a": "1"})", R"({"a": 1})"));
    QVERIFY(!same("[1, 2]", "[2, 1]"));
    QVERIFY(!same("{}", R"({"a": null})"));
    QVERIFY(!same(R"({"a": "5 people"})", R"({"a": "5 People"})"));
  }

  void text_around_json_or_a_cut_one_is_no_valid_json() {
    for (const char* answer : {"Sure! {\"a\": 1}", "{\"a\": 1} is it", "{\"a\": 1", "", "people: 5", "{'a': 1}"}) {
      const AnswerScore score = score_answer(AnswerRule::Json, R"({"a": 1})", answer);
      QVERIFY2(!score.valid_json && !score.right, answer);
    }
    const AnswerScore other = score_answer(AnswerRule::Json, R"({"a": 1})", R"({"b": 1})");
    QVERIFY(other.valid_json && !other.right);
  }

  void keys_are_counted_one_by_one() {
    const AnswerScore score = score_answer(AnswerRule::Json, R"({"people": "5", "time": "7 pm", "date": "today"})",
                                           R"({"people": "5", "time": "8 pm", "name": "Ann"})");
    QCOMPARE(score.keys, std::int64_t(4));   // people, time, date, name
    QCOMPARE(score.keys_right, std::int64_t(1));
  }

  void text_counts_character_by_character() {
    QVERIFY(right(AnswerRule::Text, "Paris", " Paris\n"));
    QVERIFY(!right(AnswerRule::Text, "Paris", "paris"));
    QVERIFY(!right(AnswerRule::Text, "Paris", "Paris."));
    QVERIFY(right(AnswerRule::Text, "", " "));
  }

  void numbers_and_letters_are_taken_from_what_is_written() {
    QVERIFY(right(AnswerRule::Number, "11/6", "The answer is 1.8333."));
    QVERIFY(right(AnswerRule::Number, "2e-05", "so \\boxed{2 \\times 10^{-5}}"));
    QVERIFY(right(AnswerRule::Number, "2 + 2 = 4\n#### 4", "The answer is 1 + 3 = 4."));
    QVERIFY(!right(AnswerRule::Number, "5", "I don't know"));
    QVERIFY(right(AnswerRule::Letter, "B", "The answer is (B) 12"));
    QVERIFY(right(AnswerRule::Letter, "(b)", "B"));
    QVERIFY(!right(AnswerRule::Letter, "B", "The answer is C"));
    QCOMPARE(score_answer(AnswerRule::Number, "5", "It is 6 of them").read, std::string("6"));
  }

  void the_rule_is_guessed_from_all_expected_answers_data() {
    QTest::addColumn<std::vector<std::string>>("expected");
    QTest::addColumn<std::string>("rule");
    const auto row = [](const char* name, std::vector<std::string> expected, const char* rule) {
      QTest::newRow(name) << std::move(expected) << std::string(rule);
    };
    row("objects", {"{}", R"({"a": 1})"}, "json");
    row("lists", {"[1]", "[]"}, "json");
    row("one is no JSON", {"{}", "none"}, "text");
    row("letters", {"A", "(C)", "b"}, "letter");
    row("a letter beyond J", {"A", "Z"}, "text");
    row("numbers", {"5", "-3.5", "$1,200", "11/6", "2e-05", "50%", "\xC2\xBD"}, "number");
    row("worked answers", {"2+2=4\n#### 4", "It is so.\n#### 1,200"}, "number");
    row("boxes", {"Hence \\boxed{4}", "$\\boxed{\\frac{1}{2}}$"}, "number");
    row("times of the day", {"18:30", "19:00"}, "text");
    row("dates", {"August 23rd", "10/12/2020"}, "text");
    row("quantities", {"5 people", "3 people"}, "text");
    row("words", {"Paris", "London"}, "text");
    row("bare JSON numbers are numbers", {"1", "2"}, "number");
    row("nothing", {}, "text");
  }
  void the_rule_is_guessed_from_all_expected_answers() {
    QFETCH(std::vector<std::string>, expected);
    QFETCH(std::string, rule);
    QCOMPARE(std::string(name_of(guess(expected))), rule);
  }

  void a_rule_has_a_name_and_an_expected_answer_must_suit_it() {
    for (const AnswerRule rule : {AnswerRule::Text, AnswerRule::Json, AnswerRule::Number, AnswerRule::Letter})
      QVERIFY(parse_answer_rule(name_of(rule)) == rule);
    QVERIFY(!parse_answer_rule("numbers"));
    QVERIFY(suits(AnswerRule::Text, ""));
    QVERIFY(!suits(AnswerRule::Json, "five"));
    QVERIFY(!suits(AnswerRule::Number, "many"));
    QVERIFY(!suits(AnswerRule::Letter, "12"));
  }
};

QTEST_GUILESS_MAIN(AnswerScoringTest)
#include "answer_scoring_test.moc"
