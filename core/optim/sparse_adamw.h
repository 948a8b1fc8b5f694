#pragma once
// AdamW over the selected entries of a model. Gradients, master values and moments exist only for these k entries, in
// flat arrays over all matrices, in the order of MaskSet. Used by train/. Thread: the engine's.
// At a refresh, entries that stay selected keep master value and moments. New ones start with the current weight, zero
// moments and a bias correction by their own age (reasons: core/optim/README.md).
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/model/causal_lm.h"
#include "core/optim/optimizer_config.h"
#include "core/selection/mask_set.h"

namespace lift {

using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

class SparseAdamW {
 public:
  // Copies the master values from the model's weights; all else starts at zero.
  SparseAdamW(const OptimizerConfig& config, MaskSet masks, const CausalLm& model);

  const MaskSet& masks() const { return masks_; }
  // The matrix's pattern, on the device of its weight. The matrix must be in masks(). Valid until the next refresh.
  const SparsePattern& pattern(MatrixId id) const;
  std::int64_t steps() const { return steps_; }   // number of steps taken

  // fp32 (fp64 for an fp64 model) [entries of the matrix]: a view of the flat gradient, to which the sink adds.
  // The matrix must be in masks(). Valid until the next refresh.
  at::Tensor gradient(MatrixId id);
  const at::Tensor& gradients() const { return grad_; }   // flat, [masks().total()]
  void zero_grad();
  // Euclidean norm over all entries, in fp64, independent of the thread count. Not finite if an entry is not.
  double gradient_norm() const;

  // One update with the gradients times gradient_scale (1, or clip_factor()); writes the model's weights.
  void step(double learning_rate, double gradient_scale, CausalLm& model);

  // Switches to another selection. The gradient becomes zero; the weights don't change.
  MaskOverlap refresh(MaskSet next, const CausalLm& model);

  // The state that a resumed run needs to continue exactly, apart from the masks: master, exp_avg, exp_avg_sq,
  // generation (flat), generation_start, steps. These are the tensors in use: save them before the next step.
  NamedTensors state() const;
  // Restores state() of an optimizer with the same masks. Errors: Mismatch (a tensor is missing or has another shape or
  // dtype), Malformed (a generation without an entry in generation_start).
  Status restore(const NamedTensors& tensors);

  std::int64_t state_bytes() const;   // of gradients, master values, moments, generations and patterns

 private:
  at::Tensor bias_corrections() const;   // fp64 [generations, 2], for the current step

  std::vector<SparsePattern> patterns_on(at::Device device) const;

  OptimizerConfig config_;
  MaskSet masks_;
  std::vector<SparsePattern> patterns_;               // in masks_ order, on the devices of the weights
  at::Tensor grad_, master_, exp_avg_, exp_avg_sq_;   // fp32 or fp64 [total]
  at::Tensor generation_;                             // int16 [total]
  std::vector<std::int64_t> generation_start_;        // per generation, the steps taken when it began
  std::int64_t steps_ = 0;
};

}   // namespace lift
