#pragma once
// A base from its path with a delta in it, as one model: for exports, chat and evaluation. Thread: the engine's.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"
#include "core/model/model_loader.h"

namespace lift {

struct TunedModel {
  LoadedModel model;   // with the delta applied
  Delta delta;
  UndoRecord base;   // gives the base back
};

// Loads in the delta's dtype; the base, tokenizer and chat template must be the recorded ones.
// Errors: those of load_model, read_delta and apply_delta; Mismatch for another tokenizer or template.
Result<TunedModel> load_tuned_model(const std::filesystem::path& base, const std::filesystem::path& delta,
                                    const Device& device = {}, const TaskContext& task = {});

// `lift delta verify`: everything that verify_delta proves, on the base from its path, and tokenizer and template.
Result<DeltaVerification> verify_delta_file(const std::filesystem::path& base, const std::filesystem::path& delta,
                                            const TaskContext& task = {});

// Whether the model at `base` has the tokenizer and template of the manifest. Errors: Mismatch.
Status check_tokenizer(const std::filesystem::path& base, const Manifest& manifest);
// Fills a manifest's tokenizer and chat_template from the model at `base`.
Status record_tokenizer(const std::filesystem::path& base, Manifest& manifest);

}   // namespace lift
