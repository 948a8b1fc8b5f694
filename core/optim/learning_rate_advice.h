#pragma once
// Whether a learning rate is one that trains: said beside its field, in the dialog of a run and before a run starts.
// Tensor-free. Thread: any.
#include <optional>

#include "core/base/sentence.h"

namespace lift {

// What is likely to happen at this peak and what to take instead; nothing where it is usual (1e-6 to 3e-3: the paper
// tunes between 1e-5 and 1e-3). A rate that no optimizer takes is OptimizerConfig::validate()'s matter.
std::optional<Sentence> learning_rate_warning(double peak);

}   // namespace lift
