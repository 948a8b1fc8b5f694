#pragma once
// Other programs' adapters and tuned models, as tensors beside a base's: what delta_import makes a delta of. Used by
// delta_import. Thread: the engine's. Private to core/exchange.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/delta.h"
#include "core/model/base_weights.h"

namespace lift {

struct AdapterSource {
  Sentence title;                // "a LoRA adapter of PEFT for 210 tensors, rank 8"
  std::vector<Sentence> told;    // what a person should know: what is not used, what is rounded
  std::set<std::string> names;   // of the base's tensors that it changes
  bool is_model = false;         // with a tokenizer of its own
  TunedTensor tuned;             // keeps the files open
};

// PEFT's folder (adapter_config.json, adapter_model.safetensors): LoRA and SHiRA, and tensors that are saved whole.
// Merged as PEFT 0.21 merges: the difference in fp32, the sum rounded to the base's type. Errors: Unsupported (another
// kind of adapter, DoRA, a base that was changed first such as PiSSA's), Malformed, Mismatch (a tensor or shape that
// the base does not have), naming file and tensor.
Result<AdapterSource> open_peft_adapter(const std::filesystem::path& folder, const BaseWeights& base);

// llama.cpp's LoRA file (general.type "adapter"): names and order of rows as in GGUF models.
bool is_gguf_adapter(const std::filesystem::path& file);
Result<AdapterSource> open_gguf_adapter(const std::filesystem::path& file, const BaseWeights& base);

// A model of the same architecture and shapes, in a folder or a GGUF file.
Result<AdapterSource> open_tuned_model(const std::filesystem::path& model, const BaseWeights& base);

// base + scale * B A in fp32, rounded to the base's type. b: [rows, rank], a: [rank, columns].
at::Tensor with_low_rank(const at::Tensor& base, const at::Tensor& b, const at::Tensor& a, double scale);

}   // namespace lift
