// Layouts, columns, and what is said about broken rows.
#include "core/data/example_reader.h"

#include <QtTest>

#include <nlohmann/json.hpp>

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
  const auto sources = open_sources({file.path()}, config);
  if (!sources.ok()) return out.problem = sources.error().sentence(), out;
  out.columns = sources->front().columns;
  const Status status = read_rows(*sources, 0, [&](ReadRow row) {
    out.rows.push_back(std::move(row));
    return Status();
  });
  if (!status.ok()) out.problem = status.error().sentence();
  return out;
}

std::string conversation(const ReadRow& row) {
  if (!row.example) return "(" + row.reason.text() + ")";
  std::string text;
  if (row.example->text) return "text:" + *row.example->text;
  for (std::size_t i = 0; i < row.example->messages.size(); ++i) {
    const ChatMessage& message = row.example->messages[i];
    text += message.role + (row.example->trains(i) ? ":" : "(silent):") + message.content;
    if (message.fields) text += message.fields->dump();
    text += "|";
  }
  if (row.example->variables) text += "variables:" + row.example->variables->dump();
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
        "{\"prompt\": [{\"role\": \"user\", \"content\": \"p\"}], \"completion\": [{\"role\": \"assistant\", "
        "\"content\": \"c\"}]}",
        "prompt_completion", "user:p|assistant:c|");
    row("instruction", "{\"instruction\": \"i\", \"input\": \"n\", \"output\": \"o\", \"answer\": \"4\"}",
        "instruction", "user:i|assistant:o|input:n");
    row("instruction alone", "{\"instruction\": \"i\", \"input\": \" \", \"output\": \"o\"}", "instruction",
        "user:i|assistant:o|");
    row("history", "{\"instruction\": \"i\", \"output\": \"o\", \"system\": \"s\", \"history\": [[\"q\", \"a\"]]}",
        "instruction", "system:s|user:q|assistant:a|user:i|assistant:o|");
    row("messages",
        "{\"messages\": [{\"role\": \"system\", \"content\": \"s\"}, {\"role\": \"user\", \"content\": \"u\"}, "
        "{\"role\": \"assistant\", \"content\": \"a\"}]}",
        "messages", "system:s|user:u|assistant:a|");
    row("ShareGPT",
        "{\"conversations\": [{\"from\": \"human\", \"value\": \"u\"}, {\"from\": \"gpt\", \"value\": \"a\"}, "
        "{\"from\": \"human\", \"value\": \"last\"}]}",
        "messages", "user:u|assistant:a|");
    row("parts",
        "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"u\"}]}, {\"role\": "
        "\"assistant\", \"content\": \"a\"}]}",
        "messages", "user:u|assistant:a|");
    row("numbers", "{\"question\": \"2+2\", \"answer\": 4}", "question_answer", "user:2+2|assistant:4|");
    row("escapes", "{\"question\": \"\\u00e9\\n\\ud83d\\ude00\", \"answer\": \"\\\"\"}", "question_answer",
        "user:é\n😀|assistant:\"|");
    row("no answer", "{\"question\": \"q\", \"answer\": \"\"}", "question_answer", "(no answer)");
    row("blank prompt", "{\"question\": \" \\n\", \"answer\": \"a\"}", "question_answer", "(empty prompt)");
    row("null", "{\"question\": \"q\", \"answer\": null}", "question_answer", "(no answer)");
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
        "a part of type \"image\"");
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
    const Status status = read_rows(require(open_sources({file.path()}, {})), 0, [](ReadRow) { return Status(); },
                                    {.stop = stop.get_token(), .progress = {}});
    QCOMPARE(status.error().code, ErrorCode::Cancelled);
  }
  void layouts_of_other_trainers_are_read_data() {
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* content, const char* layout, const char* expected) {
      QTest::newRow(name) << content << layout << expected;
    };
    row("a call of a tool",
        R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": null, "tool_calls": )"
        R"([{"type": "function"}]}], "tools": [{"type": "function"}]})",
        "messages",
        R"(user:u|assistant:{"content":null,"tool_calls":[{"type":"function"}]}|)"
        R"(variables:{"tools":[{"type":"function"}]})");
    row("OpenAI's older form",
        R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "", "function_call": )"
        R"({"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}, {"role": )"
        R"("assistant", "content": "one"}], "functions": [{"name": "f"}]})",
        "messages",
        R"(user:u|assistant:{"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{}"}}]}|)"
        R"(tool:1{"name":"f"}|assistant:one|variables:{"tools":[{"type":"function","function":{"name":"f"}}]})");
    row("ShareGPT with a tool",
        "{\"conversations\": [{\"from\": \"human\", \"value\": \"u\"}, {\"from\": \"function_call\", \"value\": "
        "\"{\\\"name\\\": \\\"f\\\", \\\"arguments\\\": {\\\"x\\\": 1}}\"}, {\"from\": \"observation\", \"value\": "
        "\"2\"}, {\"from\": \"gpt\", \"value\": \"two\"}], \"system\": \"s\", \"tools\": \"[{\\\"name\\\": "
        "\\\"f\\\"}]\"}",
        "messages",
        R"(system:s|user:u|assistant:{"tool_calls":[{"type":"function","function":{"name":"f","arguments":{"x":1}}}]}|)"
        R"(tool:2|assistant:two|variables:{"tools":[{"name":"f"}]})");
    row("a completion with a call",
        R"({"prompt": [{"role": "user", "content": "u"}], "completion": [{"role": "assistant", "content": "c", )"
        R"("tool_calls": [{"id": "1"}]}]})",
        "prompt_completion", R"(user:u|assistant:c{"tool_calls":[{"id":"1"}]}|)");
    row("the chosen side", R"({"prompt": "p", "chosen": "c", "rejected": "r"})", "preference", "user:p|assistant:c|");
    row("the chosen side with its prompt",
        R"({"prompt": "p", "chosen": [{"role": "user", "content": "p"}, {"role": "assistant", "content": "c"}], )"
        R"("rejected": []})",
        "preference", "user:p|assistant:c|");
    row("a chosen conversation alone",
        R"({"chosen": [{"role": "user", "content": "p"}, {"role": "assistant", "content": "c"}], "rejected": []})",
        "preference", "user:p|assistant:c|");
    row("the chosen side of ShareGPT",
        R"({"conversations": [{"from": "human", "value": "p"}], "chosen": {"from": "gpt", "value": "c"}, "rejected": )"
        R"({"from": "gpt", "value": "r"}})",
        "preference", "user:p|assistant:c|");
    row("KTO, good", R"({"prompt": "p", "completion": "c", "label": true})", "prompt_completion",
        "user:p|assistant:c|");
    row("KTO, bad", R"({"prompt": "p", "completion": "c", "label": false})", "prompt_completion",
        "(marked as a bad answer (label: false))");
    row("a label that is a class", R"({"prompt": "p", "completion": "c", "label": 0})", "prompt_completion",
        "user:p|assistant:c|");
    row("text alone", R"({"text": "Once upon a time", "id": 3})", "text", "text:Once upon a time");
    row("names in capitals", R"({"Question": "q", "Answer": "a"})", "question_answer", "user:q|assistant:a|");
    row("input and output", R"({"input": "q", "output": "a"})", "prompt_completion", "user:q|assistant:a|");
    row("messages inside a text",
        "{\"messages\": \"[{\\\"role\\\": \\\"user\\\", \\\"content\\\": \\\"u\\\"}, {\\\"role\\\": "
        "\\\"assistant\\\", \\\"content\\\": \\\"a\\\"}]\"}",
        "messages", "user:u|assistant:a|");
    row("a developer speaks",
        R"({"messages": [{"role": "developer", "content": "d"}, {"role": "user", "content": "u"}, {"role": )"
        R"("assistant", "content": "a"}]})",
        "messages", "developer:d|user:u|assistant:a|");
    row("documents and variables",
        R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a"}], "documents": )"
        R"([{"text": "t"}], "chat_template_kwargs": {"enable_thinking": false, "other": null}})",
        "messages", R"(user:u|assistant:a|variables:{"enable_thinking":false,"documents":[{"text":"t"}]})");
    row("a tool whose schema the datasets library filled up",
        R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a"}], "tools": )"
        R"([{"name": "f", "parameters": {"x": {"type": "string", "default": null}, "y": null}}]})",
        "messages",
        R"(user:u|assistant:a|variables:{"tools":[{"name":"f","parameters":{"x":{"type":"string","default":null}}}]})");
  }
  void layouts_of_other_trainers_are_read() { a_layout_is_found_by_its_columns(); }

  void an_answer_trains_as_its_author_says_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* field, const char* expected) { QTest::newRow(field) << field << expected; };
    row(R"("weight": 0)", "(silent)");
    row(R"("weight": 1)", ":");
    row(R"("weight": 0.0)", "(silent)");
    row(R"("weight": null)", ":");
    row(R"("train": false)", "(silent)");
    row(R"("training": true)", ":");
    row(R"("loss": false)", "(silent)");
    row(R"("loss": 2.31)", ":");   // what an earlier training measured
    row(R"("loss_scale": 0)", "(silent)");
    row(R"("weight": 1, "train": false)", "(silent)");
  }
  void an_answer_trains_as_its_author_says() {
    QFETCH(QString, field);
    QFETCH(QString, expected);
    const Rows rows =
        read(R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a", )" +
             field.toStdString() + R"(}, {"role": "user", "content": "v"}, {"role": "assistant", "content": "b"}]})");
    QCOMPARE(rows.problem, std::string());
    const Example& example = rows.rows.at(0).example.value();
    QCOMPARE(example.trains(1), expected == ":");
    QVERIFY(example.trains(3));
  }
  void a_weight_between_is_refused_and_a_row_of_weights_0_left_out() {
    const std::string begin =
        R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a", )";
    const std::string problem = read(begin + R"("weight": 0.5}]})").problem;
    for (const char* word : {"messages[1].weight", "0.5", "0 (the message does not train) or 1"})
      QVERIFY2(problem.find(word) != std::string::npos, problem.c_str());
    QCOMPARE(conversation(read(begin + R"("weight": 0}]})").rows.at(0)), std::string("(every answer has weight 0)"));
  }

  void odd_values_in_columns_that_nobody_uses_harm_nothing_data() {
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, QByteArray value) { QTest::newRow(name) << value; };
    row("over 64 bits", "184467440737095516160");
    row("a huge exponent", "1e400");
    row("NaN", "NaN");
    row("minus infinity", "-Infinity");
    row("half a surrogate", "\"\\ud83d\"");
    row("deep nesting", QByteArray(5'000, '[') + QByteArray(5'000, ']'));
    row("bytes that are not UTF-8", "\"\xFF\xFE\"");
    row("a leading zero", "007");
    row("nested oddities", R"({"a": [1e999, {"b": NaN}], "c": "\uDC00"})");
  }
  void odd_values_in_columns_that_nobody_uses_harm_nothing() {
    QFETCH(QByteArray, value);
    const std::string odd = "{\"question\": \"q\", \"odd\": " + value.toStdString() + ", \"answer\": \"a\"}";
    for (const std::string& content : {odd + "\n" + odd, "[" + odd + "," + odd + "]"}) {
      const Rows rows = read(content);
      QCOMPARE(rows.problem, std::string());
      QCOMPARE(conversation(rows.rows.at(1)), std::string("user:q|assistant:a|"));
    }
    QVERIFY(!read("{\"question\": \"q\", \"answer\": [" + value.toStdString() + "]}").problem.empty());
  }
  void numbers_are_learned_as_they_are_written() {
    for (const char* number : {"1.50", "1e5", "184467440737095516160", "-0", "true"})
      QCOMPARE(conversation(read("{\"question\": \"q\", \"answer\": " + std::string(number) + "}").rows.at(0)),
               "user:q|assistant:" + std::string(number) + "|");
  }
  void an_odd_value_in_a_message_is_kept_apart() {
    const Rows rows =
        read(R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a", "id": )"
             R"(184467440737095516160, "name": "n"}]})");
    QCOMPARE(rows.problem, std::string());
    const Example& example = rows.rows.at(0).example.value();
    QCOMPARE(example.odd.size(), std::size_t{1});
    QCOMPARE(example.odd[0].name, std::string("id"));
    QVERIFY(example.odd[0].reason.text().find("messages[1].id") != std::string::npos);
  }
  void of_a_name_that_is_there_twice_the_last_value_counts() {
    QCOMPARE(conversation(read(R"({"question": "q", "answer": "first", "answer": "last"})").rows.at(0)),
             std::string("user:q|assistant:last|"));
    QCOMPARE(
        conversation(read(R"({"messages": [{"role": "user", "content": "x", "content": "u"}, {"role": "user", "role": )"
                          R"("assistant", "content": "a"}]})")
                         .rows.at(0)),
        std::string("user:u|assistant:a|"));
    QCOMPARE(conversation(read(R"({"question": "q", "answer": "a", "\u0061nswer": "b"})").rows.at(0)),
             std::string("user:q|assistant:b|"));
  }

  void pictures_and_sound_are_refused_however_they_are_filled_up_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* part, const char* word) { QTest::newRow(part) << part << word; };
    row(R"({"type": "image", "image": "fox.png", "text": null})", "image");
    row(R"({"type": "image_url", "image_url": {"url": "x"}, "text": ""})", "image_url");
    row(R"({"type": "audio", "audio": "x.wav", "text": null})", "audio");
    row(R"({"type": "text", "text": "t", "video": "x.mp4"})", "video");
    row(R"({"type": "image", "image": null, "text": null})", "image");
    row(R"({"type": "text", "text": null})", "part without text");
  }
  void pictures_and_sound_are_refused_however_they_are_filled_up() {
    QFETCH(QString, part);
    QFETCH(QString, word);
    const std::string problem = read(R"({"messages": [{"role": "user", "content": [)" + part.toStdString() +
                                     R"(, {"type": "text", "image": null, "text": "What?"}]}, )"
                                     R"({"role": "assistant", "content": "a"}]})")
                                    .problem;
    QVERIFY2(problem.find("messages[0].content[0]") != std::string::npos &&
                 problem.find(word.toStdString()) != std::string::npos,
             problem.c_str());
  }
  void parts_that_were_filled_up_with_null_are_text() {
    QCOMPARE(
        conversation(
            read(R"({"messages": [{"role": "user", "content": [{"type": "text", "image": null, "text": "u"}, {"type": )"
                 R"("text", "image": "", "text": "v"}]}, {"role": "assistant", "content": "a", "name": null, )"
                 R"("tool_calls": null}]})")
                .rows.at(0)),
        std::string("user:uv|assistant:a|"));
  }

  void a_missing_column_is_named_and_every_file_has_its_own_layout() {
    QCOMPARE(conversation(read("{\"question\": \"q\", \"answer\": \"a\"}\n{\"question\": \"q\"}").rows.at(1)),
             std::string("(no field \"answer\")"));
    const DataFile one(R"({"question": "q", "answer": "a"})"), other(R"({"instruction": "i", "output": "o"})");
    const auto sources = require(open_sources({one.path(), other.path()}, {}));
    QCOMPARE(sources[0].columns.layout, DataLayout::QuestionAnswer);
    QCOMPARE(sources[1].columns.layout, DataLayout::Instruction);
  }
  void a_mapping_is_offered_for_columns_of_no_layout() {
    const std::string problem = read(R"({"id": 7, "ticket": "t", "labels": "l"})").problem;
    QVERIFY2(problem.find("prompt=ticket, response=labels") != std::string::npos, problem.c_str());
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
