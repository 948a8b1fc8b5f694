#include "core/io/gguf_quantise.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/check.h"
#include "core/io/half.h"

namespace lift {

namespace {

using Byte = std::uint8_t;

void store_half(float value, Byte* at) {
  const std::uint16_t half = to_half(value);
  std::memcpy(at, &half, sizeof half);
}

float stored_half(const Byte* at) {
  std::uint16_t half;
  std::memcpy(&half, at, sizeof half);
  return from_half(half);
}

// To the nearest integer, ties to even, for |value| < 2^22: the sum's last bit is one.
inline int nearest(float value) {
  const float shifted = value + 12582912.0f;   // 1.5 * 2^23
  return static_cast<int>(std::bit_cast<std::uint32_t>(shifted) & 0x007FFFFFu) - 0x00400000;
}

inline float inverse_of(float scale) { return scale != 0 ? 1.0f / scale : 0.0f; }

// The value of the largest magnitude, the first of equal ones.
float largest_of(const float* x, int count) {
  float magnitude = 0, largest = 0;
  for (int i = 0; i < count; ++i)
    if (magnitude < std::abs(x[i])) {
      magnitude = std::abs(x[i]);
      largest = x[i];
    }
  return largest;
}

// One scale for 32 values, which lie around zero: Q4_0 and Q5_0.
template <int Levels, int QuantsAt>
void one_scale(const float* x, Byte* at) {
  constexpr int middle = Levels / 2;
  const float scale = largest_of(x, 32) / -middle, inverse = inverse_of(scale);
  store_half(scale, at);
  std::uint32_t fifth = 0;
  for (int j = 0; j < 16; ++j) {
    const auto quant = [&](float value) {
      return std::min(Levels - 1, static_cast<int>(value * inverse + (middle + 0.5f)));
    };
    const int low = quant(x[j]), high = quant(x[j + 16]);
    at[QuantsAt + j] = static_cast<Byte>((low & 15) | (high & 15) << 4);
    fifth |= static_cast<std::uint32_t>(low >> 4 & 1) << j | static_cast<std::uint32_t>(high >> 4 & 1) << (j + 16);
  }
  if (Levels == 32) std::memcpy(at + 2, &fifth, sizeof fifth);
}

struct Q4_0 {
  static void block(const float* x, Byte* at) { one_scale<16, 2>(x, at); }
};

struct Q5_0 {
  static void block(const float* x, Byte* at) { one_scale<32, 6>(x, at); }
};

// A scale and the least value: Q5_1.
struct Q5_1 {
  static void block(const float* x, Byte* at) {
    float least = std::numeric_limits<float>::max(), most = -least;
    for (int j = 0; j < 32; ++j) {
      least = std::min(least, x[j]);
      most = std::max(most, x[j]);
    }
    const float scale = (most - least) / 31, inverse = inverse_of(scale);
    store_half(scale, at);
    store_half(least, at + 2);
    std::uint32_t fifth = 0;
    for (int j = 0; j < 16; ++j) {
      const int low = static_cast<int>((x[j] - least) * inverse + 0.5f);
      const int high = static_cast<int>((x[j + 16] - least) * inverse + 0.5f);
      at[8 + j] = static_cast<Byte>((low & 15) | (high & 15) << 4);
      fifth |= static_cast<std::uint32_t>(low >> 4 & 1) << j | static_cast<std::uint32_t>(high >> 4 & 1) << (j + 16);
    }
    std::memcpy(at + 4, &fifth, sizeof fifth);
  }
};

struct Q8_0 {
  static void block(const float* x, Byte* at) {
    const float scale = std::abs(largest_of(x, 32)) / 127.0f, inverse = inverse_of(scale);
    store_half(scale, at);
    for (int j = 0; j < 32; ++j) at[2 + j] = static_cast<Byte>(static_cast<std::int8_t>(std::round(x[j] * inverse)));
  }
};

struct Fit {
  float scale = 0, least = 0;   // a value is scale * quant - least
};

// The scale and least value with the smallest weighted squared error, of those that a search around the range's own
// gives; `least` is not negative. 32 values, quants 0 to Top.
template <int Top>
Fit fit_range(const float* x, const float* weights, float first_step, int last_step, Byte* quants) {
  float least = x[0], most = x[0], weight_sum = weights[0], x_sum = weight_sum * x[0];
  for (int i = 1; i < 32; ++i) {
    least = std::min(least, x[i]);
    most = std::max(most, x[i]);
    weight_sum += weights[i];
    x_sum += weights[i] * x[i];
  }
  if (least > 0) least = 0;
  if (most == least) {
    std::fill_n(quants, 32, Byte{0});
    return {0, -least};
  }
  const auto quant = [&](float value, float inverse, float bottom) {
    return std::clamp(nearest(inverse * (value - bottom)), 0, Top);
  };
  const float range_least = least;
  const float range_inverse = Top / (most - least);
  float scale = 1 / range_inverse, best_error = 0;
  for (int i = 0; i < 32; ++i) {
    quants[i] = static_cast<Byte>(quant(x[i], range_inverse, range_least));
    const float difference = scale * static_cast<float>(quants[i]) + least - x[i];
    best_error += weights[i] * (difference * difference);
  }
  for (int step = 0; step <= last_step; ++step) {
    const float inverse = (first_step + 0.1f * static_cast<float>(step) + Top) / (most - least);
    float q_sum = 0, qq_sum = 0, qx_sum = 0;
    std::array<Byte, 32> tried;
    for (int i = 0; i < 32; ++i) {
      tried[static_cast<std::size_t>(i)] = static_cast<Byte>(quant(x[i], inverse, least));
      const auto q = static_cast<float>(tried[static_cast<std::size_t>(i)]);
      q_sum += weights[i] * q;
      qq_sum += weights[i] * q * q;
      qx_sum += weights[i] * q * x[i];
    }
    const float determinant = weight_sum * qq_sum - q_sum * q_sum;
    if (!(determinant > 0)) continue;
    float tried_scale = (weight_sum * qx_sum - x_sum * q_sum) / determinant;
    float tried_least = (qq_sum * x_sum - q_sum * qx_sum) / determinant;
    if (tried_least > 0) {
      tried_least = 0;
      tried_scale = qx_sum / qq_sum;
    }
    float error = 0;
    for (int i = 0; i < 32; ++i) {
      const auto q = static_cast<float>(tried[static_cast<std::size_t>(i)]);
      const float difference = tried_scale * q + tried_least - x[i];
      error += weights[i] * (difference * difference);
    }
    if (error < best_error) {
      std::copy(tried.begin(), tried.end(), quants);
      best_error = error;
      scale = tried_scale;
      least = tried_least;
    }
  }
  return {scale, -least};
}

// Eight scales and least values of six bits in twelve bytes, as six_bits of gguf_dequantise.cpp reads them.
void store_six_bits(int i, int scale, int least, Byte* packed) {
  if (i < 4) {
    packed[i] = static_cast<Byte>(scale);
    packed[i + 4] = static_cast<Byte>(least);
    return;
  }
  packed[i + 4] = static_cast<Byte>((scale & 15) | (least & 15) << 4);
  packed[i - 4] = static_cast<Byte>(packed[i - 4] | scale >> 4 << 6);
  packed[i] = static_cast<Byte>(packed[i] | least >> 4 << 6);
}

// A super-block of Q4_K or Q5_K: the fp16 scales and the packed ones at `at`, the quants 0 to Top to `quants`.
template <int Top>
void super_block(const float* x, float first_step, int last_step, Byte* at, Byte (&quants)[256]) {
  std::array<Fit, 8> fits;
  float largest_scale = 0, largest_least = 0;
  for (std::size_t part = 0; part < 8; ++part) {
    const float* values = x + 32 * part;
    float squares = 0, weights[32];
    for (int i = 0; i < 32; ++i) squares += values[i] * values[i];
    const float typical = std::sqrt(squares / 32);
    for (int i = 0; i < 32; ++i) weights[i] = typical + std::abs(values[i]);
    fits[part] = fit_range<Top>(values, weights, first_step, last_step, quants + 32 * part);
    largest_scale = std::max(largest_scale, fits[part].scale);
    largest_least = std::max(largest_least, fits[part].least);
  }
  const float scale_inverse = largest_scale > 0 ? 63.0f / largest_scale : 0.0f;
  const float least_inverse = largest_least > 0 ? 63.0f / largest_least : 0.0f;
  store_half(largest_scale / 63.0f, at);
  store_half(largest_least / 63.0f, at + 2);
  const float scale_unit = stored_half(at), least_unit = stored_half(at + 2);
  for (std::size_t part = 0; part < 8; ++part) {
    // As unsigned bytes: a fit's scale may be negative, and wraps round.
    const int scale = std::min(63, static_cast<int>(static_cast<Byte>(nearest(scale_inverse * fits[part].scale))));
    const int least = std::min(63, static_cast<int>(static_cast<Byte>(nearest(least_inverse * fits[part].least))));
    store_six_bits(static_cast<int>(part), scale, least, at + 4);
    const float step = scale_unit * static_cast<float>(scale), bottom = least_unit * static_cast<float>(least);
    if (step == 0) continue;
    for (std::size_t i = 32 * part; i < 32 * part + 32; ++i)
      quants[i] = static_cast<Byte>(std::clamp(nearest((x[i] + bottom) / step), 0, Top));
  }
}

struct Q4_K {
  static void block(const float* x, Byte* at) {
    Byte quants[256];
    super_block<15>(x, -1.0f, 20, at, quants);
    for (int part = 0; part < 4; ++part)
      for (int j = 0; j < 32; ++j)
        at[16 + 32 * part + j] = static_cast<Byte>(quants[64 * part + j] | quants[64 * part + 32 + j] << 4);
  }
};

struct Q5_K {
  static void block(const float* x, Byte* at) {
    Byte quants[256];
    super_block<31>(x, -0.5f, 15, at, quants);
    std::fill_n(at + 16, 32, Byte{0});
    for (int part = 0; part < 4; ++part)
      for (int j = 0; j < 32; ++j) {
        const int low = quants[64 * part + j], high = quants[64 * part + 32 + j];
        at[16 + j] = static_cast<Byte>(at[16 + j] | (low >> 4) << (2 * part) | (high >> 4) << (2 * part + 1));
        at[48 + 32 * part + j] = static_cast<Byte>((low & 15) | (high & 15) << 4);
      }
  }
};

constexpr float kTiny = 1e-15f;   // below it a group counts as zero

// The scale of 16 values around zero with the smallest squared error, each weighted by its own square; quants are -32
// to 31, stored from 0.
float fit_scale(const float* x, Byte* quants) {
  const float largest = largest_of(x, 16);
  if (std::abs(largest) < kTiny) {
    std::fill_n(quants, 16, Byte{0});
    return 0;
  }
  const auto quant = [](float value) { return std::clamp(nearest(value), -32, 31); };
  float scale = 0, best = 0;
  // The range's own scale first, then those around it.
  for (const int step : {0, -9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
    const float inverse = step == 0 ? -32 / largest : -(32 + 0.1f * static_cast<float>(step)) / largest;
    float qx_sum = 0, qq_sum = 0;
    for (int i = 0; i < 16; ++i) {
      const auto q = static_cast<float>(quant(inverse * x[i]));
      const float weight = x[i] * x[i];
      qx_sum += weight * x[i] * q;
      qq_sum += weight * q * q;
    }
    const bool better = step == 0 || (qq_sum > 0 && qx_sum * qx_sum > best * qq_sum);
    if (!better) continue;
    for (int i = 0; i < 16; ++i) quants[i] = static_cast<Byte>(32 + quant(inverse * x[i]));
    scale = qq_sum != 0 ? qx_sum / qq_sum : 0.0f;
    best = scale * qx_sum;
  }
  return scale;
}

struct Q6_K {
  static void block(const float* x, Byte* at) {
    Byte quants[256];
    float scales[16], largest = 0;
    for (int part = 0; part < 16; ++part) {
      scales[part] = fit_scale(x + 16 * part, quants + 16 * part);
      if (std::abs(scales[part]) > std::abs(largest)) largest = scales[part];
    }
    if (std::abs(largest) < kTiny) {
      std::fill_n(at, 210, Byte{0});
      return;
    }
    const float inverse = -128.0f / largest;
    store_half(1 / inverse, at + 208);
    const float unit = stored_half(at + 208);
    for (int part = 0; part < 16; ++part) {
      const auto scale = static_cast<std::int8_t>(std::min(127, nearest(inverse * scales[part])));
      at[192 + part] = static_cast<Byte>(scale);
      const float step = unit * static_cast<float>(scale);
      if (step == 0) continue;
      for (int i = 16 * part; i < 16 * part + 16; ++i)
        quants[i] = static_cast<Byte>(32 + std::clamp(nearest(x[i] / step), -32, 31));
    }
    for (int half = 0; half < 2; ++half)
      for (int j = 0; j < 32; ++j) {
        const Byte* q = quants + 128 * half + j;
        at[64 * half + j] = static_cast<Byte>((q[0] & 15) | (q[64] & 15) << 4);
        at[64 * half + 32 + j] = static_cast<Byte>((q[32] & 15) | (q[96] & 15) << 4);
        at[128 + 32 * half + j] = static_cast<Byte>(q[0] >> 4 | q[32] >> 4 << 2 | q[64] >> 4 << 4 | q[96] >> 4 << 6);
      }
  }
};

struct Quantiser {
  GgmlType type;
  void (*block)(const float* x, Byte* at);
};
constexpr std::array kQuantisers{Quantiser{GgmlType::Q4_0, Q4_0::block}, Quantiser{GgmlType::Q5_0, Q5_0::block},
                                 Quantiser{GgmlType::Q5_1, Q5_1::block}, Quantiser{GgmlType::Q8_0, Q8_0::block},
                                 Quantiser{GgmlType::Q4_K, Q4_K::block}, Quantiser{GgmlType::Q5_K, Q5_K::block},
                                 Quantiser{GgmlType::Q6_K, Q6_K::block}};

}   // namespace

bool can_quantise(GgmlType type) { return std::ranges::find(kQuantisers, type, &Quantiser::type) != kQuantisers.end(); }

void quantise_blocks(GgmlType type, std::span<const float> values, std::span<std::byte> out) {
  const auto quantiser = std::ranges::find(kQuantisers, type, &Quantiser::type);
  const auto elements = static_cast<std::size_t>(block_of(type).elements);
  const auto bytes = static_cast<std::size_t>(block_of(type).bytes);
  LIFT_CHECK(quantiser != kQuantisers.end(), "a type that is quantised here");
  LIFT_CHECK(values.size() % elements == 0 && out.size() == values.size() / elements * bytes, "whole blocks");
  for (std::size_t i = 0; i < values.size() / elements; ++i)
    quantiser->block(values.data() + i * elements, reinterpret_cast<Byte*>(out.data() + i * bytes));
}

}   // namespace lift
