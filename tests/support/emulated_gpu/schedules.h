#pragma once
// The thread orders and block counts under which a kernel must give bitwise equal results.
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/ops/equal.h>

#include "tests/support/emulated_gpu/threads.h"

namespace lift::test::gpu {

inline const at::Device kDevice(at::kCUDA, 0);

// The results of run(), on the host; `same`: whether they are bitwise equal under every schedule.
template <class F>
std::vector<at::Tensor> under_every_schedule(F&& run, bool& same) {
  std::vector<at::Tensor> first;
  same = true;
  for (const Schedule schedule : {Schedule{}, Schedule{Order::Backward, 1}, Schedule{Order::Mixed, 3}}) {
    set_schedule(schedule);
    std::vector<at::Tensor> found;
    for (const at::Tensor& tensor : run()) found.push_back(tensor.to(at::kCPU).contiguous());
    set_schedule({});
    if (first.empty()) first = found;
    for (std::size_t i = 0; i < found.size(); ++i)
      same =
          same && found[i].sizes() == first[i].sizes() && at::equal(found[i].view(at::kByte), first[i].view(at::kByte));
  }
  return first;
}

}   // namespace lift::test::gpu
