#include "core/io/safetensors_folder.h"

#include <fmt/format.h>

#include <QtTest>

#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

// One F32 tensor of two entries for every name, all with the byte `value`.
std::string shard(const std::vector<std::string>& names, char value = '\1') {
  std::string header = "{";
  for (std::size_t i = 0; i < names.size(); ++i)
    header += fmt::format(R"({}"{}":{{"dtype":"F32","shape":[2],"data_offsets":[{},{}]}})", i ? "," : "", names[i],
                          8 * i, 8 * i + 8);
  return raw_safetensors(header + "}", std::string(8 * names.size(), value));
}

bool told(const std::vector<Sentence>& sentences, const char* word) {
  for (const Sentence& sentence : sentences)
    if (sentence.text().find(word) != std::string::npos) return true;
  return false;
}

std::string refusal(const Result<SafetensorsFolder>& opened) { return opened.ok() ? "" : opened.error().sentence(); }

const char* kFirst = "model-00001-of-00002.safetensors";
const char* kSecond = "model-00002-of-00002.safetensors";
const char* kIndex = "model.safetensors.index.json";

}   // namespace

class SafetensorsFolderTest : public QObject {
  Q_OBJECT

  std::optional<TemporaryFolder> folder_;

  void write(const char* name, const std::string& bytes) { write_text(*folder_ / name, bytes); }
  Result<SafetensorsFolder> open() { return SafetensorsFolder::open(folder_->path()); }

 private Q_SLOTS:
  void init() { folder_.emplace(); }

  void a_metadata_of_null_is_none() {
    write("model.safetensors",
          raw_safetensors(R"({"__metadata__":null,"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "abcd"));
    QVERIFY2(open().ok(), refusal(open()).c_str());
    write("model.safetensors",
          raw_safetensors(R"({"__metadata__":{"n":3},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "abcd"));
    QVERIFY(refusal(open()).find("__metadata__") != std::string::npos);   // as the format's own reader
  }

  void a_tensor_of_a_type_we_lack_hurts_nobody_until_it_is_asked_for_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bytes");
    for (const auto& [type, bytes] : {std::pair("F8_E4M3", 4), std::pair("F8_E5M2", 4), std::pair("F4", 2),
                                      std::pair("C64", 32), std::pair("F6_E2M3", 3), std::pair("MADE_UP", 5)})
      QTest::newRow(type) << QString(type) << bytes;
  }
  void a_tensor_of_a_type_we_lack_hurts_nobody_until_it_is_asked_for() {
    QFETCH(QString, type);
    QFETCH(int, bytes);
    const std::string header = fmt::format(R"({{"a":{{"dtype":"F32","shape":[1],"data_offsets":[0,4]}},)"
                                           R"("odd":{{"dtype":"{}","shape":[4],"data_offsets":[4,{}]}}}})",
                                           type.toStdString(), 4 + bytes);
    write("model.safetensors", raw_safetensors(header, std::string(static_cast<std::size_t>(4 + bytes), 'x')));
    const auto opened = open();
    QVERIFY2(opened.ok(), refusal(opened).c_str());
    QVERIFY(opened->find("a").ok());
    QVERIFY(opened->find("odd").error().code == ErrorCode::Unsupported);
    QVERIFY(opened->find("odd").error().sentence().find(type.toStdString()) != std::string::npos);
    QCOMPARE(opened->types().at(type.toStdString()), std::int64_t(1));
  }
  void a_type_we_lack_of_another_size_is_a_broken_file() {
    write("model.safetensors",
          raw_safetensors(R"({"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,8]}})", std::string(8, 'x')));
    QVERIFY(refusal(open()).find("expected 4 bytes") != std::string::npos);
  }

  void shards_are_read_wherever_the_index_says_a_tensor_lies() {
    write(kFirst, shard({"a", "b"}));
    write(kSecond, shard({"c"}));
    write(kIndex, fmt::format(R"({{"metadata":{{"total_size":24}},"weight_map":{{"a":"{}","b":"{}","c":"{}"}}}})",
                              kFirst, kFirst, kSecond));
    QVERIFY2(open().ok(), refusal(open()).c_str());
    QVERIFY(open()->notices().empty());
    // The index says another shard, misses one, lists one that is nowhere, and counts wrongly.
    write(kIndex, fmt::format(R"({{"metadata":{{"total_size":9}},"weight_map":{{"a":"{}","c":"{}","gone":"{}"}}}})",
                              kSecond, kSecond, kFirst));
    const auto odd = open();
    QVERIFY2(odd.ok(), refusal(odd).c_str());
    for (const char* name : {"a", "b", "c"}) QVERIFY(odd->find(name).ok());
    QVERIFY(told(odd->notices(), "in another shard than it says: \"a\""));
    QVERIFY(told(odd->notices(), "not in its list: \"b\""));
    QVERIFY(told(odd->notices(), "in no shard: \"gone\""));
    QVERIFY(told(odd->notices(), "24"));
  }

  void a_tensor_in_two_shards_is_read_when_both_agree_and_refused_when_they_differ() {
    write(kIndex, fmt::format(R"({{"weight_map":{{"a":"{}","b":"{}"}}}})", kFirst, kSecond));
    write(kFirst, shard({"a"}));
    write(kSecond, shard({"a", "b"}));
    QVERIFY(open()->find("a").ok());
    QVERIFY(told(open()->notices(), "\"a\""));
    write(kSecond, shard({"a", "b"}, '\2'));
    QVERIFY(open().ok());
    QVERIFY(open()->find("b").ok());
    QVERIFY(open()->find("a").error().sentence().find(kSecond) != std::string::npos);
  }

  void a_missing_shard_is_named_with_and_without_an_index() {
    write(kFirst, shard({"a"}));
    QVERIFY(refusal(open()).find(kSecond) != std::string::npos);
    write(kIndex, fmt::format(R"({{"weight_map":{{"a":"{}","b":"{}"}}}})", kFirst, kSecond));
    QVERIFY(refusal(open()).find(kSecond) != std::string::npos);
  }

  void numbered_shards_are_read_without_an_index_and_it_is_told() {
    write(kFirst, shard({"a"}));
    write(kSecond, shard({"b"}));
    QVERIFY2(open().ok(), refusal(open()).c_str());
    QVERIFY(open()->find("b").ok());
    QVERIFY(told(open()->notices(), kIndex));
  }

  void what_is_not_opened_is_named() {
    write("model.safetensors", shard({"a"}));
    write(kIndex, fmt::format(R"({{"weight_map":{{"a":"{}"}}}})", kFirst));
    write("adapter_model.safetensors", shard({"x"}));
    QVERIFY(told(open()->not_used(), "adapter_model.safetensors"));
    QVERIFY(told(open()->not_used(), kIndex));
  }

  void a_file_of_another_name_is_named() {
    write("weights.safetensors", shard({"a"}));
    QVERIFY(refusal(open()).find("weights.safetensors") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(SafetensorsFolderTest)
#include "safetensors_folder_test.moc"
