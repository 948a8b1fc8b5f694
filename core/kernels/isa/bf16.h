#pragma once
// bfloat16 as raw bits, for row kernels. Their files are compiled with instruction set flags of their own, so they must
// not share inline functions with other files: they include no headers that have any, and these have internal linkage.
// Private to core/kernels.
#include <cstdint>

namespace lift {

struct Bf16 {
  std::uint16_t bits;
};

// The type that a kernel computes in: fp32 for bf16 and fp32, fp64 for fp64.
template <class T>
struct ComputeType {
  using Type = T;
};
template <>
struct ComputeType<Bf16> {
  using Type = float;
};
template <class T>
using Compute = typename ComputeType<T>::Type;

namespace {

[[maybe_unused]] inline float to_float(Bf16 value) {
  return __builtin_bit_cast(float, static_cast<std::uint32_t>(value.bits) << 16);
}

// Rounds to nearest, ties to even; NaN stays a quiet NaN.
[[maybe_unused]] inline Bf16 to_bf16(float value) {
  const auto bits = __builtin_bit_cast(std::uint32_t, value);
  if ((bits & 0x7fffffffu) > 0x7f800000u) return {static_cast<std::uint16_t>((bits >> 16) | 0x40u)};
  return {static_cast<std::uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16)};
}

[[maybe_unused]] inline float load(const Bf16* from) { return to_float(*from); }
[[maybe_unused]] inline float load(const float* from) { return *from; }
[[maybe_unused]] inline double load(const double* from) { return *from; }
[[maybe_unused]] inline void store(Bf16* to, float value) { *to = to_bf16(value); }
[[maybe_unused]] inline void store(float* to, float value) { *to = value; }
[[maybe_unused]] inline void store(double* to, double value) { *to = value; }

}   // namespace
}   // namespace lift
