#pragma once
// The row functions of matvec_rows.h over vectors of kBytes bytes, written once; matvec_portable.cpp, _avx2.cpp and
// _avx512.cpp compile them with their own width and flags. Internal linkage for that reason (see bf16.h).
#include <cmath>
#include <cstdint>

#include "core/kernels/matvec_rows.h"

namespace lift {
namespace {

// The integer types are parameters because GCC forgets a dependent vector_size on a type that is not dependent itself.
template <class C, int kBytes, class U16 = std::uint16_t, class U32 = std::uint32_t>
struct Lanes {
  static constexpr int kCount = kBytes / static_cast<int>(sizeof(C));
  typedef C Vector __attribute__((vector_size(kBytes)));
  typedef U16 Half __attribute__((vector_size(kBytes / 2)));
  typedef U32 Word __attribute__((vector_size(kBytes)));

  static Vector load(const C* from) {
    Vector v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
  }
  static Vector load(const Bf16* from) {
    Half half;
    __builtin_memcpy(&half, from, sizeof half);
    const Word word = __builtin_convertvector(half, Word) << 16;
    Vector v;
    __builtin_memcpy(&v, &word, sizeof v);
    return v;
  }
  // Halves are added until one vector of 16 bytes is left: few instructions, one fixed order.
  static C sum(Vector v) {
    if constexpr (kBytes > 16) {
      using Narrow = Lanes<C, kBytes / 2>;
      typename Narrow::Vector low, high;
      __builtin_memcpy(&low, &v, sizeof low);
      __builtin_memcpy(&high, reinterpret_cast<const char*>(&v) + sizeof low, sizeof high);
      return Narrow::sum(low + high);
    } else {
      C total = v[0];
      for (int i = 1; i < kCount; ++i) total += v[i];
      return total;
    }
  }
};

// Accumulators of one tile of outputs: as many as stay in registers beside the operands.
template <int kBytes>
inline constexpr int kTile = kBytes == 64 ? 16 : 8;

// kRows rows of a weight times kBatch rows of x: every vector of the weight is read once for the whole batch.
template <class T, int kBytes, int kRows, int kBatch>
void tile(const Compute<T>* x, const T* weight, std::int64_t width, T* out, std::int64_t out_stride) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  typename L::Vector sums[kRows][kBatch] = {};
  std::int64_t i = 0;
  for (; i + L::kCount <= width; i += L::kCount) {
    typename L::Vector xs[kBatch];
    for (int b = 0; b < kBatch; ++b) xs[b] = L::load(x + b * width + i);
    for (int r = 0; r < kRows; ++r) {
      const T* from = weight + r * width + i;
      __builtin_prefetch(from + kRows * width);   // the next tile's rows: no hardware foresees a read across a page
      const typename L::Vector w = L::load(from);
      for (int b = 0; b < kBatch; ++b) sums[r][b] += xs[b] * w;
    }
  }
  for (int r = 0; r < kRows; ++r)
    for (int b = 0; b < kBatch; ++b) {
      C total = L::sum(sums[r][b]);
      for (std::int64_t rest = i; rest < width; ++rest) total += x[b * width + rest] * lift::load(weight + r * width + rest);
      store(out + b * out_stride + r, total);
    }
}

template <class T, int kBytes, int kBatch>
void linear_batch(const Compute<T>* x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                  T* out, std::int64_t out_stride) {
  constexpr int kRows = kTile<kBytes> / kBatch;
  std::int64_t m = first;
  for (; m + kRows <= last; m += kRows)
    tile<T, kBytes, kRows, kBatch>(x, weight + m * width, width, out + m, out_stride);
  for (; m < last; ++m) tile<T, kBytes, 1, kBatch>(x, weight + m * width, width, out + m, out_stride);
}

// Rows of x in groups of 4, 2 and 1. A block of the weight is small enough to stay in the cache over the groups.
template <class T, int kBytes>
void linear(const LinearInput<T>& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
            T* out, std::int64_t out_stride) {
  for (std::int64_t b = 0; b < x.batch;) {
    const std::int64_t left = x.batch - b;
    const Compute<T>* rows = x.wide + b * width;
    T* to = out + b * out_stride;
    if (left >= 4) linear_batch<T, kBytes, 4>(rows, weight, width, first, last, to, out_stride), b += 4;
    else if (left >= 2) linear_batch<T, kBytes, 2>(rows, weight, width, first, last, to, out_stride), b += 2;
    else linear_batch<T, kBytes, 1>(rows, weight, width, first, last, to, out_stride), b += 1;
  }
}

// Columns of x and of a tile of the weight that stay in the first cache together.
inline constexpr std::int64_t kTurnedColumns = 128;

// totals[row, lane] += over `count` columns: kRows rows of a weight times kVectors registers of x, whose lanes are rows of
// x, so that no sum crosses lanes.
template <class C, int kBytes, int kRows, int kVectors>
void add_columns(const C* x_NB, std::int64_t padded, const C (&weight)[kRows][kTurnedColumns], std::int64_t count,
                 C (&totals)[kRows][kVectors * Lanes<C, kBytes>::kCount]) {
  using L = Lanes<C, kBytes>;
  typename L::Vector sums[kRows][kVectors];
  for (int r = 0; r < kRows; ++r)
    for (int v = 0; v < kVectors; ++v) sums[r][v] = L::load(totals[r] + v * L::kCount);
  for (std::int64_t i = 0; i < count; ++i) {
    typename L::Vector xs[kVectors];
    for (int v = 0; v < kVectors; ++v) xs[v] = L::load(x_NB + i * padded + v * L::kCount);
    for (int r = 0; r < kRows; ++r)
      for (int v = 0; v < kVectors; ++v) sums[r][v] += weight[r][i] * xs[v];
  }
  for (int r = 0; r < kRows; ++r)
    for (int v = 0; v < kVectors; ++v) __builtin_memcpy(totals[r] + v * L::kCount, &sums[r][v], sizeof sums[r][v]);
}

// kRows rows of the weight in the type computed in, `count` columns of each; asks for the rows behind them. fp32 is copied
// all the same: as fast as read where it lies.
template <class T, int kBytes, int kRows>
void widen_rows(const T* weight, std::int64_t width, std::int64_t count, Compute<T> (&wide)[kRows][kTurnedColumns]) {
  using L = Lanes<Compute<T>, kBytes>;
  for (int r = 0; r < kRows; ++r) {
    const T* row = weight + r * width;
    std::int64_t i = 0;
    for (; i + L::kCount <= count; i += L::kCount) {
      __builtin_prefetch(row + kRows * width + i);
      const typename L::Vector v = L::load(row + i);
      __builtin_memcpy(&wide[r][i], &v, sizeof v);
    }
    for (; i < count; ++i) wide[r][i] = lift::load(row + i);
  }
}

// Tiles of kRows rows from m on, of at most kTurnedRows in all, times kVectors registers of x from row b on. Gives the
// first row that is left over.
template <class T, int kBytes, int kRows, int kVectors>
std::int64_t turned_rows(const TurnedInput<T>& x, std::int64_t b, const T* weight, std::int64_t width, std::int64_t m,
                         std::int64_t last, T* out, std::int64_t out_stride) {
  using C = Compute<T>;
  constexpr std::int64_t kWidth = kVectors * Lanes<C, kBytes>::kCount;
  C totals[kTurnedRows / kRows][kRows][kWidth] = {};
  const std::int64_t tiles = (last - m) / kRows;
  for (std::int64_t first = 0; first < width; first += kTurnedColumns) {
    const std::int64_t count = width - first < kTurnedColumns ? width - first : kTurnedColumns;
    for (std::int64_t tile = 0; tile < tiles; ++tile) {
      alignas(64) C wide[kRows][kTurnedColumns];
      widen_rows<T, kBytes, kRows>(weight + (m + tile * kRows) * width + first, width, count, wide);
      add_columns<C, kBytes, kRows, kVectors>(x.columns + first * x.padded + b, x.padded, wide, count, totals[tile]);
    }
  }
  const std::int64_t batch = x.batch - b < kWidth ? x.batch - b : kWidth;
  for (std::int64_t i = 0; i < batch; ++i)
    for (std::int64_t r = 0; r < tiles * kRows; ++r) store(out + (b + i) * out_stride + m + r, totals[r / kRows][r % kRows][i]);
  return m + tiles * kRows;
}

// kVectors registers of x from row b on, against all rows of the weight: whole tiles, then row by row.
template <class T, int kBytes, int kRows, int kVectors>
void turned_lanes(const TurnedInput<T>& x, std::int64_t b, const T* weight, std::int64_t width, std::int64_t first,
                  std::int64_t last, T* out, std::int64_t out_stride) {
  const std::int64_t left = turned_rows<T, kBytes, kRows, kVectors>(x, b, weight, width, first, last, out, out_stride);
  turned_rows<T, kBytes, 1, kVectors>(x, b, weight, width, left, last, out, out_stride);
}

template <class T, int kBytes>
void linear_of_turned(const TurnedInput<T>& x, const T* weight, std::int64_t width, std::int64_t first,
                      std::int64_t last, T* out, std::int64_t out_stride) {
  constexpr int kCount = Lanes<Compute<T>, kBytes>::kCount;
  constexpr int kRowsOfOne = kBytes == 64 ? 16 : 8, kRowsOfTwo = kBytes == 64 ? 12 : 6;
  std::int64_t b = 0;
  for (; x.batch - b > kCount; b += 2 * kCount)
    turned_lanes<T, kBytes, kRowsOfTwo, 2>(x, b, weight, width, first, last, out, out_stride);
  if (b < x.batch) turned_lanes<T, kBytes, kRowsOfOne, 1>(x, b, weight, width, first, last, out, out_stride);
}

// e^x for x <= 0 in vectors of fp32: x = n ln 2 + r, and a polynomial of r. Below -87, where fp32 ends, e^-87.
template <int kBytes, class Vector>
Vector exponential(Vector x) {
  using Word = typename Lanes<float, kBytes>::Word;
  constexpr float kInteger = 12582912.0f;   // 1.5 * 2^23: adding it rounds to an integer, found in the low bits
  x = x < -87.0f ? Vector{} - 87.0f : x;
  const Vector shifted = x * 1.44269504f + kInteger, n = shifted - kInteger;
  const Vector r = x - n * 0.693359375f + n * 2.12194440e-4f;
  Vector p = r * (1.0f / 720) + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  Word power, bits;
  __builtin_memcpy(&power, &shifted, sizeof power);
  __builtin_memcpy(&bits, &p, sizeof bits);
  bits += power << 23;
  __builtin_memcpy(&p, &bits, sizeof p);
  return p;
}

// The scores of one query head, turned into e^(score - largest); gives their sum.
template <int kBytes>
float exponentials(float* scores, std::int64_t count, float largest) {
  using L = Lanes<float, kBytes>;
  typename L::Vector sums = {};
  std::int64_t t = 0;
  for (; t + L::kCount <= count; t += L::kCount) {
    const typename L::Vector e = exponential<kBytes>(L::load(scores + t) - largest);
    __builtin_memcpy(scores + t, &e, sizeof e);
    sums += e;
  }
  float sum = L::sum(sums);
  for (; t < count; ++t) sum += scores[t] = std::exp(scores[t] - largest);
  return sum;
}

template <int kBytes>
double exponentials(double* scores, std::int64_t count, double largest) {
  double sum = 0;
  for (std::int64_t t = 0; t < count; ++t) sum += scores[t] = std::exp(scores[t] - largest);
  return sum;
}

template <class C, int kBytes>
void soft_max(C* scores, std::int64_t count) {
  C largest = scores[0];
  for (std::int64_t t = 1; t < count; ++t) largest = scores[t] > largest ? scores[t] : largest;
  const C share = 1 / exponentials<kBytes>(scores, count, largest);
  for (std::int64_t t = 0; t < count; ++t) scores[t] *= share;
}

// A block of the head stays in registers over all tokens.
template <class T, int kBytes>
void weighted_values(const Compute<T>* weights, std::int64_t count, const T* values, std::int64_t head_dim, T* out) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  constexpr int kBlock = 4;   // vectors of a head summed together
  std::int64_t i = 0;
  for (; i + kBlock * L::kCount <= head_dim; i += kBlock * L::kCount) {
    typename L::Vector sums[kBlock] = {};
    for (std::int64_t t = 0; t < count; ++t)
      for (int b = 0; b < kBlock; ++b) sums[b] += weights[t] * L::load(values + t * head_dim + i + b * L::kCount);
    for (int b = 0; b < kBlock; ++b)
      for (int lane = 0; lane < L::kCount; ++lane) store(out + i + b * L::kCount + lane, sums[b][lane]);
  }
  for (; i < head_dim; ++i) {
    C sum = 0;
    for (std::int64_t t = 0; t < count; ++t) sum += weights[t] * lift::load(values + t * head_dim + i);
    store(out + i, sum);
  }
}

template <class T, int kBytes>
Compute<T> dot(const T* a, const T* b, std::int64_t width) {
  using L = Lanes<Compute<T>, kBytes>;
  typename L::Vector sums = {};
  std::int64_t i = 0;
  for (; i + L::kCount <= width; i += L::kCount) sums += L::load(a + i) * L::load(b + i);
  Compute<T> sum = L::sum(sums);
  for (; i < width; ++i) sum += lift::load(a + i) * lift::load(b + i);
  return sum;
}

template <class T, int kBytes>
void attend(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values, std::int64_t count,
            Compute<T> scale, Compute<T>* scores, T* out) {
  for (std::int64_t t = 0; t < count; ++t)
    for (std::int64_t g = 0; g < group; ++g)
      scores[g * count + t] = scale * dot<T, kBytes>(q + g * head_dim, keys + t * head_dim, head_dim);
  for (std::int64_t g = 0; g < group; ++g) {
    soft_max<Compute<T>, kBytes>(scores + g * count, count);
    weighted_values<T, kBytes>(scores + g * count, count, values, head_dim, out + g * head_dim);
  }
}

template <class T, int kBytes>
MatvecRows<T> matvec_rows_of() {
  return {linear<T, kBytes>, attend<T, kBytes>, linear_of_turned<T, kBytes>, Lanes<Compute<T>, kBytes>::kCount};
}

}  // namespace
}  // namespace lift
