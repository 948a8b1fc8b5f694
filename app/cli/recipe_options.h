#pragma once
// A recipe from the command line: a file, then options for single fields, then --set FIELD=VALUE. For train and plan.
#include <optional>
#include <string>
#include <vector>

#include "app/cli/matrix_choice.h"
#include "core/session/recipe.h"

namespace lift::cli {

struct RecipeOptions {
  std::string file, model, name, dtype, device, probe, criterion, method;
  std::vector<std::string> data, held_out, replay, map, assignments;
  MatrixChoiceOptions matrices;
  std::optional<double> held_out_share, replay_share, density, learning_rate, epochs;
  std::optional<std::int64_t> rank, budget_rank, refresh_every, steps, batch_rows, max_tokens, threads;
  std::optional<std::uint64_t> seed;
};

void add_recipe_options(CLI::App& app, RecipeOptions& options);

// Makes paths absolute. Errors name the option or field.
Result<Recipe> make_recipe(const RecipeOptions& options);

// Help text: the values of --map.
const char* map_help();

// Adds the "prompt=question" pairs of --map to a map from role to column.
Status apply_map(const std::vector<std::string>& pairs, std::map<std::string, std::string>& column_map);

// "shipped" names the demo's probe, unless a file has that name.
std::string resolve_probe(const std::string& text);

}   // namespace lift::cli
