#pragma once
// The parts of CUDA's language and runtime that core/kernels/cuda uses, for a C++ compiler. See ../README.md.
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>

#include "tests/support/emulated_gpu/memory.h"
#include "tests/support/emulated_gpu/threads.h"

#define __global__
#define __device__
#define __host__
#define __shared__ static   // one block runs at a time

using dim3 = lift::test::gpu::Index3;
using cudaStream_t = void*;
enum cudaError_t { cudaSuccess, cudaErrorInvalidConfiguration };

struct cudaLaunchConfig_t {
  dim3 gridDim, blockDim;
  std::size_t dynamicSmemBytes = 0;
  cudaStream_t stream = nullptr;
};

// Replaces device addresses in a kernel's argument, also within a structure, by addresses that can be dereferenced.
template <class Argument>
Argument with_values(Argument argument) {
  static_assert(std::is_trivially_copyable_v<Argument>, "a kernel's arguments are copied as bytes");
  for (std::size_t at = 0; at + sizeof(void*) <= sizeof(Argument); at += alignof(void*)) {
    void* pointer = nullptr;
    std::memcpy(&pointer, reinterpret_cast<const std::byte*>(&argument) + at, sizeof(pointer));
    if (!lift::test::gpu::is_address(pointer)) continue;
    pointer = lift::test::gpu::values_at(pointer);
    std::memcpy(reinterpret_cast<std::byte*>(&argument) + at, &pointer, sizeof(pointer));
  }
  return argument;
}

template <class... Parameters>
cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t* how, void (*kernel)(Parameters...), Parameters... given) {
  const std::tuple<Parameters...> arguments{with_values(given)...};
  return lift::test::gpu::run_grid(how->gridDim, how->blockDim, [&] { std::apply(kernel, arguments); })
             ? cudaSuccess
             : cudaErrorInvalidConfiguration;
}

inline const dim3 &threadIdx = lift::test::gpu::here.thread, &blockIdx = lift::test::gpu::here.block;
inline const dim3 &blockDim = lift::test::gpu::here.block_size, &gridDim = lift::test::gpu::here.grid_size;

inline void __syncthreads() { lift::test::gpu::meet_block(); }

template <class V>
V __shfl_xor_sync(unsigned mask, V value, int lanes) {
  const auto& all = lift::test::gpu::gather_warp(mask, std::bit_cast<lift::test::gpu::Word<V>>(value));
  return std::bit_cast<V>(
      static_cast<lift::test::gpu::Word<V>>(all[lift::test::gpu::lane() ^ static_cast<unsigned>(lanes)]));
}
inline unsigned __ballot_sync(unsigned mask, bool vote) {
  const auto& all = lift::test::gpu::gather_warp(mask, vote);
  unsigned votes = 0;
  for (unsigned lane = 0; lane < all.size(); ++lane) votes |= all[lane] ? 1u << lane : 0u;
  return votes;
}

template <class V>
V atomicAdd(V* to, V value) {
  const V before = *to;
  *to = static_cast<V>(before + value);
  return before;
}

inline int __popc(unsigned bits) { return std::popcount(bits); }
inline float __uint_as_float(unsigned bits) { return std::bit_cast<float>(bits); }
inline unsigned __float_as_uint(float value) { return std::bit_cast<unsigned>(value); }
inline double __longlong_as_double(long long bits) { return std::bit_cast<double>(bits); }
inline long long __double_as_longlong(double value) { return std::bit_cast<long long>(value); }
