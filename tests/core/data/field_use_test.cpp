// What becomes of every field of a row: used, refused, or named once as not used.
#include <QtTest>

#include <algorithm>
#include <set>

#include "tests/core/data/data_files.h"

using namespace lift;
using namespace lift::test;

namespace {

// Tools in the system message, calls behind the content, as tests/cases says.
const std::string kToolTemplate =
    "{%- if tools %}{{- '<|im_start|>system\\nTools: ' + (tools | tojson) + '<|im_end|>\\n' }}{%- endif %}"
    "{%- for m in messages %}{{- '<|im_start|>' + m.role + '\\n' + (m.content or '') }}"
    "{%- if m.tool_calls %}{%- for c in m.tool_calls %}"
    "{{- '\\n<tool_call>' + (c.function | tojson) + '</tool_call>' }}{%- endfor %}{%- endif %}"
    "{{- '<|im_end|>\\n' }}{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}";

const std::string kTools = R"([{"type": "function", "function": {"name": "weather"}}])";
const std::string kCall = R"([{"type": "function", "function": {"name": "weather", "arguments": {"place": "Oslo"}}}])";

SftData load(const std::string& content, const std::string& source = {}, DataConfig config = {},
             const std::string& name = "rows.jsonl") {
  const DataFile file(content, name);
  config.files = {file.text()};
  const PromptTemplate prompt =
      source.empty() ? demo_prompt() : require(PromptTemplate::make({}, demo_tokenizer(), source, "demo"));
  return require(load_sft_data(config, demo_tokenizer(), prompt, 1));
}

std::string problem_of(const std::string& content, const std::string& source) {
  const DataFile file(content);
  const auto prompt = require(PromptTemplate::make({}, demo_tokenizer(), source, "demo"));
  const auto data = load_sft_data(config_of(file.text()), demo_tokenizer(), prompt, 1);
  return data.ok() ? "" : data.error().sentence();
}

std::string trained_text(const SftDataset& data, std::int64_t row) {
  std::string text;
  for (std::size_t i = 0; i < data.ids(row).size(); ++i)
    if (data.trained(row)[i]) text += demo_tokenizer().piece_bytes(data.ids(row)[i]);
  return text;
}

std::string whole_text(const SftDataset& data, std::int64_t row) {
  std::string text;
  for (const TokenId id : data.ids(row)) text += demo_tokenizer().piece_bytes(id);
  return text;
}

std::string remarks_of(const SftData& data) {
  std::string all;
  for (const Sentence& remark : data.summary.remarks) all += remark.text() + "\n";
  return all;
}

std::string chat(const std::string& answer_fields, const std::string& columns = {}) {
  return R"({"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi")" +
         answer_fields + "}]" + columns + "}\n";
}

#define EXPECT_IN(text, part) QVERIFY2((text).find(part) != std::string::npos, (text).c_str())
#define EXPECT_NOT_IN(text, part) QVERIFY2((text).find(part) == std::string::npos, (text).c_str())

}   // namespace

class FieldUseTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void fields_that_nobody_uses_are_named_once_with_their_count() {
    std::string content;
    for (int i = 0; i < 120; ++i)
      content += R"({"question": "q", "answer": "a", "topic": "t", "mostly_null": )" +
                 std::string(i < 7 ? "1" : "null") + "}\n";
    const SftData data = load(content);
    QCOMPARE(data.summary.remarks.size(), std::size_t{2});
    EXPECT_IN(remarks_of(data), "rows.jsonl: field topic of 120 rows is not used\n");
    EXPECT_IN(remarks_of(data), "field mostly_null of 7 rows is not used");
    const auto use = std::ranges::find(data.summary.fields, "answer", &FieldUse::name);
    QCOMPARE(use->role, std::string("response"));
    QCOMPARE(use->count, std::int64_t{120});
  }
  void fields_of_messages_are_used_by_the_template_or_named() {
    const std::string content = chat(R"(, "reasoning_content": "r", "name": "n", "weight": 1)");
    const SftData plain = load(content);
    EXPECT_IN(remarks_of(plain), "field reasoning_content of 1 messages is not used");
    EXPECT_IN(remarks_of(plain), "field name of 1 messages is not used");
    EXPECT_NOT_IN(remarks_of(plain), "weight");
    const SftData named =
        load(content,
             "{% for m in messages %}{{ '<|im_start|>' + m.role + (m.name or '') + '\\n' + m.content + '<|im_end|>\\n' "
             "}}{% endfor %}");
    EXPECT_IN(whole_text(named.train, 0), "assistantn\nHi");
    EXPECT_NOT_IN(remarks_of(named), "field name");
  }
  void what_tools_are_there_and_what_is_called_reaches_the_template() {
    const SftData data = load(chat(", \"tool_calls\": " + kCall, ", \"tools\": " + kTools), kToolTemplate);
    EXPECT_IN(whole_text(data.train, 0),
              R"(system
Tools: [{"type": "function", "function": {"name": "weather"}}]<|im_end|>)");
    EXPECT_IN(trained_text(data.train, 0),
              R"(<tool_call>{"name": "weather", "arguments": {"place": "Oslo"}}</tool_call><|im_end|>)");
    QVERIFY(data.summary.remarks.empty());
  }
  void a_template_for_tools_writes_the_rows_that_bring_tools() {
    const std::string usual =
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endfor %}";
    const auto prompt =
        require(PromptTemplate::make({.tool_template = kToolTemplate}, demo_tokenizer(), usual, "demo"));
    const DataFile file(chat("", ", \"tools\": " + kTools) + chat("") + chat("", ", \"tools\": null") +
                        chat("", ", \"tools\": []"));
    const SftData data = require(load_sft_data(config_of(file.text()), demo_tokenizer(), prompt, 1));
    EXPECT_IN(whole_text(data.train, 0), "Tools: [");
    QVERIFY(whole_text(data.train, 1).find("Tools") == std::string::npos);
    QCOMPARE(whole_text(data.train, 2), whole_text(data.train, 1));
    QVERIFY(data.summary.remarks.empty());
    const auto broken = PromptTemplate::make({.tool_template = "{% for %}"}, demo_tokenizer(), usual, "demo");
    EXPECT_IN(broken.error().sentence(), "chat template tool_use");
  }
  void a_call_in_a_completion_reaches_the_template() {
    const SftData data =
        load(R"({"prompt": [{"role": "user", "content": "u"}], "completion": [{"role": "assistant", "content": "c", )"
             R"("tool_calls": )" +
                 kCall + "}]}",
             kToolTemplate);
    EXPECT_IN(trained_text(data.train, 0), "</tool_call><|im_end|>");
  }
  void a_call_that_the_template_does_not_write_leaves_the_row_out() {
    const std::string without =
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}";
    EXPECT_IN(problem_of(chat(", \"tool_calls\": " + kCall), without),
              "a call of a tool, which the chat template does not write");
    DataConfig config;
    config.prompt_format = "alpaca";
    const DataFile file(chat(", \"tool_calls\": " + kCall) + chat(""));
    config.files = {file.text()};
    const SftData data = require(load_sft_data(config, demo_tokenizer(), demo_prompt("alpaca"), 1));
    QCOMPARE(data.summary.left_out.at(0).rows, std::int64_t{1});
    EXPECT_IN(data.summary.left_out.at(0).reason.text(), "the prompt format alpaca has no place");
  }
  void tools_without_a_place_in_the_template_are_named() {
    const SftData data =
        load(chat("", ", \"tools\": " + kTools + R"(, "chat_template_kwargs": {"thinking": true})"),
             "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content + '<|im_end|>\\n' }}{% endfor %}");
    EXPECT_IN(remarks_of(data), "field tools of 1 rows is not used: the prompts have no place for it");
    EXPECT_IN(remarks_of(data), "thinking in chat_template_kwargs of 1 rows is not used by the template");
  }
  void answers_of_weight_0_are_read_and_not_learned() {
    const SftData data = load(
        R"({"messages": [{"role": "user", "content": "2+3"}, {"role": "assistant", "content": "six", "weight": 0}, )"
        R"({"role": "user", "content": "Sure?"}, {"role": "assistant", "content": "five", "weight": 1}, {"role": )"
        R"("user", "content": "Thanks"}]})"
        "\n" +
        chat(R"(, "weight": 0)"));
    QCOMPARE(data.train.size(), std::int64_t{1});
    QCOMPARE(trained_text(data.train, 0), std::string("five<|im_end|>"));
    EXPECT_IN(whole_text(data.train, 0), "assistant\nsix<|im_end|>");
    EXPECT_IN(data.summary.left_out.at(0).reason.text(), "every answer has weight 0");
    EXPECT_IN(remarks_of(data), "1 answers have weight 0 and do not train");
    EXPECT_IN(remarks_of(data), "1 messages behind the last answer of their row are left out");
  }
  void a_number_that_the_template_would_round_leaves_the_row_out_only_where_it_is_written() {
    const std::string content = chat(R"(, "id": 184467440737095516160)");
    QCOMPARE(load(content).train.size(), std::int64_t{1});
    const std::string writes_it =
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content ~ m.id ~ '<|im_end|>\\n' }}{% endfor %}";
    EXPECT_IN(problem_of(content, writes_it), "whole numbers of at most 64 bits");
  }
  void what_a_template_takes_out_of_a_message_is_told() {
    const std::string takes_thoughts =
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\\n' + m.content.split('</think>')[-1] + "
        "'<|im_end|>\\n' }}{% endfor %}";
    const SftData data =
        load(R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "<think>long )"
             R"(thoughts</think>Hi"}]})",
             takes_thoughts);
    EXPECT_IN(remarks_of(data), "leaves out a part of content of 1 messages");
  }
  void a_call_without_words_trains() {
    const SftData data =
        load(R"({"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "", "tool_calls": )" +
                 kCall + "}]}",
             kToolTemplate);
    EXPECT_IN(trained_text(data.train, 0), "</tool_call><|im_end|>");
  }
  void rows_left_out_for_one_reason_are_one_sentence() {
    std::string content = chat("");
    for (int i = 0; i < 200; ++i)
      content += R"({"question": "x"})"
                 "\n";
    const SftData data = load(content);
    QCOMPARE(data.summary.left_out.size(), std::size_t{1});
    QCOMPARE(sentence_of(data.summary.left_out[0]).text(),
             std::string("200 rows left out: no field \"messages\" (the first: rows.jsonl, line 2)"));
  }
  void the_chosen_side_trains_and_the_other_is_told() {
    const SftData data = load(R"({"prompt": "p", "chosen": "good", "rejected": "bad", "score": 3})");
    QCOMPARE(trained_text(data.train, 0), std::string("good<|im_end|>"));
    EXPECT_IN(remarks_of(data), "the answers in rejected of 1 rows are not used: the chosen ones train");
    EXPECT_IN(remarks_of(data), "field score of 1 rows is not used");
  }
  void a_text_trains_whole_in_pieces() {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "word" + std::to_string(i) + " ";
    DataConfig config;
    config.max_tokens = 64;
    const SftData data = load("{\"text\": \"" + text + "\"}", {}, config);
    QVERIFY(data.train.size() > 5);
    std::string learned;
    for (std::int64_t piece = 0; piece < data.train.size(); ++piece) {
      QVERIFY(data.train.length(piece) <= 64);
      QCOMPARE(data.train.trained(piece)[0], std::uint8_t{0});
      QCOMPARE(data.train.label_count(piece), data.train.length(piece) - 1);
      QCOMPARE(data.train.source_row(piece), std::int64_t{0});
      learned += trained_text(data.train, piece);
    }
    QVERIFY(text.ends_with(learned.substr(4, learned.size() - 4 - std::string("<|im_end|>").size())));
    QVERIFY(learned.ends_with("<|im_end|>"));
    EXPECT_IN(remarks_of(data), "1 texts to go on from, in");
    QCOMPARE(data.summary.kept, std::int64_t{1});
  }
  void pieces_of_one_text_are_held_out_together() {
    std::string content;
    for (int row = 0; row < 10; ++row)
      content += "{\"text\": \"" + std::string(400, static_cast<char>('a' + row)) + "\"}\n";
    DataConfig config;
    config.max_tokens = 16;
    config.held_out_share = 0.3;
    const SftData data = load(content, {}, config);
    std::set<std::int64_t> trained, held_out;
    for (std::int64_t i = 0; i < data.train.size(); ++i) trained.insert(data.train.source_row(i));
    for (std::int64_t i = 0; i < data.held_out.size(); ++i) held_out.insert(data.held_out.source_row(i));
    QCOMPARE(held_out.size(), std::size_t{3});
    QCOMPARE(trained.size(), std::size_t{7});
  }
  void a_table_trains_as_its_lines_of_json_would() {
    const SftData table = load("question,answer,topic\n\"a, b\",\"c\nd\",t\n", {}, {}, "rows.csv");
    const SftData lines = load(R"({"question": "a, b", "answer": "c\nd"})");
    QVERIFY(table.summary.fingerprint == lines.summary.fingerprint);
    EXPECT_IN(remarks_of(table), "rows.csv: a table whose columns are separated by \",\"");
    EXPECT_IN(remarks_of(table), "field topic of 1 rows is not used");
    const DataFile file("question,answer\nq,a\n", "rows.csv");
    const SftData open = require(load_sft_data(config_of(file.text()), demo_tokenizer(), demo_prompt(), 1));
    QCOMPARE(require(open.row(0, demo_tokenizer(), demo_prompt())).place.text(), std::string("rows.csv, line 2"));
  }
  void a_token_that_the_model_has_no_embedding_for_is_named_with_its_row() {
    const DataFile file(R"({"question": "q", "answer": "a"})"
                        "\n"
                        R"({"question": "q", "answer": "a <|im_start|>"})");
    const TokenId end = *demo_tokenizer().special_tokens().eos;
    const auto prompt = demo_prompt("plain");
    const auto data = load_sft_data(config_of(file.text()), demo_tokenizer(), prompt, 1, {}, end);
    QCOMPARE(data.error().code, ErrorCode::Mismatch);
    EXPECT_IN(data.error().sentence(), "rows.jsonl, line 1");
    EXPECT_IN(data.error().sentence(), "found token 97 (\"q\")");
  }
};

QTEST_GUILESS_MAIN(FieldUseTest)
#include "field_use_test.moc"
