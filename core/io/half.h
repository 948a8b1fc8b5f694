#pragma once
// fp16 as bits, without a library. Private to core/io. Tensor-free. Thread: any.
#include <bit>
#include <cmath>
#include <cstdint>

namespace lift {

// fp16 to fp32, exact; small numbers by a subtraction so that a flush-to-zero mode does not change them.
inline float from_half(std::uint16_t half) {
  const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
  const std::uint32_t body = half & 0x7FFFu;
  const std::uint32_t normal = (body << 13) + (112u << 23);
  const std::uint32_t infinite = (body << 13) | 0x7F800000u;
  const std::uint32_t small = std::bit_cast<std::uint32_t>(std::bit_cast<float>(body | (126u << 23)) - 0.5f);
  // `small` is right below 2^-14: the significand of 0.5 counts in steps of 2^-24, the fp16 step there.
  const std::uint32_t magnitude = body >= 0x7C00u ? infinite : body >= 0x0400u ? normal : small;
  return std::bit_cast<float>(sign | magnitude);
}

// Nearest, ties to even; beyond the largest an infinity, and a NaN stays one.
inline std::uint16_t to_half(float value) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
  const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000u);
  const float magnitude = std::abs(value);
  if (!(magnitude < 65520.0f)) return static_cast<std::uint16_t>(sign | (magnitude > 0 ? 0x7C00u : 0x7E00u));
  // Adding a power of two lets the processor round to the fp16 step, ties to even.
  const float least_normal = 6.103515625e-05f;
  const float step = magnitude < least_normal
                         ? 0.5f
                         : std::bit_cast<float>((std::bit_cast<std::uint32_t>(magnitude) & 0x7F800000u) + (13u << 23));
  const float rounded = magnitude + step - step;
  if (magnitude < least_normal) return static_cast<std::uint16_t>(sign | std::lround(rounded * 16777216.0f));
  return static_cast<std::uint16_t>(sign | ((std::bit_cast<std::uint32_t>(rounded) - (112u << 23)) >> 13));
}

}   // namespace lift
