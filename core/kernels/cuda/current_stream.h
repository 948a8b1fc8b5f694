#pragma once
// How host code launches kernels on a tensor's GPU. Private to core/kernels.
#include <ATen/core/Tensor.h>
#include <c10/core/DeviceGuard.h>

#include "core/kernels/cuda/launch.h"

namespace lift::cuda {

// Calls start(stream) with the tensor's GPU as the current one; throws if the kernel could not be launched.
template <class F>
void on_stream_of(const at::Tensor& tensor, F&& start) {
  const c10::DeviceGuard guard(tensor.device());
  start(current_stream());
  check_started();
}

}   // namespace lift::cuda
