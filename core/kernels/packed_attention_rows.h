#pragma once
// Inner functions of packed_attention.h. Plain pointers only (see bf16.h).
#include <cstdint>

#include "core/kernels/bf16.h"

namespace lift {

// One packed row and one of its key/value heads, with the `group` query heads that share it. Strides in values per
// token; the query heads of a group lie side by side.
template <class T>
struct AttentionSlice {
  const T *q = nullptr, *k = nullptr, *v = nullptr;
  std::int64_t q_stride = 0, k_stride = 0, v_stride = 0;
  std::int64_t tokens = 0, group = 1, head_dim = 0;
  std::int64_t window = 0;       // keys a query sees, itself included; at least 1
  Compute<T> scale = 1;
};

template <class T>
struct AttentionOutput {
  T* out = nullptr;              // query heads of the slice, out_stride values per token
  Compute<T>* log_sum_exp = nullptr;
  std::int64_t out_stride = 0, log_sum_exp_stride = 0;
};

template <class T>
struct AttentionGradient {
  const T *grad_out = nullptr, *out = nullptr;
  const Compute<T>* log_sum_exp = nullptr;
  T *grad_q = nullptr, *grad_k = nullptr, *grad_v = nullptr;
  std::int64_t grad_out_stride = 0, out_stride = 0, log_sum_exp_stride = 0;
  std::int64_t grad_q_stride = 0, grad_k_stride = 0, grad_v_stride = 0;
};

template <class T>
struct AttentionRows {
  // Queries [first, last) of one head of the group.
  void (*forward)(const AttentionSlice<T>& slice, const AttentionOutput<T>& output, std::int64_t head,
                  std::int64_t first, std::int64_t last) = nullptr;
  // All gradients of the slice.
  void (*backward)(const AttentionSlice<T>& slice, const AttentionGradient<T>& gradient) = nullptr;
};

template <class T>
AttentionRows<T> packed_attention_portable();

}  // namespace lift
