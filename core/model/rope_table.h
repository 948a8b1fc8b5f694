#pragma once
// The angles of rotary position embedding: frequencies with their scaling, as transformers computes them (fp32),
// so that a model sees the angles it was trained with. Used by causal_lm and the GGUF reader of Llama. Tensor-free.
// Private to core/model.
#include <cstdint>
#include <vector>

#include "core/model/model_config.h"

namespace lift {

// One per pair of channels that rotates, scaling applied. beyond: for passes longer than the original length, which
// LongRope tells apart.
std::vector<float> rope_frequencies(const RopeConfig& rope, std::int64_t head_dim, bool beyond = false);

// Cosines and sines of positions [first, last), row-major [last - first, frequencies].
void rope_rows(const std::vector<float>& frequencies, std::int64_t first, std::int64_t last, float* cosines,
               float* sines);

// What LongRope multiplies cosines and sines by, where no file says it. factor: how much longer than the original
// length.
double longrope_attention_factor(double factor, double original_length);

// Replaces stored divisors by llama3 parameters when they equal those (factor from the data; 1, 4, 8192).
void recognise_llama3(RopeConfig& rope, std::int64_t head_dim);

}   // namespace lift
