#pragma once
// AdamW over the selected entries of a model. Gradients, masters and moments exist for those k entries only, in flat
// arrays over all matrices, in MaskSet order. Used by train/. Thread: the engine's.
// At a refresh kept entries keep master and moments; new ones start at the weight's present value with zero moments
// and a bias correction by their own age (core/optim/README.md says why).
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
  // Masters are read from the model's weights; everything else starts at zero.
  SparseAdamW(const OptimizerConfig& config, MaskSet masks, const CausalLm& model);

  const MaskSet& masks() const { return masks_; }
  // Where the matrix's weight is. The matrix must be in masks(). Valid until the next refresh.
  const SparsePattern& pattern(MatrixId id) const;
  std::int64_t steps() const { return steps_; }   // steps taken

  // fp32 (fp64 for an fp64 model) [k of the matrix]: a view of the flat gradient, for the sink to add to.
  // The matrix must be in masks(). Valid until the next refresh.
  at::Tensor gradient(MatrixId id);
  const at::Tensor& gradients() const { return grad_; }   // flat, [masks().total()]
  void zero_grad();
  // Euclidean norm over all entries, in double, the same for any thread count. NaN or infinity if an entry is.
  double gradient_norm() const;

  // One update from the gradients times gradient_scale (1, or grad_clip's factor); writes the model's weights.
  void step(double learning_rate, double gradient_scale, CausalLm& model);

  // Moves to another choice of entries; the gradient becomes zero. The weights are not touched.
  MaskOverlap refresh(MaskSet next, const CausalLm& model);

  // Everything a resumed run needs to go on exactly, without the masks: master, exp_avg, exp_avg_sq, generation
  // (flat) and generation_start, steps. The tensors are the live ones: write them before the next step.
  NamedTensors state() const;
  // Takes over state() of an optimizer with the same masks. Errors: Mismatch (a tensor is missing, or has another
  // shape or dtype), Malformed (a generation outside its table).
  Status restore(const NamedTensors& tensors);

  std::int64_t state_bytes() const;   // of gradients, masters, moments, generations and patterns

 private:
  at::Tensor bias_corrections() const;   // fp64 [generations, 2], for the step being taken

  std::vector<SparsePattern> patterns_on(at::Device device) const;

  OptimizerConfig config_;
  MaskSet masks_;
  std::vector<SparsePattern> patterns_;               // in masks_ order, where the weights are
  at::Tensor grad_, master_, exp_avg_, exp_avg_sq_;   // fp32 or fp64 [total]
  at::Tensor generation_;                             // int16 [total]
  std::vector<std::int64_t> generation_start_;        // steps taken when the generation joined
  std::int64_t steps_ = 0;
};

}   // namespace lift
