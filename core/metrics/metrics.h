#pragma once
// What a run tells about itself: one value per step and per rare event. Made by train/, written by run_log, shown by
// the command line and the window. Tensor-free values. Seconds are wall time, sizes are bytes.
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
  std::int64_t tokens = 0;    // real tokens, prompts included
  std::int64_t labels = 0;
  double epoch = 0;       // passes over the data so far
  PhaseSeconds seconds;   // of this step, with what happened since the one before
  std::int64_t resident_bytes = 0, peak_resident_bytes = 0;
  double tokens_per_second() const;   // over data, forward_backward and optimizer; 0 when no time passed
};

// Held-out rows answered in writing and compared with their own answers.
struct ExactMatch {
  std::int64_t right = 0, asked = 0;
  std::int64_t of = 0;                      // asked of so many; fewer between the first step and the last, to save time
  std::optional<std::int64_t> valid_json;   // where the answers are JSON
  std::int64_t cut = 0;                     // answers that ran into the longest one
  std::string rule;                         // how they were compared: name_of(AnswerRule)
  double seconds = 0;
  bool operator==(const ExactMatch&) const = default;
};

// Measured after `step`; 0 = before training. What was not measured is absent.
struct EvaluationMetrics {
  std::int64_t step = 0;
  std::optional<double> held_out_loss;   // mean over labels
  std::int64_t held_out_labels = 0;
  std::optional<double> probe_score;   // share of the probe's questions answered right, 0 .. 1
  std::int64_t probe_items = 0;
  std::optional<double> retention;                       // probe_score as a share of the base model's
  std::optional<double> retention_low, retention_high;   // its 95 % interval
  bool alarm = false;                                    // retention below the alarm line
  // Of the probe's questions: right before training and wrong now, and the other way round.
  std::optional<std::int64_t> probe_lost, probe_gained;
  std::optional<ExactMatch> exact;
  double seconds = 0;
};

struct RefreshEvent {
  struct Matrix {
    std::int32_t layer = 0;
    std::string projection;   // "q", "down": name_of(Projection)
    std::int64_t entries = 0;
    double overlap = 1;         // share of the new entries that trained before the refresh
    double overlap_bound = 1;   // at least this share would be in the exact selection
  };
  std::int64_t step = 0;   // after this step; 0 = the first selection
  std::int64_t entries = 0;
  double overlap = 1, overlap_bound = 1;
  std::int64_t union_entries = 0;   // entries that ever trained
  double seconds = 0;
  std::vector<Matrix> matrices;
};

struct SampleEvent {
  std::int64_t step = 0;
  std::string prompt, answer;
};

// Everything else that belongs on the time line.
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
    Diverged,   // the loss climbs far above what it was
    WentBack    // to an earlier state, from which the run goes on
  };
  std::int64_t step = 0;
  Kind kind = Kind::Notice;
  Sentence text;                 // for people
  std::optional<double> value;   // the new learning rate (of WentBack too), the retention
};
std::string_view name_of(RunEvent::Kind kind);   // "state_saved", as in the log
std::optional<RunEvent::Kind> parse_run_event_kind(std::string_view name);

using RunRecord = std::variant<StepMetrics, EvaluationMetrics, RefreshEvent, SampleEvent, RunEvent>;
std::int64_t step_of(const RunRecord& record);

}   // namespace lift
