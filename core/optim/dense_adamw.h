#pragma once
// AdamW over whole matrices: of the model (full fine-tuning) or beside it (the factors of LoRA). fp32 masters, rounded
// into the matrix at every step, by the kernels of the selected entries with every entry selected. Used by train/.
// Thread: the engine's. A gradient exists from the first accumulate() of a step until step() has used it.
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/kernels/sampled/sparse_pattern.h"
#include "core/optim/optimizer_config.h"

namespace lift {

struct DenseParameter {
  std::string name;       // of its state: "model.layers.0.self_attn.q_proj.weight"
  at::Tensor weight_MN;   // contiguous; written at every step
};

class DenseAdamW {
 public:
  // Masters are fp32 copies of the weights (fp64 of fp64 ones); everything else starts at zero.
  DenseAdamW(const OptimizerConfig& config, std::vector<DenseParameter> parameters);

  std::int64_t size() const { return std::ssize(parameters_); }
  std::int64_t steps() const { return steps_; }

  // gradient += grad_output^T input. input_TN [T, columns], grad_output_TM [T, rows], contiguous, the model's dtype.
  void accumulate(std::int64_t parameter, const at::Tensor& input_TN, const at::Tensor& grad_output_TM);
  // gradient += scale * addition. addition: [rows, columns] of the masters' dtype.
  void accumulate(std::int64_t parameter, const at::Tensor& addition_MN, double scale);

  std::vector<at::Tensor> gradients() const;   // flat, of the parameters that have one
  void zero_grad();
  // One update of the parameters from gradients times gradient_scale; one without a gradient has a zero one.
  void step(double learning_rate, double gradient_scale);

  // NAME.master, NAME.exp_avg, NAME.exp_avg_sq, and steps. The tensors are the live ones: write them before the next
  // step.
  std::vector<std::pair<std::string, at::Tensor>> state() const;
  // Takes over state() of an optimizer with the same parameters and writes the weights. Errors: Mismatch (a tensor is
  // missing, or has another shape or dtype); then nothing has changed.
  Status restore(const std::vector<std::pair<std::string, at::Tensor>>& tensors);

 private:
  struct Parameter {
    std::string name;
    at::Tensor weight_MN;
    at::Tensor master, exp_avg, exp_avg_sq;   // flat
    at::Tensor grad;                          // flat; undefined: zero
  };
  at::Tensor& gradient(Parameter& parameter);
  const SparsePattern& every_entry(const at::Tensor& weight_MN);

  OptimizerConfig config_;
  std::vector<Parameter> parameters_;
  std::map<std::pair<std::int64_t, std::int64_t>, SparsePattern> patterns_;   // by shape, where the weights are
  at::Tensor generation_;                                                     // int16 zeros of the largest parameter
  std::int64_t steps_ = 0;
};

}   // namespace lift
