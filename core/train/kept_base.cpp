#include "core/train/kept_base.h"

#include "core/selection/sparse_mask.h"

namespace lift {

KeptBase::KeptBase(const CausalLm& model, std::span<const MatrixId> matrices) {
  for (const MatrixId id : matrices) matrices_.emplace(id, model.weight(id).clone());
}

void KeptBase::give_back(CausalLm& model) const {
  for (const auto& [id, weight] : matrices_) model.weight(id).copy_(weight);
}

std::vector<MatrixId> KeptBase::matrices() const {
  std::vector<MatrixId> ids;
  for (const auto& [id, weight] : matrices_) ids.push_back(id);
  return ids;
}

BaseValues KeptBase::changed(MatrixId id) const {
  const auto found = matrices_.find(id);
  if (found == matrices_.end()) return {};
  const at::Tensor& weight = found->second;
  return {full_pattern(weight.size(0), weight.size(1)), weight.flatten().cpu()};
}

}   // namespace lift
