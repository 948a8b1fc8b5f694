#pragma once
// Proof of an export: the files are read back and compared with the model in memory and with the base's files. Used by
// the exporters of this room. Thread: the engine's.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct ExportCheckOptions {
  std::vector<std::string> prompts;    // compared by logits and by greedy text
  std::int64_t new_tokens = 32;        // greedy tokens per prompt
  std::vector<PackedBatch> held_out;   // rows that never trained, for what the export's rounding costs; may be empty
  std::vector<std::vector<TokenId>> questions;   // the same of the user's own rows, as training reads them
};

// The mean loss on the same held-out rows.
struct ExportLoss {
  double in_memory = 0, from_file = 0;
  std::int64_t labels = 0;
};

struct ExportCheck {
  // Every tensor of the model is in the files, and nothing else, and its values are those in memory, bit for bit (in
  // memory's type).
  bool exact = false;
  std::string first_difference;              // name of the first tensor that is not; empty when exact
  double largest_logit_difference = 0;       // over all prompts, as share of the largest |logit|
  std::int64_t prompts = 0, same_text = 0;   // prompts compared; of those, greedy tokens all equal
  std::optional<ExportLoss> held_out;        // where held-out rows were given
  std::vector<Sentence> statements;          // what was compared with what, and the outcome
};

struct ExportRequest;

// The safetensors files read by name and compared byte by byte with memory and with the base's files, not through the
// loader; then loaded as a model in memory's dtype, for logits and text. Errors: those of load_model; Mismatch (a
// tensor is missing or of another shape), Cancelled.
Result<ExportCheck> check_hf_folder(const ExportRequest& request, const Tokenizer& tokenizer,
                                    const ExportCheckOptions& options, const TaskContext& task = {});

// Loads `exported` in the model's dtype and fills in the figures of logits, text and held-out loss.
Status compare_by_prompts(const CausalLm& model, const Tokenizer& tokenizer, const std::filesystem::path& exported,
                          const ExportCheckOptions& options, const TaskContext& task, ExportCheck& check);

// Two tensors in the same type, on the CPU: every bit.
bool same_bits(const at::Tensor& a, const at::Tensor& b);

}   // namespace lift
