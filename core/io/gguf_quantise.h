#pragma once
// fp32 to the block formats of GGUF, byte for byte as llama.cpp's reference quantisers do it without an importance
// matrix (ggml-quants.c: the order of the floating-point operations is theirs). Used by exchange/. Tensor-free.
// Thread: any.
#include <cstddef>
#include <span>

#include "core/io/gguf_reader.h"

namespace lift {

// Whether quantise_blocks makes it: Q4_0, Q5_0, Q5_1, Q8_0, Q4_K, Q5_K, Q6_K.
bool can_quantise(GgmlType type);

// `values`: finite, whole blocks; `out` has block_of(type).bytes for each of them.
void quantise_blocks(GgmlType type, std::span<const float> values, std::span<std::byte> out);

}   // namespace lift
