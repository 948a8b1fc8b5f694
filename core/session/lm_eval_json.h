#pragma once
// An evaluation as lm-evaluation-harness writes its results_*.json (EvaluationTracker.save_results_aggregated, 0.4.9),
// for the tables and sites that read those. Tensor-free. Thread: any.
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/session/summaries.h"

namespace lift {

struct LmEvalModel {
  std::string name;            // of the model, no place of this machine
  std::string dtype, device;   // "bfloat16", "cpu"
  std::int64_t limit = 0;      // items per task; 0: all
  std::string chat_template;   // that made the prompts; empty: none
  double start = 0, end = 0;   // seconds since 1970
};

// Shares are "acc" for choices and "exact_match" for written answers, with the standard error of the mean; the held-out
// loss is "loss", in nats per labelled token, a metric that the harness does not have.
nlohmann::json lm_eval_results(const std::vector<TaskScore>& scores, const LmEvalModel& model);

}   // namespace lift
