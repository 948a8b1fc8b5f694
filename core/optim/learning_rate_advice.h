#pragma once
// A warning about an unusual learning rate, shown beside its field, in a run's dialog and before a run starts.
// Tensor-free. Thread: any.
#include <optional>

#include "core/base/sentence.h"

namespace lift {

// What is likely to happen at this peak and what to use instead; std::nullopt from 1e-6 to 3e-3 (the paper tunes
// between 1e-5 and 1e-3). OptimizerConfig::validate() refuses impossible rates.
std::optional<Sentence> learning_rate_warning(double peak);

}   // namespace lift
