#pragma once
// Everything that decides a run, as one value. A JSON recipe file is exactly this; a run's folder holds the snapshot
// it was started with. Used by the command line, the window and the run folder. Tensor-free.
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

// Of the rows, kept for evaluation unless a recipe says otherwise. A recipe *file* that does not speak of it keeps
// none, as before there was a default.
inline constexpr double kHeldOutShare = 0.1;

struct Recipe {
  std::string name;    // of the run's folder; empty = from model and data
  std::string model;   // GGUF file or Hugging Face folder
  DataConfig data{.held_out_share = kHeldOutShare};
  SelectionConfig selection;
  OptimizerConfig optimizer;
  TrainConfig train;
  EvaluateConfig evaluate;

  // Everything that can be checked without reading files.
  Status validate() const;
};

// One field of a recipe: the same table serves JSON, `--set`, the form of the window and the comparison of runs.
struct RecipeField {
  std::string path;   // "train.batch_rows"
  Sentence help;      // one sentence with unit and "off" value
};
const std::vector<RecipeField>& recipe_fields();

nlohmann::json to_json(const Recipe& recipe);
// What a delta's passport and a resume state know the run by: without what is only asked of the model on the way, and
// without later fields that are off, so that deltas and states of earlier versions stay what they are.
nlohmann::json identity_json(const Recipe& recipe);
// The same of a recipe file's value as it stands there: a file of an earlier version lacks fields that recipes have
// now.
nlohmann::json identity_of(nlohmann::json recipe_file);
// Unknown fields are refused by name with the nearest known one; missing ones keep their default. Relative paths of
// model and data files are taken from `base` (the recipe file's folder).
Result<Recipe> recipe_from_json(const nlohmann::json& value, const std::string& subject);
Result<Recipe> read_recipe(const std::filesystem::path& path);
Status write_recipe(const std::filesystem::path& path, const Recipe& recipe);

// `assignment`: "train.batch_rows=16"; the value is JSON or a bare word. Errors name the field and what it takes.
Status set_field(Recipe& recipe, std::string_view assignment);
// One field's value as JSON text. CHECKs that the path exists.
std::string field_text(const Recipe& recipe, std::string_view path);

struct FieldDifference {
  std::string path, left, right;   // JSON text
};
std::vector<FieldDifference> difference(const Recipe& left, const Recipe& right);

}   // namespace lift
