#include "core/kernels/top_k.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <vector>

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"

namespace lift {
namespace {

// The bits of |x| order as |x| does. One is added so that NaN can be 0, below every number.
std::uint32_t key_of(float value) {
  const std::uint32_t bits = __builtin_bit_cast(std::uint32_t, value) & 0x7fffffffu;
  return bits > 0x7f800000u ? 0 : bits + 1;
}
std::uint64_t key_of(double value) {
  const std::uint64_t bits = __builtin_bit_cast(std::uint64_t, value) & 0x7fffffffffffffffull;
  return bits > 0x7ff0000000000000ull ? 0 : bits + 1;
}

template <class T>
using KeyOf = decltype(key_of(T{}));

// The leading 12 of a key's 31 (63) bits: for fp32 the exponent and four bits of the fraction.
constexpr std::size_t kBuckets = 4096;
template <class Key>
std::size_t bucket_of(Key key) {
  return static_cast<std::size_t>(key >> (sizeof(Key) == 4 ? 19 : 51));
}

// Work is cut into the same runs of whole rows for any thread count.
struct RowBlocks {
  std::int64_t rows, columns, rows_per_block;
  RowBlocks(std::int64_t row_count, std::int64_t column_count)
      : rows(row_count),
        columns(column_count),
        rows_per_block(std::max<std::int64_t>(1, 65536 / std::max<std::int64_t>(1, column_count))) {}
  std::int64_t count() const { return (rows + rows_per_block - 1) / rows_per_block; }
  std::int64_t first_row(std::int64_t block) const { return block * rows_per_block; }
  std::int64_t last_row(std::int64_t block) const { return std::min(rows, first_row(block + 1)); }

  template <class F>
  void for_each(F&& f) const {
    at::parallel_for(0, count(), 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t block = begin; block < end; ++block) f(block);
    });
  }
};

using Histogram = std::array<std::uint32_t, kBuckets>;

template <class T>
void count_keys(const T* begin, const T* end, Histogram& histogram) {
  // Neighbours often share a bucket; four tables keep their increments from waiting for each other.
  auto tables = std::make_unique<std::array<Histogram, 4>>();
  for (Histogram& table : *tables) table.fill(0);
  const T* at = begin;
  for (; end - at >= 4; at += 4)
    for (std::size_t lane = 0; lane < 4; ++lane) ++(*tables)[lane][bucket_of(key_of(at[lane]))];
  for (; at < end; ++at) ++(*tables)[0][bucket_of(key_of(*at))];
  for (std::size_t b = 0; b < kBuckets; ++b)
    histogram[b] = (*tables)[0][b] + (*tables)[1][b] + (*tables)[2][b] + (*tables)[3][b];
}

// Where the k-th largest key lies: its bucket, and how many of that bucket's keys are wanted.
struct ThresholdBucket {
  std::size_t bucket = 0;
  std::int64_t wanted = 0;
};

ThresholdBucket find_bucket(const std::vector<Histogram>& histograms, std::int64_t k) {
  std::int64_t above = 0;
  for (std::size_t bucket = kBuckets; bucket-- > 0;) {
    std::int64_t here = 0;
    for (const Histogram& histogram : histograms) here += histogram[bucket];
    if (above + here >= k) return {bucket, k - above};
    above += here;
  }
  fail_check("k is at most the number of entries", "");
}

// Keys above `key` are selected, and of those equal to it the first ones: ties_of_block[b] in block b.
template <class Key>
struct Threshold {
  Key key = 0;
  std::vector<std::int64_t> ties_of_block;
};

template <class T>
Threshold<KeyOf<T>> find_threshold(const T* score, const RowBlocks& blocks, std::int64_t k) {
  using Key = KeyOf<T>;
  const auto block_count = static_cast<std::size_t>(blocks.count());
  const auto block_begin = [&](std::int64_t block) { return score + blocks.first_row(block) * blocks.columns; };
  const auto block_end = [&](std::int64_t block) { return score + blocks.last_row(block) * blocks.columns; };

  std::vector<Histogram> histograms(block_count);
  blocks.for_each(
      [&](std::int64_t b) { count_keys(block_begin(b), block_end(b), histograms[static_cast<std::size_t>(b)]); });
  const ThresholdBucket found = find_bucket(histograms, k);

  std::vector<std::vector<Key>> candidates(block_count);
  blocks.for_each([&](std::int64_t b) {
    std::vector<Key>& own = candidates[static_cast<std::size_t>(b)];
    own.reserve(histograms[static_cast<std::size_t>(b)][found.bucket]);
    for (const T* at = block_begin(b); at < block_end(b); ++at)
      if (const Key key = key_of(*at); bucket_of(key) == found.bucket) own.push_back(key);
  });

  std::vector<Key> keys;
  for (const std::vector<Key>& own : candidates) keys.insert(keys.end(), own.begin(), own.end());
  const auto nth = keys.begin() + (found.wanted - 1);
  std::nth_element(keys.begin(), nth, keys.end(), std::greater<>());

  Threshold<Key> threshold{*nth, std::vector<std::int64_t>(block_count, 0)};
  std::int64_t ties = found.wanted - std::count_if(keys.begin(), nth, [&](Key key) { return key > threshold.key; });
  for (std::size_t b = 0; b < block_count; ++b) {
    const std::int64_t here = std::count(candidates[b].begin(), candidates[b].end(), threshold.key);
    threshold.ties_of_block[b] = std::min(here, ties);
    ties -= threshold.ties_of_block[b];
  }
  return threshold;
}

template <class T>
SparsePattern select_above(const T* score, const RowBlocks& blocks, const Threshold<KeyOf<T>>& threshold,
                           SparsePattern pattern) {
  auto* offsets = data_of<std::int32_t>(pattern.row_offsets);
  std::vector<std::vector<std::int32_t>> columns(static_cast<std::size_t>(blocks.count()));
  blocks.for_each([&](std::int64_t b) {
    std::vector<std::int32_t>& own = columns[static_cast<std::size_t>(b)];
    std::int64_t ties = threshold.ties_of_block[static_cast<std::size_t>(b)];
    for (std::int64_t row = blocks.first_row(b); row < blocks.last_row(b); ++row) {
      const std::size_t before = own.size();
      const T* values = score + row * blocks.columns;
      for (std::int64_t column = 0; column < blocks.columns; ++column) {
        const auto key = key_of(values[column]);
        if (key < threshold.key) continue;
        if (key == threshold.key && ties-- <= 0) continue;
        own.push_back(static_cast<std::int32_t>(column));
      }
      offsets[row + 1] = static_cast<std::int32_t>(own.size() - before);
    }
  });
  for (std::int64_t row = 0; row < blocks.rows; ++row) offsets[row + 1] += offsets[row];
  blocks.for_each([&](std::int64_t b) {
    const std::vector<std::int32_t>& own = columns[static_cast<std::size_t>(b)];
    std::copy(own.begin(), own.end(), data_of<std::int32_t>(pattern.columns) + offsets[blocks.first_row(b)]);
  });
  return pattern;
}

}   // namespace

SparsePattern top_k_by_magnitude(const at::Tensor& score_MN, std::int64_t k) {
  if constexpr (cuda::kBuilt) {
    if (score_MN.is_cuda()) return cuda::top_k_by_magnitude(score_MN, k);
  }
  LIFT_CHECK(score_MN.is_cpu(), "top_k_by_magnitude: scores on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(score_MN.dim() == 2 && score_MN.is_contiguous(), "top_k_by_magnitude: scores are a contiguous matrix");
  LIFT_CHECK(score_MN.numel() <= INT32_MAX, "top_k_by_magnitude: at most 2^31 - 1 scores");
  LIFT_CHECK(k >= 0 && k <= score_MN.numel(), "top_k_by_magnitude: k is between 0 and the number of scores");
  const auto options = score_MN.options().dtype(at::kInt);
  SparsePattern pattern{score_MN.size(0), score_MN.size(1), at::zeros({score_MN.size(0) + 1}, options),
                        at::empty({k}, options)};
  if (k == 0) return pattern;
  const RowBlocks blocks(pattern.rows, pattern.columns_count);
  const auto run = [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const T* score = data_of<T>(score_MN);
    return select_above(score, blocks, find_threshold(score, blocks, k), std::move(pattern));
  };
  if (score_MN.scalar_type() == at::kDouble) return run(TypeTag<double>{});
  LIFT_CHECK(score_MN.scalar_type() == at::kFloat, "top_k_by_magnitude: scores are fp32 or fp64");
  return run(TypeTag<float>{});
}

}   // namespace lift
