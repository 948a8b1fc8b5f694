// Rows that may not fit into memory go to disk, and are the same rows.
#include <functional>
#include <set>

#include <fmt/format.h>

#include <QtTest>

#include "core/base/say.h"
#include "core/data/kept_rows.h"
#include "tests/core/data/data_files.h"

using namespace lift;
using namespace lift::test;

namespace fs = std::filesystem;

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

// A start of the program, and whether it read the rows of the file.
struct Start {
  SftData data;
  bool read_rows = false;
};

Start started(const DataConfig& config) {
  bool read = false;
  const TaskContext task{{}, [&](const Progress& p) { read = read || p.phase.text() == "reading rows"; }};
  SftData data = require(load_sft_data(config, demo_tokenizer(), prompt(), 5, task));
  return {std::move(data), read};
}

const PromptTemplate& demo_prompt_with_system() {
  static const PromptTemplate made = demo_prompt("auto", "Be brief.");
  return made;
}

std::vector<std::string> texts(const std::vector<Sentence>& sentences) {
  std::vector<std::string> all;
  for (const Sentence& sentence : sentences) all.push_back(sentence.text());
  return all;
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
    prompt(), demo_prompt_with_system();   // the demo model lies in the usual cache
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

  void a_second_start_reads_no_rows() {
    const DataFile file(rows_of(4000, 5003));
    DataConfig config = config_of(file.text());
    config.held_out_share = 0.1;
    const Start first = started(config), second = started(config);
    QVERIFY(first.read_rows);
    QVERIFY(!second.read_rows);
    expect_same(second.data, first.data);
    QCOMPARE(texts(second.data.summary.remarks), texts(first.data.summary.remarks));
    QCOMPARE(second.data.summary.notices.size(), first.data.summary.notices.size());
    QCOMPARE(second.data.summary.notices.front().reason.pattern(), first.data.summary.notices.front().reason.pattern());
    QCOMPARE(second.data.summary.end_token, first.data.summary.end_token);
    QCOMPARE(second.data.summary.fields.size(), first.data.summary.fields.size());
    QCOMPARE(require(second.data.question(3)), require(first.data.question(3)));
    QCOMPARE(second.data.summary.read_as.front().column_map, first.data.summary.read_as.front().column_map);
  }

  void the_same_rows_elsewhere_are_known() {
    const DataFile here(rows_of(4000, 5001)), there(rows_of(4000, 5001));
    QVERIFY(started(config_of(here.text())).read_rows);
    const Start second = started(config_of(there.text()));
    QVERIFY(!second.read_rows);
    QCOMPARE(second.data.summary.files, std::vector<std::string>{there.text()});
    QCOMPARE(require(second.data.row(7, demo_tokenizer(), prompt())).place.text(), std::string("rows.jsonl, line 8"));
  }

  void whatever_changes_a_row_is_another_entry() {
    const std::string rows = rows_of(4000, 5002);
    const DataFile file(rows), other(rows.substr(0, rows.size() - 10) + "y\"}\n");
    const DataConfig config = config_of(file.text());
    QVERIFY(started(config).read_rows);
    QVERIFY(!started(config).read_rows);
    QVERIFY(started(config_of(other.text())).read_rows);
    const std::vector<std::function<void(DataConfig&)>> changes{
        [](DataConfig& c) { c.max_tokens = 40; },
        [](DataConfig& c) { c.overflow = "drop"; },
        [](DataConfig& c) { c.held_out_share = 0.2; },
        [](DataConfig& c) { c.validation_share = 0.2; },
        [](DataConfig& c) {
          c.layout = "prompt_completion", c.column_map = {{"prompt", "question"}, {"response", "answer"}};
        },
        [&](DataConfig& c) { c.held_out_files = {file.text()}; }};
    for (const auto& change : changes) {
      DataConfig changed = config;
      change(changed);
      QVERIFY(started(changed).read_rows);
    }
    const PromptTemplate asks = demo_prompt_with_system();
    bool read = false;
    const TaskContext task{{}, [&](const Progress& p) { read = read || p.phase.text() == "reading rows"; }};
    require(load_sft_data(config, demo_tokenizer(), asks, 5, task));
    QVERIFY(read);
    read = false;
    require(load_sft_data(config, demo_tokenizer(), prompt(), 6, task));
    QVERIFY(read);
    QVERIFY(!started(config).read_rows);   // it is still there
  }

  void damaged_entries_are_told_and_made_again_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"ids", "trained", "rows", "places", "marks", "train", "held_out", "entry.json"})
      QTest::newRow(name) << name;
  }
  void damaged_entries_are_told_and_made_again() {
    QFETCH(QString, file);
    QVERIFY(empty_kept_rows().ok());
    const DataFile rows(rows_of(3500, 6000));
    const DataConfig config = config_of(rows.text());
    const Start first = started(config);
    const fs::path damaged = kept_rows().front().folder / file.toStdString();
    using Damage = std::function<void()>;
    const std::string whole = require(read_whole_file(damaged, std::size_t{1} << 30));
    std::string flipped = whole.empty() ? "x" : whole;
    flipped[flipped.size() / 2] ^= 1;
    for (const Damage& damage : {Damage([&] { fs::resize_file(damaged, whole.size() / 2); }),
                                 Damage([&] { QVERIFY(write_file_atomically(damaged, flipped).ok()); }),
                                 Damage([&] { fs::remove(damaged); })}) {
      if (whole.empty() && !fs::exists(damaged)) continue;
      damage();
      const Start again = started(config);
      QVERIFY(again.read_rows || whole.empty());
      QCOMPARE(again.data.summary.fingerprint, first.data.summary.fingerprint);
      if (!whole.empty()) {
        QVERIFY(again.data.summary.remarks.back().text().find("cannot be used and were made again") !=
                std::string::npos);
        QVERIFY(!started(config).read_rows);
      }
    }
  }

  void indices_that_lead_nowhere_are_damage() {
    QVERIFY(empty_kept_rows().ok());
    const DataFile rows(rows_of(3500, 6001));
    const DataConfig config = config_of(rows.text());
    const Start first = started(config);
    const fs::path entry = kept_rows().front().folder;
    for (const char* name : {"train", "rows", "places"}) {
      std::string bytes = require(read_whole_file(entry / name, std::size_t{1} << 30));
      bytes[name == std::string("places") ? 3 : 7] = '\x7f';
      const auto time = fs::last_write_time(entry / name);
      QVERIFY(write_file_atomically(entry / name, bytes).ok());
      fs::last_write_time(entry / name, time);   // as somebody would who means it
      QVERIFY2(started(config).read_rows, name);
    }
    QCOMPARE(started(config).data.summary.fingerprint, first.data.summary.fingerprint);
  }

  void findings_are_kept_with_the_rows() {
    const DataFile file(rows_of(3500, 6002)), small(rows_of(10, 0));
    started(config_of(file.text())).data.keep_finding("overlap", say("{} rows are alike", 3));
    const Start second = started(config_of(file.text()));
    QCOMPARE(second.data.finding("overlap")->text(), std::string("3 rows are alike"));
    QVERIFY(!second.data.finding("other"));
    const SftData in_memory = loaded(config_of(small.text()));
    in_memory.keep_finding("overlap", say("{} rows are alike", 3));
    QVERIFY(!in_memory.finding("overlap"));
  }

  void the_oldest_rows_make_room() {
    QVERIFY(empty_kept_rows().ok());
    std::vector<fs::path> folders;
    for (int i = 0; i < 3; ++i) {
      std::set<fs::path> before;
      for (const KeptRows& rows : kept_rows()) before.insert(rows.folder);
      const DataFile file(rows_of(3500, static_cast<std::size_t>(6003 + i)));
      started(config_of(file.text()));
      for (const KeptRows& rows : kept_rows())
        if (!before.contains(rows.folder)) folders.push_back(rows.folder);
      fs::last_write_time(folders.back() / "entry.json", fs::file_time_type::clock::now() - std::chrono::hours(9 - i));
    }
    const std::int64_t bytes = kept_rows().front().bytes;
    trim_kept_rows(2 * bytes + bytes / 2);
    QVERIFY(!fs::exists(folders[0]) && fs::exists(folders[1]) && fs::exists(folders[2]));
    trim_kept_rows(bytes + bytes / 2, folders[1]);
    QVERIFY(fs::exists(folders[1]) && !fs::exists(folders[2]));
    QCOMPARE(kept_rows().front().files, std::vector<std::string>{"rows.jsonl"});
    QCOMPARE(kept_rows().front().rows, std::int64_t{3500});
    QVERIFY(empty_kept_rows().ok());
    QVERIFY(kept_rows().empty());
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
