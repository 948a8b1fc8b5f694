#include <fmt/format.h>

#include <QtTest>

#include "core/io/gguf_quantise.h"
#include "core/io/gguf_reader.h"
#include "core/io/gguf_writer.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

const std::vector<float> kNumbers{1, 2, 3, 4};

GgufOutTensor tensor(const std::string& name) { return {name, GgmlType::F32, {4}, std::as_bytes(std::span(kNumbers))}; }

struct Split {
  std::uint32_t number = 0, count = 3;
  std::int32_t tensors = 3;
};

void write_part(const fs::path& file, const Split& split, const std::vector<std::string>& names) {
  std::vector<GgufOutKey> keys;
  if (split.number == 0) keys.push_back({"general.architecture", std::string("llama")});
  keys.push_back({"split.no", split.number});
  keys.push_back({"split.count", split.count});
  keys.push_back({"split.tensors.count", split.tensors});
  std::vector<GgufOutTensor> tensors;
  for (const std::string& name : names) tensors.push_back(tensor(name));
  QVERIFY(write_gguf(file, keys, tensors).ok());
}

std::string refusal(const fs::path& file) {
  const auto opened = GgufReader::open(file);
  return opened.ok() ? "" : opened.error().sentence();
}

}   // namespace

class GgufPartsTest : public QObject {
  Q_OBJECT

  std::optional<TemporaryFolder> folder_;

  fs::path part(int number, int count = 3) { return *folder_ / fmt::format("m-{:05}-of-{:05}.gguf", number, count); }

 private Q_SLOTS:
  void init() {
    folder_.emplace();
    for (std::uint32_t number = 0; number < 3; ++number)
      write_part(part(static_cast<int>(number) + 1), {.number = number}, {fmt::format("t{}", number)});
  }

  void any_part_opens_the_whole_model() {
    for (int number = 1; number <= 3; ++number) {
      const auto opened = GgufReader::open(part(number));
      QVERIFY2(opened.ok(), refusal(part(number)).c_str());
      QCOMPARE(opened->tensors().size(), std::size_t(3));
      QCOMPARE(opened->string_key("general.architecture").value(), std::string("llama"));
      QCOMPARE(opened->file()->path(), part(1));
      const GgufTensor* last = opened->find("t2");
      QVERIFY(last);
      QCOMPARE(opened->file_of(*last)->path(), part(3));
      std::vector<float> values(4);
      dequantise_rows(*last, 0, 1, std::span(values));
      QVERIFY(values == kNumbers);
    }
  }

  void a_missing_part_is_named_with_how_many_there_are() {
    fs::remove(part(2));
    for (int number : {1, 3}) {
      const std::string sentence = refusal(part(number));
      QVERIFY2(sentence.find("m-00002-of-00003.gguf") != std::string::npos, sentence.c_str());
      QVERIFY(sentence.find(fmt::format("part {} of 3", number)) != std::string::npos);
    }
  }

  void a_part_under_another_name_is_told_what_it_is() {
    fs::rename(part(2), *folder_ / "model.gguf");
    QVERIFY(refusal(*folder_ / "model.gguf").find("part 2 of 3") != std::string::npos);
  }

  void parts_of_two_models_are_not_mixed() {
    write_part(part(2), {.number = 2}, {"t1"});
    QVERIFY(refusal(part(1)).find("expected part 2 of 3") != std::string::npos);
    write_part(part(2), {.number = 1}, {"t0"});
    QVERIFY(refusal(part(1)).find("in two parts") != std::string::npos);
    write_part(part(2), {.number = 1}, {"t1", "extra"});
    QVERIFY(refusal(part(1)).find("expected 3 tensors") != std::string::npos);
  }

  void counts_that_make_no_sense_are_refused() {
    write_part(part(1), {.number = 0, .count = 4'000'000'000u}, {"t0"});
    QVERIFY(refusal(part(1)).find("split.count") != std::string::npos);
    write_part(part(1), {.number = 7}, {"t0"});
    QVERIFY(refusal(part(1)).find("split.no") != std::string::npos);
    write_part(*folder_ / "one.gguf", {.number = 0, .count = 1, .tensors = 1}, {"t0"});
    QVERIFY(GgufReader::open(*folder_ / "one.gguf").ok());
  }

  void what_is_written_is_read() {
    const std::vector<GgufOutKey> keys{{"b", true},
                                       {"u", 7u},
                                       {"i", -7},
                                       {"l", std::uint64_t{1} << 40},
                                       {"f", 0.5f},
                                       {"s", std::string("text")},
                                       {"ss", std::vector<std::string>{"a", "", "b"}},
                                       {"fs", std::vector<float>{1, 2}},
                                       {"is", std::vector<std::int32_t>{-1, 2}}};
    std::vector<std::byte> blocks(34);
    std::vector<float> values(32);
    for (std::size_t i = 0; i < 32; ++i) values[i] = static_cast<float>(i) - 15.5f;
    quantise_blocks(GgmlType::Q8_0, values, blocks);
    QVERIFY(write_gguf(*folder_ / "k.gguf", keys,
                       {tensor("a"),
                        {"q", GgmlType::Q8_0, {1, 32}, blocks},
                        {"e", GgmlType::F32, {1}, std::as_bytes(std::span(kNumbers).first(1))}})
                .ok());
    const GgufReader read = GgufReader::open(*folder_ / "k.gguf").value();
    QCOMPARE(read.keys().size(), keys.size());
    QVERIFY(std::get<bool>(*read.key("b")));
    QCOMPARE(read.integer_key("i").value(), std::int64_t(-7));
    QCOMPARE(read.integer_key("l").value(), std::int64_t(1) << 40);
    QCOMPARE(read.number_key("f").value(), 0.5);
    QCOMPARE(std::get<std::vector<std::string>>(*read.key("ss")).size(), std::size_t(3));
    std::vector<float> back(32);
    dequantise_rows(*read.find("q"), 0, 1, std::span(back));
    for (std::size_t i = 0; i < 32; ++i) QVERIFY(std::abs(back[i] - values[i]) <= 16.5f / 127 / 2 + 0.01f);
    // Keys copied as bytes are the same file.
    std::vector<GgufOutKey> raw;
    for (const std::string& name : read.key_order()) raw.push_back({name, read.raw_key(name)});
    QVERIFY(write_gguf(*folder_ / "copy.gguf", raw, {tensor("a")}).ok());
    QCOMPARE(GgufReader::open(*folder_ / "copy.gguf")->keys().size(), keys.size());
  }

  void tensors_that_ggml_could_not_read_are_not_written() {
    QVERIFY(!write_gguf(*folder_ / "x", {}, {tensor(std::string(64, 'x'))}).ok());
    QVERIFY(!write_gguf(*folder_ / "x", {}, {tensor("a"), tensor("a")}).ok());
    QVERIFY(!write_gguf(*folder_ / "x", {}, {{"q", GgmlType::Q8_0, {4}, std::as_bytes(std::span(kNumbers))}}).ok());
    QVERIFY(!fs::exists(*folder_ / "x"));
  }
};

QTEST_GUILESS_MAIN(GgufPartsTest)
#include "gguf_parts_test.moc"
