#pragma once
// For self_check.h: compares the losses of ten LIFT steps on a small random model, and the logits of a few decoded
// tokens. Private to core/session.
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/session/self_check.h"

namespace lift {

// Compares portable with fp64, the best instruction set with portable, and the GPU (if given) with the best instruction
// set, in fp32 and bf16. A row passes when the losses agree and the last one is below the first.
// Errors: Cancelled, OutOfMemory.
Result<std::vector<SelfCheckRow>> check_training(std::optional<at::Device> gpu, const TaskContext& task);

// Compares the logits of prompts and of the tokens after them: the best instruction set and the GPU (if given) with
// portable.
std::vector<SelfCheckRow> check_decoding(std::optional<at::Device> gpu);

}   // namespace lift
