#pragma once
// Choice questions by log-likelihood: no text is generated; the model's answer is the choice that it finds most likely.
// Used by train/ (retention probe) and session/. Thread: the engine's.
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/evaluate/evaluate_config.h"
#include "core/evaluate/task.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct ChoiceScoringOptions {
  std::int64_t batch_tokens = kEvaluationPassTokens;   // per forward pass (a longer question has a pass of its own)
  std::int64_t max_tokens = 0;   // of prompt and choice; longer prompts lose their beginning; 0 = no limit
  // true: the tokens that all choices of a question begin with are computed once; false: every choice is a row of its
  // own. The likelihoods differ only by rounding.
  bool share_prompts = true;
  EncodeOptions encode{.add_special = true};
  // Formats a prompt for the model (its chat template); the choice then follows without its leading space.
  // Empty: prompt and choice are used unchanged.
  std::function<Result<std::string>(const std::string& prompt)> render;
};

struct ChoiceScores {
  // Per item, 1 = right: by the sum of log p, and by log p per byte of the choice (lm-eval's acc and acc_norm).
  std::vector<std::uint8_t> right, right_normalised;
  std::vector<std::int64_t> chosen, chosen_normalised;
  // Sum of log p of each choice; the choices of one item after those of another.
  std::vector<double> log_likelihoods;

  std::int64_t items() const { return static_cast<std::int64_t>(right.size()); }
  double accuracy() const;   // share of items that are right; 0 without items
  double accuracy_normalised() const;
};

// Encoded items, which can be scored many times.
struct EncodedChoices {
  // One row per choice, following the row that its question's choices share; the labels are the choice's tokens. A row
  // lacks the choice's last token, which predicts nothing. With share_prompts a question is within one batch.
  std::vector<PackedBatch> batches;
  struct Choice {
    std::int64_t item = 0;
    std::int64_t tokens = 0;   // number of tokens of the choice
    std::int64_t bytes = 0;
  };
  std::vector<Choice> choices;         // in the order of the labels in the batches
  std::vector<std::int64_t> answers;   // [items], index of the right choice
};

// Errors: InvalidArgument (a choice without tokens, fewer than two choices), and those of render.
Result<EncodedChoices> encode_choices(const Tokenizer& tokenizer, std::span<const ChoiceItem> items,
                                      const ChoiceScoringOptions& options = {});
// Checks for a stop before each batch. Errors: Cancelled, NonFinite with the item.
Result<ChoiceScores> score_choices(const CausalLm& model, const EncodedChoices& encoded, const TaskContext& task = {});

}   // namespace lift
