#pragma once
// A temporary folder with the tiny model, a few dozen rows and a recipe, for tests of Session.
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/session/session.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"
#include "tests/support/tiny_recipe.h"

namespace lift::test {

inline std::string sentence_of(const Status& status) { return status.ok() ? std::string() : status.error().sentence(); }
template <typename T>
std::string sentence_of(const Result<T>& result) {
  return result.ok() ? std::string() : result.error().sentence();
}

inline void write_probe(const std::filesystem::path& file) {
  std::ofstream out(file);
  out << "[";
  for (int i = 0; i < 12; ++i)
    out << (i ? "," : "")
        << fmt::format("{{\"question\": \"letter {}?\", \"choices\": [\"a{}\", \"b\", \"cc\"], \"answer\": {}}}", i, i,
                       i % 3);
  out << "]";
}

class TinyFolder {
 public:
  explicit TinyFolder(DType dtype = DType::F32, const ModelConfig& config = tiny_config()) {
    write_tiny_folder(model(), tiny_model(config, dtype));
    write_rows(folder_ / "train.jsonl", 0, 40);
    write_rows(folder_ / "held.jsonl", 40, 52);
    write_probe(folder_ / "probe.json");
    recipe_ = tiny_recipe(model(), folder_ / "train.jsonl", dtype);
    recipe_.name = "tiny";
    recipe_.data.held_out_files = {(folder_ / "held.jsonl").string()};
    recipe_.selection.refresh_every = 3;
    recipe_.optimizer.learning_rate = 0.02;
    recipe_.train.steps = 8;
    recipe_.train.save_minutes = 0;
    recipe_.evaluate.every = 4;
    recipe_.evaluate.probe_file = (folder_ / "probe.json").string();
    recipe_.evaluate.sample_prompts = {"1 plus 2?"};
    recipe_.evaluate.sample_tokens = 4;
  }

  std::filesystem::path model() const { return folder_ / "model"; }
  std::filesystem::path runs() const { return folder_ / "runs"; }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  Recipe& recipe() { return recipe_; }
  SessionOptions options() const { return {.runs_directory = runs(), .threads = 1}; }

 private:
  TemporaryFolder folder_;
  Recipe recipe_;
};

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Records all calls, and lets a test act at a step or boundary.
class WatchingObserver final : public TrainObserver {
 public:
  void on_begin(const RunBegin& begin) override { begins.push_back(begin); }
  void on_phase(RunPhase phase, std::int64_t) override { phases.push_back(phase); }
  void on_step(const StepMetrics& step) override {
    steps.push_back(step);
    if (at_step) at_step(step.step);
  }
  void on_evaluation(const EvaluationMetrics& metrics) override { evaluations.push_back(metrics); }
  void on_refresh(const RefreshEvent& event) override { refreshes.push_back(event); }
  void on_sample(const SampleEvent& event) override { samples.push_back(event); }
  void on_event(const RunEvent& event) override { events.push_back(event); }
  void on_boundary() override {
    if (at_boundary) at_boundary();
  }

  std::vector<RunBegin> begins;
  std::vector<RunPhase> phases;
  std::vector<StepMetrics> steps;
  std::vector<EvaluationMetrics> evaluations;
  std::vector<RefreshEvent> refreshes;
  std::vector<SampleEvent> samples;
  std::vector<RunEvent> events;
  std::function<void(std::int64_t)> at_step;
  std::function<void()> at_boundary;
};

// A run in a session of its own, to the end or to `stop_at`; throws the sentence of a run that fails.
inline RunOutcome train(TinyFolder& folder, std::int64_t stop_at = 0, StopKind kind = StopKind::SaveAndStop) {
  Session session(folder.options());
  RunControl control;
  WatchingObserver observer;
  observer.at_step = [&](std::int64_t step) {
    if (step == stop_at) control.request_stop(kind);
  };
  auto outcome = session.train(folder.recipe(), control, observer);
  if (!outcome.ok()) throw std::runtime_error(outcome.error().sentence());
  return *outcome;
}

}   // namespace lift::test
