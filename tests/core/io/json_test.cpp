#include "core/io/json.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "tests/support/paths.h"

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

  // A note about a file whose name is no UTF-8 is worth more than none; a path with another letter is worth nothing.
  void text_that_is_not_utf8_is_refused_or_replaced_as_asked() {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "note.json";
    const nlohmann::json note{{"reason", "caf\xe9.jsonl is gone"}};
    QVERIFY(!write_json_file(file, note).ok());
    QVERIFY(!std::filesystem::exists(file));
    QVERIFY(write_json_file(file, note, BrokenText::Replace).ok());
    const auto read = read_json_file(file);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().sentence().c_str());
    QCOMPARE(read->at("reason").get<std::string>(), std::string("caf\xef\xbf\xbd.jsonl is gone"));
  }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
