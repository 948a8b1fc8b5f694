#pragma once
// SwiGLU (Shazeer 2020): h = silu(gate) * up. The backward pass recomputes h for the down projection's gradient.
#include <ATen/core/Tensor.h>

namespace lift {

at::Tensor swiglu(const at::Tensor& gate_TF, const at::Tensor& up_TF);

// In place: gate becomes d loss / d gate, up becomes d loss / d up. hidden_TF, unless nullptr, receives silu(gate) * up
// of the original values.
void swiglu_backward_(const at::Tensor& grad_hidden_TF, at::Tensor& gate_TF, at::Tensor& up_TF, at::Tensor* hidden_TF);

}   // namespace lift
