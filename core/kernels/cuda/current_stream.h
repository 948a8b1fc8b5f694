#pragma once
// How host code starts kernels on a tensor's GPU. Private to core/kernels.
#include <ATen/core/Tensor.h>
#include <c10/core/DeviceGuard.h>

#include "core/kernels/cuda/launch.h"

namespace lift::cuda {

// start(stream) with the tensor's GPU as the current one; a kernel that could not start is an exception.
template <class F>
void on_stream_of(const at::Tensor& tensor, F&& start) {
  const c10::DeviceGuard guard(tensor.device());
  start(current_stream());
  check_started();
}

}   // namespace lift::cuda
