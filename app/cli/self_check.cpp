// lift self-check: proves on this machine that every kernel computes what its plain twin does.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "core/session/self_check.h"

namespace lift::cli {

namespace {

nlohmann::json json_of(const SelfCheckReport& report) {
  nlohmann::json rows = nlohmann::json::array();
  for (const SelfCheckRow& row : report.rows)
    rows.push_back({{"what", row.what},
                    {"ran_on", row.ran_on},
                    {"against", row.against},
                    {"difference", row.difference},
                    {"bound", row.bound},
                    {"seconds", row.seconds},
                    {"passed", row.passed}});
  return {{"passed", report.passed()}, {"gpu", report.gpu}, {"rows", std::move(rows)}};
}

void print(const SelfCheckReport& report) {
  fmt::print("{:<30}{:<15}{:<10}{:>11}{:>10}{:>12}\n", "what", "on", "against", "difference", "bound", "time");
  for (const SelfCheckRow& row : report.rows)
    fmt::print("{:<30}{:<15}{:<10}{:>11.1e}{:>10.1e}{:>9.2f} ms  {}\n", row.what, row.ran_on, row.against,
               row.difference, row.bound, 1000 * row.seconds, row.passed ? "passed" : "FAILED");
  const auto failed =
      std::count_if(report.rows.begin(), report.rows.end(), [](const SelfCheckRow& row) { return !row.passed; });
  fmt::print("\n{}\n", report.gpu);
  if (failed == 0) fmt::print("All {} checks passed.\n", report.rows.size());
  else
    fmt::print("{} of {} checks failed: do not trust results of this program on this machine.\n", failed,
               report.rows.size());
}

int run(const Options& options) {
  ConsoleTask console(options);
  const auto report = self_check(console.context());
  if (!report.ok()) return fail(options, report.error());
  if (options.json) print_json(json_of(*report));
  else print(*report);
  return report->passed() ? kSuccess : kInternalFault;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand(
      "self-check", "Compare every kernel with its plain twin on this machine's CPU and GPU, and ten training steps");
  app->footer(
      "Each row compares one computation on the same numbers: the portable code with fp64, the vector code with the\n"
      "portable one, the GPU with the CPU. Difference: the largest, as a share of the largest value.\n"
      "Exit code 0: all are within their bounds; 1: one is not.");
  bodies.emplace_back(app, [&options] { return run(options); });
}

}   // namespace

extern const Verb kSelfCheck;
const Verb kSelfCheck{add};

}   // namespace lift::cli
