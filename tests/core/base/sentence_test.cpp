// What say() keeps, and that its English is what fmt::format makes.
#include "core/base/sentence.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <QtTest>

#include "core/base/error.h"
#include "core/base/say.h"

using namespace lift;

class SentenceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void its_english_is_what_fmt_makes_of_the_same_words() {
    const std::vector<int> shape{2, 3};
    const std::string name = "a{b}";
    QCOMPARE(say("nothing to fill").text(), std::string("nothing to fill"));
    QCOMPARE(say("{{{}}} and {{}}", 7).text(), fmt::format("{{{}}} and {{}}", 7));
    QCOMPARE(say("{:.2f} of {:>4}, {:L}, {:#x}", 1.005, 7, 1234567, 255).text(),
             fmt::format("{:.2f} of {:>4}, {:L}, {:#x}", 1.005, 7, 1234567, 255));
    QCOMPARE(say("[{}] {} {}", fmt::join(shape, ", "), name, std::string_view("view")).text(),
             std::string("[2, 3] a{b} view"));
    QCOMPARE(say("{1}, {0:03}", 5, 'c').text(), std::string("c, 005"));
  }

  void values_are_kept_one_by_one_as_their_gap_formats_them() {
    const Sentence sentence = say("{:.1f} % of {}", 12.34, "it");
    QCOMPARE(sentence.pattern(), std::string_view("{:.1f} % of {}"));
    QCOMPARE(sentence.values().size(), std::size_t{2});
    QCOMPARE(sentence.values()[0], Sentence::verbatim("12.3"));
    QCOMPARE(sentence.values()[1], Sentence::verbatim("it"));
  }

  void a_sentence_in_a_gap_stays_one() {
    const Sentence found = say("a list of {}", 3);
    const Sentence whole = say("expected {}, found {}", say("a number"), found);
    QCOMPARE(whole.text(), std::string("expected a number, found a list of 3"));
    QCOMPARE(whole.values()[1], found);
    QCOMPARE(whole.values()[1].pattern(), std::string_view("a list of {}"));
  }

  void what_is_verbatim_has_no_pattern_and_braces_of_its_own() {
    const Sentence name = Sentence::verbatim("{}.json");
    QVERIFY(name.pattern().empty());
    QCOMPARE(name.text(), std::string("{}.json"));
    QCOMPARE(say("{}, line {}", name, 3).text(), std::string("{}.json, line 3"));
    QVERIFY(Sentence().empty() && Sentence::verbatim("").empty() && !name.empty());
  }

  void a_list_is_its_parts_with_separators() {
    QCOMPARE(joined({say("one"), say("two"), say("{}", 3)}, "; ").text(), std::string("one; two; 3"));
    QVERIFY(joined({}).empty());
  }

  void a_translation_may_move_the_values() {
    const std::vector<std::string> values{"3", "4"};
    QCOMPARE(fill("{1} davon {0}", values).value(), std::string("4 davon 3"));
    QCOMPARE(fill("{:.2f}/{:d}", values).value(), std::string("3/4"));
    QCOMPARE(fill("{{{}}}", values).value(), std::string("{3}"));
    QVERIFY(gaps_of("{1} of {0}") == gaps_of("{} of {:>3}"));
    QVERIFY(gaps_of("{} {{}}") == gaps_of("{}"));
  }

  void a_pattern_that_does_not_close_or_lacks_a_value_is_not_filled() {
    const std::vector<std::string> values{"3"};
    for (const char* pattern : {"{", "}", "{0", "{0} {}", "{x}", "a } b"}) {
      QVERIFY2(!fill(pattern, values), pattern);
      QVERIFY2(!gaps_of(pattern), pattern);
    }
    QVERIFY(!fill("{} {}", values));
    QVERIFY(!fill("{1}", values));
  }

  void a_text_longer_than_allowed_is_not_filled() {
    QCOMPARE(fill("a{0}{0}", {"bc"}, 5).value(), std::string("abcbc"));
    QVERIFY(!fill("a{0}{0}", {"bc"}, 4));
    QVERIFY(!fill("abc", {}, 2));
  }

  void a_pattern_that_was_read_lives_as_long_as_its_sentences() {
    Sentence copy;
    {
      const Sentence read = Sentence::keeping(std::string("line ") + "{}", {Sentence::verbatim("3")});
      copy = read;
    }
    QCOMPARE(copy.text(), std::string("line 3"));
    QCOMPARE(copy, say("line {}", 3));
  }

  void an_error_is_told_in_the_parts_that_it_has() {
    const auto told = [](Sentence subject, Sentence message, Sentence context) {
      return Error{ErrorCode::Io, subject, message, context}.sentence();
    };
    QCOMPARE(told(say("a file"), say("is gone"), say("Look elsewhere")),
             std::string("a file: is gone. Look elsewhere."));
    QCOMPARE(told(say("a file"), say("is gone!"), say("Why?")), std::string("a file: is gone! Why?"));
    QCOMPARE(told({}, say("is gone"), {}), std::string("is gone."));
    QCOMPARE(told(say("a file"), {}, say("Look elsewhere")), std::string("a file. Look elsewhere."));
    QCOMPARE(told({}, {}, say("Look elsewhere")), std::string("Look elsewhere."));
    QCOMPARE(told({}, {}, {}), std::string("input/output."));
  }
};

QTEST_GUILESS_MAIN(SentenceTest)
#include "sentence_test.moc"
