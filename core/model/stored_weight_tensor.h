#pragma once
// One stored weight as a tensor of the wanted dtype: mapped where it lies when nothing has to change, else converted
// row by row on all threads. Used by the loader, and by exchange/ for adapters.
#include <span>

#include <ATen/core/Tensor.h>

#include "core/model/gguf_form.h"
#include "core/model/weight_source.h"

namespace lift {

struct WeightRequest {
  std::vector<std::int64_t> shape;
  DType dtype = DType::BF16;
  GgufForm form = {};   // in which the values are stored, and which is undone
};

// The file's order of rows or columns back to the model's.
at::Tensor untiled(const at::Tensor& values, const GgufForm::Tiling& tiling);

// Errors: Mismatch with expected and found shape; Unsupported dtype of the request.
Result<at::Tensor> to_tensor(const StoredWeight& weight, const WeightRequest& request);

}   // namespace lift
