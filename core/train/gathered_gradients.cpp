#include "core/train/gathered_gradients.h"

#include <algorithm>
#include <string>

#include <ATen/ops/zeros.h>

#include "core/base/say.h"
#include "core/kernels/sampled/sampled_gradient.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

constexpr const char* kPrefix = "movement.";

}   // namespace

GatheredGradients::GatheredGradients(const CausalLm& model, std::span<const MatrixId> matrices)
    : sums_(no_movement(model, matrices)) {}

void GatheredGradients::accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) {
  const at::Tensor& sum = sums_.at(id);
  SparsePattern& every = patterns_[{sum.size(0), sum.size(1)}];
  if (every.entries() == 0) every = sent_to(full_pattern(sum.size(0), sum.size(1)), sum.device());
  at::Tensor flat = sum.view({-1});
  accumulate_sampled_gradient(input_TN, grad_output_TM, every, flat);
}

void GatheredGradients::clear() {
  for (auto& [id, sum] : sums_) sum.zero_();
}

GatheredScores GatheredGradients::movement(const CausalLm& model) const {
  GatheredScores movement;
  for (const auto& [id, sum] : sums_) movement[id] = sum.mul(model.weight(id).to(sum.scalar_type())).neg_();
  return movement;
}

void GatheredGradients::add_movement(const CausalLm& model, GatheredScores& movement) const {
  for (const auto& [id, sum] : sums_) movement.at(id).addcmul_(model.weight(id).to(sum.scalar_type()), sum, -1);
}

GatheredScores no_movement(const CausalLm& model, std::span<const MatrixId> matrices) {
  const at::ScalarType type = model.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
  GatheredScores zeros;
  for (const MatrixId id : matrices)
    zeros[id] = at::zeros(model.weight(id).sizes(), model.weight(id).options().dtype(type));
  return zeros;
}

NamedTensors movement_state(const GatheredScores& movement) {
  NamedTensors state;
  for (const auto& [id, score] : movement) state.emplace_back(kPrefix + hf_name(id), score);
  return state;
}

Status restore_movement(const NamedTensors& state, GatheredScores& movement) {
  for (auto& [id, score] : movement) {
    const std::string name = kPrefix + hf_name(id);
    const auto found = std::ranges::find(state, name, &NamedTensors::value_type::first);
    if (found == state.end() || found->second.sizes() != score.sizes() ||
        found->second.scalar_type() != score.scalar_type())
      return make_error(ErrorCode::Mismatch, say("optimizer state, {}", name),
                        say("expected the movement of {} x {} weights, found {}", score.size(0), score.size(1),
                            found == state.end() ? say("none") : say("another")),
                        say("The state belongs to another run or is damaged"));
    score.copy_(found->second);
  }
  return {};
}

}   // namespace lift
