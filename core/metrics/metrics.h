#pragma once
// The records of a run: one per step, and others for rarer events. Made by train/, written by run_log, shown by the
// command line and the window. Plain values. Tensor-free. Seconds are wall time; sizes are in bytes.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/sentence.h"

namespace lift {

enum class Phase : std::uint8_t { Data, ForwardBackward, Optimizer, Refresh, Evaluate, Sample, Save };
inline constexpr int kPhaseCount = 7;
std::string_view name_of(Phase phase);   // "forward_backward", as in the log
std::optional<Phase> parse_phase(std::string_view name);

struct PhaseSeconds {
  std::array<double, kPhaseCount> seconds{};
  double& operator[](Phase phase) { return seconds[static_cast<std::size_t>(phase)]; }
  double operator[](Phase phase) const { return seconds[static_cast<std::size_t>(phase)]; }
  double total() const;
  bool operator==(const PhaseSeconds&) const = default;
};

// One optimizer step. `step` counts from 1.
struct StepMetrics {
  std::int64_t step = 0;
  double loss = 0;   // mean over the step's labels
  double learning_rate = 0;
  double gradient_norm = 0;   // before clipping
  std::int64_t tokens = 0;    // without padding, prompts included
  std::int64_t labels = 0;
  double epoch = 0;       // passes over the data so far
  PhaseSeconds seconds;   // of this step, including events since the one before
  std::int64_t resident_bytes = 0, peak_resident_bytes = 0;
  double tokens_per_second() const;   // over data, forward_backward and optimizer time; 0 if no time passed
};

// Held-out rows whose generated answers were compared with the expected ones.
struct ExactMatch {
  std::int64_t right = 0, asked = 0;
  std::int64_t of = 0;                      // all that could be asked; fewer are during the run, to save time
  std::optional<std::int64_t> valid_json;   // only where answers are JSON
  std::int64_t cut = 0;                     // answers that were cut at the maximum length
  std::string rule;                         // how they were compared: name_of(AnswerRule)
  double seconds = 0;
  bool operator==(const ExactMatch&) const = default;
};

// Measured after `step`; 0: before training. What was not measured is std::nullopt.
struct EvaluationMetrics {
  std::int64_t step = 0;
  std::optional<double> held_out_loss;   // mean over labels
  std::int64_t held_out_labels = 0;
  std::optional<double> probe_score;   // share of the probe's questions answered correctly, 0 to 1
  std::int64_t probe_items = 0;
  std::optional<double> retention;                       // probe_score divided by the base model's
  std::optional<double> retention_low, retention_high;   // its 95 % interval
  bool alarm = false;                                    // retention is below the alarm line
  // Probe questions that were right before training and are wrong now, and the reverse.
  std::optional<std::int64_t> probe_lost, probe_gained;
  std::optional<ExactMatch> exact;
  double seconds = 0;
};

struct RefreshEvent {
  struct Matrix {
    std::int32_t layer = 0;
    std::string projection;   // "q", "down": name_of(Projection)
    std::int64_t entries = 0;
    double overlap = 1;         // share of the new entries that were trained before the refresh
    double overlap_bound = 1;   // at least this share would be in the exact selection
  };
  std::int64_t step = 0;   // the refresh came after this step; 0: the first selection
  std::int64_t entries = 0;
  double overlap = 1, overlap_bound = 1;
  std::int64_t union_entries = 0;   // entries trained at any time so far
  double seconds = 0;
  std::vector<Matrix> matrices;
};

struct SampleEvent {
  std::int64_t step = 0;
  std::string prompt, answer;
};

// All other events on a run's timeline.
struct RunEvent {
  enum class Kind : std::uint8_t {
    Started,
    Resumed,
    StateSaved,
    LearningRateChanged,
    RetentionAlarm,
    Paused,
    Continued,
    Stopped,
    Finished,
    Failed,
    Notice,
    Diverged,   // the loss climbed far above its earlier values
    WentBack    // to an earlier state, from which the run continues
  };
  std::int64_t step = 0;
  Kind kind = Kind::Notice;
  Sentence text;                 // for the user
  std::optional<double> value;   // the new learning rate (also of WentBack), or the retention
};
std::string_view name_of(RunEvent::Kind kind);   // "state_saved", as in the log
std::optional<RunEvent::Kind> parse_run_event_kind(std::string_view name);

using RunRecord = std::variant<StepMetrics, EvaluationMetrics, RefreshEvent, SampleEvent, RunEvent>;
std::int64_t step_of(const RunRecord& record);

}   // namespace lift
