#pragma once
// All settings of a run in one value. A JSON recipe file holds exactly this; a run's folder holds a copy of the recipe
// that the run was started with. Used by the command line, the window and the run folder. Tensor-free.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/data/data_config.h"
#include "core/evaluate/evaluate_config.h"
#include "core/optim/optimizer_config.h"
#include "core/selection/selection_config.h"
#include "core/train/train_config.h"

namespace lift {

// Default share of rows held out for evaluation. A recipe *file* without this field holds out none, as in versions that
// had no default.
inline constexpr double kHeldOutShare = 0.1;

struct Recipe {
  std::string name;    // of the run's folder; empty = from model and data
  std::string model;   // GGUF file or Hugging Face folder
  DataConfig data{.held_out_share = kHeldOutShare};
  SelectionConfig selection;
  OptimizerConfig optimizer;
  TrainConfig train;
  EvaluateConfig evaluate;

  // Checks all that can be checked without reading files.
  Status validate() const;
};

// One field of a recipe. This table serves JSON, `--set`, the window's form and the comparison of runs.
struct RecipeField {
  std::string path;   // "train.batch_rows"
  Sentence help;      // one sentence with the unit and the value that means "off"
  // Of a method's own setting: what people call it, and what a text may be (empty: anything).
  Sentence title = {};
  std::vector<std::string> choices = {};
};
std::vector<RecipeField> recipe_fields();

nlohmann::json to_json(const Recipe& recipe);
// The settings by which a delta's manifest and a resume state identify the run. Leaves out those of the exact matches,
// which don't change what is trained, and newer fields that are off, so that earlier deltas and states still match.
nlohmann::json identity_json(const Recipe& recipe);
// The same for the JSON of a recipe file as it is on disk, which may be from an earlier version and lack newer
// fields.
nlohmann::json identity_of(nlohmann::json recipe_file);
// Errors name an unknown field and the nearest known one; missing fields keep their default.
// read_recipe() takes relative paths of model and data files from the recipe file's folder.
Result<Recipe> recipe_from_json(const nlohmann::json& value, const std::string& subject);
Result<Recipe> read_recipe(const std::filesystem::path& path);
Status write_recipe(const std::filesystem::path& path, const Recipe& recipe);

// `assignment`: "train.batch_rows=16"; the value is JSON or a bare word. Errors name the field and its valid values.
Status set_field(Recipe& recipe, std::string_view assignment);
// One field's value as JSON text. The path must exist (LIFT_CHECK).
std::string field_text(const Recipe& recipe, std::string_view path);

struct FieldDifference {
  std::string path, left, right;   // JSON text
};
std::vector<FieldDifference> difference(const Recipe& left, const Recipe& right);

}   // namespace lift
