// A sentence's way into a file and back; what a hostile file may put in its place.
#include "core/io/sentence_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "core/base/say.h"

using namespace lift;
using nlohmann::json;

namespace {

// JSON with ' for its quotes.
json parsed(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return json::parse(text);
}

Sentence read(const std::string& parts, const std::string& text) {
  const json value = parsed(parts);
  return sentence_of_parts(&value, text);
}

Sentence nested(int levels) {
  Sentence sentence = say("a");
  for (int i = 1; i < levels; ++i) sentence = say("{}", sentence);
  return sentence;
}

// ["{0}{0}...", ["{0}{0}...", ...]]: 1000 to the fifth power of whatever stands at the bottom.
std::string bomb(const std::string& bottom) {
  std::string gaps, parts = "'" + bottom + "'";
  for (int i = 0; i < 1000; ++i) gaps += "{0}";
  for (int level = 0; level < 5; ++level) parts = "['" + gaps + "'," + parts + "]";
  return parts;
}

}   // namespace

class SentenceJsonTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_sentence_reads_back_with_its_values_and_theirs() {
    for (const Sentence& sentence :
         {say("nothing to fill"), say("{:.2f} of {:>4} in {{}}", 1.005, 7), say("{1}, {0:03}", 5, 'c'),
          say("expected {}, found {}", say("a list of {}", 4), Sentence::verbatim("a{b} \"c\"\n\xe2\x82\xac")),
          joined({say("one"), say("two"), Sentence::verbatim("three")}), nested(6)}) {
      const auto parts = parts_of(sentence);
      QVERIFY2(parts, sentence.text().c_str());
      const json again = json::parse(parts->dump());
      QCOMPARE(sentence_of_parts(&again, sentence.text()), sentence);
    }
  }

  void its_form_is_a_pattern_and_its_values() {
    QCOMPARE(parts_of(say("expected {}, found {}", say("a list of {}", 4), 3)).value(),
             parsed("['expected {}, found {}', ['a list of {}', '4'], '3']"));
  }

  void what_has_no_translation_or_is_too_large_has_no_parts() {
    for (const Sentence& sentence : {Sentence(), Sentence::verbatim("a.gguf"), nested(7),
                                     say("{}", std::string(70000, 'x')), joined(std::vector<Sentence>(600, say("x")))})
      QVERIFY2(!parts_of(sentence), sentence.text().substr(0, 80).c_str());
  }

  void without_parts_the_text_stands_as_it_is() {
    QCOMPARE(sentence_of_parts(nullptr, "disk full"), Sentence::verbatim("disk full"));
    QCOMPARE(sentence_of_parts(nullptr, ""), Sentence());
  }

  void parts_that_are_none_or_say_something_else_are_passed_over() {
    for (const char* parts :
         {"null", "7", "{}", "[]", "[7]", "['disk {}']", "['disk {}', 7]", "['disk {}', 'empty']",
          "['disk {}', ['{1}', 'full']]", "['{', 'full']", "['disk {99999999999999999999}', 'full']", "[['disk full']]",
          "['disk {}', {'full': 1}]", "'disk fu'"})
      QVERIFY2(read(parts, "disk full") == Sentence::verbatim("disk full"), parts);
    QCOMPARE(read("['disk {}', 'full']", "disk full"), say("disk {}", "full"));
  }

  void parts_beyond_their_bounds_are_passed_over_soon() {
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(read(bomb("x"), "x"), Sentence::verbatim("x"));
    QCOMPARE(read(bomb(""), "x"), Sentence::verbatim("x"));
    const std::string longest(60000, 'x'), longer(70000, 'x');
    QCOMPARE(read(bomb("x"), longest), Sentence::verbatim(longest));
    QCOMPARE(read("['{}', '" + longer + "']", longer), Sentence::verbatim(longer));
    QCOMPARE(read("['" + longest + "']", longest), Sentence::verbatim(longest));
    std::string deep = "'x'", wide = "[''";
    for (int i = 0; i < 7; ++i) deep = "['{}', " + deep + "]";
    for (int i = 0; i < 100000; ++i) wide += ",''";
    QCOMPARE(read(deep, "x"), Sentence::verbatim("x"));
    QCOMPARE(read(wide + "]", ""), Sentence());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
  }
};

QTEST_GUILESS_MAIN(SentenceJsonTest)
#include "sentence_json_test.moc"
