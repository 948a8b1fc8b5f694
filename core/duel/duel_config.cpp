#include "core/duel/duel_config.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/json.h"
#include "core/session/session.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::int64_t kMostSeeds = 31, kMostSearchRuns = 20;
constexpr const char* kRateField = "optimizer.learning_rate";

Error invalid(const char* name, Sentence message, Sentence context = {}) {
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim(name), std::move(message), std::move(context));
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin == text.npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

bool knows(const std::vector<NamedChoice>& choices, const std::string& name) {
  return std::ranges::find(choices, name, &NamedChoice::name) != choices.end();
}

std::string names(const std::vector<NamedChoice>& choices) {
  std::string list;
  for (const NamedChoice& choice : choices) list += (list.empty() ? "" : ", ") + choice.name;
  return list;
}

Status check_rates(const std::vector<double>& rates) {
  for (const double rate : rates)
    if (!(rate > 0 && std::isfinite(rate))) return invalid("rates", say("expected more than 0, found {}", rate));
  if (std::set<double>(rates.begin(), rates.end()).size() != rates.size())
    return invalid("rates", say("expected each learning rate once"));
  return {};
}

}   // namespace

Status DuelConfig::validate() const {
  if (contestants.size() < 2)
    return invalid("methods", say("expected two or more to compare, found {}", contestants.size()),
                   say("For example lift,lora"));
  for (const std::string& name : contestants) {
    if (std::ranges::count(contestants, name) > 1)
      return invalid("methods", say("expected each once, found {} twice", name));
    LIFT_ASSIGN(const Contestant contestant, make_contestant(*this, name));
    LIFT_RETURN_IF_ERROR(contestant.recipe.validate());
  }
  if (seeds < 1 || seeds > kMostSeeds) return invalid("seeds", say("expected 1 to {}, found {}", kMostSeeds, seeds));
  LIFT_RETURN_IF_ERROR(check_rates(rates));
  if (search_runs < 1 || search_runs > kMostSearchRuns)
    return invalid("search_runs", say("expected 1 to {}, found {}", kMostSearchRuns, search_runs));
  if (search_steps < 0)
    return invalid("search_steps", say("expected 0 (as the recipe) or more, found {}", search_steps));
  if (!(validation_share > 0 && validation_share <= 0.5))
    return invalid("validation_share", say("expected more than 0, at most 0.5, found {}", validation_share));
  for (const std::string& task : tasks)
    if (!task.starts_with("probe:") && !task.starts_with("generate:"))
      return invalid("task", say("expected probe:FILE or generate:FILE, found \"{}\"", task));
  if (recipe.data.held_out_files.empty() && recipe.data.held_out_share == 0)
    return invalid("data.held_out_share", say("expected rows that no run trains on, found none"),
                   say("A duel is decided by held-out rows: name files of them, or a share such as 0.1"));
  return {};
}

std::vector<std::string> contestant_names(const std::string& list) { return parts_of(list, ','); }

Result<std::vector<double>> parse_rates(const std::string& list) {
  std::vector<double> rates;
  if (trimmed(list) == "auto") return rates;
  for (const std::string& part : parts_of(list, ',')) {
    double rate = 0;
    const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), rate);
    if (failure != std::errc() || end != part.data() + part.size())
      return invalid("lr", say("expected auto, or numbers such as 1e-4,3e-4; found \"{}\"", part));
    rates.push_back(rate);
  }
  LIFT_RETURN_IF_ERROR(check_rates(rates));
  return rates;
}

Result<Contestant> make_contestant(const DuelConfig& config, const std::string& name) {
  Contestant contestant{name, config.recipe};
  contestant.recipe.train.most_seconds = 0;   // a slower method would make fewer steps, and so would one that forgets
  contestant.recipe.evaluate.forget_action = EvaluateConfig().forget_action;
  Recipe& recipe = contestant.recipe;
  const std::size_t colon = std::min(name.find(':'), name.size());
  const std::string way = trimmed(name.substr(0, colon));
  if (knows(method_choices(), way)) {
    recipe.train.method = way;
    recipe.optimizer.learning_rate *= rate_beside_lift(way) / rate_beside_lift(config.recipe.train.method);
    if (method_selects(way)) recipe.selection.criterion = "lift";
  } else if (knows(criterion_choices(), way)) {
    recipe.train.method = "lift";
    recipe.optimizer.learning_rate /= rate_beside_lift(config.recipe.train.method);
    recipe.selection.criterion = way;
  } else {
    return invalid("methods", say("expected a method ({}) or a criterion ({}), found \"{}\"", names(method_choices()),
                                  names(criterion_choices()), way));
  }
  if (colon == name.size()) return contestant;
  for (const std::string& field : parts_of(name.substr(colon + 1), ';')) {
    LIFT_RETURN_IF_ERROR(set_field(recipe, field));
    contestant.names_rate |= field.starts_with(kRateField);
  }
  return contestant;
}

json to_json(const DuelConfig& config) {
  // A recipe's own JSON leaves out what it says for other methods than its own: here they train too.
  json sections = json::object();
  for (const auto& [method, section] : config.recipe.train.sections)
    for (const auto& [name, setting] : section)
      sections[method + "." + name] = json::parse(field_text(config.recipe, method + "." + name));
  return {{"recipe", to_json(config.recipe)},
          {"sections", std::move(sections)},
          {"methods", config.contestants},
          {"seeds", config.seeds},
          {"rates", config.rates},
          {"search_runs", config.search_runs},
          {"search_steps", config.search_steps},
          {"validation_share", config.validation_share},
          {"tasks", config.tasks}};
}

Result<DuelConfig> duel_config_from_json(const json& value, const std::string& subject) {
  DuelConfig config;
  LIFT_RETURN_IF_ERROR(catch_exceptions(subject, [&]() -> Status {
    LIFT_ASSIGN(config.recipe, recipe_from_json(value.at("recipe"), subject));
    const json sections = value.value("sections", json::object());
    for (const auto& [field, setting] : sections.items())
      LIFT_RETURN_IF_ERROR(set_field(config.recipe, field + "=" + setting.dump()));
    value.at("methods").get_to(config.contestants);
    value.at("seeds").get_to(config.seeds);
    value.at("rates").get_to(config.rates);
    value.at("search_runs").get_to(config.search_runs);
    value.at("search_steps").get_to(config.search_steps);
    value.at("validation_share").get_to(config.validation_share);
    config.tasks = value.value("tasks", std::vector<std::string>());
    return {};
  }));
  LIFT_RETURN_IF_ERROR(config.validate());
  return config;
}

}   // namespace lift
