#pragma once
// Shared by the kernels: values in the compute type, and sums over a block or warp. Private to core/kernels/cuda.
#include <cuda_runtime.h>

#include "core/kernels/cuda/launch.h"

namespace lift::cuda {

inline constexpr int kThreads = 256, kWarp = 32, kWarps = kThreads / kWarp;

__device__ inline float value_of(Bf16 value) { return __uint_as_float(static_cast<unsigned>(value.bits) << 16); }
__device__ inline float value_of(float value) { return value; }
__device__ inline double value_of(double value) { return value; }

// Rounds as bf16.h does: to nearest, ties to even; NaN stays a quiet NaN.
__device__ inline void put(Bf16* to, float value) {
  const unsigned bits = __float_as_uint(value);
  const bool is_nan = (bits & 0x7fffffffu) > 0x7f800000u;
  const unsigned rounded = is_nan ? (bits >> 16) | 0x40u : (bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16;
  to->bits = static_cast<std::uint16_t>(rounded);
}
__device__ inline void put(float* to, float value) { *to = value; }
__device__ inline void put(double* to, double value) { *to = value; }

__device__ inline float exponential(float x) { return expf(x); }
__device__ inline double exponential(double x) { return exp(x); }
__device__ inline float root(float x) { return sqrtf(x); }
__device__ inline double root(double x) { return sqrt(x); }
__device__ inline float not_a_number(float) { return __uint_as_float(0x7fc00000u); }
__device__ inline double not_a_number(double) { return __longlong_as_double(0x7ff8000000000000ll); }

struct Add {
  template <class V>
  __device__ V operator()(V a, V b) const {
    return a + b;
  }
};
struct Larger {
  template <class V>
  __device__ V operator()(V a, V b) const {
    return a > b ? a : b;
  }
};

// Combines the kThreads values of the block in a fixed order; every thread gets the result, and all must call it.
template <class V, class Op>
__device__ V over_block(V value, Op op) {
  __shared__ V parts[kWarps];
  for (int step = kWarp / 2; step > 0; step /= 2) value = op(value, __shfl_xor_sync(0xffffffffu, value, step));
  __syncthreads();   // all values of an earlier call have been read
  if (threadIdx.x % kWarp == 0) parts[threadIdx.x / kWarp] = value;
  __syncthreads();
  value = parts[0];
  for (int warp = 1; warp < kWarps; ++warp) value = op(value, parts[warp]);
  return value;
}

inline unsigned blocks_for(std::int64_t items, std::int64_t per_block) {
  constexpr std::int64_t kMost = 1 << 20;   // kernels loop over the items beyond
  const std::int64_t blocks = (items + per_block - 1) / per_block;
  return static_cast<unsigned>(blocks < kMost ? blocks : kMost);
}

// Launches a kernel on `blocks` blocks of kThreads threads. If that fails, CUDA keeps the error for check_started.
template <class... Parameters, class... Arguments>
void start(void (*kernel)(Parameters...), unsigned blocks, Stream stream, const Arguments&... arguments) {
  cudaLaunchConfig_t how{};
  how.gridDim = dim3(blocks);
  how.blockDim = dim3(kThreads);
  how.stream = static_cast<cudaStream_t>(stream);
  (void)cudaLaunchKernelEx(&how, kernel, static_cast<Parameters>(arguments)...);
}

}   // namespace lift::cuda
