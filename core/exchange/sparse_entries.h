#pragma once
// What a tuned model changed of its base, matrix by matrix, as positions and values: what the sparse exports write.
// Private to core/exchange. Thread: the engine's.
#include <functional>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/exporter.h"
#include "core/exchange/merged_weights.h"

namespace lift {

struct ChangedTensor {
  std::string name;                     // "model.layers.0.self_attn.q_proj.weight"
  at::Tensor positions;                 // int64 [n], rising, in the flattened tensor
  at::Tensor tuned;                     // [n], in the type that the base stores
  at::Tensor base;                      // [n], the same type
  std::int64_t rows = 0, columns = 0;   // columns 0: a vector
};

// Of every tensor with changes, in the model's order. Errors: those of MergedWeights; InvalidArgument (the base can not
// be read, or nothing differs from it), Cancelled.
Result<std::vector<ChangedTensor>> changed_tensors(const ExportRequest& request, const TaskContext& task);

// The whole model again from its base and the entries of `take` (empty positions: none), compared with what
// MergedWeights would write and with memory. `merge` puts a tensor's entries into its base.
using MergeEntries = std::function<Result<at::Tensor>(const std::string& name, at::Tensor base)>;
Result<ExportCheck> check_entries(const ExportRequest& request, const MergeEntries& merge, const TaskContext& task);

}   // namespace lift
