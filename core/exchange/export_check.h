#pragma once
// Proof of an export: the files are read back and compared with the model in memory. Used by session/.
// Thread: the engine's.
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct ExportCheckOptions {
  std::vector<std::string> prompts;   // compared by logits and by greedy text
  std::int64_t new_tokens = 32;       // greedy tokens per prompt
};

struct ExportCheck {
  bool exact = false;                        // every tensor equal, bit for bit
  std::string first_difference;              // name of the first tensor that is not; empty when exact
  double largest_logit_difference = 0;       // over all prompts, as share of the largest |logit|
  std::int64_t prompts = 0, same_text = 0;   // prompts compared; of those, greedy tokens all equal
};

// Loads `exported` in the model's dtype. Errors: those of load_model; Mismatch (a tensor is missing or of another
// shape), Cancelled.
Result<ExportCheck> check_export(const CausalLm& model, const Tokenizer& tokenizer,
                                 const std::filesystem::path& exported, const ExportCheckOptions& options,
                                 const TaskContext& task = {});

}   // namespace lift
