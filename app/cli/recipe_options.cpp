#include "app/cli/recipe_options.h"

#include <CLI/CLI.hpp>

#include "app/cli/model_options.h"
#include "core/base/say.h"
#include "core/session/demo_model.h"

namespace lift::cli {

namespace {

constexpr double kUsualReplayShare = 0.2;

template <typename T>
void set_if(const std::optional<T>& from, T& to) {
  if (from) to = *from;
}

std::string absolute(const std::string& path) { return std::filesystem::absolute(path).lexically_normal().string(); }

Status set_rows(const std::vector<std::string>& given, std::vector<std::string>& files) {
  if (given.empty()) return {};
  LIFT_ASSIGN(files, resolve_data(given));
  for (std::string& file : files) file = absolute(file);
  return {};
}

Status apply_files(const RecipeOptions& options, Recipe& recipe) {
  if (!options.model.empty()) {
    LIFT_ASSIGN(const std::filesystem::path model, resolve_model(options.model));
    recipe.model = absolute(model.string());
  }
  LIFT_RETURN_IF_ERROR(set_rows(options.data, recipe.data.files));
  LIFT_RETURN_IF_ERROR(set_rows(options.held_out, recipe.data.held_out_files));
  LIFT_RETURN_IF_ERROR(set_rows(options.replay, recipe.data.replay_files));
  if (!options.replay.empty()) recipe.data.replay_share = kUsualReplayShare;
  if (!options.probe.empty()) recipe.evaluate.probe_file = absolute(resolve_probe(options.probe));
  if (!options.name.empty()) recipe.name = options.name;
  if (!options.criterion.empty()) recipe.selection.criterion = options.criterion;
  if (!options.method.empty()) recipe.train.method = options.method;
  return {};
}

void apply_numbers(const RecipeOptions& options, Recipe& recipe) {
  set_if(options.held_out_share, recipe.data.held_out_share);
  set_if(options.replay_share, recipe.data.replay_share);
  set_if(options.max_tokens, recipe.data.max_tokens);
  set_if(options.density, recipe.selection.density);
  set_if(options.rank, recipe.selection.rank);
  set_if(options.budget_rank, recipe.selection.budget_rank);
  set_if(options.refresh_every, recipe.selection.refresh_every);
  set_if(options.learning_rate, recipe.optimizer.learning_rate);
  set_if(options.epochs, recipe.train.epochs);
  if (options.epochs && !options.steps) recipe.train.steps = 0;
  set_if(options.steps, recipe.train.steps);
  set_if(options.batch_rows, recipe.train.batch_rows);
  set_if(options.threads, recipe.train.threads);
  set_if(options.seed, recipe.train.seed);
}

}   // namespace

std::string resolve_probe(const std::string& text) {
  const std::filesystem::path shipped = shipped_probe_path();
  return text == "shipped" && !std::filesystem::exists(text) && !shipped.empty() ? shipped.string() : text;
}

namespace {

// "lora.rank, lora.alpha", of every method in the registry.
std::string methods_own_fields() {
  std::string names;
  for (const RecipeField& field : recipe_fields())
    if (!field.title.empty()) names += (names.empty() ? "" : ", ") + field.path;
  return names;
}

}   // namespace

void add_recipe_options(CLI::App& app, RecipeOptions& o) {
  app.add_option("--recipe", o.file, "A recipe file; the options below change it");
  app.add_option("-m,--model", o.model, kModelHelp);
  app.add_option("--data", o.data,
                 "Files with the training rows: JSONL, JSON, CSV, TSV, Parquet, Arrow or text, also packed (.gz, "
                 ".zst), and folders of them");
  app.add_option("--map", o.map, map_help());
  app.add_option("--held-out", o.held_out, "Files whose rows are evaluated and never train");
  app.add_option("--held-out-share", o.held_out_share,
                 "Share of the rows kept for evaluation, 0 to 0.5 (default: 0.1; in a recipe file: 0)");
  app.add_option("--replay", o.replay, "Files of general rows, mixed in so that less is forgotten");
  app.add_option("--replay-share", o.replay_share, "Share of them among the rows that train (default: 0.2)");
  app.add_option(
      "--probe", o.probe,
      "Choice questions of another field, or \"shipped\" for 100 of science: measures what the model still knows");
  app.add_option("--name", o.name, "Name of the run's folder");
  app.add_option("-r,--rank", o.rank, "Rank R of the approximation W_r");
  app.add_option("--criterion", o.criterion, "Which weights train: " + names_of(criterion_choices()));
  app.add_option("--method", o.method, "How they train: " + names_of(method_choices()));
  app.add_option("--density", o.density, "Share of every matrix that trains, such as 0.05");
  app.add_option("--budget-rank", o.budget_rank, "As many weights as LoRA of this rank");
  add_matrix_choice(app, o.matrices);
  app.add_option("--refresh-every", o.refresh_every, "Steps between renewals of the selection; 0: never");
  app.add_option("--lr,--learning-rate", o.learning_rate, "Peak learning rate");
  app.add_option("--steps", o.steps, "Optimizer steps");
  app.add_option("--epochs", o.epochs, "Passes over the rows");
  app.add_option("--batch", o.batch_rows, "Rows per step");
  app.add_option("--max-tokens", o.max_tokens, "Longest row in tokens");
  app.add_option("--dtype", o.dtype, "Weights in memory: bf16 or fp32");
  app.add_option("--device", o.device, "cpu or cuda:N");
  app.add_option("--threads", o.threads, "Engine threads; 0: all cores");
  app.add_option("--seed", o.seed, "Of every random stream of the run");
  app.add_option(
      "--set", o.assignments,
      "Any field of a recipe: FIELD=VALUE, such as optimizer.schedule=cosine; of methods: " + methods_own_fields());
}

const char* map_help() {
  return "Columns by hand: role=column, with the roles prompt, response, system, input, history, messages, tools, "
         "functions, documents, chat_template_kwargs, label, rejected, text";
}

Status apply_map(const std::vector<std::string>& pairs, std::map<std::string, std::string>& column_map) {
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos || equals == 0 || equals + 1 == pair.size())
      return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--map"),
                        say("expected role=column, found \"{}\"", pair), say("For example --map prompt=question"));
    column_map[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return {};
}

Result<Recipe> make_recipe(const RecipeOptions& options) {
  Recipe recipe;
  if (!options.file.empty()) {
    LIFT_ASSIGN(recipe, read_recipe(options.file));
  }
  LIFT_RETURN_IF_ERROR(apply_files(options, recipe));
  apply_numbers(options, recipe);
  LIFT_RETURN_IF_ERROR(apply_map(options.map, recipe.data.column_map));
  LIFT_RETURN_IF_ERROR(apply(options.matrices, recipe.selection));
  if (!options.dtype.empty()) {
    LIFT_ASSIGN(recipe.train.dtype, parse_dtype(options.dtype));
  }
  if (!options.device.empty()) {
    LIFT_ASSIGN(recipe.train.device, parse_device(options.device));
  }
  for (const std::string& assignment : options.assignments) LIFT_RETURN_IF_ERROR(set_field(recipe, assignment));
  LIFT_RETURN_IF_ERROR(recipe.validate());
  return recipe;
}

}   // namespace lift::cli
