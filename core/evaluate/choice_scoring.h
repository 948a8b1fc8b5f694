#pragma once
// Choice questions by log-likelihood: no text is generated, the choice that the model finds most likely is its answer.
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
  std::int64_t batch_tokens = kEvaluationPassTokens;   // per forward pass (one question alone may be longer)
  std::int64_t max_tokens = 0;   // of a prompt with its choice; a longer prompt loses its beginning; 0 = no limit
  // The tokens that all choices of a question begin with go through the model once; false: every choice is a row of its
  // own. The likelihoods are the same up to rounding.
  bool share_prompts = true;
  EncodeOptions encode{.add_special = true};
  // How a prompt is put to the model (its chat template); a choice then follows without its leading blank.
  // Empty = prompt and choice as they stand.
  std::function<Result<std::string>(const std::string& prompt)> render;
};

struct ChoiceScores {
  // Per item, 1 = right. By the sum of log p, and by log p per byte of the choice (lm-eval's acc and acc_norm).
  std::vector<std::uint8_t> right, right_normalised;
  std::vector<std::int64_t> chosen, chosen_normalised;
  // Sum of log p of every choice, items one after another.
  std::vector<double> log_likelihoods;

  std::int64_t items() const { return static_cast<std::int64_t>(right.size()); }
  double accuracy() const;   // shares of 1; 0 without items
  double accuracy_normalised() const;
};

// An item made ready once for many evaluations.
struct EncodedChoices {
  // A choice per row, behind the row of what its question's choices share; labels are the choice's tokens. Rows end
  // before the last token, which predicts nothing. With share_prompts a question lies in one batch.
  std::vector<PackedBatch> batches;
  struct Choice {
    std::int64_t item = 0;
    std::int64_t tokens = 0;   // of the choice
    std::int64_t bytes = 0;
  };
  std::vector<Choice> choices;         // in the order of the batches' labels
  std::vector<std::int64_t> answers;   // [items]
};

// Errors: InvalidArgument (a choice without tokens, fewer than two choices), and render's.
Result<EncodedChoices> encode_choices(const Tokenizer& tokenizer, std::span<const ChoiceItem> items,
                                      const ChoiceScoringOptions& options = {});
// Polls stop per batch. Errors: Cancelled, NonFinite naming the item.
Result<ChoiceScores> score_choices(const CausalLm& model, const EncodedChoices& encoded, const TaskContext& task = {});

}   // namespace lift
