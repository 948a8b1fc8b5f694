#pragma once
// Writes the tiny model of tiny_model.h as a GGUF file in llama.cpp's layout: F32, rows of q and k in rotary pairs,
// keys of the tiny tokenizer. Library test_tensor_support.
#include <filesystem>
#include <vector>

#include "core/io/gguf_writer.h"
#include "core/model/causal_lm.h"

namespace lift::test {

// `more`: keys added to the usual ones or replacing them. `parts` > 1: split as gguf-split does; `file` is then the
// name of the first part ("x-00001-of-0000N.gguf").
void write_tiny_gguf(const std::filesystem::path& file, const CausalLm& model, const std::vector<GgufOutKey>& more = {},
                     const std::vector<GgufOutTensor>& more_tensors = {}, int parts = 1);

}   // namespace lift::test
