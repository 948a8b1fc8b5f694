// Blocks are those that llama.cpp's reference quantisers make, byte for byte, whatever the numbers look like.
#include "core/io/gguf_quantise.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include <QtTest>

#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

namespace {

std::string bytes_of(const std::string& name) {
  std::ifstream in(golden("io/" + name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<float> values() {
  const std::string bytes = bytes_of("quantise.values.f32");
  std::vector<float> numbers(bytes.size() / sizeof(float));
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

std::vector<std::byte> blocks(GgmlType type, const std::vector<float>& numbers) {
  const GgmlBlock block = block_of(type);
  std::vector<std::byte> out(numbers.size() / static_cast<std::size_t>(block.elements) *
                             static_cast<std::size_t>(block.bytes));
  quantise_blocks(type, numbers, out);
  return out;
}

}   // namespace

class GgufQuantiseTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void blocks_are_llama_cpps_data() {
    QTest::addColumn<int>("type");
    for (const GgmlType type : {GgmlType::Q4_0, GgmlType::Q5_0, GgmlType::Q5_1, GgmlType::Q8_0, GgmlType::Q4_K,
                                GgmlType::Q5_K, GgmlType::Q6_K})
      QTest::newRow(std::string(name_of(type)).c_str()) << static_cast<int>(type);
  }
  void blocks_are_llama_cpps() {
    QFETCH(int, type);
    const auto format = static_cast<GgmlType>(type);
    QVERIFY(can_quantise(format));
    std::string name(name_of(format));
    name[0] = 'q';
    const std::string expected = bytes_of("quantise." + name + ".bin");
    const std::vector<std::byte> made = blocks(format, values());
    QVERIFY(!expected.empty());
    QCOMPARE(made.size(), expected.size());
    const auto size = static_cast<std::size_t>(block_of(format).bytes);
    for (std::size_t i = 0; i < expected.size(); ++i)
      QVERIFY2(static_cast<char>(made[i]) == expected[i],
               ("block " + std::to_string(i / size) + ", byte " + std::to_string(i % size)).c_str());
  }

  void more_bits_are_nearer() {
    std::vector<float> numbers = values();
    numbers.resize(1024);   // the ordinary ones
    const auto error = [&](GgmlType type) {
      const std::vector<std::byte> made = blocks(type, numbers);
      const GgufTensor tensor{"t", type, {1, static_cast<std::int64_t>(numbers.size())}, made};
      std::vector<float> back(numbers.size());
      dequantise_rows(tensor, 0, 1, std::span(back));
      double sum = 0, all = 0;
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        sum += std::pow(static_cast<double>(back[i]) - static_cast<double>(numbers[i]), 2);
        all += std::pow(static_cast<double>(numbers[i]), 2);
      }
      return std::sqrt(sum / all);
    };
    QVERIFY(error(GgmlType::Q4_K) < error(GgmlType::Q4_0));
    QVERIFY(error(GgmlType::Q5_K) < error(GgmlType::Q4_K));
    QVERIFY(error(GgmlType::Q6_K) < error(GgmlType::Q5_K));
    QVERIFY(error(GgmlType::Q8_0) < error(GgmlType::Q6_K));
    QVERIFY(error(GgmlType::Q4_0) < 0.1 && error(GgmlType::Q8_0) < 0.01);
  }

  void what_is_not_made_here_is_not_claimed() {
    for (const GgmlType type : {GgmlType::F32, GgmlType::BF16, GgmlType::Q4_1}) QVERIFY(!can_quantise(type));
  }
};

QTEST_GUILESS_MAIN(GgufQuantiseTest)
#include "gguf_quantise_test.moc"
