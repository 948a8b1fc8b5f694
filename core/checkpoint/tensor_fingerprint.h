#pragma once
// Fingerprints of weights as TensorRecord defines them. Used by delta, resume_state and exchange/.
// Thread: any; hashes tensors in parallel on ATen's pool.
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/manifest.h"
#include "core/model/causal_lm.h"

namespace lift {

Fingerprint fingerprint_of_tensor(const at::Tensor& tensor);
// One per tensor, in order. Errors: Cancelled.
Result<std::vector<Fingerprint>> fingerprints_of(std::span<const at::Tensor> tensors, const TaskContext& task = {});

// Every tensor of the model as it is now, changed = 0: the base's part of a manifest. Taken before anything trains.
Result<std::vector<TensorRecord>> record_base(const CausalLm& model, const TaskContext& task = {});

enum class CheckedTensors { Changed, All };
// Whether the model is the recorded base. Errors: Mismatch naming the first tensor that differs, with the expected and
// found shape or fingerprint; Cancelled.
Status check_base(const CausalLm& model, const Manifest& manifest, CheckedTensors which, const TaskContext& task = {});

}  // namespace lift
