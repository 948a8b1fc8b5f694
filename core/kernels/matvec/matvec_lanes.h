#pragma once
// The row functions of matvec_rows.h for vectors of kBytes bytes, written once; matvec_portable.cpp, _avx2.cpp and
// _avx512.cpp compile them with their own width and flags. Internal linkage for that reason (see bf16.h).
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/attention/cached_attention_lanes.h"
#include "core/kernels/isa/vector_lanes.h"
#include "core/kernels/matvec/matvec_rows.h"

namespace lift {
namespace {

// Number of accumulators in a tile of outputs: as many as fit the registers beside the operands.
template <int kBytes>
inline constexpr int kTile = kBytes == 64 ? 16 : 8;

// Multiplies kRows rows of a weight with kBatch rows of x; each vector of the weight is read once for the whole batch.
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
      __builtin_prefetch(from + kRows * width);   // the next tile's rows: the hardware prefetcher does not cross pages
      const typename L::Vector w = L::load(from);
      for (int b = 0; b < kBatch; ++b) sums[r][b] += xs[b] * w;
    }
  }
  for (int r = 0; r < kRows; ++r)
    for (int b = 0; b < kBatch; ++b) {
      C total = L::sum(sums[r][b]);
      for (std::int64_t rest = i; rest < width; ++rest)
        total += x[b * width + rest] * lift::load(weight + r * width + rest);
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

// Takes rows of x in groups of 4, 2 and 1. A block of the weight is small enough to stay in the cache for all groups.
template <class T, int kBytes>
void linear(const LinearInput<T>& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last, T* out,
            std::int64_t out_stride) {
  for (std::int64_t b = 0; b < x.batch;) {
    const std::int64_t left = x.batch - b;
    const Compute<T>* rows = x.wide + b * width;
    T* to = out + b * out_stride;
    if (left >= 4) linear_batch<T, kBytes, 4>(rows, weight, width, first, last, to, out_stride), b += 4;
    else if (left >= 2) linear_batch<T, kBytes, 2>(rows, weight, width, first, last, to, out_stride), b += 2;
    else linear_batch<T, kBytes, 1>(rows, weight, width, first, last, to, out_stride), b += 1;
  }
}

// The transposed form ("turned") has rows of x as lanes: below 9 rows most lanes of a register would be empty.
inline constexpr std::int64_t kTurnedBatch = 9, kTurnedRows = 48;   // kTurnedRows: a multiple of every tile's rows

template <class T>
void turn(const LinearInput<T>& x, std::int64_t width, std::int64_t padded, void* columns) {
  auto* to = static_cast<Compute<T>*>(columns);
  for (std::int64_t i = 0; i < width; ++i, to += padded)
    for (std::int64_t b = 0; b < padded; ++b) to[b] = b < x.batch ? x.wide[b * width + i] : 0;
}

// Columns of a weight tile that stay in the first-level cache.
inline constexpr std::int64_t kTurnedColumns = 128;

// Copies `count` columns of kRows weight rows, widened to the compute type. fp32 is copied too: rows whose length is a
// power of two would evict each other from the cache. The loop over rows is the inner one, because otherwise the
// compiler makes it calls of memcpy, which are slow for so few bytes.
template <class T, int kBytes, int kRows>
void widen_rows(const T* weight, std::int64_t width, std::int64_t count, Compute<T> (&wide)[kRows][kTurnedColumns]) {
  using L = Lanes<Compute<T>, kBytes>;
  std::int64_t i = 0;
  for (; i + L::kCount <= count; i += L::kCount)
    for (int r = 0; r < kRows; ++r) {
      const typename L::Vector v = L::load(weight + r * width + i);
      __builtin_memcpy(&wide[r][i], &v, sizeof v);
    }
  for (; i < count; ++i)
    for (int r = 0; r < kRows; ++r) wide[r][i] = lift::load(weight + r * width + i);
}

// Multiplies kRows weight rows from m on with kVectors registers of x from row b on. The lanes are rows of x, so no sum
// crosses lanes. Meanwhile the next weight rows are prefetched, a little per column and in memory order, which hardware
// handles best.
template <class T, int kBytes, int kRows, int kVectors>
void turned_tile(const TurnedInput& x, std::int64_t b, const T* weight, std::int64_t width, std::int64_t m, T* out,
                 std::int64_t out_stride) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  constexpr int kWidth = kVectors * L::kCount;
  const T *rows = weight + m * width, *next = rows + kRows * width;
  const C* columns = static_cast<const C*>(x.columns) + b;
  typename L::Vector sums[kRows][kVectors] = {};
  for (std::int64_t first = 0; first < width; first += kTurnedColumns) {
    const std::int64_t count = width - first < kTurnedColumns ? width - first : kTurnedColumns;
    alignas(64) C wide[kRows][kTurnedColumns];
    widen_rows<T, kBytes, kRows>(rows + first, width, count, wide);
    for (std::int64_t i = 0; i < count; ++i, columns += x.padded) {
      __builtin_prefetch(next + (first + i) * kRows, 0, 2);
      typename L::Vector xs[kVectors];
      for (int v = 0; v < kVectors; ++v) xs[v] = L::load(columns + v * L::kCount);
      for (int r = 0; r < kRows; ++r)
        for (int v = 0; v < kVectors; ++v) sums[r][v] += wide[r][i] * xs[v];
    }
  }
  C totals[kRows][kWidth];
  __builtin_memcpy(totals, sums, sizeof sums);
  const std::int64_t batch = x.batch - b < kWidth ? x.batch - b : kWidth;
  for (std::int64_t i = 0; i < batch; ++i)
    for (int r = 0; r < kRows; ++r) store(out + (b + i) * out_stride + m + r, totals[r][i]);
}

template <class T, int kBytes, int kRows, int kVectors>
void turned_lanes(const TurnedInput& x, std::int64_t b, const T* weight, std::int64_t width, std::int64_t first,
                  std::int64_t last, T* out, std::int64_t out_stride) {
  std::int64_t m = first;
  for (; m + kRows <= last; m += kRows)
    turned_tile<T, kBytes, kRows, kVectors>(x, b, weight, width, m, out, out_stride);
  for (; m < last; ++m) turned_tile<T, kBytes, 1, kVectors>(x, b, weight, width, m, out, out_stride);
}

template <class T, int kBytes>
void linear_of_turned(const TurnedInput& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                      T* out, std::int64_t out_stride) {
  constexpr int kCount = Lanes<Compute<T>, kBytes>::kCount;
  constexpr int kRowsOfOne = kBytes == 64 ? 16 : 8, kRowsOfTwo = kBytes == 64 ? 12 : 6;
  std::int64_t b = 0;
  for (; x.batch - b > kCount; b += 2 * kCount)
    turned_lanes<T, kBytes, kRowsOfTwo, 2>(x, b, weight, width, first, last, out, out_stride);
  if (b < x.batch) turned_lanes<T, kBytes, kRowsOfOne, 1>(x, b, weight, width, first, last, out, out_stride);
}

template <class T, int kBytes>
MatvecRows<T> matvec_rows_of() {
  return {linear<T, kBytes>,
          attend<T, kBytes>,
          {kTurnedBatch, Lanes<Compute<T>, kBytes>::kCount, kTurnedRows, turn<T>, linear_of_turned<T, kBytes>}};
}

}   // namespace
}   // namespace lift
