#pragma once
// How far a duel is: every run that has ended, with what it gave. One file, duel.json, replaced after each run; what
// comes next follows from it alone. Used by duel.h and the report. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/duel/duel_config.h"

namespace lift {

// A run of a search for a learning rate; it leaves no folder.
struct SearchRun {
  std::string contestant;
  double rate = 0;
  std::optional<double> loss;   // of the validation rows; std::nullopt: the run failed, for the reason in `trouble`
  std::string trouble;
  double seconds = 0;
};

// Which items of a task are right, 1 = right, in the task's order.
struct TaskOutcomes {
  std::string task;   // "probe", or as in DuelConfig::tasks
  std::vector<std::uint8_t> right;
};

// A run whose figures count. What was not measured is std::nullopt.
struct FinalRun {
  std::string contestant, run;   // run: its folder's name in the runs' folder
  std::uint64_t seed = 0;
  double rate = 0;
  std::string trouble;   // empty: it is done
  std::int64_t steps = 0;
  std::optional<double> held_out_before, held_out_after, probe_before, probe_after;
  std::int64_t probe_items = 0;
  std::vector<std::uint8_t> right_before, right_after;   // per held-out row that was asked, 1 = exactly right
  std::vector<TaskOutcomes> tasks;                       // asked after the run: the probe's questions, the duel's tasks
  std::int64_t trained = 0, delta_bytes = 0, peak_bytes = 0;
  double tokens_per_second = 0, seconds = 0;

  bool done() const { return trouble.empty(); }
};

struct DuelJob {
  std::string contestant;
  bool search = false;
  double rate = 0;
  std::uint64_t seed = 0;
  Recipe recipe;   // named and ready to run
};

struct DuelState {
  std::string name;      // of its folder
  std::string created;   // ISO 8601, UTC
  DuelConfig config;
  std::vector<SearchRun> searches;
  std::vector<FinalRun> finals;
  std::vector<TaskOutcomes> base;   // of the base model; empty: not asked yet

  // The rate of the contestant's final runs; std::nullopt: not known yet, or no run of its search came to an end.
  std::optional<double> chosen_rate(const std::string& contestant) const;
  bool search_over(const std::string& contestant) const;
  // Searches first, contestant by contestant, then the final runs seed by seed. std::nullopt: all is done.
  std::optional<DuelJob> next() const;
  std::int64_t runs_left() const;
  // By the mean of the runs of the same kind so far, of the same contestant where it has any; one of a kind that nobody
  // has run yet takes as long as one of the other kind, by its share of the steps. std::nullopt: no run has ended.
  std::optional<double> seconds_left() const;
  // The folder of a run of a search, which is removed once its loss is noted.
  std::string search_run_name(const std::string& contestant, double rate) const;
};

// `text` with '-' for every character but letters, digits, '.', '_' and '-'.
std::string folder_part(const std::string& text);

// Errors: NotFound, Io, Malformed with the field.
Result<DuelState> read_duel(const std::filesystem::path& folder);
// The folders in `runs` with a duel, the newest first.
std::vector<std::filesystem::path> find_duels(const std::filesystem::path& runs);
Status write_duel(const std::filesystem::path& folder, const DuelState& state);

}   // namespace lift
