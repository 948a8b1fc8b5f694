#include "core/optim/dense_adamw.h"

#include <algorithm>
#include <cmath>

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <fmt/ranges.h>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/kernels/sampled/sampled_gradient.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/selection/sparse_mask.h"

namespace lift {

namespace {

constexpr const char *kMaster = ".master", *kExpAvg = ".exp_avg", *kExpAvgSq = ".exp_avg_sq", *kSteps = "steps";

// 1 - beta^steps, accurate also for few steps and beta near 1.
double bias_correction(double beta, std::int64_t steps) {
  return beta == 0 ? 1 : -std::expm1(static_cast<double>(steps) * std::log(beta));
}

Error state_error(const std::string& name, Sentence message) {
  return make_error(ErrorCode::Mismatch, say("optimizer state, {}", name), std::move(message),
                    say("The state belongs to another run or is damaged"));
}

Result<at::Tensor> find_state(const std::vector<std::pair<std::string, at::Tensor>>& tensors, const std::string& name,
                              at::ScalarType type, std::int64_t count) {
  const auto found = std::ranges::find(tensors, name, &std::pair<std::string, at::Tensor>::first);
  if (found == tensors.end()) return state_error(name, say("expected a tensor, found none"));
  const at::Tensor& tensor = found->second;
  if (tensor.scalar_type() != type || tensor.dim() != 1 || tensor.numel() != count)
    return state_error(name, say("expected {} values of {}, found {} of shape [{}]", count, c10::toString(type),
                                 c10::toString(tensor.scalar_type()), fmt::join(tensor.sizes(), ", ")));
  return tensor.contiguous();
}

}   // namespace

DenseAdamW::DenseAdamW(const OptimizerConfig& config, std::vector<DenseParameter> parameters) : config_(config) {
  std::int64_t largest = 0;
  for (DenseParameter& given : parameters) {
    const at::Tensor& weight = given.weight_MN;
    LIFT_CHECK(weight.dim() == 2 && weight.is_contiguous(), "DenseAdamW: contiguous matrices");
    const at::ScalarType type = weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    Parameter parameter{std::move(given.name), weight, weight.flatten().to(type, false, /*copy=*/true), {}, {}, {}};
    parameter.exp_avg = at::zeros_like(parameter.master);
    parameter.exp_avg_sq = at::zeros_like(parameter.master);
    parameters_.push_back(std::move(parameter));
    largest = std::max(largest, weight.numel());
  }
  if (!parameters_.empty())
    generation_ = at::zeros({largest}, parameters_.front().weight_MN.options().dtype(at::kShort));
}

const SparsePattern& DenseAdamW::every_entry(const at::Tensor& weight_MN) {
  auto& pattern = patterns_[{weight_MN.size(0), weight_MN.size(1)}];
  if (pattern.entries() == 0) pattern = sent_to(full_pattern(weight_MN.size(0), weight_MN.size(1)), weight_MN.device());
  return pattern;
}

at::Tensor& DenseAdamW::gradient(Parameter& parameter) {
  if (!parameter.grad.defined()) parameter.grad = at::zeros_like(parameter.master);
  return parameter.grad;
}

void DenseAdamW::accumulate(std::int64_t index, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) {
  Parameter& parameter = parameters_[static_cast<std::size_t>(index)];
  accumulate_sampled_gradient(input_TN, grad_output_TM, every_entry(parameter.weight_MN), gradient(parameter));
}

void DenseAdamW::accumulate(std::int64_t index, const at::Tensor& addition_MN, double scale) {
  gradient(parameters_[static_cast<std::size_t>(index)]).add_(addition_MN.flatten(), scale);
}

std::vector<at::Tensor> DenseAdamW::gradients() const {
  std::vector<at::Tensor> all;
  for (const Parameter& parameter : parameters_)
    if (parameter.grad.defined()) all.push_back(parameter.grad);
  return all;
}

void DenseAdamW::zero_grad() {
  for (Parameter& parameter : parameters_) parameter.grad = at::Tensor();
}

void DenseAdamW::step(double learning_rate, double gradient_scale) {
  const AdamWStep values{learning_rate, config_.beta1,        config_.beta2,
                         config_.eps,   config_.weight_decay, gradient_scale};
  ++steps_;
  at::Tensor corrections = at::empty({1, 2}, at::TensorOptions().dtype(at::kDouble));
  auto* correction = mutable_host_data<double>(corrections);
  correction[0] = bias_correction(config_.beta1, steps_);
  correction[1] = bias_correction(config_.beta2, steps_);
  if (!parameters_.empty()) corrections = sent_to(corrections, parameters_.front().weight_MN.device());
  for (Parameter& parameter : parameters_) {
    sparse_adamw_step(values, gradient(parameter), generation_.narrow(0, 0, parameter.master.numel()), corrections,
                      parameter.master, parameter.exp_avg, parameter.exp_avg_sq, every_entry(parameter.weight_MN),
                      parameter.weight_MN);
    parameter.grad = at::Tensor();
  }
}

std::vector<std::pair<std::string, at::Tensor>> DenseAdamW::state() const {
  std::vector<std::pair<std::string, at::Tensor>> tensors;
  for (const Parameter& parameter : parameters_) {
    tensors.emplace_back(parameter.name + kMaster, parameter.master);
    tensors.emplace_back(parameter.name + kExpAvg, parameter.exp_avg);
    tensors.emplace_back(parameter.name + kExpAvgSq, parameter.exp_avg_sq);
  }
  tensors.emplace_back(kSteps, at::full({1}, steps_, at::TensorOptions().dtype(at::kLong)));
  return tensors;
}

Status DenseAdamW::restore(const std::vector<std::pair<std::string, at::Tensor>>& tensors) {
  struct Found {
    at::Tensor master, exp_avg, exp_avg_sq;
  };
  std::vector<Found> found;
  for (const Parameter& parameter : parameters_) {
    const at::ScalarType type = parameter.master.scalar_type();
    Found one;
    LIFT_ASSIGN(one.master, find_state(tensors, parameter.name + kMaster, type, parameter.master.numel()));
    LIFT_ASSIGN(one.exp_avg, find_state(tensors, parameter.name + kExpAvg, type, parameter.master.numel()));
    LIFT_ASSIGN(one.exp_avg_sq, find_state(tensors, parameter.name + kExpAvgSq, type, parameter.master.numel()));
    found.push_back(std::move(one));
  }
  LIFT_ASSIGN(const at::Tensor steps, find_state(tensors, kSteps, at::kLong, 1));
  if (steps.item().toLong() < 0) return state_error(kSteps, say("expected 0 or more, found {}", steps.item().toLong()));
  steps_ = steps.item().toLong();
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    Parameter& parameter = parameters_[i];
    parameter.master.copy_(found[i].master);
    parameter.exp_avg.copy_(found[i].exp_avg);
    parameter.exp_avg_sq.copy_(found[i].exp_avg_sq);
    parameter.weight_MN.copy_(parameter.master.view(parameter.weight_MN.sizes()));
    parameter.grad = at::Tensor();
  }
  return {};
}

}   // namespace lift
