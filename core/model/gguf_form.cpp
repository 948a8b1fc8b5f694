#include "core/model/gguf_form.h"

#include <algorithm>
#include <numeric>

#include "core/model/architecture.h"

namespace lift {

namespace {

bool has_rotary_pairs(const ModelConfig& config) {
  return std::ranges::any_of(architectures(), [&](const Architecture& architecture) {
    return architecture.family == config.family && architecture.gguf_rotary_pairs;
  });
}

std::optional<GgufForm::Tiling> tiling_of(const DeltaNetConfig& delta, const LayerRole& role) {
  GgufForm::Tiling tiling{.groups = delta.key_heads,
                          .per_group = delta.value_heads / std::max<std::int64_t>(1, delta.key_heads),
                          .width = delta.value_width};
  if (tiling.per_group < 2) return std::nullopt;
  if (role == LayerRole(Projection::DeltaQkv) || role == LayerRole(LayerVector::DeltaConv)) {
    tiling.first = 2 * delta.keys();
    return tiling;
  }
  if (role == LayerRole(Projection::DeltaZ)) return tiling;
  if (role == LayerRole(Projection::DeltaOut)) {
    tiling.columns = true;
    return tiling;
  }
  tiling.width = 1;
  for (const LayerRole one_a_head : {LayerRole(Projection::DeltaA), LayerRole(Projection::DeltaB),
                                     LayerRole(LayerVector::DeltaRate), LayerRole(LayerVector::DeltaStepBias)})
    if (role == one_a_head) return tiling;
  return std::nullopt;
}

}   // namespace

std::vector<std::int64_t> GgufForm::Tiling::order(std::int64_t size) const {
  std::vector<std::int64_t> order(static_cast<std::size_t>(size));
  std::iota(order.begin(), order.end(), 0);
  auto out = order.begin() + first;
  for (std::int64_t within = 0; within < per_group; ++within)
    for (std::int64_t group = 0; group < groups; ++group)
      for (std::int64_t i = 0; i < width; ++i) *out++ = first + (group * per_group + within) * width + i;
  return order;
}

GgufForm gguf_form_of(const ModelConfig& config, const LayerTensor& tensor) {
  GgufForm form;
  if (tensor.rotates() && !tensor.within && has_rotary_pairs(config)) form.paired_head_dim = config.head_dim;
  if (tensor.is_norm() && config.layer.norms_add_one) form.added = 1;
  form.rate_of_log = tensor.role == LayerRole(LayerVector::DeltaRate);
  form.squeezed = tensor.role == LayerRole(LayerVector::DeltaConv);
  if (tensor.in == InLayers::Delta) form.tiling = tiling_of(config.delta, tensor.role);
  return form;
}

GgufForm gguf_form_of_final_norm(const ModelConfig& config) {
  return {.added = config.layer.norms_add_one ? 1.0 : 0.0};
}

}   // namespace lift
