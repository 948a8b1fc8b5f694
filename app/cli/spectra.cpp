// lift spectra: the singular values of a model's matrices.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/matrix_choice.h"
#include "app/cli/model_options.h"

namespace lift::cli {

namespace {

struct SpectraOptions {
  ModelOptions model;
  MatrixChoiceOptions matrices;
  std::int64_t rank = 16;
};

nlohmann::json json_of(const Spectrum& spectrum, std::int64_t rank) {
  return {{"matrix", spectrum.name},
          {"rows", spectrum.rows},
          {"columns", spectrum.columns},
          {"energy_share", spectrum.energy_share(rank)},
          {"stable_rank", spectrum.stable_rank()},
          {"effective_rank", spectrum.effective_rank()},
          {"rank_for_90_percent", spectrum.rank_for_energy(0.9)},
          {"singular_values", spectrum.singular_values}};
}

void print_row(const Spectrum& spectrum, std::int64_t rank) {
  const float first = spectrum.singular_values.empty() ? 0 : spectrum.singular_values.front();
  const float last = spectrum.singular_values.empty() ? 0 : spectrum.singular_values.back();
  fmt::print("{:<44}{:>11}  {:>9.3f}{:>10.2e}{:>9.1f} %{:>9.1f}{:>10.1f}{:>8}\n", spectrum.name,
             fmt::format("{}x{}", spectrum.rows, spectrum.columns), first, last, 100 * spectrum.energy_share(rank),
             spectrum.stable_rank(), spectrum.effective_rank(), spectrum.rank_for_energy(0.9));
}

int run(const SpectraOptions& given, const Options& options) {
  ConsoleTask console(options);
  Session session(session_options(options, console, given.model.threads));
  SelectionConfig choice;
  if (Status status = apply(given.matrices, choice); !status.ok()) return fail(options, status.error());
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const ModelConfig& config = session.model()->config;
  choice.rank = 1;
  if (Status status = choice.validate(config); !status.ok()) return fail(options, status.error());
  const std::vector<MatrixId> matrices = choice.matrices(config);
  const auto spectra = session.spectra(matrices, console.context());
  if (!spectra.ok()) return fail(options, spectra.error());
  if (options.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const Spectrum& spectrum : *spectra) list.push_back(json_of(spectrum, given.rank));
    print_json({{"rank", given.rank}, {"matrices", std::move(list)}});
    return kSuccess;
  }
  fmt::print("{:<44}{:>11}  {:>9}{:>10}{:>11}{:>9}{:>10}{:>8}\n", "matrix", "shape", "largest", "least",
             fmt::format("in {}", given.rank), "stable", "effective", "90 %");
  for (const Spectrum& spectrum : *spectra) print_row(spectrum, given.rank);
  fmt::print(
      "\nin {}: energy in the first {} singular values. stable, effective: ranks. 90 %: rank that holds 90 % of it.\n",
      given.rank, given.rank);
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app =
      parent.add_subcommand("spectra", "Show the singular values of a model's matrices and where their energy lies");
  auto given = std::make_shared<SpectraOptions>();
  add_model_options(*app, given->model, true, true);
  add_matrix_choice(*app, given->matrices);
  app->add_option("-r,--rank", given->rank, "Rank whose share of the energy is shown")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kSpectra;
const Verb kSpectra{add};

}   // namespace lift::cli
