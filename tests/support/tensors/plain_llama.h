#pragma once
// A decoder written as simply as its layer plan allows, differentiated by ATen's autograd: the reference for a whole
// training step. Dense gradients, all logits, no packing. Used by the tests of train/. Library test_tensor_support.
#include <map>

#include <ATen/core/Tensor.h>

#include "core/data/batch.h"
#include "core/model/causal_lm.h"

namespace lift::test {

struct PlainGradients {
  double loss_sum = 0;                        // sum over the labels
  std::map<MatrixId, at::Tensor> gradients;   // of loss_sum * scale, dense [rows, columns]
};

// Uses the model's tensors, except that `matrices` replace its projections (all of them); computes in the dtype of
// `matrices`.
// Without RoPE scaling.
PlainGradients plain_gradients(const CausalLm& model, const std::map<MatrixId, at::Tensor>& matrices,
                               const PackedBatch& batch, double scale);

}   // namespace lift::test
