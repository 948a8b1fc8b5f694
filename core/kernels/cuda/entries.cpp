// Sampled gradient, sparse AdamW and top-k on a GPU: tensors to launch.h.
#include <ATen/ops/clamp.h>
#include <ATen/ops/cumsum.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/minimum.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/square.h>
#include <ATen/ops/sum.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/cuda/current_stream.h"
#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"

namespace lift::cuda {
namespace {

// Rows per product of the sampled gradient: enough for the GEMM's speed, and a dense part of a few MiB at most. Its
// bf16 values are rounded once before they are added, as in the crowded blocks of a CPU.
constexpr std::int64_t kBlockRows = 512;

// In fp64 at a time: not a second and third copy of all gradients.
constexpr std::int64_t kSquaresAtOnce = 1 << 22;

void check_flat(const at::Tensor& tensor, std::int64_t entries, at::ScalarType type, const at::Tensor& beside,
                const char* name) {
  LIFT_CHECK(tensor.device() == beside.device() && tensor.dim() == 1 && tensor.is_contiguous() &&
                 tensor.numel() == entries && tensor.scalar_type() == type,
             std::string(name) + " has one value per entry, in the computing dtype, on the same GPU");
}

void check_pattern(const SparsePattern& pattern, const at::Tensor& beside) {
  check_flat(pattern.row_offsets, pattern.rows + 1, at::kInt, beside, "the pattern's row offsets");
  check_flat(pattern.columns, pattern.entries(), at::kInt, beside, "the pattern's columns");
}

}   // namespace

void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad) {
  check_rows(input_TN, "sampled gradient: input");
  check_rows(grad_output_TM, "sampled gradient: grad_output");
  LIFT_CHECK(input_TN.size(0) == grad_output_TM.size(0) && input_TN.scalar_type() == grad_output_TM.scalar_type() &&
                 input_TN.device() == grad_output_TM.device() && input_TN.size(1) == pattern.columns_count &&
                 grad_output_TM.size(1) == pattern.rows,
             "sampled gradient: factors of the same tokens, dtype and GPU, of the pattern's shape");
  check_flat(grad, pattern.entries(), compute_type(input_TN.scalar_type()), input_TN, "sampled gradient: grad");
  if (pattern.entries() == 0 || input_TN.size(0) == 0) return;
  check_pattern(pattern, input_TN);
  const std::int64_t block = std::min(kBlockRows, pattern.rows);
  at::Tensor buffer = at::empty({block, pattern.columns_count}, input_TN.options());
  for (std::int64_t first = 0; first < pattern.rows; first += block) {
    const std::int64_t count = std::min(block, pattern.rows - first);
    at::Tensor dense = buffer.narrow(0, 0, count);
    at::mm_out(dense, grad_output_TM.narrow(1, first, count).t(), input_TN);
    by_dtype(input_TN.scalar_type(), [&](auto tag) {
      using T = typename decltype(tag)::Type;
      on_stream_of(input_TN, [&](Stream stream) {
        add_selected<T>(data_of<T>(dense), data_of<std::int32_t>(pattern.row_offsets),
                        data_of<std::int32_t>(pattern.columns), data_of<Compute<T>>(grad), first, count,
                        pattern.columns_count, stream);
      });
    });
  }
}

void sparse_adamw_step(const AdamWStep& step, const at::Tensor& grad, const at::Tensor& generation,
                       const at::Tensor& bias_correction, at::Tensor& master, at::Tensor& exp_avg,
                       at::Tensor& exp_avg_sq, const SparsePattern& pattern, at::Tensor& weight) {
  LIFT_CHECK(weight.dim() == 2 && weight.is_contiguous() && weight.size(0) == pattern.rows &&
                 weight.size(1) == pattern.columns_count,
             "sparse_adamw_step: weight is a contiguous matrix of the pattern's shape");
  const at::ScalarType type = compute_type(weight.scalar_type());
  check_flat(grad, pattern.entries(), type, weight, "sparse_adamw_step: grad");
  check_flat(master, pattern.entries(), type, weight, "sparse_adamw_step: master");
  check_flat(exp_avg, pattern.entries(), type, weight, "sparse_adamw_step: exp_avg");
  check_flat(exp_avg_sq, pattern.entries(), type, weight, "sparse_adamw_step: exp_avg_sq");
  check_flat(generation, pattern.entries(), at::kShort, weight, "sparse_adamw_step: generation");
  check_pattern(pattern, weight);
  LIFT_CHECK(bias_correction.dim() == 2 && bias_correction.size(1) == 2 && bias_correction.is_contiguous() &&
                 bias_correction.scalar_type() == at::kDouble,
             "sparse_adamw_step: bias_correction is fp64 [generations, 2]");
  const at::Tensor corrections = bias_correction.to(weight.device());
  const AdamWNumbers numbers{step.learning_rate, step.beta1,        step.beta2,
                             step.eps,           step.weight_decay, step.gradient_scale};
  by_dtype(weight.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    using C = Compute<T>;
    const AdamWMatrix<T> matrix{data_of<C>(grad),
                                data_of<std::int16_t>(generation),
                                data_of<double>(corrections),
                                data_of<C>(master),
                                data_of<C>(exp_avg),
                                data_of<C>(exp_avg_sq),
                                data_of<std::int32_t>(pattern.row_offsets),
                                data_of<std::int32_t>(pattern.columns),
                                data_of<T>(weight),
                                pattern.rows,
                                pattern.columns_count};
    on_stream_of(weight, [&](Stream stream) { adamw_entries<T>(numbers, matrix, stream); });
  });
}

double sum_of_squares(const at::Tensor& values) {
  const at::Tensor flat = values.reshape({-1});
  const std::int64_t blocks = (flat.numel() + kSquaresAtOnce - 1) / kSquaresAtOnce;
  at::Tensor sums = at::empty({blocks}, values.options().dtype(at::kDouble));
  for (std::int64_t block = 0; block < blocks; ++block) {
    const std::int64_t first = block * kSquaresAtOnce, count = std::min(kSquaresAtOnce, flat.numel() - first);
    sums.select(0, block).copy_(flat.narrow(0, first, count).to(at::kDouble).square().sum());
  }
  return sums.sum().item<double>();
}

SparsePattern top_k_by_magnitude(const at::Tensor& score_MN, std::int64_t k) {
  LIFT_CHECK(score_MN.dim() == 2 && score_MN.is_contiguous() && score_MN.numel() <= INT32_MAX,
             "top_k_by_magnitude: scores are a contiguous matrix of at most 2^31 - 1 values");
  LIFT_CHECK(k >= 0 && k <= score_MN.numel(), "top_k_by_magnitude: k is between 0 and the number of scores");
  LIFT_CHECK(score_MN.scalar_type() == at::kFloat || score_MN.scalar_type() == at::kDouble,
             "top_k_by_magnitude: scores are fp32 or fp64");
  const std::int64_t rows = score_MN.size(0), columns_count = score_MN.size(1);
  const auto int32s = score_MN.options().dtype(at::kInt), int64s = score_MN.options().dtype(at::kLong);
  SparsePattern pattern{rows, columns_count, at::zeros({rows + 1}, int32s), at::empty({k}, int32s)};
  if (k == 0) return pattern;
  at::Tensor histogram = at::empty({kTopKBuckets}, int32s), found = at::empty({2}, int64s);
  at::Tensor above = at::empty({rows}, int64s), equal = at::empty({rows}, int64s);
  const auto run = [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const T* score = data_of<T>(score_MN);
    auto* key_and_ties = data_of<std::int64_t>(found);
    on_stream_of(score_MN, [&](Stream stream) {
      find_threshold<T>(score, score_MN.numel(), k, data_of<std::int32_t>(histogram), key_and_ties, stream);
      count_above<T>(score, rows, columns_count, key_and_ties, data_of<std::int64_t>(above),
                     data_of<std::int64_t>(equal), stream);
    });
    // Of the entries equal to the threshold the first ones, in flat order.
    const at::Tensor before = equal.cumsum(0).sub(equal);
    const at::Tensor ties = at::minimum(equal, found.narrow(0, 1, 1).sub(before).clamp_min(0)).contiguous();
    pattern.row_offsets.narrow(0, 1, rows).copy_(above.add(ties).cumsum(0));
    on_stream_of(score_MN, [&](Stream stream) {
      write_selected<T>(score, rows, columns_count, key_and_ties, data_of<std::int64_t>(ties),
                        data_of<std::int32_t>(pattern.row_offsets), data_of<std::int32_t>(pattern.columns), stream);
    });
  };
  if (score_MN.scalar_type() == at::kDouble) run(TypeTag<double>{});
  else run(TypeTag<float>{});
  return pattern;
}

}   // namespace lift::cuda
