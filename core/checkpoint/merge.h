#pragma once
// Checks whether a delta and the model at a path belong together. Thread: the engine's.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"

namespace lift {

// `lift delta verify`: checks the base's tokenizer and chat template, then loads the base and does verify_delta.
Result<DeltaVerification> verify_delta_file(const std::filesystem::path& base, const std::filesystem::path& delta,
                                            const TaskContext& task = {});

// Whether the model at `base` has the tokenizer and template of the manifest. Errors: Mismatch.
Status check_tokenizer(const std::filesystem::path& base, const Manifest& manifest);
// Fills a manifest's tokenizer and chat_template from the model at `base`.
Status record_tokenizer(const std::filesystem::path& base, Manifest& manifest);

}   // namespace lift
