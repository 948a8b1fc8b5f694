// From rows to tokens and labels: what trains, what is left out, and what is said about it.
#include "core/data/sft_dataset.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

#include "tests/core/data/data_files.h"
#include "tests/support/slowdown.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;

namespace {

std::string row(const std::string& question, const std::string& answer) {
  return json{{"question", question}, {"answer", answer}}.dump() + "\n";
}

std::string many_rows(int count) {
  std::string content;
  for (int i = 0; i < count; ++i)
    content += row("What is " + std::to_string(i) + " + 1?",
                   std::string(static_cast<std::size_t>(1 + i % 7), 'x') + std::to_string(i + 1));
  return content;
}

SftData load(const DataConfig& config, const std::string& format = "auto", std::uint64_t seed = 1) {
  return require(load_sft_data(config, demo_tokenizer(), demo_prompt(format), seed));
}

std::string problem_of(const DataConfig& config) {
  const auto data = load_sft_data(config, demo_tokenizer(), demo_prompt(), 1);
  return data.ok() ? "" : data.error().sentence();
}

std::string trained_text(const SftDataset& data, std::int64_t row) {
  std::string text;
  for (std::size_t i = 0; i < data.ids(row).size(); ++i)
    if (data.trained(row)[i]) text += demo_tokenizer().piece_bytes(data.ids(row)[i]);
  return text;
}

std::vector<std::int64_t> source_rows(const SftDataset& data) {
  std::vector<std::int64_t> rows;
  for (std::int64_t i = 0; i < data.size(); ++i) rows.push_back(data.source_row(i));
  return rows;
}

}   // namespace

class SftDatasetTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void only_the_answer_and_its_end_token_train() {
    const DataFile file(row("What is 2+2?", "It is 4.\n#### 4"));
    const SftData data = load(config_of(file.text()));
    QCOMPARE(trained_text(data.train, 0), std::string("It is 4.\n#### 4<|im_end|>"));
    const auto ids = data.train.ids(0);
    QCOMPARE(demo_tokenizer().decode(ids),
             std::string(
                 "<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n"
                 "<|im_start|>user\nWhat is 2+2?<|im_end|>\n<|im_start|>assistant\nIt is 4.\n#### 4<|im_end|>"));
    QCOMPARE(data.summary.end_token, std::string("<|im_end|>"));
    QCOMPARE(data.summary.prompt_format, std::string("chat"));
    QCOMPARE(data.summary.trained_tokens, data.train.label_count(0));
  }
  void every_answer_of_a_conversation_trains() {
    const DataFile file(R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "bé"},)"
                        R"({"role": "user", "content": "c"}, {"role": )"
                        R"("assistant", "content": "d"}, {"role": "user", "content": "e"}]})");
    QCOMPARE(trained_text(load(config_of(file.text())).train, 0), std::string("bé<|im_end|>d<|im_end|>"));
  }
  void the_other_formats_end_with_the_same_trained_token() {
    const DataFile file(json{{"instruction", "Add."}, {"input", "2 and 2"}, {"output", "4"}}.dump());
    const SftData alpaca = load(config_of(file.text()), "alpaca");
    QCOMPARE(trained_text(alpaca.train, 0), std::string("4<|im_end|>"));
    const std::string text = demo_tokenizer().decode(alpaca.train.ids(0));
    QVERIFY2(text.find("### Instruction:\nAdd.\n\n### Input:\n2 and 2\n\n### Response:\n4") != std::string::npos,
             text.c_str());
    const SftData plain = load(config_of(file.text()), "plain");
    QCOMPARE(demo_tokenizer().decode(plain.train.ids(0)), std::string("Add.\n2 and 2\n4<|im_end|>"));
    QCOMPARE(trained_text(plain.train, 0), std::string("4<|im_end|>"));
    QVERIFY(
        demo_tokenizer().decode(load(config_of(file.text())).train.ids(0)).find("user\nAdd.\n\n2 and 2<|im_end|>") !=
        std::string::npos);
  }
  void a_prompt_reads_in_chat_as_it_does_in_training() {
    for (const char* format : {"chat", "alpaca", "plain"}) {
      const DataFile file(row("Why?", "Because."));
      const SftData data = load(config_of(file.text()), format);
      const std::string whole = demo_tokenizer().decode(data.train.ids(0));
      QCOMPARE(whole, require(demo_prompt(format).render_prompt({{"user", "Why?"}})) + "Because.<|im_end|>");
    }
  }
  void a_system_prompt_is_put_where_there_is_none() {
    const DataFile file(row("a", "b") + json{{"question", "c"}, {"answer", "d"}, {"system", "own"}}.dump());
    const SftData data =
        require(load_sft_data(config_of(file.text()), demo_tokenizer(), demo_prompt("auto", "Be brief."), 1));
    QVERIFY(demo_tokenizer().decode(data.train.ids(0)).starts_with("<|im_start|>system\nBe brief.<|im_end|>"));
    QVERIFY(demo_tokenizer().decode(data.train.ids(1)).starts_with("<|im_start|>system\nown<|im_end|>"));
  }

  void rows_that_do_not_train_are_counted_and_named() {
    const DataFile file(row("q", "a") + row("no answer", "") + row("", "no question") +
                        row("long", "1 " + std::string(400, '7')) + row(std::string(400, '8'), "hidden"));
    DataConfig config = config_of(file.text());
    config.max_tokens = 200;
    const SftData data = load(config);
    const DataSummary& summary = data.summary;
    QCOMPARE(summary.rows, std::int64_t{5});
    QCOMPARE(summary.kept, std::int64_t{2});
    QCOMPARE(summary.truncated, std::int64_t{1});
    QCOMPARE(summary.dropped, std::int64_t{3});
    QCOMPARE(summary.train_rows, std::int64_t{2});
    QCOMPARE(source_rows(data.train), (std::vector<std::int64_t>{0, 3}));
    QCOMPARE(data.train.length(1), std::int64_t{200});
    std::vector<std::string> notices;
    for (const RowNotice& notice : summary.notices)
      notices.push_back(notice.place.text() + ": " + notice.reason.text());
    QCOMPARE(notices.at(0), std::string("rows.jsonl, line 2: no answer"));
    QCOMPARE(notices.at(1), std::string("rows.jsonl, line 3: empty prompt"));
    QVERIFY2(notices.at(2).starts_with("rows.jsonl, line 4: ") && notices[2].find("cut off") != std::string::npos,
             notices[2].c_str());
    QVERIFY2(notices.at(3).find("nothing to learn within 200") != std::string::npos, notices[3].c_str());
    QCOMPARE(std::accumulate(summary.length_histogram.begin(), summary.length_histogram.end(), std::int64_t{0}),
             std::int64_t{3});
    config.overflow = "drop";
    const SftData dropped = load(config);
    QCOMPARE(dropped.summary.truncated, std::int64_t{0});
    QCOMPARE(dropped.summary.dropped, std::int64_t{4});
  }
  void a_data_set_without_rows_to_train_on_is_an_error() {
    const DataFile file(row("a", "") + row("b", " ") + row("", "c"));
    const std::string problem = problem_of(config_of(file.text()));
    for (const char* word : {"rows.jsonl", "found none", "all 3 rows", "no answer: 2", "empty prompt: 1"})
      QVERIFY2(problem.find(word) != std::string::npos, problem.c_str());
    const DataFile empty("[]", "rows.json");
    QVERIFY(problem_of(config_of(empty.text())).find("rows.json") != std::string::npos);
    QCOMPARE(load_sft_data(config_of("/no/such/file.jsonl"), demo_tokenizer(), demo_prompt(), 1).error().code,
             ErrorCode::NotFound);
  }
  void a_conversation_that_the_template_refuses_is_a_dropped_row() {
    const DataFile file(
        R"({"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}, {"role": "assistant", )"
        R"("content": "c"}]})"
        "\n"
        R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]})");
    const std::string source =
        "{% for m in messages %}{% if m.role == 'user' and loop.index0 % 2 %}{{ raise_exception('turns must "
        "alternate') }}{% endif %}"
        "{{ m.content }}<|im_end|>{% endfor %}";
    const auto prompt = require(PromptTemplate::make({}, demo_tokenizer(), source, "demo"));
    const SftData data = require(load_sft_data(config_of(file.text()), demo_tokenizer(), prompt, 1));
    QCOMPARE(data.summary.kept, std::int64_t{1});
    QVERIFY(data.summary.notices.at(0).reason.text().find("turns must alternate") != std::string::npos);
  }
  void an_answer_without_an_end_token_never_trains() {
    const DataFile file(row("a", "b"));
    const auto prompt = require(
        PromptTemplate::make({}, demo_tokenizer(), "{% for m in messages %}{{ m.content }}\n{% endfor %}", "demo"));
    const auto data = load_sft_data(config_of(file.text()), demo_tokenizer(), prompt, 1);
    QVERIFY(data.error().sentence().find("no end token behind an answer") != std::string::npos);
  }
  void nothing_takes_the_place_of_a_template_that_cannot_be_read() {
    const std::string source = "{% include 'x' %}";
    const auto automatic = PromptTemplate::make({"auto", ""}, demo_tokenizer(), source, "demo");
    for (const char* word : {"line 1", "include"})
      QVERIFY2(automatic.error().sentence().find(word) != std::string::npos, automatic.error().sentence().c_str());
    for (const char* chosen : {"alpaca", "plain"})
      QCOMPARE(require(PromptTemplate::make({chosen, ""}, demo_tokenizer(), source, "demo")).name(),
               std::string(chosen));
    QCOMPARE(PromptTemplate::make({"chat", ""}, demo_tokenizer(), source, "demo").error().code, ErrorCode::Unsupported);
    QVERIFY(!PromptTemplate::make({"chat", ""}, demo_tokenizer(), std::nullopt, "demo").ok());
  }

  void a_row_can_be_seen_from_file_to_loss() {
    const DataFile file(row("What?", "é 𠚲") + row("b", "") + row("c", "1 " + std::string(300, '7')));
    DataConfig config = config_of(file.text());
    config.max_tokens = 100;
    const SftData data = load(config);
    const RowView view = require(data.row(0, demo_tokenizer(), demo_prompt()));
    QCOMPARE(view.raw + "\n", row("What?", "é 𠚲"));
    QCOMPARE(view.place.text(), std::string("rows.jsonl, line 1"));
    std::string trained;
    for (std::size_t i = 0; i < view.tokens.size(); ++i) {
      const TokenView& token = view.tokens[i];
      QCOMPARE(token.id, data.train.ids(0)[i]);
      QCOMPARE(token.trained, data.train.trained(0)[i] == 1);
      if (token.trained) trained += view.rendered.substr(token.begin, token.end - token.begin);
    }
    QCOMPARE(trained, std::string("é 𠚲<|im_end|>"));
    QVERIFY(std::ranges::any_of(view.tokens, [](const TokenView& t) { return t.piece.starts_with("\\x"); }));
    std::string running;
    for (const TokenView& token : view.tokens) running += token.text;
    QCOMPARE(running, view.rendered.substr(0, view.tokens.back().end));   // characters of several tokens are whole
    const RowView dropped = require(data.row(1, demo_tokenizer(), demo_prompt()));
    QCOMPARE(dropped.fate, RowFate::Dropped);
    QCOMPARE(dropped.reason.text(), std::string("no answer"));
    const RowView cut = require(data.row(2, demo_tokenizer(), demo_prompt()));
    QCOMPARE(cut.fate, RowFate::Truncated);
    QCOMPARE(std::ranges::count_if(cut.tokens, [](const TokenView& t) { return t.kept; }), std::ptrdiff_t{100});
    QVERIFY(!data.row(3, demo_tokenizer(), demo_prompt()).ok());
    QVERIFY(!data.row(-1, demo_tokenizer(), demo_prompt()).ok());
    std::filesystem::resize_file(file.path(), 20);
    QVERIFY(data.row(0, demo_tokenizer(), demo_prompt()).error().sentence().find("changed since") != std::string::npos);
  }

  void the_held_out_split_depends_on_the_seed_alone() {
    const DataFile file(many_rows(50));
    DataConfig config = config_of(file.text());
    config.held_out_share = 0.2;
    const SftData first = load(config, "auto", 5), again = load(config, "auto", 5), other = load(config, "auto", 6);
    QCOMPARE(first.held_out.size(), std::int64_t{10});
    QCOMPARE(first.train.size(), std::int64_t{40});
    QCOMPARE(source_rows(first.held_out), source_rows(again.held_out));
    QVERIFY(source_rows(first.held_out) != source_rows(other.held_out));
    for (const std::int64_t row : source_rows(first.held_out)) {
      QCOMPARE(std::ranges::count(source_rows(first.train), row), std::ptrdiff_t{0});
      QVERIFY(require(first.row(row, demo_tokenizer(), demo_prompt())).held_out);
    }
    QCOMPARE(first.summary.held_out_rows, std::int64_t{10});
  }
  void rows_to_choose_settings_by_come_from_those_that_train() {
    const DataFile file(many_rows(50));
    DataConfig config = config_of(file.text());
    config.held_out_share = 0.2;
    const SftData held_out = load(config, "auto", 5);
    config.validation_share = 0.25;
    const SftData searched = load(config, "auto", 5);
    QCOMPARE(searched.train.size(), std::int64_t{30});
    QCOMPARE(searched.held_out.size(), std::int64_t{10});
    for (const std::int64_t row : source_rows(searched.held_out)) {
      QCOMPARE(std::ranges::count(source_rows(held_out.train), row), std::ptrdiff_t{1});
      QCOMPARE(std::ranges::count(source_rows(searched.train), row), std::ptrdiff_t{0});
    }
    for (const std::int64_t row : source_rows(held_out.held_out))
      QCOMPARE(std::ranges::count(source_rows(searched.train), row), std::ptrdiff_t{0});
    QVERIFY(std::ranges::any_of(searched.summary.remarks, [](const Sentence& remark) {
      return remark.text().starts_with("10 rows that would train are set aside");
    }));
  }
  void general_rows_are_mixed_in_by_their_share() {
    const DataFile own(many_rows(40)),
        general(
            "[" +
                [] {
                  std::string rows;
                  for (int i = 0; i < 30; ++i)
                    rows += (i ? "," : "") +
                            json{{"instruction", "general " + std::to_string(i)}, {"output", "yes"}}.dump();
                  return rows;
                }() +
                "]",
            "general.json");
    DataConfig config = config_of(own.text());
    config.replay_files = {general.text()};
    config.replay_share = 0.2;
    const SftData first = load(config, "auto", 5), again = load(config, "auto", 5), other = load(config, "auto", 6);
    QCOMPARE(first.train.size(), std::int64_t{50});   // 10 of 50 are 20 %
    QCOMPARE(source_rows(first.train), source_rows(again.train));
    QVERIFY(source_rows(first.train) != source_rows(other.train));
    QVERIFY(std::ranges::any_of(first.summary.remarks, [](const Sentence& remark) {
      return remark.text().starts_with("10 of 30 general rows are mixed in: 20 % of the rows that train");
    }));
    QCOMPARE(first.summary.dropped, std::int64_t{20});
    int drawn = 0;
    for (std::int64_t row = 40; row < 70; ++row) {
      const RowView view = require(first.row(row, demo_tokenizer(), demo_prompt()));
      drawn += view.fate == RowFate::Kept;
      if (view.fate != RowFate::Kept) QCOMPARE(view.reason.text(), not_drawn_reason().text());
    }
    QCOMPARE(drawn, 10);
    config.replay_share = 0.5;
    const SftData few = load(config);
    QCOMPARE(few.train.size(), std::int64_t{70});
    QVERIFY(std::ranges::any_of(few.summary.remarks,
                                [](const Sentence& remark) { return remark.text().ends_with("; 40 were wanted"); }));
  }
  void a_share_without_files_or_files_without_a_share_are_refused() {
    DataConfig config = config_of("rows.jsonl");
    config.replay_share = 0.2;
    QVERIFY(config.validate().error().sentence().find("expected files of the rows to mix in") != std::string::npos);
    config.replay_files = {"general.jsonl"};
    QVERIFY(config.validate().ok());
    config.replay_share = 0;
    QVERIFY(config.validate().error().sentence().find("share") != std::string::npos);
    config.replay_share = 0.95;
    QVERIFY(!config.validate().ok());
  }
  void held_out_files_never_train() {
    const DataFile train(many_rows(5)),
        other("[" + json{{"prompt", "p"}, {"completion", "held"}}.dump() + "]", "other.json");
    DataConfig config = config_of(train.text());
    config.held_out_files = {other.text()};
    config.held_out_share = 0.5;
    config.limit_rows = 3;
    const SftData data = load(config);
    QCOMPARE(data.train.size(), std::int64_t{3});
    QCOMPARE(data.held_out.size(), std::int64_t{1});
    QCOMPARE(trained_text(data.held_out, 0), std::string("held<|im_end|>"));
    const RowView view = require(data.row(3, demo_tokenizer(), demo_prompt()));
    QCOMPARE(view.place.text(), std::string("other.json, line 1"));
    QVERIFY(view.held_out);
  }
  void the_fingerprint_names_what_trains() {
    const DataFile a(many_rows(5)), same(many_rows(5)), other(many_rows(6));
    QCOMPARE(load(config_of(a.text())).summary.fingerprint.hex(),
             load(config_of(same.text())).summary.fingerprint.hex());
    QVERIFY(load(config_of(a.text())).summary.fingerprint != load(config_of(other.text())).summary.fingerprint);
    QVERIFY(load(config_of(a.text())).summary.fingerprint != load(config_of(a.text()), "plain").summary.fingerprint);
  }
  void seven_thousand_rows_become_tokens_quickly() {
    std::string content;
    for (int i = 0; i < 7'473; ++i) {
      std::string question = "Natalia sold " + std::to_string(i) + " clips to her friends in April,", answer;
      for (int j = 0; j < 5; ++j)
        question += " and then she sold half as many clips in month " + std::to_string(i * j % 97) + ",";
      for (int j = 0; j < 6; ++j)
        answer += "She sold " + std::to_string(i) + "/2 = <<" + std::to_string(i) + "/2>> clips in May.\n";
      content += row(question, answer + "#### " + std::to_string(i));
    }
    const DataFile file(content);
    QElapsedTimer timer;
    timer.start();
    const SftData data = load(config_of(file.text()));
    QCOMPARE(data.train.size(), std::int64_t{7'473});
    QVERIFY2(timer.elapsed() < 15'000 * kSlowdown,
             std::to_string(timer.elapsed()).c_str());   // about 1 s alone on a machine
    qInfo("%lld tokens in %lld ms", static_cast<long long>(data.summary.tokens),
          static_cast<long long>(timer.elapsed()));
  }
};

QTEST_GUILESS_MAIN(SftDatasetTest)
#include "sft_dataset_test.moc"
