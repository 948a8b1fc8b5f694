#include "core/session/open_data.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/collator.h"
#include "core/data/data_loader.h"
#include "core/data/word_overlap.h"
#include "core/io/json.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/named_tokens.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::uint64_t kSplitSeed = 0;
constexpr std::int64_t kLookedAtSteps = 2000;   // for the largest pass: many epochs of small sets, most of large ones

constexpr std::int64_t kComparedQuestions = 2000;   // held-out rows looked for among those that train

Error cancelled() { return make_error(ErrorCode::Cancelled, say("data"), say("opening it was cancelled")); }

class DatasetSteps final : public StepSource {
 public:
  DatasetSteps(const SftDataset& rows, const LoaderOptions& options) : rows_(rows), loader_(rows, options) {}

  std::vector<PackedBatch> next_step() override { return loader_.next().passes; }
  double epochs_done() const override {
    const LoaderState state = loader_.state();
    return static_cast<double>(state.epoch) + static_cast<double>(state.position) / static_cast<double>(rows_.size());
  }
  std::string state_json() const override {
    const LoaderState state = loader_.state();
    return json{{"epoch", state.epoch}, {"position", state.position}, {"random_state", state.random_state}}.dump();
  }
  Status restore_json(const std::string& text) override {
    LIFT_ASSIGN(const json value, parse_json(text, "data position"));
    return catch_exceptions(say("data position"), [&] {
      return loader_.restore({value.at("epoch").get<std::int64_t>(), value.at("position").get<std::int64_t>(),
                              value.at("random_state").get<std::uint64_t>()});
    });
  }

 private:
  const SftDataset& rows_;
  DataLoader loader_;
};

LoaderOptions loader_options(const TrainConfig& train) {
  return {.batch_rows = train.batch_rows, .microbatch_tokens = train.microbatch_tokens, .seed = train.seed};
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

json data_json(const DataConfig& config) {
  Recipe recipe;
  recipe.data = config;
  return to_json(recipe)["data"];
}

}   // namespace

std::vector<PackedBatch> OpenData::held_out(std::int64_t limit, std::int64_t pass_tokens) const {
  const std::int64_t count = limit > 0 ? std::min(limit, rows.held_out.size()) : rows.held_out.size();
  std::vector<std::int64_t> chosen(static_cast<std::size_t>(count));
  std::iota(chosen.begin(), chosen.end(), std::int64_t{0});
  std::vector<PackedBatch> passes;
  for (const auto& pass : plan_passes(rows.held_out, chosen, pass_tokens))
    passes.push_back(pack_rows(rows.held_out, pass));
  return passes;
}

Result<std::optional<AnswerMeasure>> OpenData::answers(const EvaluateConfig& evaluate,
                                                       const Tokenizer& tokenizer) const {
  if (rows.held_out.size() == 0 || evaluate.answer_rule == "off") return std::optional<AnswerMeasure>();
  AnswerMeasure measure;
  measure.share = evaluate.answer_share;
  measure.tokenizer = &tokenizer;
  LIFT_ASSIGN(measure.questions,
              ask_held_out(rows.held_out, tokenizer, parse_answer_rule(evaluate.answer_rule), evaluate.answer_rows));
  for (const std::int64_t row : measure.questions.rows) {
    LIFT_ASSIGN(std::string text, rows.question(row));
    measure.texts.push_back(std::move(text));
  }
  return std::optional(std::move(measure));
}

Result<std::optional<Sentence>> OpenData::overlap(std::span<const std::string> questions, const Sentence& items,
                                                  const Tokenizer& tokenizer, const TaskContext& task) const {
  Fingerprinter asked;
  for (const std::string& question : questions) asked.add(std::to_string(question.size()) + ":"), asked.add(question);
  const std::string name = "overlap-" + asked.finish().hex();
  if (auto known = rows.finding(name)) return known->empty() ? std::nullopt : std::optional(*std::move(known));
  WordOverlap overlap(questions);
  std::string text;
  for (std::int64_t row = 0; row < rows.train.size() && overlap.compared() > 0; ++row) {
    if (task.stop_requested()) return cancelled();
    if (row % kRowsBetweenReleases == 0) task.report(say("looking for {}", items), row, rows.train.size());
    text.clear();
    for (const TokenId id : rows.train.ids(row)) text += tokenizer.piece_bytes(id);
    overlap.read(rows.train.source_row(row), text);
    if (row % kRowsBetweenReleases == 0) rows.train.release();
  }
  Sentence told;
  if (!overlap.found().empty()) {
    const WordOverlap::Found first = overlap.found().front();
    told =
        say("{} of {} {} share 13 words in a row, or all of their words, with a row that trains (question {} and row "
            "{}): there the model may remember rather than know",
            overlap.found().size(), overlap.compared(), items, first.question + 1, first.row + 1);
  }
  rows.keep_finding(name, told);
  return told.empty() ? std::nullopt : std::optional(std::move(told));
}

std::unique_ptr<StepSource> OpenData::source(const TrainConfig& train, std::int64_t shares) const {
  LoaderOptions options = loader_options(train);
  options.shares = shares;
  return std::make_unique<DatasetSteps>(rows.train, options);
}

std::int64_t OpenData::total_steps(const TrainConfig& train) const {
  if (train.steps > 0) return train.steps;
  const std::int64_t per_epoch = (rows.train.size() + train.batch_rows - 1) / train.batch_rows;
  return std::max<std::int64_t>(1, std::llround(train.epochs * static_cast<double>(per_epoch)));
}

OpenData::Pass OpenData::largest_pass(const TrainConfig& train) const {
  DataLoader loader(rows.train, loader_options(train));
  Pass largest;
  const std::int64_t steps = std::min(total_steps(train), kLookedAtSteps);
  for (std::int64_t step = 0; step < steps; ++step)
    for (const PackedBatch& pass : loader.next().passes) {
      largest.tokens = std::max(largest.tokens, pass.token_count());
      largest.labels = std::max(largest.labels, pass.label_count());
    }
  return largest;
}

namespace {

// Whether training rows have the questions of held-out rows, looked for once for rows that are kept.
Result<std::optional<Sentence>> held_out_overlap(const OpenData& data, const Tokenizer& tokenizer,
                                                 const TaskContext& task) {
  constexpr const char* kName = "held-out-overlap";
  const auto said = [](Sentence found) { return found.empty() ? std::nullopt : std::optional(std::move(found)); };
  if (auto known = data.rows.finding(kName)) return said(*std::move(known));
  std::vector<std::string> questions;
  const std::int64_t held_out = data.rows.held_out.size();
  for (std::int64_t i = 0; i < std::min(held_out, kComparedQuestions); ++i) {
    if (task.stop_requested()) return cancelled();
    const std::int64_t row = data.rows.held_out.source_row(i * held_out / std::min(held_out, kComparedQuestions));
    LIFT_ASSIGN(std::string question, data.rows.question(row));
    questions.push_back(std::move(question));
  }
  LIFT_ASSIGN(std::optional<Sentence> found, data.overlap(questions, say("held-out questions"), tokenizer, task));
  data.rows.keep_finding(kName, found.value_or(Sentence()));
  return found;
}

}   // namespace

Result<std::unique_ptr<OpenData>> load_open_data(const DataConfig& config, const Tokenizer& tokenizer,
                                                 const std::optional<std::string>& chat_template,
                                                 const std::string& model, std::int64_t embedding_rows,
                                                 const TaskContext& task) {
  const std::string date = config.date.empty() ? today() : config.date;
  LIFT_ASSIGN(std::optional<std::string> tool_template, load_tool_template(model));
  const PromptFormat format{config.prompt_format, config.system_prompt, date, named_special_tokens(model),
                            std::move(tool_template)};
  LIFT_ASSIGN(PromptTemplate prompt, PromptTemplate::make(format, tokenizer, chat_template, model));
  LIFT_ASSIGN(SftData rows, load_sft_data(config, tokenizer, prompt, kSplitSeed, task, embedding_rows));
  auto data = std::make_unique<OpenData>(OpenData{config, std::move(prompt), std::move(rows), date});
  LIFT_ASSIGN(const std::optional<Sentence> known, held_out_overlap(*data, tokenizer, task));
  if (known) data->rows.summary.remarks.push_back(*known);
  return data;
}

bool same_data(const DataConfig& a, const DataConfig& b) { return data_json(a) == data_json(b); }

}   // namespace lift
