#pragma once
// What is measured besides the training loss, and when, as settings. Part of a recipe. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

// Tokens of one pass without gradients, at most (a longer row is a pass of its own).
inline constexpr std::int64_t kEvaluationPassTokens = 2048;
// Of a run: no more than its largest training pass, which needs many times the memory per token.
std::int64_t evaluation_pass_tokens(std::int64_t training_pass_tokens);

struct EvaluateConfig {
  std::int64_t every = 50;           // steps between evaluations; 0 = only before and after
  std::int64_t held_out_rows = 64;   // rows of the held-out set per evaluation; 0 = all
  std::string probe_file;            // retention probe: choice questions; empty = none
  std::int64_t probe_items = 100;    // questions per evaluation; 0 = all
  double forget_alarm = 0.05;        // alarm when retention falls below 1 - this share of the base's score
  // Exact match: held-out rows answered in writing and compared with their own answers.
  std::string answer_rule = "auto";          // auto (from what the answers are) | text | json | number | letter | off
  std::int64_t answer_rows = 60;             // rows asked before and after, evenly spread; 0 = all
  double answer_share = 0.05;                // of the run's time, for asking in between; 0 = only before and after
  std::vector<std::string> sample_prompts;   // answered before, every `sample_every` steps, and after
  std::int64_t sample_every = 0;             // 0 = only before and after
  std::int64_t sample_tokens = 128;          // at most this many new tokens per answer

  Status validate() const;
};

}   // namespace lift
