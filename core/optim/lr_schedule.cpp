#include "core/optim/lr_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lift {

std::int64_t warmup_steps(const OptimizerConfig& config, std::int64_t total_steps) {
  return static_cast<std::int64_t>(std::ceil(config.warmup_ratio * static_cast<double>(total_steps)));
}

double learning_rate_at(const OptimizerConfig& config, std::int64_t step, std::int64_t total_steps) {
  const std::int64_t warmup = warmup_steps(config, total_steps);
  const double peak = config.learning_rate;
  if (warmup > 0 && step <= warmup)
    return peak * static_cast<double>(std::max<std::int64_t>(0, step)) / static_cast<double>(warmup);
  if (config.schedule == "constant") return peak;
  // From 0 at the end of the warm-up to 1 one step after the last, so that the last step learns too.
  const std::int64_t decay = total_steps - warmup + 1;
  const double progress =
      static_cast<double>(std::clamp<std::int64_t>(step - warmup, 0, decay - 1)) / static_cast<double>(decay);
  const double share = config.schedule == "cosine" ? (1 + std::cos(std::numbers::pi * progress)) / 2 : 1 - progress;
  return peak * (config.minimum_ratio + (1 - config.minimum_ratio) * share);
}

}   // namespace lift
