#include "core/optim/learning_rate_advice.h"

#include "core/base/say.h"

namespace lift {

namespace {

constexpr double kLeast = 1e-6, kMost = 3e-3, kRuins = 3e-2;

}   // namespace

std::optional<Sentence> learning_rate_warning(double peak) {
  if (!(peak > 0)) return std::nullopt;
  if (peak > kRuins)
    return say(
        "A learning rate of {:g} ruins the model: every step moves the weights by about as much as they are. "
        "Usual are 1e-4 to 1e-3",
        peak);
  if (peak > kMost)
    return say("A learning rate of {:g} is far above what usually works, 1e-4 to 1e-3: the loss may climb", peak);
  if (peak < kLeast) return say("At a learning rate of {:g} almost nothing is learned. Usual are 1e-4 to 1e-3", peak);
  return std::nullopt;
}

}   // namespace lift
