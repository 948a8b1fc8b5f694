#pragma once
// The values of a tensor as the host reads and writes them. A pointer into a GPU's memory must not be followed, and a
// naked data_ptr() does not tell: outside of kernels/ this is the way to a tensor's values (tests/rules sees to it).
#include <ATen/core/Tensor.h>

#include "core/base/check.h"

namespace lift {

template <class T>
const T* host_data(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host reads values of its own memory only");
  return tensor.const_data_ptr<T>();
}

template <class T>
T* mutable_host_data(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host writes values of its own memory only");
  return tensor.mutable_data_ptr<T>();
}

// Of any dtype: bits are moved, never numbers.
inline const void* host_bytes(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host reads bytes of its own memory only");
  return tensor.const_data_ptr();
}

inline void* mutable_host_bytes(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host writes bytes of its own memory only");
  return tensor.mutable_data_ptr();
}

// No copy where it lies on the CPU.
inline at::Tensor on_host(const at::Tensor& tensor) { return tensor.to(at::kCPU); }

// From the host's memory, without waiting for what the GPU does: the values are taken before this returns.
inline at::Tensor sent_to(const at::Tensor& host, at::Device device) {
  return host.to(device, host.scalar_type(), /*non_blocking=*/true);
}

}   // namespace lift
