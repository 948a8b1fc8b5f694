#pragma once
// Head and loss at labelled positions, in chunks: logits of a chunk are made, turned into their own gradient in place,
// and consumed; no tensor of all logits ever lives. Soft-max in fp32.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct HeadLoss {
  double loss_sum() const;     // over the labels; on a GPU the host waits here for what makes them
  at::Tensor losses_L;         // fp32 (fp64 for fp64) [L] if asked for
  at::Tensor grad_hidden_LD;   // if asked for; times gradient_scale, in hidden's dtype

  double host_sum = 0;   // of a CPU's labels; a GPU's stays there, fp64
  at::Tensor device_sum;
};

struct HeadLossOptions {
  bool with_losses = false, with_gradient = false;
  double gradient_scale = 1;
  std::int64_t chunk_labels = 0;   // 0: chosen so that a chunk's logits stay near 32 MiB
  double soft_cap = 0;             // a logit x becomes cap tanh(x / cap); 0: it stays
};

// Labels per chunk when the caller does not choose: logits of about 32 MiB. Used by the memory plan too.
std::int64_t head_chunk_labels(std::int64_t vocabulary, std::int64_t element_bytes);

// In place: cap tanh(x / cap).
void soft_cap_(at::Tensor& logits, double cap);
// d capped / d x, from the capped: 1 - (capped / cap)^2.
at::Tensor soft_cap_slopes(const at::Tensor& capped, double cap);

// hidden_LD: [labels, d], head_VD: [vocabulary, d], label_ids: int32 [labels]; same dtype for the first two.
// A label outside the vocabulary is a broken invariant. The head itself gets no gradient: it does not train.
HeadLoss head_cross_entropy(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids,
                            const HeadLossOptions& options);

}   // namespace lift
