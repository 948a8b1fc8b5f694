#pragma once
// A recipe from the command line: a file, then single options, then --set FIELD=VALUE. Used by train and plan.
#include <optional>
#include <string>
#include <vector>

#include "app/cli/matrix_choice.h"
#include "core/session/recipe.h"

namespace lift::cli {

struct RecipeOptions {
  std::string file, model, name, dtype, device, probe, criterion, method;
  std::vector<std::string> data, held_out, map, assignments;
  MatrixChoiceOptions matrices;
  std::optional<double> held_out_share, density, learning_rate, epochs;
  std::optional<std::int64_t> rank, budget_rank, refresh_every, steps, batch_rows, max_tokens, threads;
  std::optional<std::uint64_t> seed;
};

void add_recipe_options(CLI::App& app, RecipeOptions& options);

// Paths become absolute. Errors name the option or field.
Result<Recipe> make_recipe(const RecipeOptions& options);

// What --map takes.
const char* map_help();

// "prompt=question" pairs of --map into roles and columns.
Status apply_map(const std::vector<std::string>& pairs, std::map<std::string, std::string>& column_map);

}   // namespace lift::cli
