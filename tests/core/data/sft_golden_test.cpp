// Ids and trained tokens of 2,000 rows against transformers (tests/golden/data/make_data_golden.py).
#include <QtTest>

#include "tests/core/data/data_files.h"
#include "tests/core/tokenizer/golden_lines.h"

using namespace lift;
using namespace lift::test;

namespace {

std::uint32_t number_of(const SftDataset& data, std::int64_t row) {
  const auto ids = data.ids(row);
  const auto trained = data.trained(row);
  std::string bytes(reinterpret_cast<const char*>(ids.data()), ids.size_bytes());
  bytes.append(reinterpret_cast<const char*>(trained.data()), trained.size());
  return golden_number(bytes);
}

}   // namespace

class SftGoldenTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rows_have_the_ids_and_trained_tokens_of_transformers() {
    const auto read = read_whole_file(golden("data/rows.ids"), 1u << 20);
    QVERIFY(read.ok());
    std::vector<std::uint32_t> expected(read->size() / 4);
    std::memcpy(expected.data(), read->data(), read->size());
    QCOMPARE(expected.size(), std::size_t{2'000});

    const auto lines = golden_lines();
    std::string content;
    for (std::size_t i = 0; i < expected.size(); ++i)
      content += nlohmann::json{{"question", lines[2 * i]}, {"answer", lines[2 * i + 1]}}.dump() + "\n";
    const DataFile file(content);
    DataConfig config = config_of(file.text());
    config.max_tokens = 128;
    const SftData data = require(load_sft_data(config, demo_tokenizer(), demo_prompt(), 1));

    std::size_t compared = 0;
    for (std::int64_t row = 0; row < data.train.size(); ++row) {
      const auto source = static_cast<std::size_t>(data.train.source_row(row));
      if (expected[source] == 0) continue;
      QVERIFY2(number_of(data.train, row) == expected[source], lines[2 * source + 1].c_str());
      ++compared;
    }
    QCOMPARE(compared,
             static_cast<std::size_t>(std::ranges::count_if(expected, [](std::uint32_t n) { return n != 0; })));
    QVERIFY(compared > 1'500);
  }
};

QTEST_GUILESS_MAIN(SftGoldenTest)
#include "sft_golden_test.moc"
