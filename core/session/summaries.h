#pragma once
// What a person sees of data, runs, evaluations and deltas: plain values that cross from the engine to the window and
// to the command line. Tensor-free.
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

// A model that was found on this machine, usable or not.
struct ModelCandidate {
  std::filesystem::path path;
  std::string origin;                    // "demo", "Hugging Face cache", "folder", "earlier run"
  std::string name;                      // for people
  std::optional<ModelSummary> summary;   // none: it can't be used, `reason` says why
  Sentence reason;
  std::int64_t file_bytes = 0;
};

// --- Runs -----------------------------------------------------------------------------------------------------------

enum class RunState : std::uint8_t {
  Running,       // some program holds its lock
  Interrupted,   // no end was written: killed, cancelled or crashed; goes on from its last state, or begins anew
  Stopped,       // by the user, saved
  Done,
  Failed,     // `reason` says why
  Discarded   // stopped without saving
};
std::string_view name_of(RunState state);

struct RunSummary {
  std::string id;   // the folder's name, "gsm8k-5pct-3"
  std::filesystem::path folder;
  RunState state = RunState::Interrupted;
  Sentence reason;       // of Failed
  std::string created;   // ISO 8601, UTC
  std::string model_name, data_name;
  std::int64_t step = 0, total_steps = 0;
  double seconds = 0;   // of training, over all sittings
  std::optional<double> first_loss, last_loss, held_out_before, held_out_after;
  std::optional<double> retention;                                   // last, share of the base's score
  std::optional<double> probe_before, probe_after, retention_high;   // scores, and the last interval's upper end
  std::int64_t probe_items = 0;
  std::optional<ExactMatch> exact_before, exact_after;   // after: of the last evaluation that asked
  RunVerdict verdict;                                    // what became better and what worse, so far
  double tokens_per_second = 0;                          // real tokens over training time alone; 0: no step was taken
  std::int64_t peak_bytes = 0;                           // resident, of the whole program, the largest of all sittings
  std::vector<float> loss_curve;                         // decimated to at most 64 points, for the sparkline
  std::string title, remark;                             // what a person calls it and notes of it; empty: nothing
  bool can_resume = false;                               // its end is open, and what it needs is there
  Sentence obstacle;                                     // why it can't go on though its end is open
  std::filesystem::path delta;                           // empty: none was written
};

// Everything a run's folder says, for the curves.
struct RunHistory {
  RunSummary summary;
  Recipe recipe;
  std::vector<StepMetrics> steps;
  std::vector<EvaluationMetrics> evaluations;
  std::vector<RefreshEvent> refreshes;
  std::vector<SampleEvent> samples;
  std::vector<RunEvent> events;
  std::vector<AnsweredRow> answers;   // to held-out rows; empty: nobody was asked
};

// How a call to train ended.
struct RunOutcome {
  RunState state = RunState::Done;
  RunSummary summary;
  std::optional<EvaluationMetrics> before, after;
  std::int64_t peak_bytes = 0;    // resident, of the whole program
  double tokens_per_second = 0;   // real tokens over training time alone
  std::int64_t changed = 0;       // entries that differ from the base
  std::int64_t delta_bytes = 0;
  std::vector<AnsweredRow> answers;   // to held-out rows, of base and tuned model; empty: nobody was asked
};

// --- Evaluation -----------------------------------------------------------------------------------------------------

struct TaskScore {
  std::string task;   // "held-out loss", "arc_easy", "gsm8k"
  std::int64_t items = 0;
  double score = 0;           // accuracy in [0, 1], or the loss
  double low = 0, high = 0;   // 95 % interval; equal to score where there is none
  double seconds = 0;
  std::vector<std::uint8_t> right;         // of every item, 1 = right; empty for a loss
  std::optional<ExactMatch> exact;         // of written answers
  bool rule_guessed = false;               // nobody named how they are compared
  std::int64_t keys = 0, keys_right = 0;   // of JSON objects, key by key
  std::vector<AnsweredRow> rows;           // what was asked and answered; `tuned` is the open model
};

// --- Deltas ---------------------------------------------------------------------------------------------------------

struct MatrixChange {
  MatrixId id;
  std::int64_t rows = 0, columns = 0;
  std::int64_t changed = 0;                     // entries whose bits differ from the base
  double mean_change = 0, largest_change = 0;   // of |new - base| over the changed entries
};

// Where the run learned: layer x projection.
struct ChangeSummary {
  std::vector<MatrixChange> matrices;
  std::int64_t changed = 0;
};

struct ExportReport {
  std::filesystem::path path;
  std::int64_t bytes = 0;
  // The exported files were read back and compared with the tuned model in memory.
  double largest_logit_difference = 0;       // as share of the largest logit
  std::int64_t prompts = 0, same_text = 0;   // greedy answers compared, and equal
  bool exact = false;                        // every tensor equal, bit for bit
  std::vector<Sentence> notices;             // what could not be carried over
};

}   // namespace lift
