#include "core/checkpoint/tensor_bytes.h"

#include <ATen/ops/empty.h>

#include <cstring>

#include "core/base/check.h"
#include "core/kernels/host_data.h"
#include "core/kernels/tensor_types.h"

namespace lift {

std::span<std::byte> mutable_bytes_of(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu() && tensor.is_contiguous(), "bytes are taken of contiguous tensors on the CPU");
  return {static_cast<std::byte*>(mutable_host_bytes(tensor)), tensor.nbytes()};
}

std::span<const std::byte> bytes_of(const at::Tensor& tensor) { return mutable_bytes_of(tensor); }

TensorView view_of(std::string name, const at::Tensor& tensor) {
  return {std::move(name), to_dtype(tensor.scalar_type()), tensor.sizes().vec(), bytes_of(tensor)};
}

at::Tensor tensor_of(const TensorView& view) {
  at::Tensor tensor = at::empty(view.shape, to_scalar_type(view.dtype));
  LIFT_CHECK(tensor.nbytes() == view.bytes.size(), "a view's bytes fit its shape");
  if (!view.bytes.empty()) std::memcpy(mutable_host_bytes(tensor), view.bytes.data(), view.bytes.size());
  return tensor;
}

}   // namespace lift
