// What a value is called that was expected to be another.
#include "core/io/json.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace lift;

class JsonTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_kind_is_words_that_translate() {
    for (const char* value : {"{}", "[1]", "\"a\"", "1", "-1.5", "true"}) {
      const Sentence kind = json_kind(nlohmann::json::parse(value));
      QVERIFY2(!kind.pattern().empty(), kind.text().c_str());
    }
    QCOMPARE(json_kind(nlohmann::json::parse("[1]")).text(), std::string("a list"));
    QCOMPARE(json_kind(nlohmann::json()).text(), std::string("null"));
  }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
