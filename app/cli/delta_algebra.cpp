#include "app/cli/delta_algebra.h"

#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/export_report.h"
#include "app/cli/model_options.h"

namespace lift::cli {

namespace {

struct AlgebraOptions {
  ModelOptions model;
  std::vector<std::string> deltas;
  std::vector<double> weights;
  std::string by = "sum", target;
  double keep = 1;
  std::uint64_t seed = 1;
};

// A run's folder stands for its delta; an adapter's folder is one.
std::vector<std::filesystem::path> paths_of(const std::vector<std::string>& texts) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& text : texts) {
    const std::filesystem::path path(text), in_run = path / "delta.safetensors";
    paths.push_back(std::filesystem::exists(in_run) ? in_run : path);
  }
  return paths;
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }
double share(std::int64_t part, std::int64_t whole) {
  return share(static_cast<double>(part), static_cast<double>(whole));
}

nlohmann::json json_of(const TensorCollision& collision) {
  return {{"tensor", collision.tensor},      {"changed", collision.changed}, {"together", collision.together},
          {"shared", collision.shared},      {"opposed", collision.opposed}, {"size", collision.size},
          {"cancelled", collision.cancelled}};
}

TensorCollision sum_of(const std::vector<TensorCollision>& collisions) {
  TensorCollision sum{.tensor = "all"};
  for (const TensorCollision& one : collisions) {
    sum.changed.resize(one.changed.size());
    for (std::size_t i = 0; i < one.changed.size(); ++i) sum.changed[i] += one.changed[i];
    sum.together += one.together, sum.shared += one.shared, sum.opposed += one.opposed;
    sum.size += one.size, sum.cancelled += one.cancelled;
  }
  return sum;
}

void print(const TensorCollision& one) {
  std::string changed;
  for (const std::int64_t count : one.changed) changed += fmt::format("{:>12}", human_count(count));
  fmt::print("{:<44}{}{:>12}{:>9.1f} %{:>9.1f} %{:>9.1f} %\n", one.tensor, changed, human_count(one.together),
             100 * share(one.shared, one.together), 100 * share(one.opposed, one.shared),
             100 * share(one.cancelled, one.size));
}

int collisions(const AlgebraOptions& given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const auto found = session.delta_collisions(paths_of(given.deltas), console.context());
  if (!found.ok()) return fail(options, found.error());
  if (options.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const TensorCollision& one : *found) list.push_back(json_of(one));
    print_json(list);
    return kSuccess;
  }
  std::string heads;
  for (std::size_t i = 0; i < given.deltas.size(); ++i) heads += fmt::format("{:>12}", fmt::format("delta {}", i + 1));
  fmt::print("{:<44}{}{:>12}{:>11}{:>11}{:>11}\n", "tensor", heads, "together", "shared", "opposed", "cancelled");
  for (const TensorCollision& one : *found) print(one);
  print(sum_of(*found));
  fmt::print(
      "shared: entries of those together that two or more change; opposed: of these, pushed both up and down; "
      "cancelled: of their change, what a sum loses\n");
  return kSuccess;
}

int combine(const AlgebraOptions& given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  const Combination how{*parse_combine_by(given.by), given.weights, given.keep, given.seed};
  const auto report = session.combine_deltas(paths_of(given.deltas), how, given.target, console.context());
  if (!report.ok()) return fail(options, report.error());
  print_import(*report, options);
  return kSuccess;
}

}   // namespace

void add_delta_algebra(CLI::App& delta, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto given = std::make_shared<AlgebraOptions>();
  const auto sub = [&](const char* name, const char* help, int (*body)(const AlgebraOptions&, const Options&)) {
    auto* command = delta.add_subcommand(name, help);
    command->add_option("deltas", given->deltas, "Deltas of one base: files, runs' folders, or PEFT adapters")
        ->required();
    add_model_options(*command, given->model, false, false);
    bodies.emplace_back(command, [given, &options, body] { return body(*given, options); });
    return command;
  };
  sub("collisions", "Where several deltas change the same weights, and whether they agree", collisions);
  auto* command =
      sub("combine", "Make one delta of several: added, subtracted, scaled, or merged by TIES or DARE", combine);
  command
      ->add_option(
          "--by", given->by,
          "sum (weights 1 and -1 subtract; one delta and a weight scale it), shared (mean of what all changed), "
          "ties, dare_linear, dare_ties")
      ->check(CLI::IsMember({"sum", "shared", "ties", "dare_linear", "dare_ties"}))
      ->capture_default_str();
  command->add_option("--weights", given->weights, "One for each delta (default: 1 each)")->delimiter(',');
  command
      ->add_option("--keep", given->keep,
                   "ties: the largest share of a delta's changes that stays; dare: the chance of each to stay")
      ->capture_default_str();
  command->add_option("--seed", given->seed, "Of what dare drops")->capture_default_str();
  command->add_option("--to", given->target, "The new delta file")->required();
}

}   // namespace lift::cli
