// Layouts, columns, and what is said about broken rows.
#include "core/data/example_reader.h"

#include <QtTest>

#include "core/data/row_scanner.h"
#include "tests/core/data/data_files.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Rows {
  std::vector<ReadRow> rows;
  DataColumns columns;
  std::string problem;
};

Rows read(const std::string& content, DataConfig config = {}, const std::string& name = "rows.jsonl") {
  const DataFile file(content, name);
  Rows out;
  auto columns = find_columns({file.path()}, config);
  if (!columns.ok()) return out.problem = columns.error().sentence(), out;
  out.columns = *columns;
  const Status status = read_rows({file.path()}, out.columns, 0, [&](ReadRow row) {
    out.rows.push_back(std::move(row));
    return Status();
  });
  if (!status.ok()) out.problem = status.error().sentence();
  return out;
}

std::string conversation(const ReadRow& row) {
  if (!row.example) return "(" + row.reason.text() + ")";
  std::string text;
  for (const ChatMessage& message : row.example->messages) text += message.role + ":" + message.content + "|";
  if (!row.example->input.empty()) text += "input:" + row.example->input;
  return text;
}

}   // namespace

class ExampleReaderTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_layout_is_found_by_its_columns_data() {
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* content, const char* layout, const char* expected) {
      QTest::newRow(name) << content << layout << expected;
    };
    row("question and answer", "{\"question\": \"q\", \"answer\": \"a\"}", "question_answer", "user:q|assistant:a|");
    row("other names", "{\"id\": 1, \"problem\": \"q\", \"solution\": \"a\"}", "question_answer",
        "user:q|assistant:a|");
    row("prompt and completion", "{\"prompt\": \"p\", \"completion\": \"c\"}", "prompt_completion",
        "user:p|assistant:c|");
    row("lists of messages",
        "{\"prompt\": [{\"role\": \"user\", \"content\": \"p\"}], \"completion\": [{\"role\": \"assistant\", \"content\": \"c\"}]}",
        "prompt_completion", "user:p|assistant:c|");
    row("instruction", "{\"instruction\": \"i\", \"input\": \"n\", \"output\": \"o\", \"answer\": \"4\"}",
        "instruction", "user:i|assistant:o|input:n");
    row("instruction alone", "{\"instruction\": \"i\", \"input\": \" \", \"output\": \"o\"}", "instruction",
        "user:i|assistant:o|");
    row("history", "{\"instruction\": \"i\", \"output\": \"o\", \"system\": \"s\", \"history\": [[\"q\", \"a\"]]}",
        "instruction", "system:s|user:q|assistant:a|user:i|assistant:o|");
    row("messages",
        "{\"messages\": [{\"role\": \"system\", \"content\": \"s\"}, {\"role\": \"user\", \"content\": \"u\"}, {\"role\": \"assistant\", \"content\": \"a\"}]}",
        "messages", "system:s|user:u|assistant:a|");
    row("ShareGPT",
        "{\"conversations\": [{\"from\": \"human\", \"value\": \"u\"}, {\"from\": \"gpt\", \"value\": \"a\"}, {\"from\": \"human\", \"value\": \"last\"}]}",
        "messages", "user:u|assistant:a|");
    row("parts",
        "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"u\"}]}, {\"role\": \"assistant\", \"content\": \"a\"}]}",
        "messages", "user:u|assistant:a|");
    row("numbers", "{\"question\": \"2+2\", \"answer\": 4}", "question_answer", "user:2+2|assistant:4|");
    row("escapes", "{\"question\": \"\\u00e9\\n\\ud83d\\ude00\", \"answer\": \"\\\"\"}", "question_answer",
        "user:é\n😀|assistant:\"|");
    row("no answer", "{\"question\": \"q\", \"answer\": \"\"}", "question_answer", "(no answer)");
    row("blank prompt", "{\"question\": \" \\n\", \"answer\": \"a\"}", "question_answer", "(empty prompt)");
    row("null", "{\"question\": \"q\", \"answer\": null}", "question_answer", "(no answer)");
    row("a call of a tool",
        "{\"messages\": [{\"role\": \"user\", \"content\": \"u\"}, {\"role\": \"assistant\", \"content\": null, \"tool_calls\": [{}]}]}",
        "messages", "(a call of a tool)");
    row("nobody answers", "{\"messages\": [{\"role\": \"user\", \"content\": \"u\"}]}", "messages", "(no answer)");
    row("answer first", "{\"messages\": [{\"role\": \"assistant\", \"content\": \"a\"}]}", "messages",
        "(an answer before any prompt)");
  }
  void a_layout_is_found_by_its_columns() {
    QFETCH(QString, content);
    QFETCH(QString, layout);
    QFETCH(QString, expected);
    const Rows rows = read(content.toStdString());
    QCOMPARE(rows.problem, std::string());
    QCOMPARE(std::string(name_of(rows.columns.layout)), layout.toStdString());
    QCOMPARE(conversation(rows.rows.at(0)), expected.toStdString());
  }

  void a_json_list_reads_as_its_lines_do() {
    const std::string one = "{\"question\": \"a, ] } \\\" [\", \"answer\": \"x\"}",
                      two = "{\"question\": \"b\",\n \"answer\": \"y\"}";
    for (const std::string& content :
         {"[" + one + ", " + two + "]", "\xEF\xBB\xBF [\n" + one + "\n,\n" + two + "\n]\n\n"}) {
      const Rows rows = read(content, {}, "rows.json");
      QCOMPARE(rows.problem, std::string());
      QCOMPARE(rows.rows.size(), std::size_t{2});
      QCOMPARE(conversation(rows.rows[1]), std::string("user:b|assistant:y|"));
    }
    QCOMPARE(read(one + "\r\n\r\n  \n" + "{\"question\": \"b\", \"answer\": \"y\"}").rows.at(1).place.line,
             std::int64_t{4});
  }
  void columns_can_be_mapped_by_hand() {
    DataConfig config;
    config.column_map = {{"prompt", "frage"}, {"response", "antwort"}};
    const std::string content = "{\"frage\": \"q\", \"antwort\": \"a\", \"question\": \"no\", \"answer\": \"no\"}";
    QCOMPARE(conversation(read(content, config).rows.at(0)), std::string("user:q|assistant:a|"));
    config.column_map = {{"response", "antwort"}};   // the prompt keeps its usual name
    QCOMPARE(conversation(read(content, config).rows.at(0)), std::string("user:no|assistant:a|"));
    config.column_map = {{"prompt", "frage"}, {"response", "nothere"}};
    const std::string problem = read(content, config).problem;
    QVERIFY2(problem.find("nothere") != std::string::npos && problem.find("antwort") != std::string::npos,
             problem.c_str());
  }
  void columns_of_no_layout_are_listed() {
    const std::string problem = read("{\"title\": \"t\", \"body\": \"b\"}").problem;
    for (const char* word : {"rows.jsonl", "title", "body", "question + answer", "prompt=COLUMN"})
      QVERIFY2(problem.find(word) != std::string::npos, problem.c_str());
    QVERIFY(read("{\"prompt\": \"p\", \"chosen\": \"c\", \"rejected\": \"r\"}").problem.find("preference") !=
            std::string::npos);
  }

  void a_broken_line_3017_is_named_with_its_reason() {
    std::string content;
    for (int line = 1; line <= 4'000; ++line)
      content += line == 3'017 ? "{\"question\": \"q\", \"answer\": }\n" : "{\"question\": \"q\", \"answer\": \"a\"}\n";
    const std::string problem = read(content).problem;
    for (const char* word : {"rows.jsonl, line 3017: column 29", "not valid JSON", "the only one of 4000 rows"})
      QVERIFY2(problem.find(word) != std::string::npos, problem.c_str());
  }
  void a_field_of_the_wrong_kind_is_named_and_counted() {
    std::string content;
    for (int line = 1; line <= 10; ++line)
      content +=
          line % 3 == 0 ? "{\"question\": \"q\", \"answer\": [1]}\n" : "{\"question\": \"q\", \"answer\": \"a\"}\n";
    const std::string problem = read(content).problem;
    for (const char* word :
         {"line 3", "\"answer\"", "expected a text, found a list", "first of 3 broken rows among 10"})
      QVERIFY2(problem.find(word) != std::string::npos, problem.c_str());
  }
  void every_fault_is_a_sentence_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, QByteArray content, const char* word) {
      QTest::newRow(name) << content << word;
    };
    const QByteArray good = "{\"question\": \"q\", \"answer\": \"a\"}\n";
    row("empty file", "", "empty file");
    row("blank file", " \n\n", "empty file");
    row("empty list", "[]", "empty list");
    row("list of numbers", "[1, 2]", "expected an object, found a number");
    row("list without end", "[" + good.trimmed(), "end of the list");
    row("text behind the list", "[" + good.trimmed() + "] x", "nothing behind the list");
    row("no comma", "[" + good.trimmed() + " " + good.trimmed() + "]", "line 1");
    row("comma at the end", "[" + good.trimmed() + ",]", "line 1");
    row("broken UTF-8", good + "{\"question\": \"\xFF\", \"answer\": \"a\"}\n", "line 2");
    row("bare zero byte", good + QByteArray("{\"question\": \"a\0b\", \"answer\": \"a\"}\n", 34), "line 2");
    row("cut surrogate", good + "{\"question\": \"\\ud83d\", \"answer\": \"a\"}\n", "line 2");
    row("deep nesting", good + QByteArray(200'000, '[') + "\n", "line 2");
    row("words", "hello world\n", "not valid JSON");
    row("role unknown", "{\"messages\": [{\"role\": \"wizard\", \"content\": \"x\"}]}", "wizard");
    row("message is a text", "{\"messages\": [\"x\"]}", "messages[0]");
    row("messages is a number", "{\"messages\": 5}", "expected a list of messages, found a number");
    row("part without text", "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image\"}]}]}",
        "part without text");
  }
  void every_fault_is_a_sentence() {
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    const Rows rows = read(content.toStdString());
    const std::string problem =
        rows.problem.empty() && !rows.rows.empty() ? rows.rows.back().reason.text() : rows.problem;
    QVERIFY2(problem.find(word.toStdString()) != std::string::npos, problem.c_str());
  }
  void a_line_of_a_hundred_megabytes_is_refused_in_words() {
    const std::string problem = read("{\"question\": \"q\", \"answer\": \"a\"}\n{\"question\": \"" +
                                     std::string(100u << 20, 'x') + "\", \"answer\": \"a\"}\n")
                                    .problem;
    QVERIFY2(problem.find("line 2") != std::string::npos && problem.find("67108864 bytes") != std::string::npos,
             problem.substr(0, 300).c_str());
  }
  void reading_can_be_cancelled() {
    const DataFile file("{\"question\": \"q\", \"answer\": \"a\"}\n");
    std::stop_source stop;
    stop.request_stop();
    const Status status = read_rows({file.path()}, require(find_columns({file.path()}, {})), 0,
                                    [](ReadRow) { return Status(); }, {.stop = stop.get_token(), .progress = {}});
    QCOMPARE(status.error().code, ErrorCode::Cancelled);
  }
  void settings_that_cannot_work_are_named() {
    const auto problem = [](auto change) {
      DataConfig config = config_of("x");
      change(config);
      const Status status = config.validate();
      return status.ok() ? std::string() : status.error().sentence();
    };
    QCOMPARE(problem([](DataConfig&) {}), std::string());
    QVERIFY(problem([](DataConfig& c) { c.files.clear(); }).find("data.files") == 0);
    QVERIFY(problem([](DataConfig& c) { c.layout = "table"; }).find("table") != std::string::npos);
    QVERIFY(problem([](DataConfig& c) { c.prompt_format = "x"; }).find("alpaca") != std::string::npos);
    QVERIFY(problem([](DataConfig& c) { c.held_out_share = 0.6; }).find("0.6") != std::string::npos);
    QVERIFY(problem([](DataConfig& c) { c.max_tokens = 0; }).find("max_tokens") != std::string::npos);
    QVERIFY(problem([](DataConfig& c) { c.column_map["color"] = "x"; }).find("color") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(ExampleReaderTest)
#include "example_reader_test.moc"
