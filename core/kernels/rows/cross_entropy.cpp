#include "core/kernels/rows/cross_entropy.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/rows/cross_entropy_rows.h"

namespace lift {
namespace {

constexpr std::int64_t kChunkBytes = std::int64_t{32} << 20;

template <class T>
CrossEntropyRow<T> row_for(CpuIsa isa) {
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return cross_entropy_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return cross_entropy_avx2<T>();
  }
  return cross_entropy_portable<T>();
}

void check_operands(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids) {
  LIFT_CHECK(hidden_LD.is_cpu() && head_VD.is_cpu() && label_ids.is_cpu(),
             "head_cross_entropy: tensors on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(hidden_LD.dim() == 2 && head_VD.dim() == 2 && hidden_LD.size(1) == head_VD.size(1) && head_VD.size(0) > 0,
             "head_cross_entropy: hidden is [labels, d], head [vocabulary, d]");
  LIFT_CHECK(hidden_LD.scalar_type() == head_VD.scalar_type(), "head_cross_entropy: hidden and head of one dtype");
  LIFT_CHECK(label_ids.dim() == 1 && label_ids.size(0) == hidden_LD.size(0) && label_ids.is_contiguous() &&
                 label_ids.scalar_type() == at::kInt,
             "head_cross_entropy: one int32 label per row of hidden");
  const std::int32_t* labels = data_of<std::int32_t>(label_ids);
  for (std::int64_t i = 0; i < label_ids.size(0); ++i) {
    LIFT_CHECK(labels[i] >= 0 && labels[i] < head_VD.size(0), "head_cross_entropy: label inside the vocabulary");
  }
}

// The losses of one chunk; its logits become their gradient if that is asked for.
void chunk_losses(at::Tensor& logits_CV, const std::int32_t* labels, const HeadLossOptions& options,
                  at::Tensor& losses_C) {
  const std::int64_t count = logits_CV.size(0), vocabulary = logits_CV.size(1);
  by_dtype(logits_CV.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto row = row_for<T>(active_cpu_isa());
    T* logits = data_of<T>(logits_CV);
    Compute<T>* losses = data_of<Compute<T>>(losses_C);
    const auto scale = static_cast<Compute<T>>(options.gradient_scale);
    at::parallel_for(0, count, rows_per_task(vocabulary * sizeof(T)), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        losses[i] = row(logits + i * vocabulary, vocabulary, labels[i], options.with_gradient, scale);
      }
    });
  });
}

// In label order whatever the thread count.
double sum_in_order(const at::Tensor& losses_L) {
  double sum = 0;
  by_dtype(losses_L.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const T* losses = data_of<T>(losses_L);
    for (std::int64_t i = 0; i < losses_L.numel(); ++i) sum += static_cast<double>(load(losses + i));
  });
  return sum;
}

}   // namespace

void soft_cap_(at::Tensor& logits, double cap) { logits.div_(cap).tanh_().mul_(cap); }

at::Tensor soft_cap_slopes(const at::Tensor& capped, double cap) { return capped.div(cap).square_().neg_().add_(1); }

std::int64_t head_chunk_labels(std::int64_t vocabulary, std::int64_t element_bytes) {
  return std::max<std::int64_t>(1, kChunkBytes / std::max<std::int64_t>(1, vocabulary * element_bytes));
}

double HeadLoss::loss_sum() const { return device_sum.defined() ? device_sum.item<double>() : host_sum; }

HeadLoss head_cross_entropy(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids,
                            const HeadLossOptions& options) {
  if constexpr (cuda::kBuilt) {
    if (hidden_LD.is_cuda()) return cuda::head_cross_entropy(hidden_LD, head_VD, label_ids, options);
  }
  check_operands(hidden_LD, head_VD, label_ids);
  const std::int64_t labels = hidden_LD.size(0), vocabulary = head_VD.size(0);
  const std::int64_t chunk =
      std::min(labels, options.chunk_labels > 0
                           ? options.chunk_labels
                           : head_chunk_labels(vocabulary, static_cast<std::int64_t>(head_VD.element_size())));
  at::Tensor losses_L = at::empty({labels}, hidden_LD.options().dtype(compute_type(hidden_LD.scalar_type())));
  HeadLoss result;
  if (options.with_gradient) result.grad_hidden_LD = at::empty(hidden_LD.sizes(), hidden_LD.options());
  at::Tensor buffer_CV = at::empty({chunk, vocabulary}, hidden_LD.options());
  for (std::int64_t first = 0; first < labels; first += chunk) {
    const std::int64_t count = std::min(chunk, labels - first);
    at::Tensor logits_CV = buffer_CV.narrow(0, 0, count), losses_C = losses_L.narrow(0, first, count);
    product_with_transposed_into(logits_CV, hidden_LD.narrow(0, first, count), head_VD);
    at::Tensor slopes_CV;
    if (options.soft_cap > 0) {
      soft_cap_(logits_CV, options.soft_cap);
      if (options.with_gradient) slopes_CV = soft_cap_slopes(logits_CV, options.soft_cap);
    }
    chunk_losses(logits_CV, data_of<std::int32_t>(label_ids) + first, options, losses_C);
    if (slopes_CV.defined()) logits_CV.mul_(slopes_CV);
    if (options.with_gradient) {
      at::Tensor grad_CD = result.grad_hidden_LD.narrow(0, first, count);
      product_into(grad_CD, logits_CV, head_VD);
    }
  }
  result.host_sum = sum_in_order(losses_L);
  if (options.with_losses) result.losses_L = losses_L;
  return result;
}

}   // namespace lift
