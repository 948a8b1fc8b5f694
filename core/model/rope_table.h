#pragma once
// The angles of rotary position embedding: frequencies with their scaling, as transformers computes them (fp32),
// so that a model sees the angles it was trained with. Used by causal_lm and the GGUF reader of Llama. Tensor-free.
// Private to core/model.
#include <cstdint>
#include <vector>

#include "core/model/model_config.h"

namespace lift {

// [head_dim / 2], scaling applied.
std::vector<float> rope_frequencies(const RopeConfig& rope, std::int64_t head_dim);

// Cosines and sines of positions [first, last), row-major [last - first, head_dim / 2].
void rope_rows(const std::vector<float>& frequencies, std::int64_t first, std::int64_t last, float* cosines,
               float* sines);

// Turns stored divisors into llama3 parameters when they are exactly those (factor from the data; 1, 4, 8192).
void recognise_llama3(RopeConfig& rope, std::int64_t head_dim);

}   // namespace lift
