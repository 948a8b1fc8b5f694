#pragma once
// The learning rate of every step: linear warm-up from 0, then linear, cosine or constant. Tensor-free.
// Used by train/ and by the window's preview of the curve.
#include <cstdint>

#include "core/optim/optimizer_config.h"

namespace lift {

// step counts from 1 to total_steps. Warm-up lasts ceil(warmup_ratio * total_steps) steps and reaches the peak at its
// last step; the decay would reach minimum_ratio * peak one step after the last, so that no step is wasted at 0
// (transformers' schedules do the same). Beyond total_steps the last value stays.
double learning_rate_at(const OptimizerConfig& config, std::int64_t step, std::int64_t total_steps);

std::int64_t warmup_steps(const OptimizerConfig& config, std::int64_t total_steps);

}   // namespace lift
