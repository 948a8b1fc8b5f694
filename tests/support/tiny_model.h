#pragma once
// A random Llama of a few thousand weights with a byte-level tokenizer, in memory or as a Hugging Face folder, so that
// tests of whole workflows take milliseconds. Library test_tensor_support.
#include <filesystem>

#include <ATen/core/Tensor.h>

#include "core/model/causal_lm.h"
#include "core/model/model_config.h"

namespace lift::test {

// 2 layers, hidden size 24, 4 heads over 2 key-value heads of width 8 (4 * 8 differs from 24 on purpose), 260 token
// ids.
ModelConfig tiny_config();

// Weights near 1 / sqrt(columns), norms near 1, rounded to `dtype`; the same seed gives the same on every machine.
CausalLm::Weights tiny_weights(const ModelConfig& config, DType dtype, std::uint64_t seed);
CausalLm tiny_model(const ModelConfig& config, DType dtype, std::uint64_t seed = 1);

// Writes config.json for the family in `config`, model.safetensors in the model's dtype, tokenizer.json and
// tokenizer_config.json with a chat template. `shards` > 1: that many files and an index.
void write_tiny_folder(const std::filesystem::path& folder, const CausalLm& model, int shards = 1);

// Writes only the tokenizer: 256 bytes without merges, then <|endoftext|> (256, the end token), <|im_start|> (257),
// <|im_end|> (258), <pad> (259).
void write_tiny_tokenizer(const std::filesystem::path& folder);

}   // namespace lift::test
