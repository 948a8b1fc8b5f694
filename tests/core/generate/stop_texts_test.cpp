#include "core/generate/stop_texts.h"

#include <QtTest>

using namespace lift;

class StopTextsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_stop_text_across_pieces_is_found_and_left_out() {
    StopTexts stops({"\nQuestion:"});
    QCOMPARE(stops.push("42\nQues"), std::string("42"));
    QVERIFY(!stops.found());
    QCOMPARE(stops.push("tion: next"), std::string());
    QVERIFY(stops.found());
    QCOMPARE(stops.push("more"), std::string());
    QCOMPARE(stops.finish(), std::string());
  }
  void what_only_looked_like_one_is_given_later() {
    StopTexts stops({"aab"});
    QCOMPARE(stops.push("xaa"), std::string("x"));
    QCOMPARE(stops.push("aab!"), std::string("aa"));   // the earliest match counts
    QVERIFY(stops.found());
    StopTexts other({"###"});
    QCOMPARE(other.push("a##"), std::string("a"));
    QCOMPARE(other.finish(), std::string("##"));
  }
  void of_several_the_first_in_the_text_ends_it() {
    StopTexts stops({"world", "lo"});
    QCOMPARE(stops.push("hello world"), std::string("hel"));
    QVERIFY(stops.found());
  }
  void without_stop_texts_everything_passes_at_once() {
    StopTexts stops({});
    QCOMPARE(stops.push("abc"), std::string("abc"));
    QCOMPARE(stops.finish(), std::string());
  }
};

QTEST_GUILESS_MAIN(StopTextsTest)
#include "stop_texts_test.moc"
