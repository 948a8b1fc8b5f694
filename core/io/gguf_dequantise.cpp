// The block formats of GGUF, as ggml's reference dequantises them (ggml-quants.c; formats in docs/gguf.md and
// design note 3.8). The order of the floating-point operations is the reference's: results are equal to the bit.
// Loops are over fixed counts on local arrays so that compilers turn them into vector code.
#include <bit>
#include <cstring>

#include "core/io/gguf_reader.h"
#include "core/io/half.h"

namespace lift {

namespace {

using Byte = std::uint8_t;

template <typename T>
T load(const Byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

inline float half_at(const Byte* at) { return from_half(load<std::uint16_t>(at)); }

// fp32 to bf16, nearest, ties to even; a NaN stays one and becomes quiet.
inline std::uint16_t to_bf16(float value) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t rounded = (bits + 0x7FFFu + ((bits >> 16) & 1u)) >> 16;
  const std::uint32_t quiet = (bits >> 16) | 0x40u;
  return static_cast<std::uint16_t>((bits & 0x7FFFFFFFu) > 0x7F800000u ? quiet : rounded);
}

template <int Count>
inline void store(const float (&values)[Count], float* out) {
  std::memcpy(out, values, sizeof values);
}

template <int Count>
inline void store(const float (&values)[Count], std::uint16_t* out) {
  for (int i = 0; i < Count; ++i) out[i] = to_bf16(values[i]);
}

struct Q4_0 {
  static void block(const Byte* at, float (&y)[32]) {
    const float scale = half_at(at);
    const Byte* quants = at + 2;
    for (int j = 0; j < 16; ++j) y[j] = static_cast<float>((quants[j] & 15) - 8) * scale;
    for (int j = 0; j < 16; ++j) y[j + 16] = static_cast<float>((quants[j] >> 4) - 8) * scale;
  }
};

struct Q4_1 {
  static void block(const Byte* at, float (&y)[32]) {
    const float scale = half_at(at), least = half_at(at + 2);
    const Byte* quants = at + 4;
    for (int j = 0; j < 16; ++j) y[j] = static_cast<float>(quants[j] & 15) * scale + least;
    for (int j = 0; j < 16; ++j) y[j + 16] = static_cast<float>(quants[j] >> 4) * scale + least;
  }
};

// Bit j of `bits` as 16 or 0. By a mask table: a shift by a varying count has no vector form before AVX2.
constexpr std::uint32_t kBit[32] = {1u << 0,  1u << 1,  1u << 2,  1u << 3,  1u << 4,  1u << 5,  1u << 6,  1u << 7,
                                    1u << 8,  1u << 9,  1u << 10, 1u << 11, 1u << 12, 1u << 13, 1u << 14, 1u << 15,
                                    1u << 16, 1u << 17, 1u << 18, 1u << 19, 1u << 20, 1u << 21, 1u << 22, 1u << 23,
                                    1u << 24, 1u << 25, 1u << 26, 1u << 27, 1u << 28, 1u << 29, 1u << 30, 1u << 31};
inline int fifth_bit(std::uint32_t bits, int j) { return (bits & kBit[j]) != 0 ? 16 : 0; }

struct Q5_0 {
  static void block(const Byte* at, float (&y)[32]) {
    const float scale = half_at(at);
    const auto high = load<std::uint32_t>(at + 2);
    const Byte* quants = at + 6;
    for (int j = 0; j < 16; ++j) y[j] = static_cast<float>(((quants[j] & 15) | fifth_bit(high, j)) - 16) * scale;
    for (int j = 0; j < 16; ++j)
      y[j + 16] = static_cast<float>(((quants[j] >> 4) | fifth_bit(high, j + 16)) - 16) * scale;
  }
};

struct Q5_1 {
  static void block(const Byte* at, float (&y)[32]) {
    const float scale = half_at(at), least = half_at(at + 2);
    const auto high = load<std::uint32_t>(at + 4);
    const Byte* quants = at + 8;
    for (int j = 0; j < 16; ++j) y[j] = static_cast<float>((quants[j] & 15) | fifth_bit(high, j)) * scale + least;
    for (int j = 0; j < 16; ++j)
      y[j + 16] = static_cast<float>((quants[j] >> 4) | fifth_bit(high, j + 16)) * scale + least;
  }
};

struct Q8_0 {
  static void block(const Byte* at, float (&y)[32]) {
    const float scale = half_at(at);
    const Byte* quants = at + 2;
    for (int j = 0; j < 32; ++j) y[j] = static_cast<float>(static_cast<std::int8_t>(quants[j])) * scale;
  }
};

// Scale and least value of sub-block i, six bits each, packed in twelve bytes (Q4_K, Q5_K).
struct SixBits {
  float scale, least;
};
inline SixBits six_bits(const Byte* packed, int i) {
  if (i < 4) return {static_cast<float>(packed[i] & 63), static_cast<float>(packed[i + 4] & 63)};
  const int scale = (packed[i + 4] & 15) | ((packed[i - 4] >> 6) << 4);
  const int least = (packed[i + 4] >> 4) | ((packed[i] >> 6) << 4);
  return {static_cast<float>(scale), static_cast<float>(least)};
}

struct Q4_K {
  static void block(const Byte* at, float (&y)[256]) {
    const float scale = half_at(at), least = half_at(at + 2);
    for (int part = 0; part < 4; ++part) {
      const Byte* quants = at + 16 + 32 * part;
      float* out = y + 64 * part;
      const SixBits low = six_bits(at + 4, 2 * part), high = six_bits(at + 4, 2 * part + 1);
      const float low_scale = scale * low.scale, low_least = least * low.least;
      const float high_scale = scale * high.scale, high_least = least * high.least;
      for (int j = 0; j < 32; ++j) out[j] = low_scale * static_cast<float>(quants[j] & 15) - low_least;
      for (int j = 0; j < 32; ++j) out[j + 32] = high_scale * static_cast<float>(quants[j] >> 4) - high_least;
    }
  }
};

struct Q5_K {
  static void block(const Byte* at, float (&y)[256]) {
    const float scale = half_at(at), least = half_at(at + 2);
    const Byte* fifth = at + 16;
    for (int part = 0; part < 4; ++part) {
      const Byte* quants = at + 48 + 32 * part;
      float* out = y + 64 * part;
      const SixBits low = six_bits(at + 4, 2 * part), high = six_bits(at + 4, 2 * part + 1);
      const float low_scale = scale * low.scale, low_least = least * low.least;
      const float high_scale = scale * high.scale, high_least = least * high.least;
      const int low_bit = 2 * part, high_bit = 2 * part + 1;
      for (int j = 0; j < 32; ++j)
        out[j] = low_scale * static_cast<float>((quants[j] & 15) | ((fifth[j] >> low_bit & 1) << 4)) - low_least;
      for (int j = 0; j < 32; ++j)
        out[j + 32] =
            high_scale * static_cast<float>((quants[j] >> 4) | ((fifth[j] >> high_bit & 1) << 4)) - high_least;
    }
  }
};

struct Q6_K {
  static void block(const Byte* at, float (&y)[256]) {
    const float scale = half_at(at + 208);
    for (int half = 0; half < 2; ++half) {
      const Byte* low = at + 64 * half;
      const Byte* high = at + 128 + 32 * half;
      const Byte* scales = at + 192 + 8 * half;
      for (int quarter = 0; quarter < 4; ++quarter) {
        float* out = y + 128 * half + 32 * quarter;
        const Byte* nibbles = low + 32 * (quarter & 1);
        const int shift = quarter < 2 ? 0 : 4, high_shift = 2 * quarter;
        const float first = scale * static_cast<float>(static_cast<std::int8_t>(scales[2 * quarter]));
        const float second = scale * static_cast<float>(static_cast<std::int8_t>(scales[2 * quarter + 1]));
        for (int j = 0; j < 32; ++j) {
          const int quant = ((nibbles[j] >> shift & 15) | ((high[j] >> high_shift & 3) << 4)) - 32;
          out[j] = (j < 16 ? first : second) * static_cast<float>(quant);
        }
      }
    }
  }
};

template <typename Format, int Elements, typename Out>
void blocks(const Byte* at, std::int64_t count, std::int64_t block_bytes, Out* out) {
  float values[Elements];
  for (std::int64_t i = 0; i < count; ++i) {
    Format::block(at + i * block_bytes, values);
    store(values, out + i * Elements);
  }
}

void plain(GgmlType type, const Byte* at, std::int64_t count, float* out) {
  if (type == GgmlType::F32) {
    std::memcpy(out, at, static_cast<std::size_t>(count) * sizeof(float));
  } else if (type == GgmlType::F16) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = half_at(at + 2 * i);
  } else {
    for (std::int64_t i = 0; i < count; ++i)
      out[i] = std::bit_cast<float>(static_cast<std::uint32_t>(load<std::uint16_t>(at + 2 * i)) << 16);
  }
}

void plain(GgmlType type, const Byte* at, std::int64_t count, std::uint16_t* out) {
  if (type == GgmlType::F32) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = to_bf16(load<float>(at + 4 * i));
  } else if (type == GgmlType::F16) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = to_bf16(half_at(at + 2 * i));
  } else {
    std::memcpy(out, at, static_cast<std::size_t>(count) * sizeof(std::uint16_t));
  }
}

template <typename Out>
void dequantise(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row, std::span<Out> out) {
  LIFT_CHECK(0 <= first_row && first_row <= last_row && last_row <= tensor.rows(), "rows outside the tensor");
  const std::int64_t elements = (last_row - first_row) * tensor.columns();
  LIFT_CHECK(out.size() == static_cast<std::size_t>(elements), "the output does not fit the rows");
  if (elements == 0) return;
  const GgmlBlock block = block_of(tensor.type);
  const std::int64_t count = elements / block.elements;
  const auto* at = reinterpret_cast<const Byte*>(tensor.bytes.data()) +
                   first_row * (tensor.columns() / block.elements) * block.bytes;
  switch (tensor.type) {
    case GgmlType::F32:
    case GgmlType::F16:
    case GgmlType::BF16: return plain(tensor.type, at, elements, out.data());
    case GgmlType::Q4_0: return blocks<Q4_0, 32>(at, count, block.bytes, out.data());
    case GgmlType::Q4_1: return blocks<Q4_1, 32>(at, count, block.bytes, out.data());
    case GgmlType::Q5_0: return blocks<Q5_0, 32>(at, count, block.bytes, out.data());
    case GgmlType::Q5_1: return blocks<Q5_1, 32>(at, count, block.bytes, out.data());
    case GgmlType::Q8_0: return blocks<Q8_0, 32>(at, count, block.bytes, out.data());
    case GgmlType::Q4_K: return blocks<Q4_K, 256>(at, count, block.bytes, out.data());
    case GgmlType::Q5_K: return blocks<Q5_K, 256>(at, count, block.bytes, out.data());
    case GgmlType::Q6_K: return blocks<Q6_K, 256>(at, count, block.bytes, out.data());
  }
}

}   // namespace

void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row, std::span<float> out) {
  dequantise(tensor, first_row, last_row, out);
}

void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row,
                     std::span<std::uint16_t> out_bf16) {
  dequantise(tensor, first_row, last_row, out_bf16);
}

}   // namespace lift
