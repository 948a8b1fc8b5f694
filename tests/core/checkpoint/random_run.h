#pragma once
// A run without training, for this room's tests: random masks and randomly changed weights.
#include <cstring>

#include <ATen/ops/zeros.h>

#include "core/base/seed.h"
#include "core/checkpoint/changed_entries.h"
#include "core/checkpoint/delta.h"
#include "core/kernels/tensor_types.h"
#include "core/selection/sparse_mask.h"
#include "tests/support/tiny_model.h"

namespace lift::test {

inline MaskSet random_masks(const ModelConfig& config, double density, RandomStream& random) {
  MaskSet masks;
  for (std::int32_t layer = 0; layer < config.layer_count; ++layer)
    for (const Projection projection : every_projection()) {
      at::Tensor mask = at::zeros({config.rows(projection), config.columns(projection)}, at::kBool);
      bool* cells = mask.data_ptr<bool>();
      for (std::int64_t i = 0; i < mask.numel(); ++i) cells[i] = random.uniform() < density;
      masks.add({layer, projection}, pattern_of_mask(mask));
    }
  return masks;
}

// Adds noise to the entries of the masks, except to a random quarter of them.
inline void move_weights(CausalLm& model, const MaskSet& masks, RandomStream& random) {
  at::Tensor values = gather_weights(model, masks).to(at::kDouble);
  double* moved = values.data_ptr<double>();
  for (std::int64_t i = 0; i < values.numel(); ++i)
    if (random.uniform() < 0.75) moved[i] += 0.1 * random.normal();
  scatter_weights(model, masks, values.to(model.scalar_type()));
}

struct RandomRun {
  CausalLm model;
  std::vector<TensorRecord> base;
  ChangedEntries changed;
  MaskSet masks;

  Manifest passport() const {
    Manifest manifest;
    manifest.program = "LIFT Studio test";
    manifest.model_name = "tiny";
    manifest.family = model.config().family;
    manifest.steps = 20;
    manifest.tensors = base;
    manifest.recipe_json = R"({"name":"größe","steps":20})";
    manifest.metrics.held_out_loss_before = 2.5;
    manifest.metrics.held_out_loss_after = 1.0 / 3;
    return manifest;
  }
  MadeDelta make() const { return make_delta(changed, model, passport()).value(); }
  CausalLm fresh_base() const { return tiny_model(model.config(), to_dtype(model.scalar_type()), 1); }
};

// Three random selections, with the weights changed after each, so that their union is larger than any one mask.
inline RandomRun random_run(DType dtype = DType::BF16, std::uint64_t seed = 5, double density = 0.1,
                            const ModelConfig& config = tiny_config()) {
  CausalLm model = tiny_model(config, dtype, 1);
  auto base = record_base(model).value();
  RandomRun run{std::move(model), std::move(base), {}, {}};
  RandomStream random(seed);
  for (int refresh = 0; refresh < 3; ++refresh) {
    run.masks = random_masks(run.model.config(), density, random);
    run.changed.join(run.masks, run.model);
    move_weights(run.model, run.masks, random);
  }
  return run;
}

inline bool same_bytes(const at::Tensor& a, const at::Tensor& b) {
  return a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && a.nbytes() == b.nbytes() &&
         std::memcmp(a.const_data_ptr(), b.const_data_ptr(), a.nbytes()) == 0;
}

inline bool same_weights(const CausalLm& a, const CausalLm& b) {
  const auto left = a.named_tensors(), right = b.named_tensors();
  for (std::size_t i = 0; i < left.size(); ++i)
    if (!same_bytes(left[i].second, right[i].second)) return false;
  return left.size() == right.size();
}

}   // namespace lift::test
