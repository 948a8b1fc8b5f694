#pragma once
// What the user sees of models, runs, evaluations and deltas: plain values that pass from the engine to the window and
// the command line. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluate/answered_row.h"
#include "core/evaluate/retention.h"
#include "core/metrics/metrics.h"
#include "core/model/matrix_id.h"
#include "core/session/recipe.h"
#include "core/session/run_verdict.h"

namespace lift {

// --- Models ---------------------------------------------------------------------------------------------------------

// A model found on this machine, usable or not.
struct ModelCandidate {
  std::filesystem::path path;
  std::string origin;                    // "demo", "Hugging Face cache", "folder", "earlier run"
  std::string name;                      // shown to the user
  std::optional<ModelSummary> summary;   // std::nullopt: it can't be used, for the `reason` given
  Sentence reason;
  std::int64_t file_bytes = 0;
};

// --- Runs -----------------------------------------------------------------------------------------------------------

enum class RunState : std::uint8_t {
  Running,       // a program holds its lock
  Interrupted,   // no end was recorded: killed, cancelled or crashed; continues from its last state, or from the start
  Stopped,       // by the user, with a saved state
  Done,
  Failed,     // `reason` says why
  Discarded   // stopped without saving
};
std::string_view name_of(RunState state);

struct RunSummary {
  std::string id;   // the folder's name, such as "gsm8k-5pct-3"
  std::filesystem::path folder;
  RunState state = RunState::Interrupted;
  Sentence reason;       // for Failed
  std::string created;   // ISO 8601, UTC
  std::string model_name, data_name;
  std::int64_t step = 0, total_steps = 0;
  double seconds = 0;   // of training, including the time before a resume
  std::optional<double> first_loss, last_loss, held_out_before, held_out_after;
  std::optional<double> retention;                                   // the last one, as a share of the base's score
  std::optional<double> probe_before, probe_after, retention_high;   // scores, and the upper end of the last interval
  std::int64_t probe_items = 0;
  std::optional<ExactMatch> exact_before, exact_after;   // after: of the last evaluation that asked questions
  RunVerdict verdict;                                    // what became better and worse so far
  double tokens_per_second = 0;                          // tokens without padding, over training time only; 0: no step
  std::int64_t peak_bytes = 0;                           // resident, of the whole program; maximum over all resumes
  std::vector<float> loss_curve;                         // at most 64 points, for the sparkline
  std::string title, remark;                             // the user's name for the run and remark; may be empty
  bool can_resume = false;                               // it has not ended, and what it needs is there
  Sentence obstacle;                                     // why a run that has not ended can't be resumed
  std::filesystem::path delta;                           // empty: none was written
};

// All contents of a run's folder, for the curves.
struct RunHistory {
  RunSummary summary;
  Recipe recipe;
  std::vector<StepMetrics> steps;
  std::vector<EvaluationMetrics> evaluations;
  std::vector<RefreshEvent> refreshes;
  std::vector<SampleEvent> samples;
  std::vector<RunEvent> events;
  std::vector<AnsweredRow> answers;   // to held-out rows; empty: none were asked
};

// The end of a call to train.
struct RunOutcome {
  RunState state = RunState::Done;
  RunSummary summary;
  std::optional<EvaluationMetrics> before, after;
  std::int64_t peak_bytes = 0;    // resident memory of the whole program
  double tokens_per_second = 0;   // tokens without padding, over training time only
  std::int64_t changed = 0;       // entries that differ from the base
  std::int64_t delta_bytes = 0;
  std::vector<AnsweredRow> answers;   // to held-out rows, by base and tuned model; empty: none were asked
};

// --- Evaluation -----------------------------------------------------------------------------------------------------

struct TaskScore {
  std::string task;   // "held-out loss", "arc_easy", "gsm8k"
  std::int64_t items = 0;
  double score = 0;           // accuracy in [0, 1], or the loss
  double low = 0, high = 0;   // 95 % interval; equal to score if there is none
  double seconds = 0;
  std::vector<std::uint8_t> right;         // per item, 1 = right; empty for a loss
  std::optional<ExactMatch> exact;         // for written answers
  bool rule_guessed = false;               // no rule was named, so it was guessed
  std::int64_t keys = 0, keys_right = 0;   // for JSON objects, key by key
  std::vector<AnsweredRow> rows;           // what was asked and answered; `tuned` is the open model
};

// --- Deltas ---------------------------------------------------------------------------------------------------------

struct MatrixChange {
  MatrixId id;
  std::int64_t rows = 0, columns = 0;
  std::int64_t changed = 0;                     // entries that differ from the base in any bit
  double mean_change = 0, largest_change = 0;   // of |new - base| over the changed entries
};

// What training changed, per layer and projection.
struct ChangeSummary {
  std::vector<MatrixChange> matrices;
  std::int64_t changed = 0;
};

// A delta that was made from something else.
struct ImportReport {
  std::filesystem::path path;
  Sentence title;   // what it was made from
  std::int64_t changed = 0, tensors = 0, bytes = 0;
  std::vector<Sentence> notices;
};

struct ExportReport {
  std::filesystem::path path;
  std::int64_t bytes = 0;
  // The exported files were read back and compared with the tuned model in memory:
  double largest_logit_difference = 0;       // divided by the largest logit
  std::int64_t prompts = 0, same_text = 0;   // greedy answers compared, and equal ones
  bool exact = false;                        // all tensors are equal bit by bit
  // Mean loss on the open data's held-out rows, of the model in memory and of the exported file; absent without such
  // rows.
  std::optional<double> held_out_loss, exported_held_out_loss;
  std::vector<Sentence> notices;   // what the format could not hold
};

}   // namespace lift
