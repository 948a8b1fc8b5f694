#include "core/kernels/sampled/sampled_gradient.h"

#include <array>
#include <bit>
#include <utility>

#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/sampled/sampled_gradient_rows.h"
#include "core/kernels/sampled/sampled_gradient_tiles.h"
#include "core/kernels/sampled/sampled_plan.h"

namespace lift {
namespace {

constexpr std::int64_t kTileBytes = std::int64_t{32} << 10;   // of packed input that stays in the first-level cache

template <class T>
SampledGradientRows<T> rows_for(CpuIsa isa) {
  if constexpr (std::is_same_v<T, Bf16> && kVectorised<T, CpuIsa::Avx512Bf16>) {
    if (isa >= CpuIsa::Avx512Bf16) return sampled_gradient_avx512bf16();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return sampled_gradient_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return sampled_gradient_avx2<T>();
  }
  return sampled_gradient_portable<T>();
}

void check_operands(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern,
                    const at::Tensor& grad) {
  LIFT_CHECK(input_TN.is_cpu() && grad_output_TM.is_cpu() && grad.is_cpu(),
             "sampled gradient: tensors on the CPU (this build has no CUDA kernels)");
  check_rows(input_TN, "sampled gradient: input");
  check_rows(grad_output_TM, "sampled gradient: grad_output");
  LIFT_CHECK(input_TN.size(0) == grad_output_TM.size(0) && input_TN.scalar_type() == grad_output_TM.scalar_type(),
             "sampled gradient: input and grad_output have the same tokens and dtype");
  LIFT_CHECK(input_TN.size(1) == pattern.columns_count && grad_output_TM.size(1) == pattern.rows,
             "sampled gradient: the pattern has input's columns and grad_output's columns as rows");
  LIFT_CHECK(grad.dim() == 1 && grad.size(0) == pattern.entries() && grad.is_contiguous() &&
                 grad.scalar_type() == compute_type(input_TN.scalar_type()),
             "sampled gradient: one fp32 (fp64) value per entry");
}

// Above this density a block of rows is faster as a bf16 matrix product whose selected entries are kept: twice the
// useful speed, but each value rounded to bf16 before it is added. In fp32 the sampled form always wins (tests/bench).
template <class T>
double break_even(CpuIsa isa) {
  return std::is_same_v<T, Bf16> && isa >= CpuIsa::Avx512Bf16 ? 0.6 : 1.0;
}

// One product per block, each on one thread: its bytes do not depend on how many there are.
template <class T>
void add_crowded(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern,
                 const std::vector<std::int64_t>& blocks, at::Tensor& grad) {
  const std::int32_t* row_offsets = data_of<std::int32_t>(pattern.row_offsets);
  const std::int32_t* columns = data_of<std::int32_t>(pattern.columns);
  Compute<T>* to = data_of<Compute<T>>(grad);
  at::parallel_for(0, static_cast<std::int64_t>(blocks.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t first = blocks[static_cast<std::size_t>(i)] * kCrowdedRows;
      const std::int64_t count = std::min(kCrowdedRows, pattern.rows - first);
      const at::Tensor dense = at::mm(grad_output_TM.narrow(1, first, count).t(), input_TN);
      for (std::int64_t row = 0; row < count; ++row) {
        const T* values = data_of<T>(dense) + row * pattern.columns_count;
        for (std::int32_t e = row_offsets[first + row]; e < row_offsets[first + row + 1]; ++e) {
          to[e] += load(values + columns[e]);
        }
      }
    }
  });
}

// Block after block of tokens: both factors are packed, then every thread makes its share of the blocks of rows.
class TileSampler {
 public:
  TileSampler(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern)
      : input_(input_TN),
        grad_output_(grad_output_TM),
        pattern_(pattern),
        input_is_lines_(input_TN.size(1) < grad_output_TM.size(1)),
        packed_input_(room_for(input_TN)),
        packed_grad_(room_for(grad_output_TM)) {}

  void add_to(at::Tensor& grad) {
    const std::int64_t slices = at::get_num_threads();
    for (std::int64_t first = 0; first < input_.size(0); first += kTileTokens) {
      const std::int64_t tokens = std::min(kTileTokens, input_.size(0) - first);
      at::parallel_for(0, (tokens + kPackTokens - 1) / kPackTokens, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t token = begin * kPackTokens; token < std::min(tokens, end * kPackTokens);
             token += kPackTokens) {
          pack(input_, first, token, tokens, input_is_lines_, packed_input_);
          pack(grad_output_, first, token, tokens, !input_is_lines_, packed_grad_);
        }
      });
      const SampledTileFactors factors{packed_grad_.data_ptr(),
                                       packed_input_.data_ptr(),
                                       input_is_lines_,
                                       tokens,
                                       data_of<std::int32_t>(pattern_.row_offsets),
                                       data_of<std::int32_t>(pattern_.columns),
                                       pattern_.rows,
                                       pattern_.columns_count};
      at::parallel_for(0, slices, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t slice = begin; slice < end; ++slice)
          tiles_.accumulate(factors, slice, slices, data_of<float>(grad));
      });
    }
  }

 private:
  // Columns beyond the last whole block stay zero.
  static at::Tensor room_for(const at::Tensor& x_TN) {
    const std::int64_t blocks = (x_TN.size(1) + kTileBlock - 1) / kTileBlock;
    const std::array shape{blocks * kTileBlock, kTileTokens};
    return x_TN.size(1) % kTileBlock == 0 ? at::empty(shape, x_TN.options()) : at::zeros(shape, x_TN.options());
  }

  void pack(const at::Tensor& x_TN, std::int64_t first, std::int64_t token, std::int64_t tokens, bool as_lines,
            const at::Tensor& to) const {
    (as_lines ? tiles_.pack_lines : tiles_.pack_pairs)(data_of<Bf16>(x_TN) + (first + token) * x_TN.stride(0),
                                                       x_TN.stride(0), std::min(kPackTokens, tokens - token),
                                                       x_TN.size(1), token, to.data_ptr());
  }

  const at::Tensor &input_, &grad_output_;
  const SparsePattern& pattern_;
  const bool input_is_lines_;   // the narrower factor: turning costs more than pairing
  const at::Tensor packed_input_, packed_grad_;
  const SampledGradientTiles tiles_ = sampled_gradient_amxbf16();
};

int tile_bits(std::int64_t packed_bytes) {
  return std::bit_width(static_cast<std::uint64_t>(kTileBytes / (kSampleTokens * packed_bytes))) - 1;
}

// The two factors, their packed blocks, and the sums: what one call works on. Blocks of tokens go through two buffers:
// while the entries are summed over one block, the next is packed. Every thread does its share of both.
template <class T>
class Sampler {
 public:
  Sampler(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern,
          const std::vector<std::int64_t>& crowded_blocks)
      : rows_(rows_for<T>(active_cpu_isa())),
        input_(data_of<T>(input_TN)),
        grad_output_(data_of<T>(grad_output_TM)),
        input_stride_(input_TN.stride(0)),
        grad_output_stride_(grad_output_TM.stride(0)),
        tokens_(input_TN.size(0)),
        columns_(input_TN.size(1)),
        rows_count_(grad_output_TM.size(1)),
        plan_(plan_samples(pattern, tile_bits(rows_.packed_bytes), crowded_blocks)),
        packed_(at::empty({2, (columns_ + rows_count_) * kSampleTokens * rows_.packed_bytes}, at::kByte)),
        sums_(at::zeros({plan_.count}, compute_type(input_TN.scalar_type()))) {}

  void add_to(at::Tensor& grad) {
    if (plan_.count == 0) return;
    const std::int64_t slices = at::get_num_threads();
    for (std::int64_t block = -1; block < blocks(); ++block) {
      at::parallel_for(0, slices, 1, [&](std::int64_t begin, std::int64_t end) {
        if (block >= 0) accumulate(block, plan_.count * begin / slices, plan_.count * end / slices);
        if (block + 1 < blocks()) pack(block + 1, begin, end, slices);
      });
    }
    Compute<T>* to = data_of<Compute<T>>(grad);
    const Compute<T>* from = data_of<Compute<T>>(sums_);
    at::parallel_for(0, plan_.count, 1 << 14, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) to[plan_.origins[static_cast<std::size_t>(i)]] += from[i];
    });
  }

 private:
  std::int64_t blocks() const { return (tokens_ + kSampleTokens - 1) / kSampleTokens; }
  std::int64_t tokens_of(std::int64_t block) const { return std::min(kSampleTokens, tokens_ - block * kSampleTokens); }
  std::byte* packed_input(std::int64_t block) const {
    return data_of<std::byte>(packed_) + block % 2 * packed_.stride(0);
  }
  std::byte* packed_grad(std::int64_t block) const {
    return packed_input(block) + columns_ * kSampleTokens * rows_.packed_bytes;
  }

  // The slices [begin, end) of a block: a few tokens of both factors at a time.
  void pack(std::int64_t block, std::int64_t begin, std::int64_t end, std::int64_t slices) const {
    const std::int64_t tokens = tokens_of(block), groups = (tokens + kPackTokens - 1) / kPackTokens;
    for (std::int64_t group = groups * begin / slices; group < groups * end / slices; ++group) {
      const std::int64_t token = group * kPackTokens, first = block * kSampleTokens + token;
      const std::int64_t count = std::min(kPackTokens, tokens - token), skip = token * rows_.packed_bytes;
      rows_.pack(input_ + first * input_stride_, input_stride_, count, columns_, packed_input(block) + skip);
      rows_.pack(grad_output_ + first * grad_output_stride_, grad_output_stride_, count, rows_count_,
                 packed_grad(block) + skip);
    }
  }

  // Any cut of the list gives the same sums.
  void accumulate(std::int64_t block, std::int64_t begin, std::int64_t end) {
    begin = plan_.cut_near(begin);
    end = plan_.cut_near(end);
    Compute<T>* sums = data_of<Compute<T>>(sums_);
    for (std::size_t tile = 0; tile + 1 < plan_.tile_offsets.size(); ++tile) {
      const std::int64_t from = std::max(begin, plan_.tile_offsets[tile]);
      const std::int64_t to = std::min(end, plan_.tile_offsets[tile + 1]);
      if (from >= to) continue;
      rows_.accumulate(packed_grad(block), packed_input(block), plan_.entries.get() + from, to - from, tokens_of(block),
                       sums + from);
    }
  }

  SampledGradientRows<T> rows_;
  const T *input_, *grad_output_;
  std::int64_t input_stride_, grad_output_stride_, tokens_, columns_, rows_count_;
  SampledPlan plan_;
  at::Tensor packed_;   // [2, bytes of a block of both factors]
  at::Tensor sums_;     // [entries], in the plan's order
};

}   // namespace

void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad) {
  if constexpr (cuda::kBuilt) {
    if (input_TN.is_cuda()) return cuda::accumulate_sampled_gradient(input_TN, grad_output_TM, pattern, grad);
  }
  check_operands(input_TN, grad_output_TM, pattern, grad);
  if (pattern.entries() == 0 || input_TN.size(0) == 0) return;
  by_dtype(input_TN.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    if constexpr (std::is_same_v<T, Bf16> && kVectorised<T, CpuIsa::AmxBf16>) {
      if (active_cpu_isa() >= CpuIsa::AmxBf16) return TileSampler(input_TN, grad_output_TM, pattern).add_to(grad);
    }
    const std::vector<std::int64_t> crowded = crowded_blocks(pattern, break_even<T>(active_cpu_isa()));
    add_crowded<T>(input_TN, grad_output_TM, pattern, crowded, grad);
    Sampler<T>(input_TN, grad_output_TM, pattern, crowded).add_to(grad);
  });
}

}   // namespace lift
