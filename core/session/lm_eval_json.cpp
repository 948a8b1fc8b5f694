#include "core/session/lm_eval_json.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lift {

namespace {

using nlohmann::json;

const char* metric_of(const TaskScore& score) {
  if (score.exact) return "exact_match";
  return score.right.empty() ? "loss" : "acc";
}

// Of the mean of single outcomes, with n - 1 as the harness has it.
json standard_error(const TaskScore& score) {
  if (score.right.size() < 2) return "N/A";
  const auto n = static_cast<double>(score.right.size());
  const double mean = static_cast<double>(std::ranges::count_if(score.right, [](auto r) { return r != 0; })) / n;
  return std::sqrt(mean * (1 - mean) / (n - 1));
}

// A task's name is a key; two files of one name must not become one.
std::string free_name(const json& results, const std::string& name) {
  std::string free = name;
  for (int i = 2; results.contains(free); ++i) free = fmt::format("{}_{}", name, i);
  return free;
}

}   // namespace

json lm_eval_results(const std::vector<TaskScore>& scores, const LmEvalModel& model) {
  json results = json::object(), shots = json::object(), versions = json::object(), higher = json::object(),
       samples = json::object(), configs = json::object(), subtasks = json::object();
  for (const TaskScore& score : scores) {
    std::string plain = score.task;
    std::ranges::replace(plain, ' ', '_');
    const std::string task = free_name(results, plain), metric = metric_of(score);
    results[task] = {
        {"alias", task}, {metric + ",none", score.score}, {metric + "_stderr,none", standard_error(score)}};
    shots[task] = 0;
    versions[task] = "lift-studio";
    higher[task] = {{metric, metric != "loss"}};
    samples[task] = {{"original", score.items}, {"effective", score.items}};
    configs[task] = {{"task", task}, {"num_fewshot", 0}, {"metadata", {{"scored_by", "LIFT Studio"}}}};
    if (score.exact) configs[task]["metadata"]["answers_compared_as"] = score.exact->rule;
    subtasks[task] = json::array();
  }
  return {{"results", std::move(results)},
          {"group_subtasks", std::move(subtasks)},
          {"configs", std::move(configs)},
          {"versions", std::move(versions)},
          {"n-shot", std::move(shots)},
          {"higher_is_better", std::move(higher)},
          {"n-samples", std::move(samples)},
          {"config",
           {{"model", "lift"},
            {"model_args", "pretrained=" + model.name + ",dtype=" + model.dtype},
            {"device", model.device},
            {"limit", model.limit > 0 ? json(model.limit) : json()}}},
          {"date", model.start},
          {"start_time", model.start},
          {"end_time", model.end},
          {"total_evaluation_time_seconds", fmt::format("{:.3f}", model.end - model.start)},
          {"model_source", "lift"},
          {"model_name", model.name}};
}

}   // namespace lift
