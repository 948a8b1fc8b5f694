#pragma once
// Ten LIFT steps on a small random model for self_check.h, with the losses compared. Private to core/session.
#include <vector>

#include "core/session/self_check.h"

namespace lift {

// Portable against fp64 and the best instruction set against portable, in fp32 and bf16. A row passes when the losses
// agree and the last is below the first. Errors: Cancelled, OutOfMemory.
Result<std::vector<SelfCheckRow>> check_training(const TaskContext& task);

}  // namespace lift
