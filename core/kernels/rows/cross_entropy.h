#pragma once
// Output head and cross-entropy loss at labelled positions, in chunks: a chunk's logits are computed, replaced in place
// by their gradient, and used; the logits of all labels never exist together. Softmax in fp32 (fp64 for fp64).
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct HeadLoss {
  double loss_sum() const;     // sum over the labels; on a GPU the CPU waits here
  at::Tensor losses_L;         // fp32 (fp64 for fp64) [labels], if requested
  at::Tensor grad_hidden_LD;   // if requested: [labels, d], multiplied by gradient_scale, in hidden's dtype

  double host_sum = 0;   // the sum on the CPU; a GPU's stays there as device_sum, fp64
  at::Tensor device_sum;
};

struct HeadLossOptions {
  bool with_losses = false, with_gradient = false;
  double gradient_scale = 1;
  std::int64_t chunk_labels = 0;   // 0: so many that a chunk's logits take about 32 MiB
  double soft_cap = 0;             // a logit x becomes cap tanh(x / cap); 0: it stays
};

// Labels per chunk by default: logits of about 32 MiB. The memory plan uses it too.
std::int64_t head_chunk_labels(std::int64_t vocabulary, std::int64_t element_bytes);

// In place: cap tanh(x / cap).
void soft_cap_(at::Tensor& logits, double cap);
// d capped / d x, from the capped: 1 - (capped / cap)^2.
at::Tensor soft_cap_slopes(const at::Tensor& capped, double cap);

// hidden_LD: [labels, d], head_VD: [vocabulary, d], both of one dtype; label_ids: int32 [labels]. A label outside the
// vocabulary throws InvariantError on the CPU and gives NaN on a GPU. The head gets no gradient: it isn't trained.
HeadLoss head_cross_entropy(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids,
                            const HeadLossOptions& options);

}   // namespace lift
