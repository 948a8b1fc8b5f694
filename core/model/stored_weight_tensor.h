#pragma once
// One stored weight as a tensor of the wanted dtype: mapped where it lies when nothing has to change, else converted
// row by row on all threads. Private to core/model (model_loader).
#include <span>

#include <ATen/core/Tensor.h>

#include "core/model/weight_source.h"

namespace lift {

struct WeightRequest {
  std::vector<std::int64_t> shape;
  DType dtype = DType::BF16;
  // Rows of rotary pairs per head, to be put back into halves; 0: rows stay in their order.
  std::int64_t paired_head_dim = 0;
  double subtract = 0;   // from every value: norms that GGUF conversion stores as 1 + weight
};

// Errors: Mismatch with expected and found shape; Unsupported dtype of the request.
Result<at::Tensor> to_tensor(const StoredWeight& weight, const WeightRequest& request);

}   // namespace lift
