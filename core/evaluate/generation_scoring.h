#pragma once
// Questions answered in writing and compared by number (GSM8K). Used by session/. Thread: the engine's.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluate/task.h"
#include "core/generate/sampling_config.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct GenerationScoringOptions {
  SamplingConfig sampling;        // greedy, 256 tokens
  std::int64_t batch_size = 16;   // questions answered together
  // How a question is put to the model, the same as in training; empty = as it stands.
  std::function<Result<std::string>(const std::string& question)> render;
  EncodeOptions encode;
};

struct WrittenAnswer {
  std::string text;
  std::optional<std::string> number;   // extract_number(text)
  bool right = false;
  bool cut = false;   // it ran into max_new_tokens
};

struct GenerationScores {
  std::vector<WrittenAnswer> answers;   // in the items' order
  std::int64_t tokens = 0;              // generated
  double seconds = 0;
  std::int64_t right() const;
  double accuracy() const;   // 0 without items
};

// Errors: those of TextGenerator::generate and of render; Cancelled.
Result<GenerationScores> score_generation(const CausalLm& model, const Tokenizer& tokenizer,
                                          std::span<const NumberItem> items,
                                          const GenerationScoringOptions& options = {}, const TaskContext& task = {});

}   // namespace lift
