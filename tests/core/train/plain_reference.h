#pragma once
// Compares a run of the trainer with the plain reference: losses, gradient norms and masks, step by step.
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/optim/lr_schedule.h"
#include "core/selection/sparse_mask.h"
#include "tests/core/train/trainer_fixture.h"
#include "tests/support/tensors/plain_lift.h"
#include "tests/support/tensors/plain_llama.h"

namespace lift::test {

struct SideBySide {
  std::int64_t steps = 0;
  double largest_loss_difference = 0;
  double largest_norm_difference = 0;   // relative
  // Per selection: the number of entries, and of those that both selected.
  std::vector<std::int64_t> selected, selected_by_both;
};

// The reference computes in fp64, so that differences come from the trainer's rounding: in fp32 a plain Llama of 30
// layers would itself be off by 1e-5 after 20 steps. `rows` must be at the same position as run.rows; call it before
// the run has trained.
inline SideBySide train_beside_reference(TinyRun& run, StepSource& rows,
                                         std::int64_t (*entries_of)(std::int64_t, std::int64_t)) {
  std::map<MatrixId, at::Tensor> weights;
  for (const MatrixId id : run.selection.matrices(run.config))
    weights[id] = run.model.weight(id).to(at::kDouble, false, /*copy=*/true);
  std::vector<std::map<MatrixId, at::Tensor>> masks;
  run.host.on_record = [&](const RunRecord& record) {
    if (!std::holds_alternative<RefreshEvent>(record)) return;
    masks.emplace_back();
    const MethodState state = run.method->state();
    for (const MatrixMask& mask : state.masks.matrices()) masks.back()[mask.id] = mask_of_pattern(mask.pattern);
  };
  if (const auto end = run.run(); !end.ok()) throw std::runtime_error(end.error().sentence());

  const OptimizerConfig& o = run.optimizer;
  PlainLift plain({run.selection.rank, entries_of, o.beta1, o.beta2, o.eps, o.weight_decay, o.clip_norm}, weights);
  SideBySide result;
  const auto compare_masks = [&](std::size_t selection) {
    std::int64_t chosen = 0, by_both = 0;
    for (const auto& [id, mask] : masks.at(selection)) {
      chosen += mask.sum().item().toLong();
      by_both += mask.logical_and(plain.mask(id)).sum().item().toLong();
    }
    result.selected.push_back(chosen);
    result.selected_by_both.push_back(by_both);
  };
  compare_masks(0);
  std::size_t selection = 0;
  for (const StepMetrics& metrics : run.host.steps()) {
    if (metrics.step > 1 && (metrics.step - 1) % run.selection.refresh_every == 0) {
      plain.refresh();
      compare_masks(++selection);
    }
    for (auto& [id, weight] : weights) weight = plain.weight(id);
    double loss = 0;
    std::map<MatrixId, at::Tensor> gradients;
    for (const PackedBatch& pass : rows.next_step()) {
      PlainGradients part = plain_gradients(run.model, weights, pass, 1.0 / static_cast<double>(metrics.labels));
      loss += part.loss_sum;
      for (auto& [id, gradient] : part.gradients)
        gradients[id] = gradients.contains(id) ? gradients[id].add(gradient) : gradient;
    }
    const double norm = plain.step(learning_rate_at(o, metrics.step, run.total_steps), gradients);
    result.largest_loss_difference =
        std::max(result.largest_loss_difference, std::abs(loss / static_cast<double>(metrics.labels) - metrics.loss));
    result.largest_norm_difference =
        std::max(result.largest_norm_difference, std::abs(norm / metrics.gradient_norm - 1));
    ++result.steps;
  }
  return result;
}

}   // namespace lift::test
