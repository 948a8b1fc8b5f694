#pragma once
// Shared by the trainer's tests: a host that records everything, rows of random tokens, and a run of the tiny model.
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/seed.h"
#include "core/train/trainer.h"
#include "tests/support/tiny_model.h"

namespace lift::test {

// Records everything, evaluates by a forward pass, and lets a test act on each record.
class RememberingHost final : public TrainHost {
 public:
  explicit RememberingHost(const CausalLm* model = nullptr) : model_(model) {}

  void phase(RunPhase phase, std::int64_t) override { phases.push_back(phase); }
  Status record(const RunRecord& record) override {
    records.push_back(record);
    if (on_record) on_record(record);
    return fail_record;
  }
  Result<EvaluationMetrics> evaluate(std::int64_t step, const TaskContext&) override {
    EvaluationMetrics metrics;
    metrics.step = step;
    if (evaluated) metrics.held_out_loss = model_->loss(*evaluated).loss;
    if (on_evaluate) on_evaluate(metrics);
    return metrics;
  }
  Result<std::string> answer(const std::string& prompt, const SamplingConfig&, const TaskContext&) override {
    return "answer to " + prompt;
  }
  Status save(ResumeState state, const TaskContext&) override {
    // Like a file, the saved state must not change with later steps.
    for (auto& [name, tensor] : state.optimizer) tensor = tensor.clone();
    saved.push_back(std::move(state));
    return fail_save;
  }

  Result<std::optional<ResumeState>> go_back(std::int64_t at_most, const TaskContext&) override {
    for (auto state = saved.rbegin(); keeps_states && state != saved.rend(); ++state)
      if (state->step <= at_most) return std::optional(*state);
    return std::optional<ResumeState>();
  }

  std::vector<StepMetrics> steps() const {
    std::vector<StepMetrics> list;
    for (const RunRecord& record : records)
      if (const auto* step = std::get_if<StepMetrics>(&record)) list.push_back(*step);
    return list;
  }
  std::vector<RefreshEvent> refreshes() const {
    std::vector<RefreshEvent> list;
    for (const RunRecord& record : records)
      if (const auto* refresh = std::get_if<RefreshEvent>(&record)) list.push_back(*refresh);
    return list;
  }
  std::vector<RunEvent::Kind> events() const {
    std::vector<RunEvent::Kind> list;
    for (const RunRecord& record : records)
      if (const auto* event = std::get_if<RunEvent>(&record)) list.push_back(event->kind);
    return list;
  }

  std::vector<RunPhase> phases;
  std::vector<RunRecord> records;
  std::vector<ResumeState> saved;
  std::function<void(const RunRecord&)> on_record;
  std::function<void(EvaluationMetrics&)> on_evaluate;
  bool keeps_states = false;   // what `saved` holds can be gone back to
  const PackedBatch* evaluated = nullptr;
  Status fail_record, fail_save;

 private:
  const CausalLm* model_;
};

// Joins rows to one batch.
inline PackedBatch join(const std::vector<PackedBatch>& rows) {
  PackedBatch all;
  all.row_offsets = {0};
  for (const PackedBatch& row : rows) {
    const auto base = static_cast<std::int32_t>(all.ids.size());
    all.ids.insert(all.ids.end(), row.ids.begin(), row.ids.end());
    all.positions.insert(all.positions.end(), row.positions.begin(), row.positions.end());
    for (const std::int32_t at : row.labelled) all.labelled.push_back(base + at);
    all.label_ids.insert(all.label_ids.end(), row.label_ids.begin(), row.label_ids.end());
    all.row_offsets.push_back(static_cast<std::int32_t>(all.ids.size()));
    all.source_rows.push_back(static_cast<std::int64_t>(all.source_rows.size()));
  }
  return all;
}

inline PackedBatch random_row(RandomStream& random, std::int64_t vocabulary) {
  PackedBatch row;
  const auto length = static_cast<std::int32_t>(6 + random.below(10));
  for (std::int32_t t = 0; t < length; ++t) {
    row.ids.push_back(static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary))));
    row.positions.push_back(t);
    if (t >= length / 2) row.labelled.push_back(t);
    if (t >= length / 2) row.label_ids.push_back(static_cast<TokenId>(random.below(8)));
  }
  row.row_offsets = {0, length};
  row.source_rows = {0};
  return row;
}

// Rows of a seeded random stream, `rows_per_pass` of them per forward pass.
class RandomRows final : public StepSource {
 public:
  RandomRows(std::uint64_t seed, std::int64_t vocabulary, std::int64_t rows_per_step = 4,
             std::int64_t rows_per_pass = 2)
      : random_(seed), vocabulary_(vocabulary), rows_per_step_(rows_per_step), rows_per_pass_(rows_per_pass) {}

  std::vector<PackedBatch> next_step() override {
    std::vector<PackedBatch> passes;
    for (std::int64_t row = 0; row < rows_per_step_; row += rows_per_pass_) {
      std::vector<PackedBatch> rows;
      for (std::int64_t r = row; r < std::min(row + rows_per_pass_, rows_per_step_); ++r)
        rows.push_back(random_row(random_, vocabulary_));
      passes.push_back(join(rows));
    }
    ++steps_;
    return passes;
  }
  double epochs_done() const override { return static_cast<double>(steps_) / 10; }
  std::string state_json() const override {
    return nlohmann::json{{"random", random_.state()}, {"steps", steps_}}.dump();
  }
  Status restore_json(const std::string& text) override {
    const auto value = nlohmann::json::parse(text);
    random_.set_state(value.at("random").get<std::uint64_t>());
    steps_ = value.at("steps").get<std::int64_t>();
    return {};
  }

 private:
  RandomStream random_;
  std::int64_t vocabulary_, rows_per_step_, rows_per_pass_, steps_ = 0;
};

// A LIFT run of the tiny model with all that it needs; or of another model with its own rows.
struct TinyRun {
  TinyRun(CausalLm given, StepSource& given_rows, std::int64_t steps)
      : config(given.config()),
        model(std::move(given)),
        host(&model),
        rows(7, config.vocabulary_size),
        source(&given_rows) {
    train.save_minutes = 0;
    train.dtype = DType::F32;
    total_steps = steps;
  }
  explicit TinyRun(DType dtype = DType::F32, std::int64_t steps = 9)
      : config(tiny_config()), model(tiny_model(config, dtype)), host(&model), rows(7, config.vocabulary_size) {
    selection.rank = 4;
    selection.density = 0.1;
    selection.refresh_every = 3;
    optimizer.learning_rate = 0.02;
    train.save_minutes = 0;
    train.dtype = dtype;
    total_steps = steps;
  }

  TrainSetup setup() {
    method = make_method(train, selection, optimizer, model);
    return {.model = model,
            .method = *method,
            .source = *source,
            .optimizer = optimizer,
            .evaluate = evaluate,
            .train = train,
            .refresh_every = selection.refresh_every,
            .refreshes = find_method(train.method)->refreshes,
            .total_steps = total_steps};
  }

  Result<TrainEnd> run(const TaskContext& task = {}) {
    Trainer trainer(setup(), host, control);
    return trainer.run(task);
  }
  Result<TrainEnd> run_from(ResumeState state) {
    Trainer trainer(setup(), host, control);
    LIFT_RETURN_IF_ERROR(trainer.resume(std::move(state)));
    return trainer.run({});
  }

  ModelConfig config;
  CausalLm model;
  RememberingHost host;
  RandomRows rows;
  StepSource* source = &rows;
  RunControl control;
  SelectionConfig selection;
  OptimizerConfig optimizer;
  EvaluateConfig evaluate;
  TrainConfig train;
  std::int64_t total_steps;
  std::unique_ptr<TrainingMethod> method;
};

inline bool same_weights(const CausalLm& a, const CausalLm& b) {
  const auto left = a.named_tensors(), right = b.named_tensors();
  for (std::size_t i = 0; i < left.size(); ++i)
    if (!left[i].second.equal(right[i].second)) return false;
  return true;
}

}   // namespace lift::test
