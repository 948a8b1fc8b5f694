#include "core/duel/duel_state.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/duel/rate_search.h"
#include "core/io/json.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::int64_t kFormat = 1;
constexpr const char* kFileName = "duel.json";

json json_of(const std::optional<double>& value) { return value ? json(*value) : json(nullptr); }
std::optional<double> number_of(const json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

std::string digits(const std::vector<std::uint8_t>& outcomes) {
  std::string text;
  for (const std::uint8_t right : outcomes) text += right ? '1' : '0';
  return text;
}
std::vector<std::uint8_t> outcomes_of(const std::string& digits) {
  std::vector<std::uint8_t> outcomes;
  for (const char digit : digits) outcomes.push_back(digit == '1');
  return outcomes;
}

json json_of(const SearchRun& run) {
  return {{"method", run.contestant},
          {"rate", run.rate},
          {"validation_loss", json_of(run.loss)},
          {"trouble", run.trouble},
          {"seconds", run.seconds}};
}

SearchRun search_of(const json& value) {
  return {value.at("method").get<std::string>(), value.at("rate").get<double>(), number_of(value.at("validation_loss")),
          value.at("trouble").get<std::string>(), value.at("seconds").get<double>()};
}

json json_of(const std::vector<TaskOutcomes>& tasks) {
  json list = json::array();
  for (const TaskOutcomes& one : tasks) list.push_back({{"task", one.task}, {"right", digits(one.right)}});
  return list;
}

// None in a file of a version that asked none.
std::vector<TaskOutcomes> tasks_of(const json& value, const char* name) {
  std::vector<TaskOutcomes> tasks;
  for (const json& one : value.value(name, json::array()))
    tasks.push_back({one.at("task").get<std::string>(), outcomes_of(one.at("right").get<std::string>())});
  return tasks;
}

json json_of(const FinalRun& run) {
  return {{"method", run.contestant},
          {"run", run.run},
          {"seed", run.seed},
          {"rate", run.rate},
          {"trouble", run.trouble},
          {"steps", run.steps},
          {"held_out_loss", {json_of(run.held_out_before), json_of(run.held_out_after)}},
          {"probe_score", {json_of(run.probe_before), json_of(run.probe_after)}},
          {"probe_items", run.probe_items},
          {"exactly_right", {digits(run.right_before), digits(run.right_after)}},
          {"tasks", json_of(run.tasks)},
          {"trained_weights", run.trained},
          {"delta_bytes", run.delta_bytes},
          {"peak_bytes", run.peak_bytes},
          {"tokens_per_second", run.tokens_per_second},
          {"seconds", run.seconds}};
}

FinalRun final_of(const json& value) {
  FinalRun run;
  value.at("method").get_to(run.contestant);
  value.at("run").get_to(run.run);
  value.at("seed").get_to(run.seed);
  value.at("rate").get_to(run.rate);
  value.at("trouble").get_to(run.trouble);
  value.at("steps").get_to(run.steps);
  run.held_out_before = number_of(value.at("held_out_loss").at(0));
  run.held_out_after = number_of(value.at("held_out_loss").at(1));
  run.probe_before = number_of(value.at("probe_score").at(0));
  run.probe_after = number_of(value.at("probe_score").at(1));
  value.at("probe_items").get_to(run.probe_items);
  run.right_before = outcomes_of(value.at("exactly_right").at(0).get<std::string>());
  run.right_after = outcomes_of(value.at("exactly_right").at(1).get<std::string>());
  run.tasks = tasks_of(value, "tasks");
  value.at("trained_weights").get_to(run.trained);
  value.at("delta_bytes").get_to(run.delta_bytes);
  value.at("peak_bytes").get_to(run.peak_bytes);
  value.at("tokens_per_second").get_to(run.tokens_per_second);
  value.at("seconds").get_to(run.seconds);
  return run;
}

// The contestant as its name says. The configuration has been validated.
Contestant contestant_of(const DuelConfig& config, const std::string& name) {
  return make_contestant(config, name).value();
}

std::vector<TriedRate> tried_of(const DuelState& state, const std::string& contestant) {
  std::vector<TriedRate> tried;
  for (const SearchRun& run : state.searches) {
    if (run.contestant != contestant) continue;
    tried.push_back({run.rate});
    if (run.loss && std::isfinite(*run.loss)) tried.back().loss = *run.loss;
  }
  return tried;
}

// std::nullopt: the search is over, or there is none.
std::optional<double> rate_to_try(const DuelState& state, const Contestant& contestant) {
  const DuelConfig& config = state.config;
  if (contestant.names_rate || config.rates.size() == 1) return std::nullopt;
  const std::vector<TriedRate> tried = tried_of(state, contestant.name);
  if (config.rates.empty()) return next_rate(contestant.recipe.optimizer.learning_rate, tried, config.search_runs);
  for (const double rate : config.rates)
    if (std::ranges::find(tried, rate, &TriedRate::rate) == tried.end()) return rate;
  return std::nullopt;
}

// What only looks, and is not asked for, costs time in a search.
DuelJob search_job(const DuelState& state, const Contestant& contestant, double rate) {
  DuelJob job{contestant.name, true, rate, contestant.recipe.train.seed, contestant.recipe};
  job.recipe.name = state.search_run_name(contestant.name, rate);
  job.recipe.optimizer.learning_rate = rate;
  job.recipe.data.validation_share = state.config.validation_share;
  job.recipe.evaluate.held_out_rows = 0;
  job.recipe.evaluate.every = 0;
  job.recipe.evaluate.answer_rule = "off";
  job.recipe.evaluate.probe_file.clear();
  job.recipe.evaluate.sample_prompts.clear();
  if (state.config.search_steps > 0) job.recipe.train.steps = state.config.search_steps;
  return job;
}

DuelJob final_job(const DuelState& state, const Contestant& contestant, double rate, std::uint64_t seed) {
  DuelJob job{contestant.name, false, rate, seed, contestant.recipe};
  job.recipe.name = fmt::format("{}-{}-seed-{}", state.name, folder_part(contestant.name), seed);
  job.recipe.optimizer.learning_rate = rate;
  job.recipe.train.seed = seed;
  return job;
}

}   // namespace

std::string folder_part(const std::string& text) {
  std::string name;
  for (const char c : text) name += std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' ? c : '-';
  return name;
}

std::string DuelState::search_run_name(const std::string& contestant, double rate) const {
  return fmt::format("{}-{}-search-{}", name, folder_part(contestant), folder_part(fmt::to_string(rate)));
}

bool DuelState::search_over(const std::string& contestant) const {
  return !rate_to_try(*this, contestant_of(config, contestant));
}

std::optional<double> DuelState::chosen_rate(const std::string& contestant) const {
  const Contestant one = contestant_of(config, contestant);
  if (one.names_rate) return one.recipe.optimizer.learning_rate;
  if (config.rates.size() == 1) return config.rates.front();
  if (rate_to_try(*this, one)) return std::nullopt;
  return best_rate(tried_of(*this, contestant));
}

std::optional<DuelJob> DuelState::next() const {
  for (const std::string& name : config.contestants) {
    const Contestant contestant = contestant_of(config, name);
    if (const auto rate = rate_to_try(*this, contestant)) return search_job(*this, contestant, *rate);
  }
  for (std::int64_t i = 0; i < config.seeds; ++i)
    for (const std::string& name : config.contestants) {
      const std::uint64_t seed = config.recipe.train.seed + static_cast<std::uint64_t>(i);
      const auto is_this = [&](const FinalRun& run) { return run.contestant == name && run.seed == seed; };
      if (std::ranges::any_of(finals, is_this)) continue;
      if (const auto rate = chosen_rate(name)) return final_job(*this, contestant_of(config, name), *rate, seed);
    }
  return std::nullopt;
}

std::int64_t DuelState::runs_left() const {
  std::int64_t left = 0;
  for (const std::string& name : config.contestants) {
    const auto searched = static_cast<std::int64_t>(tried_of(*this, name).size());
    if (!search_over(name)) left += (config.rates.empty() ? config.search_runs : std::ssize(config.rates)) - searched;
    const std::int64_t finished = std::ranges::count(finals, name, &FinalRun::contestant);
    if (!search_over(name) || chosen_rate(name)) left += config.seeds - finished;
  }
  return left;
}

std::optional<double> DuelState::seconds_left() const {
  struct Mean {
    double seconds = 0;
    std::int64_t runs = 0;
    void add(double run) { seconds += run, ++runs; }
    double value() const { return seconds / static_cast<double>(runs); }
  };
  std::map<std::pair<std::string, bool>, Mean> known;   // by contestant ("": all) and whether it is a search
  for (const SearchRun& run : searches)
    for (const std::string& who : {run.contestant, std::string()})
      if (run.trouble.empty()) known[{who, true}].add(run.seconds);
  for (const FinalRun& run : finals)
    for (const std::string& who : {run.contestant, std::string()})
      if (run.done()) known[{who, false}].add(run.seconds);
  if (known.empty()) return std::nullopt;
  const auto steps = static_cast<double>(config.recipe.train.steps);
  const double longer = config.search_steps > 0 && steps > 0 ? steps / static_cast<double>(config.search_steps) : 1;
  const auto expected = [&](const std::string& contestant, bool search) {
    for (const std::string& who : {contestant, std::string()})
      if (const auto found = known.find({who, search}); found != known.end()) return found->second.value();
    const auto other = known.find({contestant, !search});
    return (search ? 1 / longer : longer) * (other == known.end() ? known.at({"", !search}) : other->second).value();
  };
  double seconds = 0;
  for (const std::string& name : config.contestants) {
    const auto searched = static_cast<std::int64_t>(tried_of(*this, name).size());
    const std::int64_t finished = std::ranges::count(finals, name, &FinalRun::contestant);
    const bool searching = !search_over(name);
    const std::int64_t wanted = config.rates.empty() ? config.search_runs : std::ssize(config.rates);
    if (searching) seconds += static_cast<double>(wanted - searched) * expected(name, true);
    if (searching || chosen_rate(name)) seconds += static_cast<double>(config.seeds - finished) * expected(name, false);
  }
  return seconds;
}

Result<DuelState> read_duel(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kFileName;
  LIFT_ASSIGN(const json value, read_json_file(file));
  return catch_exceptions(file.string(), [&]() -> Result<DuelState> {
    if (const auto format = value.at("format").get<std::int64_t>(); format != kFormat)
      return make_error(ErrorCode::Unsupported, file.string(),
                        say("expected a duel of format {}, found {}: a newer version wrote it", kFormat, format));
    DuelState state;
    state.name = std::filesystem::absolute(folder).lexically_normal().filename().string();
    value.at("created").get_to(state.created);
    LIFT_ASSIGN(state.config, duel_config_from_json(value.at("config"), file.string()));
    for (const json& run : value.at("searches")) state.searches.push_back(search_of(run));
    for (const json& run : value.at("runs")) state.finals.push_back(final_of(run));
    state.base = tasks_of(value, "base");
    return state;
  });
}

std::vector<std::filesystem::path> find_duels(const std::filesystem::path& runs) {
  namespace fs = std::filesystem;
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(runs, error))
    if (const auto time = fs::last_write_time(entry.path() / kFileName, error); !error)
      found.emplace_back(time, entry.path());
  std::ranges::sort(found, std::greater());
  std::vector<fs::path> folders;
  for (auto& [time, folder] : found) folders.push_back(std::move(folder));
  return folders;
}

Status write_duel(const std::filesystem::path& folder, const DuelState& state) {
  json searches = json::array(), finals = json::array();
  for (const SearchRun& run : state.searches) searches.push_back(json_of(run));
  for (const FinalRun& run : state.finals) finals.push_back(json_of(run));
  return write_json_file(folder / kFileName, {{"format", kFormat},
                                              {"created", state.created},
                                              {"config", to_json(state.config)},
                                              {"base", json_of(state.base)},
                                              {"searches", std::move(searches)},
                                              {"runs", std::move(finals)}});
}

}   // namespace lift
