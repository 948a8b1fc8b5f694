#pragma once
// Collects dense weight gradients, which the engine itself never makes, as a reference. Library test_tensor_support.
#include <functional>
#include <map>

#include <ATen/core/Tensor.h>

#include "core/model/causal_lm.h"

namespace lift::test {

class DenseGradientSink final : public WeightGradientSink {
 public:
  using Choice = std::function<bool(MatrixId)>;
  explicit DenseGradientSink(Choice choice = [](MatrixId) { return true; }) : choice_(std::move(choice)) {}

  bool wants(MatrixId id) const override { return choice_(id); }
  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override;

  const std::map<MatrixId, at::Tensor>& gradients() const { return gradients_; }   // [rows, columns], fp32 or fp64

 private:
  Choice choice_;
  std::map<MatrixId, at::Tensor> gradients_;
};

}   // namespace lift::test
