#pragma once
// Rotary position embedding (Su et al. 2021) as in Hugging Face: value i is paired with value i + head_dim / 2.
#include <ATen/core/Tensor.h>

namespace lift {

// x_THD: [tokens, heads, head_dim], rotated in place; last two dimensions contiguous, token stride free (fused qkv).
// cos_PC, sin_PC: fp32 (fp64) [positions, C], C <= head_dim / 2: the first 2 C channels of a head rotate, the others
// stay; positions_T: int32 [tokens].
// inverse: rotates back, which is the backward pass, since a rotation's transpose is its inverse.
void rotary_(at::Tensor& x_THD, const at::Tensor& cos_PC, const at::Tensor& sin_PC, const at::Tensor& positions_T,
             bool inverse);

}   // namespace lift
