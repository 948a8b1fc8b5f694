#include "core/model/base_weights.h"

#include "core/model/stored_weight_tensor.h"

namespace lift {

Result<BaseWeights> BaseWeights::open(const std::filesystem::path& model) {
  BaseWeights base;
  LIFT_ASSIGN(base.source_, open_weights(model));
  for (ListedWeight& weight : weights_of(base.source_->config())) {
    LIFT_ASSIGN(const StoredWeight found, base.source_->find(weight.name));
    std::string name = weight.name.hf;
    base.list_.emplace(std::move(name), std::move(weight));
  }
  return base;
}

const ListedWeight* BaseWeights::listed(const std::string& hf_name) const {
  const auto found = list_.find(hf_name);
  return found == list_.end() ? nullptr : &found->second;
}

Result<StoredWeight> BaseWeights::stored(const std::string& hf_name) const {
  const ListedWeight* weight = listed(hf_name);
  LIFT_CHECK(weight, "a tensor of this model");
  return source_->find(weight->name);
}

Result<at::Tensor> BaseWeights::as(const std::string& hf_name, DType dtype) const {
  const ListedWeight* weight = listed(hf_name);
  LIFT_CHECK(weight, "a tensor of this model");
  LIFT_ASSIGN(const StoredWeight found, source_->find(weight->name));
  return to_tensor(found, {weight->shape, dtype, form_in_files(*weight)});
}

}   // namespace lift
