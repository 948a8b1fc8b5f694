#pragma once
// The base's values of whole matrices, kept by methods that may change every entry of what they train. Private to
// core/train. Thread: the engine's.
#include <map>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/checkpoint/changed_entries.h"
#include "core/model/causal_lm.h"

namespace lift {

class KeptBase {
 public:
  KeptBase() = default;
  KeptBase(const CausalLm& model, std::span<const MatrixId> matrices);   // copies, where the weights are

  const at::Tensor& of(MatrixId id) const { return matrices_.at(id); }
  void give_back(CausalLm& model) const;

  std::vector<MatrixId> matrices() const;   // ascending
  BaseValues changed(MatrixId id) const;

 private:
  std::map<MatrixId, at::Tensor> matrices_;
};

}   // namespace lift
