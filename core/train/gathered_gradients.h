#pragma once
// Dense gradients of the matrices that train, for criteria that look at them (selection/criterion.h): the sum of the
// gradients of some rows, or the movement of every weight over the steps of a run, the sum of -w g (Sanh, Wolf & Rush
// 2020, arXiv 2005.07683). Private to core/train. Thread: the engine's.
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/kernels/sampled/sparse_pattern.h"
#include "core/model/causal_lm.h"
#include "core/optim/sparse_adamw.h"
#include "core/selection/selector.h"

namespace lift {

class GatheredGradients final : public WeightGradientSink {
 public:
  GatheredGradients(const CausalLm& model, std::span<const MatrixId> matrices);

  bool wants(MatrixId id) const override { return sums_.contains(id); }
  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override;
  void clear();

  // fp32 (fp64 of an fp64 model) [rows, columns].
  const GatheredScores& sums() const { return sums_; }
  // -w times the sums.
  GatheredScores movement(const CausalLm& model) const;
  // movement += -w times the sums.
  void add_movement(const CausalLm& model, GatheredScores& movement) const;

 private:
  GatheredScores sums_;
  std::map<std::pair<std::int64_t, std::int64_t>, SparsePattern> patterns_;   // by shape
};

// Zeros of every matrix's shape.
GatheredScores no_movement(const CausalLm& model, std::span<const MatrixId> matrices);
// As tensors of a method's state, "movement.NAME", and back. Errors: Mismatch.
NamedTensors movement_state(const GatheredScores& movement);
Status restore_movement(const NamedTensors& state, GatheredScores& movement);

}   // namespace lift
