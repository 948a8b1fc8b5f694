#pragma once
// Fingerprints of weights, as defined by TensorRecord. Used by delta, resume_state and exchange/.
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
// One fingerprint per tensor, in order. Errors: Cancelled.
Result<std::vector<Fingerprint>> fingerprints_of(std::span<const at::Tensor> tensors, const TaskContext& task = {});

// Records every tensor of the current model with changed = 0: the base's part of a manifest. Call before training.
Result<std::vector<TensorRecord>> record_base(const CausalLm& model, const TaskContext& task = {});

enum class CheckedTensors { None, Changed, All };   // which fingerprints to check; names and shapes are always checked
enum class ExpectedTensors { Base, Tuned };
// Checks that the model's tensors equal the records: `state` Base without the delta, Tuned with it.
// Errors: Mismatch naming the first tensor, in the records' order, that is missing or differs, with the expected and
// found shape or fingerprint; Cancelled.
Status check_tensors(const CausalLm& model, std::span<const TensorRecord> records, CheckedTensors which,
                     ExpectedTensors state, const TaskContext& task = {});

}   // namespace lift
