#pragma once
// Ten LIFT steps on a small random model for self_check.h, with the losses compared, and a few decoded tokens.
// Private to core/session.
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/session/self_check.h"

namespace lift {

// Portable against fp64, the best instruction set against portable, and the GPU, where one is given, against the best
// instruction set, in fp32 and bf16. A row passes when the losses agree and the last is below the first.
// Errors: Cancelled, OutOfMemory.
Result<std::vector<SelfCheckRow>> check_training(std::optional<at::Device> gpu, const TaskContext& task);

// The best instruction set and the GPU, where one is given, against portable: logits of prompts and of tokens after
// them.
std::vector<SelfCheckRow> check_decoding(std::optional<at::Device> gpu);

}   // namespace lift
