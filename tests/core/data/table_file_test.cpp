// Parquet and Arrow files give the rows that pyarrow has written into them, and what is no text is told.
#include <fstream>

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/seed.h"
#include "core/data/row_file.h"
#include "tests/core/data/data_files.h"
#include "tests/support/packed_bytes.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

fs::path table(const std::string& name) { return golden("data/tables/" + name); }

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Every row as an object, in order; or what is wrong with the file.
struct Read {
  std::vector<nlohmann::json> rows;
  std::string told, problem;
};

Read read(const fs::path& path) {
  Read out;
  const auto file = RowFile::open(path);
  if (!file.ok()) return out.problem = file.error().sentence(), out;
  for (const Sentence& how : (*file)->told()) out.told += how.text() + "; ";
  const auto cursor = (*file)->rows();
  while (true) {
    const auto raw = cursor->next();
    if (!raw.ok()) return out.problem = raw.error().sentence(), out;
    if (!*raw) return out;
    nlohmann::json row = nlohmann::json::object();
    const auto fields = (*file)->fields((*raw)->text);
    if (!fields.ok()) return out.problem = fields.error().sentence(), out;
    for (const RowField& field : *fields) row[field.name] = nlohmann::json::parse(field.value);
    out.rows.push_back(std::move(row));
  }
}

std::vector<nlohmann::json> expected_rows(const std::string& name) {
  std::vector<nlohmann::json> rows;
  std::ifstream in(table(name + ".jsonl"));
  for (std::string line; std::getline(in, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

bool has(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

}   // namespace

class TableFileTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
#ifdef LIFT_ARROW
  void rows_are_those_that_pyarrow_wrote_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"plain.snappy.parquet", "plain.zstd.parquet", "plain.gzip.parquet", "plain.brotli.parquet",
                             "plain.lz4.parquet", "plain.none.parquet", "plain.zstd.feather", "plain.file.arrow",
                             "plain.stream.arrow", "chat.parquet", "chat.arrow", "odd.parquet", "odd.arrow"})
      QTest::newRow(name) << name;
  }
  void rows_are_those_that_pyarrow_wrote() {
    QFETCH(QString, file);
    const Read found = read(table(file.toStdString()));
    QVERIFY2(found.problem.empty(), found.problem.c_str());
    const auto expected = expected_rows(file.section('.', 0, 0).toStdString());
    QVERIFY(!expected.empty());
    QCOMPARE(found.rows.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      QVERIFY2(found.rows[i] == expected[i], (found.rows[i].dump() + " instead of " + expected[i].dump()).c_str());
  }

  void rows_are_read_again_in_any_order_data() { rows_are_those_that_pyarrow_wrote_data(); }
  void rows_are_read_again_in_any_order() {
    QFETCH(QString, file);
    const auto rows = require(RowFile::open(table(file.toStdString())));
    std::vector<std::pair<RowPlace, std::string>> all;
    const auto cursor = rows->rows();
    while (const auto raw = require(cursor->next()))
      all.push_back({{0, raw->line, raw->offset, raw->offset + raw->text.size()}, std::string(raw->text)});
    QCOMPARE(cursor->offset(), rows->text().size());
    RandomStream random(3);
    for (int i = 0; i < 200; ++i) {
      const auto& [place, text] = all[i < 20 ? static_cast<std::size_t>(i) % all.size() : random.below(all.size())];
      QCOMPARE(require(rows->raw_row(place)), text);
    }
    RowPlace behind = all.back().first;
    behind.line += 2;
    behind.begin = behind.end = rows->text().size() + 1;
    QVERIFY(!rows->raw_row(behind).ok());
    QCOMPARE(require(rows->raw_row(all.front().first)), all.front().second);
  }

  void texts_of_every_length_are_escaped_where_they_must_be() {
    const Read found = read(table("escapes.parquet"));
    QVERIFY2(found.problem.empty(), found.problem.c_str());
    const auto expected = expected_rows("escapes");
    QCOMPARE(found.rows.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) QVERIFY(found.rows[i] == expected[i]);
  }

  void what_is_no_text_is_told_by_name() {
    for (const char* name : {"odd.parquet", "odd.arrow"}) {
      const std::string told = read(table(name)).told;
      for (const char* column : {"\"image.bytes\"", "\"blob\"", "\"blobs\"", "\"only.raw\"", "bytes, not text"})
        QVERIFY2(has(told, column), (told + " lacks " + column).c_str());
      QVERIFY2(has(told, "\"moment\" (timestamp[ms]) is read as it is printed"), told.c_str());
      QVERIFY2(!has(told, "\"q\"") && !has(told, "\"image.path\""), told.c_str());
    }
  }

  void the_first_bytes_decide_and_packing_may_be_around() {
    const DataFile renamed(bytes_of(table("plain.zstd.parquet")), "rows.csv");
    QCOMPARE(read(renamed.path()).rows.size(), std::size_t{300});
    const DataFile packed(packed_with_gzip(bytes_of(table("plain.file.arrow"))), "rows.arrow.gz");
    const Read found = read(packed.path());
    QCOMPARE(found.rows.size(), std::size_t{300});
    QVERIFY2(has(found.told, "packed with gzip; an Arrow IPC file"), found.told.c_str());
  }

  void what_cannot_be_rows_is_refused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("a name twice") << "twice.parquet"
                                  << "found \"q\" twice";
    QTest::newRow("bytes alone") << "bytes.parquet"
                                 << "none that can be read";
    QTest::newRow("no rows") << "empty.parquet"
                             << "an empty file";
  }
  void what_cannot_be_rows_is_refused() {
    QFETCH(QString, file);
    QFETCH(QString, words);
    const std::string problem = read(table(file.toStdString())).problem;
    QVERIFY2(has(problem, words.toUtf8()), problem.c_str());
  }

  void a_file_cut_off_anywhere_is_refused() {
    for (const char* name : {"plain.snappy.parquet", "plain.file.arrow"}) {
      const std::string whole = bytes_of(table(name));
      for (std::size_t size = 8; size < whole.size(); size += 1 + whole.size() / 60) {
        const DataFile cut(whole.substr(0, size), "rows");
        const std::string problem = read(cut.path()).problem;
        QVERIFY2(has(problem, "expected a whole") && has(problem, "Get the file again"), problem.c_str());
      }
    }
  }

  void noise_behind_the_first_bytes_is_refused() {
    RandomStream random(7);
    for (const std::string_view magic :
         {std::string_view("PAR1"), std::string_view("ARROW1\0\0", 8), std::string_view("\xFF\xFF\xFF\xFF")})
      for (int round = 0; round < 40; ++round) {
        std::string bytes(magic);
        for (int i = 0; i < 600; ++i) bytes += static_cast<char>(random.below(256));
        bytes += magic.substr(0, std::min<std::size_t>(6, magic.size()));
        const DataFile file(bytes, "rows");
        QVERIFY(!read(file.path()).problem.empty());
      }
  }

  void a_row_without_end_is_refused() {
    // A dictionary of one long text that a short list names over and over.
    const Read found = read(table("bomb.arrow"));
    QVERIFY2(has(found.problem, "expected a row of at most"), found.problem.c_str());
  }
#else
  void a_build_without_arrow_says_so() {
    for (const char* name : {"plain.snappy.parquet", "plain.file.arrow", "plain.stream.arrow"}) {
      const std::string problem = read(table(name)).problem;
      QVERIFY2(has(problem, "without Arrow C++") && has(problem, "to_json"), problem.c_str());
    }
  }
#endif

  void a_folder_is_one_data_set() {
    const TemporaryFolder folder;
    const std::string row = "{\"question\": \"q\", \"answer\": \"NAME\"}\n";
    const auto write = [&](const std::string& name) {
      fs::create_directories((folder / name).parent_path());
      std::string text = row;
      text.replace(text.find("NAME"), 4, name);
      QVERIFY(write_file_atomically(folder / name, text).ok());
    };
    for (const char* name : {"train-10.jsonl", "train-2.jsonl", "data/train-1.jsonl.txt", "test.jsonl", "contest.jsonl",
                             "README.md", "dataset_infos.json", ".hidden.jsonl", "notes.pdf", "more/x.jsonl"})
      write(name);
    const auto names = [](const std::vector<SourceFile>& sources) {
      std::vector<std::string> found;
      for (const SourceFile& source : sources) found.push_back(source.rows->path().filename().string());
      return found;
    };
    const auto training = require(open_sources({folder.path()}, {}));
    QCOMPARE(names(training), (std::vector<std::string>{"train-1.jsonl.txt", "train-2.jsonl", "train-10.jsonl"}));
    QCOMPARE(names(require(open_sources({folder.path()}, {}, {}, true))), std::vector<std::string>{"test.jsonl"});
    std::string told;
    for (const Sentence& sentence : training.front().told) told += sentence.text() + "; ";
    for (const char* words : {"3 files of rows", "test.jsonl", "contest.jsonl", "notes.pdf", "README.md", "more/"})
      QVERIFY2(has(told, words), (told + " lacks " + words).c_str());
    QVERIFY(training[1].told.empty());

    // Without names of parts all files count; without any there is nothing to train.
    for (const char* name : {"train-10.jsonl", "train-2.jsonl", "data/train-1.jsonl.txt"}) fs::remove(folder / name);
    QCOMPARE(names(require(open_sources({folder.path()}, {}))), std::vector<std::string>{"contest.jsonl"});
    fs::remove(folder / "contest.jsonl");
    const auto none = open_sources({folder.path()}, {});
    QVERIFY2(!none.ok() && has(none.error().sentence(), "found test.jsonl"), none.error().sentence().c_str());
  }

  void a_folder_of_rows_trains_and_another_is_held_out() {
    const TemporaryFolder folder;
    const std::string row = "{\"question\": \"q\", \"answer\": \"a\"}\n";
    QVERIFY(write_file_atomically(folder / "train-0.jsonl", row + row).ok());
    QVERIFY(write_file_atomically(folder / "train-1.jsonl", row).ok());
    QVERIFY(write_file_atomically(folder / "validation.jsonl", row).ok());
    DataConfig config = config_of(folder.path().string());
    config.held_out_files = config.files;
    const SftData data = require(load_sft_data(config, demo_tokenizer(), demo_prompt(), 0));
    QCOMPARE(data.summary.train_rows, std::int64_t{3});
    QCOMPARE(data.summary.held_out_rows, std::int64_t{1});
    QCOMPARE(data.summary.files.size(), std::size_t{3});
    QCOMPARE(data.summary.columns, (std::vector<std::string>{"question", "answer"}));
  }
};

QTEST_GUILESS_MAIN(TableFileTest)
#include "table_file_test.moc"
