#pragma once
// Converts tensors to plain bytes and back. Used by the .cpp files of checkpoint/ and exchange/.
#include <atomic>
#include <span>
#include <string>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>

#include "core/io/tensor_view.h"

namespace lift {

// The bytes of a contiguous CPU tensor, valid as long as its storage.
std::span<const std::byte> bytes_of(const at::Tensor& tensor);
std::span<std::byte> mutable_bytes_of(const at::Tensor& tensor);

TensorView view_of(std::string name, const at::Tensor& tensor);
// Copies. The view's dtype must exist in LibTorch (to_scalar_type).
at::Tensor tensor_of(const TensorView& view);

// Calls body(i) for every i in [0, count) on ATen's pool; each thread takes the next i when it is free. For items of
// very different size. The order is not fixed, so body(i) may write only what belongs to i.
// work: total elements or bytes; a small job runs on the calling thread, because waking the pool would cost more.
template <typename Body>
void for_each_in_parallel(std::size_t count, std::int64_t work, const Body& body) {
  constexpr std::int64_t kWorthThePool = 1 << 16;
  if (work < kWorthThePool) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  at::parallel_for(0, at::get_num_threads(), 1, [&](std::int64_t, std::int64_t) {
    for (std::size_t i; (i = next.fetch_add(1)) < count;) body(i);
  });
}

}   // namespace lift
