// Rows that may not fit into memory go to disk, and are the same rows.
#include <fmt/format.h>

#include <QtTest>

#include "tests/core/data/data_files.h"

using namespace lift;
using namespace lift::test;

namespace {

// Questions and answers of a few words; `filler`: bytes of a column that nobody uses.
std::string rows_of(int count, std::size_t filler) {
  std::string rows;
  for (int i = 0; i < count; ++i)
    rows += fmt::format("{{\"question\": \"{} + {}?\", \"answer\": \"{}\", \"page\": \"{}\"}}\n", i, i % 7,
                        i % 50 == 3 ? std::string() : std::to_string(i + i % 7), std::string(filler, 'x'));
  return rows;
}

const PromptTemplate& prompt() {
  static const PromptTemplate made = demo_prompt();
  return made;
}

SftData loaded(const DataConfig& config) { return require(load_sft_data(config, demo_tokenizer(), prompt(), 5)); }

int files_in(const std::filesystem::path& folder) {
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) files += entry.is_regular_file();
  return files;
}

// Compared by what anybody can see of them.
void expect_same(const SftData& large, const SftData& small) {
  QCOMPARE(large.summary.fingerprint, small.summary.fingerprint);
  QCOMPARE(large.summary.rows, small.summary.rows);
  QCOMPARE(large.summary.dropped, small.summary.dropped);
  QCOMPARE(large.summary.train_truncated, small.summary.train_truncated);
  QCOMPARE(large.summary.tokens, small.summary.tokens);
  QCOMPARE(large.summary.train_labels, small.summary.train_labels);
  QCOMPARE(large.summary.length_histogram, small.summary.length_histogram);
  for (const auto& [a, b] : {std::pair(&large.train, &small.train), std::pair(&large.held_out, &small.held_out)}) {
    QCOMPARE(a->size(), b->size());
    QCOMPARE(a->fingerprint(), b->fingerprint());
    QCOMPARE(a->totals().longest, b->totals().longest);
    QCOMPARE(a->totals().most_labels, b->totals().most_labels);
    for (std::int64_t row = 0; row < a->size(); row += 97) {
      QCOMPARE(a->source_row(row), b->source_row(row));
      QVERIFY(std::ranges::equal(a->ids(row), b->ids(row)));
      QVERIFY(std::ranges::equal(a->trained(row), b->trained(row)));
    }
  }
  for (std::int64_t row = 0; row < large.summary.rows; row += 501) {
    const RowView seen = require(large.row(row, demo_tokenizer(), prompt()));
    const RowView expected = require(small.row(row, demo_tokenizer(), prompt()));
    QCOMPARE(seen.held_out, expected.held_out);
    QCOMPARE(seen.fate, expected.fate);
    QCOMPARE(seen.rendered, expected.rendered);
  }
}

}   // namespace

class LargeDataTest : public QObject {
  Q_OBJECT
  TemporaryFolder cache_;

 private Q_SLOTS:
  void initTestCase() {
    prompt();   // the demo model lies in the usual cache
    qputenv("XDG_CACHE_HOME", cache_.path().c_str());
  }

  void rows_on_disk_are_those_in_memory() {
    const DataFile small(rows_of(4000, 0)), large(rows_of(4000, 5000));
    DataConfig a = config_of(small.text()), b = config_of(large.text());
    for (DataConfig* config : {&a, &b}) config->held_out_share = 0.1;
    expect_same(loaded(b), loaded(a));
    for (DataConfig* config : {&a, &b}) {
      config->validation_share = 0.2;
      config->replay_files = {small.text()};
      config->replay_share = 0.25;
      config->max_tokens = 38;
    }
    QVERIFY(loaded(a).summary.train_truncated > 0);
    expect_same(loaded(b), loaded(a));
  }

  void nothing_is_left_of_them() {
    const DataFile large(rows_of(4000, 5000));
    {
      const SftData data = loaded(config_of(large.text()));
      QVERIFY(data.train.size() > 3000);
    }
    QCOMPARE(files_in(cache_.path()), 0);
  }

  void what_a_killed_program_left_is_cleared_away() {
    const auto left = cache_ / "lift-studio/rows/reading-abcdef", young = cache_ / "lift-studio/rows/reading-young1";
    for (const auto& folder : {left, young}) {
      std::filesystem::create_directories(folder);
      QVERIFY(write_file_atomically(folder / "ids", "1234").ok());
    }
    std::filesystem::last_write_time(left, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    const DataFile large(rows_of(4000, 5000));
    QVERIFY(loaded(config_of(large.text())).train.size() > 3000);
    QVERIFY(!std::filesystem::exists(left));
    QVERIFY(std::filesystem::exists(young));   // its program may be about to lock it
  }
};

QTEST_GUILESS_MAIN(LargeDataTest)
#include "large_data_test.moc"
