#pragma once
// LoRA (Hu et al., arXiv 2106.09685): every matrix W of the chosen layers and projections becomes W + s B A, where A
// [rank, columns] and B [rows, rank] train and s = alpha / rank, or alpha / sqrt(rank) (rsLoRA, arXiv 2312.03732).
// PiSSA (arXiv 2404.02948) is its initialisation by the leading singular values: A0, B0 begin as factors of W_r, and W
// becomes W + s (B A - B0 A0), which begins at W.
// The model's weights are the merged ones, so that a forward pass costs what the base's costs; from the two factors of
// a weight gradient, dY^T X, come dB = s dY^T (X A^T) and dA = s (dY B)^T X, and no dense gradient is made.
// Used by the registry in method.cpp only. Private to core/train.
#include "core/train/method.h"

namespace lift {

MethodEntry lora_method();

}   // namespace lift
