#pragma once
// What a duel has shown so far: the figures of each contestant over its seeds, the difference to the first one, and
// what may be said of it in words. Tensor-free.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/sentence.h"
#include "core/duel/duel_pairs.h"
#include "core/duel/duel_state.h"
#include "core/duel/duel_statistics.h"

namespace lift {

struct DuelRow {
  std::string contestant;
  std::optional<double> rate;          // of its final runs
  std::int64_t search_runs = 0;        // that chose it
  std::int64_t done = 0, failed = 0;   // final runs
  // Means over the seeds. What no run has measured is std::nullopt.
  std::optional<Spread> exact;   // share of held-out rows that are answered exactly
  std::optional<Spread> held_out_loss;
  std::optional<Spread> kept;   // probe score as a share of the base's
  std::optional<Spread> tokens_per_second, seconds, peak_bytes, delta_bytes, trained;
  std::vector<std::string> troubles;   // of failed runs, searches included
};

// Of one contestant to the first: its figures minus the first's, over the seeds that both have.
struct DuelDifference {
  std::string contestant;
  std::optional<ShareDifference> exact;
  std::optional<Spread> held_out_loss, kept;
  std::vector<Sentence> words;   // what can be said, and what cannot be seen
};

struct DuelReport {
  std::string name, created;
  std::int64_t seeds = 0, runs_left = 0;
  std::int64_t asked = 0, probe_items = 0;   // held-out rows and probe questions of each run
  std::optional<double> base_exact, base_loss, base_probe;
  std::vector<DuelRow> rows;                 // in the order they were named
  std::vector<DuelDifference> differences;   // all but the first
  std::vector<DuelCount> counts;             // right answers of the base and of each, to every task
  std::vector<DuelPair> pairs;               // all with all, item by item
  std::vector<Sentence> remarks;             // what the figures do not say
};

DuelReport report_of(const DuelState& state);
nlohmann::json to_json(const DuelReport& report);
// One page that needs no network: tables, the front of learned against kept, the recipe, and the JSON behind it.
std::string html_of(const DuelReport& report, const DuelState& state);

inline constexpr const char* kDuelReportName = "report.html";
// FOLDER/report.json and report.html, each replaced as a whole. Errors: Io.
Status write_duel_report(const std::filesystem::path& folder, const DuelState& state);

}   // namespace lift
