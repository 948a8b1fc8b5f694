#pragma once
// Settings of what is measured besides the training loss, and when. Part of a recipe. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

// The most tokens of one forward pass without gradients (a longer row has a pass of its own).
inline constexpr std::int64_t kEvaluationPassTokens = 2048;
// The same during a run: at most its largest training pass, which needs far more memory per token.
std::int64_t evaluation_pass_tokens(std::int64_t training_pass_tokens);

struct EvaluateConfig {
  std::int64_t every = 50;           // steps between evaluations; 0 = only before and after training
  std::int64_t held_out_rows = 64;   // rows of the held-out set per evaluation; 0 = all
  std::string probe_file;            // retention probe: choice questions; empty = none
  std::int64_t probe_items = 100;    // questions per evaluation; 0 = all
  double forget_alarm = 0.05;        // alarm when retention is below 1 - this value
  // What an alarm does besides being told: nothing (tell), the run stops and can go on (stop), or the run ends in the
  // last evaluated state before the alarm (go_back).
  std::string forget_action = "tell";
  // Exact match: the model answers held-out rows, and the answers are compared with the rows' own.
  std::string answer_rule = "auto";          // auto (guessed from those answers) | text | json | number | letter | off
  std::int64_t answer_rows = 60;             // rows asked before and after training, evenly spread; 0 = all
  double answer_share = 0.05;                // share of the run's time for asking in between; 0 = only before and after
  std::vector<std::string> sample_prompts;   // answered before training, every `sample_every` steps, and after
  std::int64_t sample_every = 0;             // 0 = only before and after training
  std::int64_t sample_tokens = 128;          // the most new tokens per answer

  Status validate() const;
};

}   // namespace lift
