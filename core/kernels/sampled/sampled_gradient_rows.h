#pragma once
// Inner functions of sampled_gradient.h. Plain pointers only (see bf16.h).
// Both factors are first packed so that a column's tokens lie side by side: [columns][kSampleTokens] per block of
// tokens. Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// 256 tokens of 64 packed bf16 columns are 32 KiB: a tile of the input stays in the first-level cache.
inline constexpr std::int64_t kSampleTokens = 256;

// Tokens packed in one call, whole rows of the operand at a time: the memory is read in order.
inline constexpr std::int64_t kPackTokens = 32;

// Entries whose partial sums become sums together; inside, fours of one row share its loads.
inline constexpr std::int64_t kSamplesAtOnce = 16;

// One selected entry: columns of the packed grad_output (the weight's row) and of the packed input (its column).
struct SampledEntry {
  std::int32_t row, column;
};

template <class T>
struct SampledGradientRows {
  using C = Compute<T>;
  std::int64_t packed_bytes = 0;   // of one packed value
  // from: [tokens, columns] with a row stride in values, to[column * kSampleTokens + token]. The tokens missing up to
  // kPackTokens become zero.
  void (*pack)(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) = nullptr;
  // sums[i] += dot over `tokens` of packed_grad[entries[i].row] and packed_input[entries[i].column]. The arithmetic of
  // an entry does not depend on its neighbours in the list.
  void (*accumulate)(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                     std::int64_t tokens, C* sums) = nullptr;
};

template <class T>
SampledGradientRows<T> sampled_gradient_portable();
template <class T>
SampledGradientRows<T> sampled_gradient_avx2();
template <class T>
SampledGradientRows<T> sampled_gradient_avx512();
SampledGradientRows<Bf16> sampled_gradient_avx512bf16();

}   // namespace lift
