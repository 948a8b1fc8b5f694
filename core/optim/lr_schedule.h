#pragma once
// The learning rate of each step: linear warm-up from 0, then linear, cosine or constant. Tensor-free.
// Used by train/ and by the window's preview of the curve.
#include <cstdint>

#include "core/optim/optimizer_config.h"

namespace lift {

// `step` is 1 to total_steps. Warm-up takes ceil(warmup_ratio * total_steps) steps and reaches the peak at the last of
// them. The decay would reach minimum_ratio * peak one step after the last, so that no step has a rate of 0, as in
// transformers' schedules. Beyond total_steps the rate is that of the last step.
double learning_rate_at(const OptimizerConfig& config, std::int64_t step, std::int64_t total_steps);

std::int64_t warmup_steps(const OptimizerConfig& config, std::int64_t total_steps);

}   // namespace lift
