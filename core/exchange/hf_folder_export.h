#pragma once
// A model in memory as a Hugging Face folder: config.json, model.safetensors (format "pt", the model's dtype), and
// tokenizer files. Used by session/ for `lift delta merge` and the export dialog. Thread: the engine's.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/causal_lm.h"

namespace lift {

struct HfExport {
  std::filesystem::path folder;
  std::int64_t bytes = 0;          // of all files
  std::vector<Sentence> notices;   // what could not be carried over, in words
};

// `origin`: the model the tokenizer files and generation settings are taken from (a folder: its files are copied; a
// GGUF file: what can be written from its keys is, the rest is told in notices). `folder` must not exist or be empty;
// everything is written beside it and renamed, so that it is either whole or not there.
// Errors: InvalidArgument (the folder is not empty), Io, Cancelled.
Result<HfExport> export_hf_folder(const CausalLm& model, const std::filesystem::path& origin,
                                  const std::filesystem::path& folder, const TaskContext& task = {});

}   // namespace lift
