#pragma once
// A decoder written as plainly as its layer's plan lets it be, differentiated by ATen's autograd: the oracle of a whole
// training step. Dense gradients, all logits, no packing. Used by the tests of train/. Library test_tensor_support.
#include <map>

#include <ATen/core/Tensor.h>

#include "core/data/batch.h"
#include "core/model/causal_lm.h"

namespace lift::test {

struct PlainGradients {
  double loss_sum = 0;                        // over the labels
  std::map<MatrixId, at::Tensor> gradients;   // of loss_sum * scale, dense [rows, columns]
};

// The model's own tensors but for `matrices`, which take the place of its projections (all of them); all is computed in
// the dtype of `matrices`.
// RoPE without scaling.
PlainGradients plain_gradients(const CausalLm& model, const std::map<MatrixId, at::Tensor>& matrices,
                               const PackedBatch& batch, double scale);

}   // namespace lift::test
