#pragma once
// A model in memory as a Hugging Face folder: config.json, safetensors in shards of 5 GB (format "pt"), and the base's
// other files. Thread: the engine's.
#include <cstdint>
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/exporter.h"

namespace lift {

Exporter hf_folder_exporter();

// request.origin: the model the tokenizer files and generation settings are taken from (a folder: its files are copied,
// those that belong to it alone are named; a GGUF file: what can be written from its keys is). Everything is written
// beside the target and renamed, so that it is either whole or not there.
// Errors: InvalidArgument (the folder is not empty, an unknown type), Io, Cancelled.
Result<WrittenExport> export_hf_folder(const ExportRequest& request, const TaskContext& task = {},
                                       std::int64_t shard_bytes = 5'000'000'000);

}   // namespace lift
