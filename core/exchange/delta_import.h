#pragma once
// Adapters of other programs and fully tuned models, opened as a delta against their base. Used by session/.
// Thread: the engine's.
#include <filesystem>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"

namespace lift {

struct ImportedDelta {
  Delta delta;
  Sentence title;               // what it was made from: "a LoRA adapter of PEFT for 210 tensors"
  std::vector<Sentence> told;   // what was rounded, or is no projection's matrix
};

// Whether the path is an adapter's folder, a tuned model's folder or a GGUF adapter: something to import.
bool is_importable(const std::filesystem::path& source);

// `base` is the model at `base_path` as it is loaded, without a delta; `source`: a folder with adapter_config.json, a
// GGUF LoRA, a model's folder or a GGUF model. `passport` as for make_delta. One tensor at a time is in memory beside
// the base and the delta. Errors: those of the readers; InvalidArgument when nothing differs.
Result<ImportedDelta> import_delta(const CausalLm& base, const std::filesystem::path& base_path,
                                   const std::filesystem::path& source, Manifest passport,
                                   const TaskContext& task = {});

}   // namespace lift
