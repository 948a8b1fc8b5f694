// lift select: which weights would train, before anything trains.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/matrix_choice.h"
#include "app/cli/model_options.h"

namespace lift::cli {

namespace {

struct SelectOptionsCli {
  ModelOptions model;
  MatrixChoiceOptions matrices;
  SelectionConfig selection;
  std::uint64_t seed = 42;
};

nlohmann::json json_of(const SelectionReport& report) {
  nlohmann::json list = nlohmann::json::array();
  for (const MatrixSelection& m : report.matrices)
    list.push_back({{"matrix", hf_name(m.id)},
                    {"rows", m.rows},
                    {"columns", m.columns},
                    {"entries", m.entries},
                    {"energy_share", m.energy_share},
                    {"overlap_with_magnitude", m.overlap_with_magnitude},
                    {"method", m.method},
                    {"overlap_bound", m.overlap_bound},
                    {"seconds", m.seconds}});
  return {{"criterion", report.criterion},
          {"entries", report.total_entries},
          {"weights", report.total_weights},
          {"overlap_bound", report.overlap_bound},
          {"overlap_expected", report.overlap_expected},
          {"seconds", report.seconds},
          {"matrices", std::move(list)}};
}

void print(const SelectionReport& report, std::int64_t rank) {
  fmt::print("{:<22}{:>12}{:>11}{:>9}{:>12}{:>18}{:>11}\n", "matrix", "shape", "selected", "density",
             fmt::format("in {}", rank), "also by |W|", "certain");
  for (const MatrixSelection& m : report.matrices)
    fmt::print("{:<22}{:>12}{:>11}{:>7.1f} %{:>10.1f} %{:>16.1f} %{:>9.1f} %\n", short_name(m.id),
               fmt::format("{}x{}", m.rows, m.columns), human_count(m.entries), 100 * m.density(), 100 * m.energy_share,
               100 * m.overlap_with_magnitude, 100 * m.overlap_bound);
  fmt::print("\n{} of {} weights would train ({:.2f} %), chosen in {}.\n", human_count(report.total_entries),
             human_count(report.total_weights),
             100.0 * static_cast<double>(report.total_entries) /
                 static_cast<double>(std::max<std::int64_t>(1, report.total_weights)),
             human_seconds(report.seconds));
  fmt::print(
      "in {}: energy of the rank-{} approximation. also by |W|: share that plain magnitude would choose too.\n"
      "certain: share of the choice that the exact approximation would make too, at least.\n",
      rank, rank);
}

int run(SelectOptionsCli given, const Options& options) {
  ConsoleTask console(options);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = apply(given.matrices, given.selection); !status.ok()) return fail(options, status.error());
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const auto report = session.select(given.selection, given.seed, console.context());
  if (!report.ok()) return fail(options, report.error());
  if (options.json) print_json(json_of(*report));
  else print(*report, given.selection.rank);
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("select", "Show which weights would train, matrix by matrix");
  auto given = std::make_shared<SelectOptionsCli>();
  SelectionConfig& selection = given->selection;
  add_model_options(*app, given->model, true, true);
  add_matrix_choice(*app, given->matrices);
  app->add_option("-r,--rank", selection.rank, "Rank R of the approximation W_r")->capture_default_str();
  app->add_option("--density", selection.density, "Share of every matrix that trains")->capture_default_str();
  app->add_option("--budget-rank", selection.budget_rank, "As many weights as LoRA of this rank; 0: use the density")
      ->capture_default_str();
  app->add_option("--criterion", selection.criterion, "Which weights: " + names_of(criterion_choices()))
      ->capture_default_str();
  app->add_option("--method", selection.method, "How W_r is computed: auto, exact, gram, subspace")
      ->capture_default_str();
  app->add_option("--seed", given->seed, "Of random criteria")->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kSelect;
const Verb kSelect{add};

}   // namespace lift::cli
