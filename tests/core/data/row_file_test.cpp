// Files of rows in every form that is read, and what is said of the forms that are not.
#include "core/data/row_file.h"

#include <QtTest>

#include <fmt/format.h>

#include "core/data/row_fields.h"
#include "tests/core/data/data_files.h"
#include "tests/support/packed_bytes.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Read {
  std::vector<std::string> rows;   // "question=q|answer=a@LINE"
  std::string told, problem;
};

Read read(const std::string& content, const std::string& name) {
  const DataFile file(content, name);
  Read out;
  const auto rows = RowFile::open(file.path());
  if (!rows.ok()) return out.problem = rows.error().sentence(), out;
  for (const Sentence& how : (*rows)->told()) out.told += how.text() + ";";
  const auto cursor = (*rows)->rows();
  while (true) {
    const auto raw = cursor->next();
    if (!raw.ok()) return out.problem = raw.error().sentence(), out;
    if (!*raw) return out;
    const auto fields = (*rows)->fields((*raw)->text);
    if (!fields.ok()) return out.problem = fmt::format("line {}: {}", (*raw)->line, fields.error().sentence()), out;
    std::string text;
    for (const RowField& field : *fields)
      text += (text.empty() ? "" : "|") + field.name + "=" + require(text_of(field, field.name));
    out.rows.push_back(text + "@" + std::to_string((*raw)->line));
    const RowPlace place{0, (*raw)->line, (*raw)->offset, (*raw)->offset + (*raw)->text.size()};
    if (require((*rows)->raw_row(place)) != (*raw)->text) out.problem = "read again, the row is another";
  }
}

std::string utf16(const std::u16string& text, bool big, bool mark) {
  std::string bytes;
  for (const char16_t unit : (mark ? std::u16string(1, u'\uFEFF') : std::u16string()) + text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

using Rows = std::vector<std::string>;
const std::string kJsonl = "{\"q\": \"1\", \"a\": \"x\"}\n{\"q\": \"2\", \"a\": \"y\"}\n";

}   // namespace

class RowFileTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void objects_one_after_the_other_are_rows() {
    const Rows expected{"q=1|a=x@1", "q=2|a=y@5"};
    QCOMPARE(read("{\n \"q\": \"1\",\n \"a\": \"x\"\n}\n{\n \"q\": \"2\",\n \"a\": \"y\"\n}\n", "rows.json").rows,
             expected);
    QCOMPARE(read("{\"q\": \"1\", \"a\": \"x\"} {\"q\": \"2\", \"a\": \"y\"}", "rows.jsonl").rows,
             (Rows{"q=1|a=x@1", "q=2|a=y@1"}));
    QCOMPARE(read("\xEF\xBB\xBF{\"q\":\n\"1\"}{\"q\": \"2\"}", "rows.json").rows, (Rows{"q=1@1", "q=2@2"}));
  }
  void a_broken_line_is_not_taken_for_an_object_over_several() {
    // A text with a line break in it, and a bracket that is never closed.
    QVERIFY(read("{\"q\": \"1\nx\"}\n" + kJsonl, "rows.jsonl").problem.find("closing quote") != std::string::npos);
    QVERIFY(!read("{\"q\": \"1\", \"a\": {\n" + kJsonl, "rows.jsonl").problem.empty());
    const std::string behind = read("{\n\"q\": \"1\"\n}\nrest", "rows.json").problem;
    QVERIFY2(behind.find("line 4") != std::string::npos && behind.find("rest") != std::string::npos, behind.c_str());
  }

  void a_table_has_rows() {
    const Read table = read("q,a\n1,\"x, \"\"y\"\"\nz\"\n\n 2 ,w\n", "rows.csv");
    QCOMPARE(table.rows, (Rows{"q=1|a=x, \"y\"\nz@2", "q= 2 |a=w@5"}));
    QVERIFY(table.told.find("separated by \",\"") != std::string::npos);
  }
  void separators_line_ends_and_marks_of_tables_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, QByteArray content, const char* file) {
      QTest::newRow(name) << content << file;
    };
    row("semicolons", "q;a\n1;x\n2;y", "rows.csv");
    row("tabs", "q\ta\n1\tx\n2\ty\n", "rows.tsv");
    row("tabs in a .csv", "q\ta\n1\tx\n2\ty\n", "rows.csv");
    row("bars", "q|a\n1|x\n2|y\n", "rows.psv");
    row("Windows", "\xEF\xBB\xBFq,a\r\n1,x\r\n2,y\r\n", "rows.csv");
    row("old Macs", "q,a\r1,x\r2,y\r", "rows.csv");
    row("Excel's note", "sep=;\nq;a\n1;x\n2;y\n", "rows.csv");
    row("quotes around all", "\"q\",\"a\"\n\"1\",\"x\"\n\"2\",\"y\"\n", "rows.csv");
    row("JSONL with a wrong name", "{\"q\": 1, \"a\": \"x\"}\n{\"q\": 2, \"a\": \"y\"}", "rows.csv");
  }
  void separators_line_ends_and_marks_of_tables() {
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    const Read table = read(content.toStdString(), name.toStdString());
    QCOMPARE(table.problem, std::string());
    QCOMPARE(table.rows.size(), std::size_t{2});
    QVERIFY(table.rows[0].starts_with("q=1|a=x@") && table.rows[1].starts_with("q=2|a=y@"));
  }
  void quotes_in_bare_cells_are_quotes() {
    QCOMPARE(read("q\ta\n5\" pipe\the said \"hi\"\n", "rows.tsv").rows, (Rows{"q=5\" pipe|a=he said \"hi\"@2"}));
  }
  void a_quoted_cell_may_hold_lines_and_old_line_ends_end_rows() {
    const Rows expected{"q=a\r\nb\n\"c\"|a=1@3", "q=2|a=\"x@6", "q=3|a=@7"};
    QCOMPARE(read("q,a\n\n\"a\r\nb\n\"\"c\"\"\",1\r\n2,\"\"\"x\"\n3,\n", "rows.csv").rows, expected);
    QCOMPARE(read("q,a\r1,x\r\r2,\"y\rz\"\r", "rows.csv").rows, (Rows{"q=1|a=x@2", "q=2|a=y\rz@4"}));
  }
  void broken_tables_are_named_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, QByteArray content, const char* word) {
      QTest::newRow(name) << content << word;
    };
    row("a cell too many", "q,a\n1,2,3\n", "expected 2 cells");
    row("a cell too few", "q,a\n1\n", "found 1");
    row("a quote that is not doubled", "q,a\n\"a\"b,2\n", "line 2");
    row("a quote that is never closed", "q,a\n\"a,2\n3,4\n", "line 2");
    row("a name twice", "q,q\n1,2\n", "\"q\" twice");
    row("Latin-1", "q,a\n1,\xE9t\xE9\n", "UTF-8");
  }
  void broken_tables_are_named() {
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    const std::string problem = read(content.toStdString(), "rows.csv").problem;
    QVERIFY2(problem.find(word.toStdString()) != std::string::npos, problem.c_str());
  }

  void packed_and_recoded_files_read_as_what_is_in_them() {
    const Rows expected{"q=1|a=x@1", "q=2|a=y@2"};
    const Read packed = read(packed_with_gzip(kJsonl), "rows.jsonl.gz");
    QCOMPARE(packed.rows, expected);
    QVERIFY(packed.told.find("gzip") != std::string::npos);
    QCOMPARE(read(packed_with_zstd(kJsonl), "rows.jsonl.zst").rows, expected);
    QCOMPARE(read(packed_with_zstd(kJsonl), "rows.jsonl").rows, expected);   // whatever its name
    QCOMPARE(read(packed_with_gzip(kJsonl.substr(0, 21)) + packed_with_gzip(kJsonl.substr(21)), "rows.gz").rows,
             expected);
    QCOMPARE(read(packed_with_gzip("q,a\n1,x\n"), "rows.csv.gz").rows, (Rows{"q=1|a=x@2"}));
    for (const bool big : {false, true})
      for (const bool mark : {false, true})
        QCOMPARE(read(utf16(u"{\"q\": \"é😀\"}\n", big, mark), "rows.jsonl").rows, (Rows{"q=é😀@1"}));
    QCOMPARE(read(packed_with_gzip(utf16(u"q\ta\n1\tx\n", false, true)), "rows.tsv.gz").rows, (Rows{"q=1|a=x@2"}));
  }
  void damaged_packing_is_named() {
    const std::string packed = packed_with_gzip(kJsonl), other = packed_with_zstd(kJsonl);
    for (const std::string& damaged :
         {packed.substr(0, packed.size() - 6), other.substr(0, other.size() - 3), packed.substr(0, 12), other + "rest",
          utf16(u"{\"q\"", false, true) + "\xD8\xD8" + "x"})
      QVERIFY(read(damaged, "rows.jsonl").problem.find("found damage at byte") != std::string::npos);
  }
  void nothing_is_left_of_what_was_unpacked() {
    TemporaryFolder cache;
    qputenv("XDG_CACHE_HOME", cache.path().c_str());
    const std::string packed = packed_with_gzip(kJsonl);
    QCOMPARE(read(packed, "rows.jsonl.gz").rows.size(), std::size_t{2});
    QVERIFY(!read(packed.substr(0, packed.size() - 6), "rows.jsonl.gz").problem.empty());
    qunsetenv("XDG_CACHE_HOME");
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache.path()))
      files += entry.is_regular_file() ? 1 : 0;
    QCOMPARE(files, 0);
  }

  void the_beginning_of_a_packed_file_costs_no_more_than_some_megabytes() {
    std::string rows = kJsonl;
    while (rows.size() < (20u << 20)) rows += kJsonl.substr(0, 7) + std::string(1000, 'x') + kJsonl.substr(8, 14);
    const DataFile file(packed_with_gzip(rows), "rows.jsonl.gz");
    const auto beginning = require(RowFile::open_beginning(file.path()));
    QVERIFY(!beginning->whole());
    QVERIFY(beginning->text().size() < (9u << 20));
    QVERIFY(rows.starts_with(beginning->text()));
    const DataFile small(packed_with_gzip(kJsonl), "rows.jsonl.gz");
    QVERIFY(require(RowFile::open_beginning(small.path()))->whole());
    // A piece of packed UTF-16 is no text yet: all of it is unpacked.
    const DataFile wide(packed_with_gzip(utf16(std::u16string(6u << 20, u'x'), false, true)), "rows.txt.gz");
    QCOMPARE(require(RowFile::open_beginning(wide.path()))->text().size(), std::size_t{6u << 20});
  }

  void plain_text_is_one_row() {
    QCOMPARE(read("Once upon\na time.\n", "tale.txt").rows, (Rows{"text=Once upon\na time.\n@1"}));
    QVERIFY(read("\xE9t\xE9", "tale.md").problem.find("UTF-8") != std::string::npos);
    QCOMPARE(read(kJsonl, "rows.txt").rows.size(), std::size_t{2});   // rows with a wrong name
  }

  void other_formats_are_named_with_a_way_out_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, QByteArray content, const char* words) {
      QTest::newRow(name) << content << words;
    };
    row("zip", "PK\x03\x04xxxx", "ZIP|Unpack");
    row("xz", QByteArray("\xFD\x37zXZ\0xxxx", 10), "xz file");
    row("SQLite", QByteArray("SQLite format 3\0xxxx", 20), "SQLite file");
    row("a model", "GGUF\x03xxxx", "GGUF file|--model");
    row("UTF-32", QByteArray("\xFF\xFE\0\0{\0\0\0", 8), "UTF-32 file|UTF-8");
    row("a web page", "<!DOCTYPE html>\n<html>", "a web page|the file itself");
    row("Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS|git lfs pull");
    row("pickle", "\x80\x04xxxxx", "Python pickle file");
    row("a table", "question,answer\nq,a\n", "columns of a table|.csv");
    row("plain text", "Once upon a time\nthere was a fox.\n", "plain text|.txt");
    row("Python", "{'q': 'a'}\n", "name in quotes");
    row("YAML", "---\n- q: a\n", "YAML");
  }
  void other_formats_are_named_with_a_way_out() {
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    const std::string problem = read(content.toStdString(), "rows.jsonl").problem;
    for (const QString& word : words.split('|'))
      QVERIFY2(problem.find(word.toStdString()) != std::string::npos, problem.c_str());
  }
};

QTEST_GUILESS_MAIN(RowFileTest)
#include "row_file_test.moc"
