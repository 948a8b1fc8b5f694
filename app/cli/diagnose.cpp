// lift diagnose: what training made of a model's matrices, by their strongest directions.
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/matrix_choice.h"
#include "app/cli/model_options.h"

namespace lift::cli {

namespace {

struct DiagnoseOptions {
  ModelOptions model;
  MatrixChoiceOptions matrices;
  std::int64_t strongest = 10;
};

nlohmann::json json_of(const ChangeDiagnosis& d) {
  return {{"matrix", d.name},
          {"rows", d.rows},
          {"columns", d.columns},
          {"moved", d.moved},
          {"relative_change", d.relative_change},
          {"stable_rank", d.stable_rank},
          {"rank", d.rank},
          {"compared", d.compared},
          {"alignment", d.alignment},
          {"intruders", d.intruders},
          {"among_largest", d.among_largest}};
}

void print_row(const std::string& name, const std::string& shape, double moved, const ChangeDiagnosis& d) {
  fmt::print("{:<44}{:>11}{:>9.3f} %{:>10.4f}{:>9.1f}{:>7}{:>11.4f}{:>11}{:>10.1f} %\n", name, shape, 100 * moved,
             d.relative_change, d.stable_rank, d.rank, d.alignment, fmt::format("{} of {}", d.intruders, d.compared),
             100 * d.among_largest);
}

double moved_share(const ChangeDiagnosis& d) {
  return static_cast<double>(d.moved) / static_cast<double>(d.rows * d.columns);
}

// Means over the layers, of each projection.
void print_means(const std::vector<ChangeDiagnosis>& all, const std::vector<MatrixId>& ids) {
  std::map<Projection, std::vector<const ChangeDiagnosis*>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) groups[ids[i].projection].push_back(&all[i]);
  fmt::print("\n");
  for (const auto& [projection, group] : groups) {
    ChangeDiagnosis mean;
    double moved = 0;
    const auto count = static_cast<double>(group.size());
    mean.alignment = 0;
    for (const ChangeDiagnosis* d : group) {
      moved += moved_share(*d) / count;
      mean.relative_change += d->relative_change / count;
      mean.stable_rank += d->stable_rank / count;
      mean.alignment += d->alignment / count;
      mean.among_largest += d->among_largest / count;
      mean.rank = std::max(mean.rank, d->rank);
      mean.intruders += d->intruders;
      mean.compared += d->compared;
    }
    print_row(fmt::format("{}, mean of {} layers", name_of(projection), group.size()), "", moved, mean);
  }
}

int run(const DiagnoseOptions& given, const Options& options) {
  ConsoleTask console(options);
  Session session(session_options(options, console, given.model.threads));
  SelectionConfig choice;
  if (Status status = apply(given.matrices, choice); !status.ok()) return fail(options, status.error());
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  choice.rank = 1;
  if (Status status = choice.validate(session.model()->config); !status.ok()) return fail(options, status.error());
  const std::vector<MatrixId> ids = choice.matrices(session.model()->config);
  const auto found = session.diagnose(ids, given.strongest, console.context());
  if (!found.ok()) return fail(options, found.error());
  if (options.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const ChangeDiagnosis& d : *found) list.push_back(json_of(d));
    print_json({{"strongest", given.strongest}, {"matrices", std::move(list)}});
    return kSuccess;
  }
  fmt::print("{:<44}{:>11}{:>11}{:>10}{:>9}{:>7}{:>11}{:>11}{:>12}\n", "matrix", "shape", "moved", "change", "stable",
             "rank", "alignment", "intruders", "in |W|");
  for (const ChangeDiagnosis& d : *found) print_row(d.name, fmt::format("{}x{}", d.rows, d.columns), moved_share(d), d);
  print_means(*found, ids);
  fmt::print(
      "\nmoved: entries that differ from the base. change: its norm, as a share of the base's. stable, rank:\n"
      "directions of the change. alignment: 1 where the {0} strongest directions are the base's own. intruders:\n"
      "strong directions that the base has nowhere (cosines below 0.6), which go with forgetting. in |W|: moved\n"
      "entries among the largest |W|.\n",
      given.strongest);
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app =
      parent.add_subcommand("diagnose", "What a delta made of the model's matrices: ranks, directions, intruders");
  auto given = std::make_shared<DiagnoseOptions>();
  add_model_options(*app, given->model, true, true);
  add_matrix_choice(*app, given->matrices);
  app->add_option("--top", given->strongest, "Strongest directions that are compared")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kDiagnose;
const Verb kDiagnose{add};

}   // namespace lift::cli
