#include "core/kernels/sampled_gradient.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/dispatch.h"
#include "core/kernels/sampled_gradient_rows.h"
#include "core/kernels/sampled_plan.h"

namespace lift {
namespace {

constexpr std::int64_t kTileColumns = 64;
constexpr std::int64_t kPackColumns = 32;
constexpr std::int64_t kEntriesPerTask = 1024;
constexpr std::int64_t kScratchBytes = std::int64_t{4} << 20;

template <class T>
SampledGradientRows<T> rows_for(CpuIsa) {
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

// One factor of the product and its packed form, [blocks][columns][kSampleTokens].
template <class T>
struct Factor {
  const T* values = nullptr;
  std::int64_t stride = 0, columns = 0;
  std::byte* packed = nullptr;
};

// Tokens [first, first + count), count at most a few blocks, of both factors.
template <class T>
void pack_factors(const SampledGradientRows<T>& rows, const Factor<T> (&factors)[2], std::int64_t first,
                  std::int64_t count) {
  const std::int64_t blocks = (count + kSampleTokens - 1) / kSampleTokens;
  const std::int64_t strips[2] = {(factors[0].columns + kPackColumns - 1) / kPackColumns,
                                  (factors[1].columns + kPackColumns - 1) / kPackColumns};
  at::parallel_for(0, blocks * (strips[0] + strips[1]), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t task = begin; task < end; ++task) {
      const std::int64_t block = task / (strips[0] + strips[1]), rest = task % (strips[0] + strips[1]);
      const bool second = rest >= strips[0];
      const Factor<T>& factor = factors[second];
      const std::int64_t column = (second ? rest - strips[0] : rest) * kPackColumns;
      const std::int64_t token = first + block * kSampleTokens;
      rows.pack(factor.values + token * factor.stride + column, factor.stride,
                std::min(kSampleTokens, first + count - token), std::min(kPackColumns, factor.columns - column),
                factor.packed + (block * factor.columns + column) * kSampleTokens * rows.packed_bytes);
    }
  });
}

// Sums of the plan's entries over the packed tokens. Any cut of the list gives the same sums.
template <class T>
void accumulate_plan(const SampledGradientRows<T>& rows, const Factor<T> (&factors)[2], const SampledPlan& plan,
                     std::int64_t count, Compute<T>* sums) {
  const std::int64_t block_bytes = kSampleTokens * rows.packed_bytes;
  at::parallel_for(0, plan.count, kEntriesPerTask, [&](std::int64_t begin, std::int64_t end) {
    for (std::size_t tile = 0; tile + 1 < plan.tile_offsets.size(); ++tile) {
      const std::int64_t from = std::max(begin, plan.tile_offsets[tile]);
      const std::int64_t to = std::min(end, plan.tile_offsets[tile + 1]);
      if (from >= to) continue;
      for (std::int64_t token = 0; token < count; token += kSampleTokens) {
        const std::int64_t block = token / kSampleTokens;
        rows.accumulate(factors[1].packed + block * factors[1].columns * block_bytes,
                        factors[0].packed + block * factors[0].columns * block_bytes, plan.entries.get() + from,
                        to - from, std::min(kSampleTokens, count - token), sums + from);
      }
    }
  });
}

template <class T>
void accumulate(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern,
                at::Tensor& grad) {
  const auto rows = rows_for<T>(active_cpu_isa());
  const SampledPlan plan = plan_samples(pattern, kTileColumns);
  const std::int64_t tokens = input_TN.size(0), columns = input_TN.size(1) + grad_output_TM.size(1);
  const std::int64_t block_bytes = columns * kSampleTokens * rows.packed_bytes;
  const std::int64_t blocks = std::clamp<std::int64_t>(kScratchBytes / block_bytes, 1,
                                                       (tokens + kSampleTokens - 1) / kSampleTokens);
  at::Tensor scratch = at::empty({blocks * block_bytes}, at::TensorOptions(at::kByte));
  at::Tensor sums = at::zeros({plan.count}, grad.options());
  auto* packed = data_of<std::byte>(scratch);
  const Factor<T> factors[2] = {
      {data_of<T>(input_TN), input_TN.stride(0), input_TN.size(1), packed},
      {data_of<T>(grad_output_TM), grad_output_TM.stride(0), grad_output_TM.size(1),
       packed + blocks * input_TN.size(1) * kSampleTokens * rows.packed_bytes}};
  for (std::int64_t first = 0; first < tokens; first += blocks * kSampleTokens) {
    const std::int64_t count = std::min(blocks * kSampleTokens, tokens - first);
    pack_factors<T>(rows, factors, first, count);
    accumulate_plan<T>(rows, factors, plan, count, data_of<Compute<T>>(sums));
  }
  Compute<T>* to = data_of<Compute<T>>(grad);
  const Compute<T>* from = data_of<Compute<T>>(sums);
  at::parallel_for(0, plan.count, 1 << 14, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) to[plan.origins[static_cast<std::size_t>(i)]] += from[i];
  });
}

}  // namespace

void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad) {
  check_operands(input_TN, grad_output_TM, pattern, grad);
  if (pattern.entries() == 0 || input_TN.size(0) == 0) return;
  by_dtype(input_TN.scalar_type(), [&](auto tag) {
    accumulate<typename decltype(tag)::Type>(input_TN, grad_output_TM, pattern, grad);
  });
}

}  // namespace lift
