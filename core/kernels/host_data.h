#pragma once
// Access to a tensor's values from the CPU. A pointer into a GPU's memory must not be dereferenced, and data_ptr() does
// not check that; outside of kernels/ all code therefore uses these functions (a test in tests/rules enforces it).
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

// For any dtype, as raw bytes.
inline const void* host_bytes(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host reads bytes of its own memory only");
  return tensor.const_data_ptr();
}

inline void* mutable_host_bytes(const at::Tensor& tensor) {
  LIFT_CHECK(tensor.is_cpu(), "the host writes bytes of its own memory only");
  return tensor.mutable_data_ptr();
}

// The tensor itself if it is on the CPU, else a copy that waits for the GPU.
inline at::Tensor on_host(const at::Tensor& tensor) { return tensor.to(at::kCPU); }

// A copy of a CPU tensor on `device`, without waiting for the GPU's earlier work. `host` may be changed afterwards.
inline at::Tensor sent_to(const at::Tensor& host, at::Device device) {
  return host.to(device, host.scalar_type(), /*non_blocking=*/true);
}

}   // namespace lift
