#pragma once
// Inner functions of sampled_gradient.h, on plain pointers (see bf16.h).
// Both factors are first packed so that the tokens of a column are contiguous: [columns][kSampleTokens] per block of
// tokens. Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// 256 tokens of 64 packed bf16 columns are 32 KiB: a tile of the input stays in the first-level cache.
inline constexpr std::int64_t kSampleTokens = 256;

// Tokens packed in one call. A call reads whole rows of the operand, so that memory is read in order.
inline constexpr std::int64_t kPackTokens = 32;

// Number of entries whose partial sums are reduced together; within them, groups of four in one row share its loads.
inline constexpr std::int64_t kSamplesAtOnce = 16;

// A selected entry: column `row` of the packed grad_output (the weight's row) and column `column` of the packed input.
struct SampledEntry {
  std::int32_t row, column;
};

template <class T>
struct SampledGradientRows {
  using C = Compute<T>;
  std::int64_t packed_bytes = 0;   // bytes of one packed value
  // from: [tokens, columns] with a row stride in values; writes to[column * kSampleTokens + token]. Tokens between
  // `tokens` and kPackTokens become zero.
  void (*pack)(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) = nullptr;
  // sums[i] += dot product over `tokens` of packed_grad[entries[i].row] and packed_input[entries[i].column]. An entry's
  // rounding does not depend on its neighbours in the list.
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
