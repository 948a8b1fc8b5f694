#include "core/session/recipe.h"

#include <algorithm>
#include <functional>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/selection/criterion.h"
#include "core/train/method.h"

namespace lift {

using nlohmann::json;

namespace {

// Values as JSON -------------------------------------------------------------------------------------------------

json value_of(const DType& dtype) { return std::string(name_of(dtype)); }
json value_of(const Device& device) { return device.text(); }
json value_of(const std::vector<Projection>& projections) {
  json list = json::array();
  for (Projection projection : projections) list.push_back(std::string(name_of(projection)));
  return list;
}
template <typename T>
json value_of(const T& value) {
  return value;
}

Sentence kind_of(const std::string&) { return say("a text"); }
Sentence kind_of(bool) { return say("true or false"); }
Sentence kind_of(double) { return say("a number"); }
Sentence kind_of(std::int64_t) { return say("a whole number"); }
Sentence kind_of(std::uint64_t) { return say("a whole number of 0 or more"); }
Sentence kind_of(const std::vector<std::string>&) { return say("a list of texts"); }
Sentence kind_of(const std::vector<std::int32_t>&) { return say("a list of whole numbers"); }
Sentence kind_of(const std::map<std::string, std::string>&) { return say("an object of texts"); }

template <typename T>
bool fits(const json& value, const T&) {
  if constexpr (std::is_same_v<T, std::string>) return value.is_string();
  else if constexpr (std::is_same_v<T, bool>) return value.is_boolean();
  else if constexpr (std::is_same_v<T, double>) return value.is_number();
  else if constexpr (std::is_same_v<T, std::uint64_t>) return value.is_number_unsigned();
  else if constexpr (std::is_integral_v<T>) return value.is_number_integer();
  else if constexpr (std::is_same_v<T, std::vector<std::string>>)
    return value.is_array() && std::ranges::all_of(value, [](const json& v) { return v.is_string(); });
  else if constexpr (std::is_same_v<T, std::vector<std::int32_t>>)
    return value.is_array() && std::ranges::all_of(value, [](const json& v) { return v.is_number_integer(); });
  else return value.is_object() && std::ranges::all_of(value, [](const json& v) { return v.is_string(); });
}

Error wrong_kind(const std::string& path, const Sentence& expected, const json& found) {
  return make_error(ErrorCode::InvalidArgument, path, say("expected {}, found {}", expected, found.dump()));
}

template <typename T>
Status assign(const std::string& path, const json& value, T& target) {
  if (!fits(value, target)) return wrong_kind(path, kind_of(target), value);
  target = value.get<T>();
  return {};
}

Status assign(const std::string& path, const json& value, DType& target) {
  if (!value.is_string()) return wrong_kind(path, say("\"bf16\" or \"fp32\""), value);
  LIFT_ASSIGN(target, parse_dtype(value.get<std::string>()));
  return {};
}

Status assign(const std::string& path, const json& value, Device& target) {
  if (!value.is_string()) return wrong_kind(path, say("\"cpu\" or \"cuda:N\""), value);
  LIFT_ASSIGN(target, parse_device(value.get<std::string>()));
  return {};
}

Status assign(const std::string& path, const json& value, std::vector<Projection>& target) {
  if (!fits(value, std::vector<std::string>{}))
    return wrong_kind(path, say("a list of q, k, v, o, gate, up, down"), value);
  std::vector<Projection> projections;
  for (const auto& item : value) {
    const auto projection = parse_projection(item.get<std::string>());
    if (!projection) return wrong_kind(path, say("a list of q, k, v, o, gate, up, down"), value);
    projections.push_back(*projection);
  }
  target = std::move(projections);
  return {};
}

// The table of fields --------------------------------------------------------------------------------------------

struct Field {
  RecipeField description;
  std::function<json(const Recipe&)> get;
  std::function<Status(Recipe&, const json&)> set;
  std::string method = {};   // whose own section it belongs to; empty: everybody's
};

template <typename Part, typename T>
Field field(std::string path, Part Recipe::*part, T Part::*member, Sentence help) {
  return {{path, std::move(help)},
          [=](const Recipe& recipe) { return value_of(recipe.*part.*member); },
          [=](Recipe& recipe, const json& value) { return assign(path, value, recipe.*part.*member); }};
}

Field top_field(std::string path, std::string Recipe::*member, Sentence help) {
  return {{path, std::move(help)},
          [=](const Recipe& recipe) { return value_of(recipe.*member); },
          [=](Recipe& recipe, const json& value) { return assign(path, value, recipe.*member); }};
}

// A setting of a method's own section: "lora.rank".
Field section_field(const std::string& method, const MethodSetting& setting) {
  const std::string path = method + "." + setting.name;
  const auto value = [method, name = setting.name, usual = setting.usual](const Recipe& recipe) {
    const auto section = recipe.train.sections.find(method);
    if (section == recipe.train.sections.end()) return usual;
    const auto said = section->second.find(name);
    return said == section->second.end() ? usual : said->second;
  };
  const auto set = [=, name = setting.name](Recipe& recipe, const json& given) {
    return std::visit(
        [&](auto target) -> Status {
          LIFT_RETURN_IF_ERROR(assign(path, given, target));
          recipe.train.sections[method][name] = target;
          return {};
        },
        setting.usual);
  };
  return {{path, setting.help, setting.title, setting.choices},
          [=](const Recipe& recipe) { return std::visit([](const auto& v) { return json(v); }, value(recipe)); },
          set,
          method};
}

std::vector<Field> make_fields() {
  using D = DataConfig;
  using S = SelectionConfig;
  using O = OptimizerConfig;
  using T = TrainConfig;
  using E = EvaluateConfig;
  const auto data = &Recipe::data;
  const auto selection = &Recipe::selection;
  const auto optimizer = &Recipe::optimizer;
  const auto train = &Recipe::train;
  const auto evaluate = &Recipe::evaluate;
  return {
      top_field("name", &Recipe::name, say("Name of the run; empty: from the model and the data.")),
      top_field("model", &Recipe::model, say("A GGUF file or a Hugging Face folder.")),
      field("data.files", data, &D::files,
            say("Files with the training rows, in order: JSONL, JSON, CSV, TSV or text, also packed.")),
      field("data.layout", data, &D::layout,
            say("auto, question_answer, prompt_completion, instruction, messages, preference or text.")),
      field(
          "data.column_map", data, &D::column_map,
          say("Role to column, where names are not the usual ones: prompt, response, system, input, history, messages, "
              "tools, functions, documents, chat_template_kwargs, label, rejected, text.")),
      field("data.prompt_format", data, &D::prompt_format,
            say("auto (the model's chat template, else alpaca), chat, alpaca or plain.")),
      field("data.system_prompt", data, &D::system_prompt,
            say("Put before conversations that have none; empty: none.")),
      field("data.date", data, &D::date,
            say("The day that templates with strftime_now print, as 2026-11-30; empty: that of the run's start.")),
      field("data.max_tokens", data, &D::max_tokens, say("Longest row in tokens.")),
      field("data.overflow", data, &D::overflow, say("Longer rows: truncate (keep the beginning) or drop.")),
      field("data.held_out_share", data, &D::held_out_share,
            say("Share of the rows kept for evaluation when no held-out files are given, 0 to 0.5; 0: none. A recipe "
                "file "
                "without this field keeps none; else 0.1.")),
      field("data.held_out_files", data, &D::held_out_files, say("Files whose rows are evaluated and never train.")),
      field("data.replay_files", data, &D::replay_files,
            say("Files of general rows that are mixed in against forgetting.")),
      field("data.replay_share", data, &D::replay_share,
            say("Share of such rows among those that train, 0 to 0.9; 0: none.")),
      field("data.validation_share", data, &D::validation_share,
            say("Share of the rows that would train, 0 to 0.5, measured in place of the held-out ones: to choose "
                "settings by; 0: off.")),
      field("data.limit_rows", data, &D::limit_rows, say("Take only the first N rows; 0: all.")),
      field("selection.criterion", selection, &S::criterion,
            say("Which weights count as principal, of {}; lift: largest |W_r|.", known_criteria())),
      field("selection.rank", selection, &S::rank, say("Rank R of the approximation W_r.")),
      field("selection.density", selection, &S::density, say("Share of every matrix that trains, between 0 and 1.")),
      field("selection.budget_rank", selection, &S::budget_rank,
            say("As many weights as LoRA of this rank, min((m+n)r, mn) per matrix; 0: use density.")),
      field("selection.layers", selection, &S::layers, say("Layers that train; empty: all.")),
      field("selection.projections", selection, &S::projections,
            say("Projections that train; empty: all that the layers have.")),
      field("selection.refresh_every", selection, &S::refresh_every,
            say("Steps between renewals of the selection; 0: never.")),
      field("selection.method", selection, &S::method, say("How W_r is computed: auto, exact, gram or subspace.")),
      field("optimizer.learning_rate", optimizer, &O::learning_rate, say("Peak learning rate.")),
      field("optimizer.beta1", optimizer, &O::beta1, say("Decay of the first moment.")),
      field("optimizer.beta2", optimizer, &O::beta2, say("Decay of the second moment.")),
      field("optimizer.eps", optimizer, &O::eps, say("Added to the root of the second moment.")),
      field("optimizer.weight_decay", optimizer, &O::weight_decay, say("Decoupled weight decay; 0: off.")),
      field("optimizer.clip_norm", optimizer, &O::clip_norm, say("Largest gradient norm; 0: off.")),
      field("optimizer.schedule", optimizer, &O::schedule, say("linear, cosine or constant.")),
      field("optimizer.warmup_ratio", optimizer, &O::warmup_ratio, say("Share of the steps that warm up.")),
      field("optimizer.minimum_ratio", optimizer, &O::minimum_ratio, say("Last learning rate as a share of the peak.")),
      field("train.method", train, &T::method, say("How they train, of {}.", known_methods())),
      field("train.steps", train, &T::steps, say("Optimizer steps; 0: from epochs.")),
      field("train.most_seconds", train, &T::most_seconds,
            say("About how long the steps may take: on a slow machine fewer are made; 0: as many as said.")),
      field("train.epochs", train, &T::epochs, say("Passes over the rows when steps is 0.")),
      field("train.batch_rows", train, &T::batch_rows, say("Rows per optimizer step.")),
      field("train.microbatch_tokens", train, &T::microbatch_tokens,
            say("At most this many tokens per pass; a step is split into passes.")),
      field("train.checkpointing", train, &T::checkpointing,
            say("Recompute activations to save memory: auto, off or full.")),
      field("train.seed", train, &T::seed, say("Of every random stream of the run.")),
      field("train.threads", train, &T::threads, say("Engine threads; 0: all cores.")),
      field("train.save_minutes", train, &T::save_minutes,
            say("Minutes between saves of the resume state; 0: only at stop.")),
      field("train.save_every", train, &T::save_every, say("Steps between saves, besides; 0: off.")),
      field("train.dtype", train, &T::dtype, say("Weights in memory: bf16 or fp32.")),
      field("train.device", train, &T::device, say("cpu or cuda:N.")),
      field("evaluate.every", evaluate, &E::every, say("Steps between evaluations; 0: only before and after.")),
      field("evaluate.held_out_rows", evaluate, &E::held_out_rows, say("Held-out rows per evaluation; 0: all.")),
      field("evaluate.probe_file", evaluate, &E::probe_file,
            say("Choice questions that measure retention; empty: none.")),
      field("evaluate.probe_items", evaluate, &E::probe_items, say("Questions per evaluation; 0: all.")),
      field("evaluate.forget_alarm", evaluate, &E::forget_alarm,
            say("Alarm when more than this share of the base model's score is lost.")),
      field("evaluate.forget_action", evaluate, &E::forget_action,
            say("What the alarm does: tell, stop (the run can go on), or go_back (the run ends in the last evaluated "
                "state before the alarm).")),
      field(
          "evaluate.answer_rule", evaluate, &E::answer_rule,
          say("How answers to held-out rows are compared: auto, text, json, number or letter; off: nobody is asked.")),
      field("evaluate.answer_rows", evaluate, &E::answer_rows,
            say("Held-out rows that are answered before and after; 0: all.")),
      field("evaluate.answer_share", evaluate, &E::answer_share,
            say("Share of the run's time for answering some of them in between; 0: only before and after.")),
      field("evaluate.sample_prompts", evaluate, &E::sample_prompts,
            say("Questions answered before, during and after.")),
      field("evaluate.sample_every", evaluate, &E::sample_every,
            say("Steps between answers; 0: only before and after.")),
      field("evaluate.sample_tokens", evaluate, &E::sample_tokens, say("Longest answer in tokens.")),
  };
}

// Methods may come and go (AddedMethod): their settings stand behind everybody's, in the registry's order.
const std::vector<Field>& fields() {
  static thread_local std::vector<Field> table;
  static thread_local std::string known;
  if (const std::string now = known_methods() + "/" + known_criteria(); table.empty() || now != known) {
    table = make_fields();
    for (const MethodEntry& method : methods())
      for (const MethodSetting& setting : method.settings)
        table.push_back(section_field(std::string(method.name), setting));
    known = now;
  }
  return table;
}

// Fewest single-character edits between two names; for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

Error unknown_field(const std::string& path) {
  const auto nearest =
      std::ranges::min_element(fields(), {}, [&](const Field& f) { return edit_distance(path, f.description.path); });
  return make_error(ErrorCode::InvalidArgument, path, say("a recipe has no such field"),
                    say("Did you mean {}?", nearest->description.path));
}

Result<const Field*> find_field(const std::string& path) {
  for (const auto& f : fields())
    if (f.description.path == path) return &f;
  return unknown_field(path);
}

Status read_fields(const json& value, const std::string& prefix, Recipe& recipe) {
  for (const auto& [key, item] : value.items()) {
    const std::string path = prefix + key;
    if (prefix.empty() && item.is_object()) {
      LIFT_RETURN_IF_ERROR(read_fields(item, key + ".", recipe));
      continue;
    }
    LIFT_ASSIGN(const Field* f, find_field(path));
    LIFT_RETURN_IF_ERROR(f->set(recipe, item));
  }
  return {};
}

void make_absolute(std::string& path, const std::filesystem::path& base) {
  if (!path.empty() && std::filesystem::path(path).is_relative()) path = (base / path).lexically_normal().string();
}

}   // namespace

std::vector<RecipeField> recipe_fields() {
  std::vector<RecipeField> all;
  for (const auto& f : fields()) all.push_back(f.description);
  return all;
}

Status Recipe::validate() const {
  if (model.empty())
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("model"), say("no model is chosen"),
                      say("Name a GGUF file or a model folder"));
  if (data.files.empty())
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("data.files"), say("no training data is chosen"),
                      say("Name a file of rows: JSONL, JSON, CSV, Parquet, Arrow or text"));
  LIFT_RETURN_IF_ERROR(data.validate());
  LIFT_RETURN_IF_ERROR(optimizer.validate());
  LIFT_RETURN_IF_ERROR(train.validate());
  LIFT_RETURN_IF_ERROR(evaluate.validate());
  if (!find_criterion(selection.criterion))
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("selection.criterion"),
                      say("expected one of {}, found \"{}\"", known_criteria(), selection.criterion));
  return validate_method(train);
}

json to_json(const Recipe& recipe) {
  json value = json::object();
  for (const auto& f : fields()) {
    const std::string& path = f.description.path;
    if (!f.method.empty() && f.method != recipe.train.method) continue;   // it decides nothing
    const auto dot = path.find('.');
    if (dot == path.npos) value[path] = f.get(recipe);
    else value[path.substr(0, dot)][path.substr(dot + 1)] = f.get(recipe);
  }
  // Deltas and states of runs without them stay as they were.
  if (recipe.data.date.empty()) value["data"].erase("date");
  if (recipe.data.replay_share == 0) value["data"].erase("replay_share"), value["data"].erase("replay_files");
  if (recipe.data.validation_share == 0) value["data"].erase("validation_share");
  return value;
}

json identity_of(json value) {
  if (const auto evaluate = value.find("evaluate"); evaluate != value.end() && evaluate->is_object())
    for (const char* name : {"answer_rule", "answer_rows", "answer_share", "forget_action"}) evaluate->erase(name);
  if (const auto train = value.find("train"); train != value.end() && train->is_object())
    if (const auto most = train->find("most_seconds"); most != train->end() && *most == 0) train->erase(most);
  return value;
}

json identity_json(const Recipe& recipe) { return identity_of(to_json(recipe)); }

Result<Recipe> recipe_from_json(const json& value, const std::string& subject) {
  if (!value.is_object())
    return make_error(ErrorCode::Malformed, subject, say("expected a JSON object, found {}", json_kind(value)));
  Recipe recipe;
  recipe.data.held_out_share = 0;
  if (Status status = read_fields(value, "", recipe); !status.ok()) {
    Error error = std::move(status).error();
    error.subject = say("{}, {}", subject, error.subject);
    return error;
  }
  return recipe;
}

Result<Recipe> read_recipe(const std::filesystem::path& path) {
  LIFT_ASSIGN(const json value, read_json_file(path));
  LIFT_ASSIGN(Recipe recipe, recipe_from_json(value, path.string()));
  const auto base = std::filesystem::absolute(path).parent_path();
  make_absolute(recipe.model, base);
  for (auto& file : recipe.data.files) make_absolute(file, base);
  for (auto& file : recipe.data.held_out_files) make_absolute(file, base);
  for (auto& file : recipe.data.replay_files) make_absolute(file, base);
  make_absolute(recipe.evaluate.probe_file, base);
  return recipe;
}

Status write_recipe(const std::filesystem::path& path, const Recipe& recipe) {
  return write_json_file(path, to_json(recipe));
}

Status set_field(Recipe& recipe, std::string_view assignment) {
  const auto equals = assignment.find('=');
  if (equals == assignment.npos)
    return make_error(ErrorCode::InvalidArgument, std::string(assignment), say("expected FIELD=VALUE"),
                      say("For example train.batch_rows=16"));
  const std::string path(assignment.substr(0, equals));
  const std::string text(assignment.substr(equals + 1));
  LIFT_ASSIGN(const Field* f, find_field(path));
  const json parsed = json::parse(text, nullptr, false);
  if (!parsed.is_discarded()) {
    // A text field may be given a bare number ("name=42"): fall back to the text as typed.
    if (Status status = f->set(recipe, parsed); status.ok() || parsed.is_string()) return status;
  }
  if (f->get(recipe).is_array() && !text.empty() && text.front() != '[') {
    json list = json::array();
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t comma = std::min(text.find(',', begin), text.size());
      const std::string item = text.substr(begin, comma - begin);
      const json number = json::parse(item, nullptr, false);
      list.push_back(number.is_number() ? number : json(item));
      begin = comma + 1;
    }
    return f->set(recipe, list);
  }
  return f->set(recipe, json(text));
}

std::string field_text(const Recipe& recipe, std::string_view path) {
  for (const auto& f : fields())
    if (f.description.path == path) return f.get(recipe).dump();
  fail_check("the recipe has the field", std::string(path));
}

std::vector<FieldDifference> difference(const Recipe& left, const Recipe& right) {
  std::vector<FieldDifference> list;
  for (const auto& f : fields()) {
    const json a = f.get(left), b = f.get(right);
    if (a != b) list.push_back({f.description.path, a.dump(), b.dump()});
  }
  return list;
}

}   // namespace lift
