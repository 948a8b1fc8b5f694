// lift plan: what a run will need in memory and on disk, before anything is loaded.
#include <CLI/CLI.hpp>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"

namespace lift::cli {

namespace {

std::string_view name_of(MemoryPlan::Verdict verdict) {
  switch (verdict) {
    case MemoryPlan::Verdict::Fits: return "fits";
    case MemoryPlan::Verdict::Tight: return "tight";
    case MemoryPlan::Verdict::DoesNotFit: return "does not fit";
  }
  return "?";
}

nlohmann::json json_of(const std::vector<MemoryItem>& items) {
  nlohmann::json list = nlohmann::json::array();
  for (const MemoryItem& item : items)
    list.push_back(
        {{"name", item.name.text()}, {"bytes", item.bytes}, {"lasting", item.lasting}, {"reason", item.reason.text()}});
  return list;
}

nlohmann::json json_of(const MemoryPlan& plan) {
  nlohmann::json remedies = nlohmann::json::array();
  for (const MemoryRemedy& remedy : plan.remedies)
    remedies.push_back(
        {{"text", remedy.text.text()}, {"saved_bytes", remedy.saved_bytes}, {"set", remedy.assignments}});
  return {{"items", json_of(plan.items)},
          {"host_items", json_of(plan.host_items)},
          {"peak_bytes", plan.peak_bytes},
          {"peak_phase", plan.peak_phase},
          {"free_bytes", plan.free_bytes},
          {"disk_bytes", plan.disk_bytes},
          {"checkpointed_layers", plan.checkpointed_layers},
          {"trainable", plan.trainable},
          {"total_weights", plan.total_weights},
          {"verdict", std::string(name_of(plan.verdict))},
          {"remedies", std::move(remedies)}};
}

void print(const MemoryPlan& plan) {
  for (const MemoryItem& item : plan.items)
    fmt::print("{:<24}{:>10}  {}\n", item.name.text(), human_memory(static_cast<double>(item.bytes)),
               item.reason.text());
  for (const MemoryItem& item : plan.host_items)
    fmt::print("{:<24}{:>10}  in the host's memory: {}\n", item.name.text(),
               human_memory(static_cast<double>(item.bytes)), item.reason.text());
  fmt::print("\npeak {} ({}) of {} free: {}\n", human_memory(static_cast<double>(plan.peak_bytes)), plan.peak_phase,
             human_memory(static_cast<double>(plan.free_bytes)), name_of(plan.verdict));
  fmt::print("{} of {} weights train; on disk at the end about {}\n", human_count(plan.trainable),
             human_count(plan.total_weights), human_bytes(static_cast<double>(plan.disk_bytes)));
  if (plan.remedies.empty()) return;
  fmt::print("\nWhat would help, cheapest first:\n");
  for (const MemoryRemedy& remedy : plan.remedies)
    fmt::print("  {} (saves {}): --set {}\n", remedy.text.text(), human_memory(static_cast<double>(remedy.saved_bytes)),
               fmt::join(remedy.assignments, " "));
}

int run(const RecipeOptions& given, const Options& options) {
  ConsoleTask console(options);
  const auto recipe = make_recipe(given);
  if (!recipe.ok()) return fail(options, recipe.error());
  Session session(session_options(options, console));
  const auto plan = session.plan(*recipe);
  if (!plan.ok()) return fail(options, plan.error());
  if (options.json) print_json(json_of(*plan));
  else print(*plan);
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app =
      parent.add_subcommand("plan", "Say what a run will need in memory and on disk, before anything is loaded");
  auto given = std::make_shared<RecipeOptions>();
  add_recipe_options(*app, *given);
  app->add_option("file", given->file, "A recipe file");   // newer CLI11 takes "recipe" for the option of that name
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kPlan;
const Verb kPlan{add};

}   // namespace lift::cli
