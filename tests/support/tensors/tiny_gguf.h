#pragma once
// The tiny model of tiny_model.h as a GGUF file of llama.cpp's form: F32, rows of q and k as rotary pairs, the tiny
// tokenizer's keys. Library test_tensor_support.
#include <filesystem>
#include <vector>

#include "core/io/gguf_writer.h"
#include "core/model/causal_lm.h"

namespace lift::test {

// `more`: keys beside or in place of the usual ones. `parts` > 1: split as gguf-split does, file being the first part's
// name ("x-00001-of-0000N.gguf").
void write_tiny_gguf(const std::filesystem::path& file, const CausalLm& model, const std::vector<GgufOutKey>& more = {},
                     const std::vector<GgufOutTensor>& more_tensors = {}, int parts = 1);

}   // namespace lift::test
