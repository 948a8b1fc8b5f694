// Norms, rotary, SwiGLU and the head's loss on a GPU: tensors to launch.h.
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sum.h>

#include "core/kernels/cuda/current_stream.h"
#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"

namespace lift::cuda {
namespace {

void check_matrix(const at::Tensor& tensor, const at::Tensor& like, const char* name) {
  LIFT_CHECK(tensor.is_cuda() && tensor.device() == like.device() && tensor.scalar_type() == like.scalar_type() &&
                 tensor.dim() == 2 && tensor.sizes() == like.sizes() && tensor.stride(1) == 1,
             std::string(name) + ": a matrix of the first one's shape, dtype and GPU, with contiguous rows");
}

void check_norm(const at::Tensor& tensor, const at::Tensor& weight_D) {
  check_matrix(tensor, tensor, "rms_norm");
  LIFT_CHECK(tensor.is_contiguous() && weight_D.device() == tensor.device() && weight_D.is_contiguous() &&
                 weight_D.dim() == 1 && weight_D.size(0) == tensor.size(1) &&
                 weight_D.scalar_type() == tensor.scalar_type(),
             "rms_norm: contiguous rows and one weight per column, of one dtype on one GPU");
}

template <class T>
Rows<T> rows_of(const at::Tensor& tensor) {
  return {data_of<std::remove_const_t<T>>(tensor), tensor.stride(0)};
}

}   // namespace

at::Tensor rms_norm(const at::Tensor& x_TD, at::Tensor* residual_TD, const at::Tensor& weight_D, double eps,
                    at::Tensor* rstd_T, double weight_offset) {
  check_norm(x_TD, weight_D);
  if (residual_TD) {
    check_norm(*residual_TD, weight_D);
    LIFT_CHECK(residual_TD->sizes() == x_TD.sizes(), "add_rms_norm: x and residual of one shape");
  }
  at::Tensor y_TD = at::empty_like(x_TD);
  if (rstd_T) *rstd_T = at::empty({x_TD.size(0)}, x_TD.options().dtype(compute_type(x_TD.scalar_type())));
  by_dtype(x_TD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    on_stream_of(x_TD, [&](Stream stream) {
      rms_norm_rows<T>(data_of<T>(x_TD), residual_TD ? data_of<T>(*residual_TD) : nullptr, data_of<T>(weight_D),
                       data_of<T>(y_TD), rstd_T ? data_of<Compute<T>>(*rstd_T) : nullptr, x_TD.size(0), x_TD.size(1),
                       eps, weight_offset, stream);
    });
  });
  return y_TD;
}

void rms_norm_backward(const at::Tensor& grad_y_TD, const at::Tensor& x_TD, const at::Tensor& weight_D,
                       const at::Tensor& rstd_T, at::Tensor& grad_x_TD, double weight_offset) {
  for (const at::Tensor* tensor : {&x_TD, &grad_y_TD, static_cast<const at::Tensor*>(&grad_x_TD)}) {
    check_norm(*tensor, weight_D);
    LIFT_CHECK(tensor->sizes() == x_TD.sizes(), "rms_norm_backward: one row per token");
  }
  LIFT_CHECK(rstd_T.device() == x_TD.device() && rstd_T.numel() == x_TD.size(0) && rstd_T.is_contiguous() &&
                 rstd_T.scalar_type() == compute_type(x_TD.scalar_type()),
             "rms_norm_backward: one rstd per token, as the forward pass gave it");
  by_dtype(x_TD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    on_stream_of(x_TD, [&](Stream stream) {
      rms_norm_backward_rows<T>(data_of<T>(grad_y_TD), data_of<T>(x_TD), data_of<T>(weight_D),
                                data_of<Compute<T>>(rstd_T), data_of<T>(grad_x_TD), x_TD.size(0), x_TD.size(1),
                                weight_offset, stream);
    });
  });
}

void rotary_(at::Tensor& x_THD, const at::Tensor& cos_PC, const at::Tensor& sin_PC, const at::Tensor& positions_T,
             bool inverse) {
  LIFT_CHECK(
      x_THD.dim() == 3 && x_THD.size(2) % 2 == 0 &&
          (x_THD.numel() == 0 || (x_THD.stride(2) == 1 && (x_THD.size(1) == 1 || x_THD.stride(1) == x_THD.size(2)))),
      "rotary: x is [tokens, heads, even head width], the heads of a token side by side");
  const auto table = compute_type(x_THD.scalar_type());
  LIFT_CHECK(cos_PC.device() == x_THD.device() && sin_PC.device() == x_THD.device() && cos_PC.dim() == 2 &&
                 cos_PC.size(1) * 2 <= x_THD.size(2) && cos_PC.is_contiguous() && sin_PC.sizes() == cos_PC.sizes() &&
                 sin_PC.is_contiguous() && cos_PC.scalar_type() == table && sin_PC.scalar_type() == table,
             "rotary: cos and sin are [positions, at most half the head width], fp32 (fp64 for fp64), on x's GPU");
  LIFT_CHECK(positions_T.device() == x_THD.device() && positions_T.dim() == 1 && positions_T.size(0) == x_THD.size(0) &&
                 positions_T.is_contiguous() && positions_T.scalar_type() == at::kInt,
             "rotary: one int32 position per token, on x's GPU");
  by_dtype(x_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    using C = Compute<T>;
    on_stream_of(x_THD, [&](Stream stream) {
      rotate<T>(data_of<T>(x_THD), x_THD.stride(0), data_of<C>(cos_PC), data_of<C>(sin_PC), cos_PC.size(0),
                data_of<std::int32_t>(positions_T), x_THD.size(0), x_THD.size(1), x_THD.size(2), cos_PC.size(1),
                inverse, stream);
    });
  });
}

at::Tensor swiglu(const at::Tensor& gate_TF, const at::Tensor& up_TF) {
  check_matrix(gate_TF, gate_TF, "swiglu: gate");
  check_matrix(up_TF, gate_TF, "swiglu: up");
  at::Tensor hidden_TF = at::empty(gate_TF.sizes(), gate_TF.options());
  by_dtype(gate_TF.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    on_stream_of(gate_TF, [&](Stream stream) {
      swiglu_forward<T>(rows_of<const T>(gate_TF), rows_of<const T>(up_TF), rows_of<T>(hidden_TF), gate_TF.size(0),
                        gate_TF.size(1), stream);
    });
  });
  return hidden_TF;
}

void swiglu_backward_(const at::Tensor& grad_hidden_TF, at::Tensor& gate_TF, at::Tensor& up_TF, at::Tensor* hidden_TF) {
  check_matrix(gate_TF, gate_TF, "swiglu: gate");
  check_matrix(up_TF, gate_TF, "swiglu: up");
  check_matrix(grad_hidden_TF, gate_TF, "swiglu: grad_hidden");
  if (hidden_TF && !hidden_TF->defined()) *hidden_TF = at::empty(gate_TF.sizes(), gate_TF.options());
  if (hidden_TF) check_matrix(*hidden_TF, gate_TF, "swiglu: hidden");
  by_dtype(gate_TF.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    on_stream_of(gate_TF, [&](Stream stream) {
      swiglu_backward<T>(rows_of<const T>(grad_hidden_TF), rows_of<T>(gate_TF), rows_of<T>(up_TF),
                         hidden_TF ? rows_of<T>(*hidden_TF) : Rows<T>{}, gate_TF.size(0), gate_TF.size(1), stream);
    });
  });
}

HeadLoss head_cross_entropy(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids,
                            const HeadLossOptions& options) {
  LIFT_CHECK(hidden_LD.dim() == 2 && head_VD.dim() == 2 && hidden_LD.size(1) == head_VD.size(1) &&
                 head_VD.size(0) > 0 && hidden_LD.scalar_type() == head_VD.scalar_type() &&
                 hidden_LD.device() == head_VD.device(),
             "head_cross_entropy: hidden [labels, d] and head [vocabulary, d] of one dtype on one GPU");
  LIFT_CHECK(label_ids.device() == hidden_LD.device() && label_ids.dim() == 1 && label_ids.is_contiguous() &&
                 label_ids.size(0) == hidden_LD.size(0) && label_ids.scalar_type() == at::kInt,
             "head_cross_entropy: one int32 label per row of hidden, on its GPU");
  const std::int64_t labels = hidden_LD.size(0), vocabulary = head_VD.size(0);
  const std::int64_t wanted = options.chunk_labels > 0
                                  ? options.chunk_labels
                                  : head_chunk_labels(vocabulary, static_cast<std::int64_t>(head_VD.element_size()));
  const std::int64_t chunk = std::min(labels, wanted);
  at::Tensor losses_L = at::empty({labels}, hidden_LD.options().dtype(compute_type(hidden_LD.scalar_type())));
  at::Tensor buffer_CV = at::empty({chunk, vocabulary}, hidden_LD.options());
  HeadLoss result;
  if (options.with_gradient) result.grad_hidden_LD = at::empty(hidden_LD.sizes(), hidden_LD.options());
  for (std::int64_t first = 0; first < labels; first += chunk) {
    const std::int64_t count = std::min(chunk, labels - first);
    at::Tensor logits_CV = buffer_CV.narrow(0, 0, count);
    at::mm_out(logits_CV, hidden_LD.narrow(0, first, count), head_VD.t());
    if (options.soft_cap > 0) soft_cap_(logits_CV, options.soft_cap);
    const at::Tensor slopes_CV =
        options.soft_cap > 0 && options.with_gradient ? soft_cap_slopes(logits_CV, options.soft_cap) : at::Tensor();
    by_dtype(hidden_LD.scalar_type(), [&](auto tag) {
      using T = typename decltype(tag)::Type;
      on_stream_of(hidden_LD, [&](Stream stream) {
        cross_entropy_rows<T>(data_of<T>(logits_CV), data_of<std::int32_t>(label_ids) + first,
                              data_of<Compute<T>>(losses_L) + first, count, vocabulary, options.with_gradient,
                              options.gradient_scale, stream);
      });
    });
    if (!options.with_gradient) continue;
    if (slopes_CV.defined()) logits_CV.mul_(slopes_CV);
    at::Tensor grad_CD = result.grad_hidden_LD.narrow(0, first, count);
    at::mm_out(grad_CD, logits_CV, head_VD);
  }
  result.device_sum = losses_L.sum(at::kDouble);
  if (options.with_losses) result.losses_L = losses_L;
  return result;
}

}   // namespace lift::cuda
