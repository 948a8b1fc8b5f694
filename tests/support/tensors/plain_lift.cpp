#include "tests/support/tensors/plain_lift.h"

#include <cmath>

#include <ATen/ops/linalg_svd.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/sort.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

namespace lift::test {

PlainLift::PlainLift(const PlainLiftConfig& config, const Matrices& weights) : config_(config) {
  for (const auto& [id, weight] : weights) {
    const at::ScalarType type = weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    const at::Tensor zero = at::zeros(weight.sizes(), at::TensorOptions().dtype(type));
    matrices_[id] = {weight.clone(), {}, weight.to(type).clone(), zero, zero, zero};
    matrices_[id].mask = choose(weight);
  }
}

at::Tensor PlainLift::choose(const at::Tensor& weight) const {
  const auto [left, values, right] = at::linalg_svd(weight.to(at::kDouble), /*full_matrices=*/false);
  const at::Tensor low_rank =
      at::mm(left.narrow(1, 0, config_.rank).mul(values.narrow(0, 0, config_.rank)), right.narrow(0, 0, config_.rank));
  const auto order = std::get<1>(at::sort(low_rank.abs().flatten(), /*stable=*/true, /*dim=*/0, /*descending=*/true));
  const at::Tensor chosen = order.narrow(0, 0, config_.entries_of(weight.size(0), weight.size(1)));
  at::Tensor mask = at::zeros({weight.numel()}, at::TensorOptions().dtype(at::kBool));
  mask.index_fill_(0, chosen, 1);
  return mask.view(weight.sizes());
}

void PlainLift::refresh() {
  for (auto& [id, matrix] : matrices_) {
    const at::Tensor next = choose(matrix.weight);
    const at::Tensor kept = matrix.mask.logical_and(next);
    const at::Tensor zero = at::zeros_like(matrix.exp_avg);
    matrix.master = at::where(kept, matrix.master, matrix.weight.to(matrix.master.scalar_type()));
    matrix.exp_avg = at::where(kept, matrix.exp_avg, zero);
    matrix.exp_avg_sq = at::where(kept, matrix.exp_avg_sq, zero);
    matrix.age = at::where(kept, matrix.age, zero);
    matrix.mask = next;
  }
}

double PlainLift::step(double learning_rate, const Matrices& gradients) {
  double squares = 0;
  for (const auto& [id, matrix] : matrices_)
    squares += gradients.at(id).to(at::kDouble).masked_select(matrix.mask).square().sum().item().toDouble();
  const double norm = std::sqrt(squares);
  const double scale = config_.clip_norm > 0 && norm > config_.clip_norm ? config_.clip_norm / norm : 1;
  for (auto& [id, matrix] : matrices_)
    update(matrix, gradients.at(id).to(matrix.exp_avg.scalar_type()).mul(scale), learning_rate);
  return norm;
}

void PlainLift::update(Matrix& matrix, const at::Tensor& gradient, double learning_rate) const {
  matrix.age = matrix.age.add(1);
  const at::Tensor exp_avg = matrix.exp_avg.mul(config_.beta1).add(gradient.mul(1 - config_.beta1));
  const at::Tensor exp_avg_sq = matrix.exp_avg_sq.mul(config_.beta2).add(gradient.square().mul(1 - config_.beta2));
  const at::Tensor age = matrix.age.to(at::kDouble);
  const at::Tensor correction1 = at::pow(config_.beta1, age).neg().add(1).to(gradient.scalar_type());
  const at::Tensor correction2 = at::pow(config_.beta2, age).neg().add(1).to(gradient.scalar_type());
  const at::Tensor direction = exp_avg.div(correction1).div(exp_avg_sq.div(correction2).sqrt().add(config_.eps));
  const at::Tensor master =
      matrix.master.mul(1 - learning_rate * config_.weight_decay).sub(direction.mul(learning_rate));
  matrix.exp_avg = at::where(matrix.mask, exp_avg, matrix.exp_avg);
  matrix.exp_avg_sq = at::where(matrix.mask, exp_avg_sq, matrix.exp_avg_sq);
  matrix.master = at::where(matrix.mask, master, matrix.master);
  matrix.age = at::where(matrix.mask, matrix.age, at::zeros_like(matrix.age));
  matrix.weight = at::where(matrix.mask, master.to(matrix.weight.scalar_type()), matrix.weight);
}

}   // namespace lift::test
