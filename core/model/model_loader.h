#pragma once
// A GGUF file or a Hugging Face folder as a CausalLm. Thread: the engine's. Long: takes a TaskContext.
#include <filesystem>
#include <memory>

#include "core/base/device.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/model_config.h"

namespace lift {

class CausalLm;

struct LoadOptions {
  DType dtype = DType::BF16;   // BF16 or F32 (F64 for gradient checks)
  Device device;
};

struct LoadedModel {
  std::shared_ptr<CausalLm> model;
  ModelSummary summary;
};

// Reads only headers and configuration: quick, no weights.
Result<ModelSummary> inspect_model(const std::filesystem::path& path);

// The summary of load_model has no tokenizer description: whoever loads the tokenizer has it. inspect_model gives it.
// Weights stored in the wanted dtype are mapped copy-on-write where they lie aligned (the file is never written);
// everything else is converted or dequantised. Errors: NotFound, Malformed, Unsupported (family, type), Mismatch
// (tensor missing, wrong shape), OutOfMemory, Cancelled.
Result<LoadedModel> load_model(const std::filesystem::path& path, const LoadOptions& options,
                               const TaskContext& task = {});

}   // namespace lift
