#include "core/optim/sparse_adamw.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/optim/moment_transfer.h"
#include "core/selection/sparse_mask.h"

namespace lift {
namespace {

at::ScalarType state_type(const CausalLm& model) {
  return model.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

at::Tensor part_of(const at::Tensor& flat, const MatrixMask& mask) {
  return flat.narrow(0, mask.offset, mask.entries());
}

at::Tensor present_values(const MatrixMask& mask, const CausalLm& model, at::ScalarType type) {
  return gather_entries(model.weight(mask.id), mask.pattern).to(type);
}

// 1 - beta^age, accurate also for small ages and beta near 1.
double bias_correction(double beta, std::int64_t age) {
  return beta == 0 ? 1 : -std::expm1(static_cast<double>(age) * std::log(beta));
}

// Where the entries of `next` lie in the flat arrays of `previous`, matrix by matrix; undefined for a new matrix.
std::vector<at::Tensor> sources(const MaskSet& next, const MaskSet& previous) {
  std::vector<at::Tensor> all;
  for (const MatrixMask& mask : next.matrices()) {
    const MatrixMask* before = previous.find(mask.id);
    all.push_back(before ? source_positions(mask.pattern, before->pattern) : at::Tensor());
  }
  return all;
}

// The flat array over `next`: carried where an entry was in `previous`, else fallback(mask).
template <class Fallback>
at::Tensor moved(const at::Tensor& flat, const MaskSet& next, const MaskSet& previous,
                 const std::vector<at::Tensor>& source, Fallback&& fallback) {
  at::Tensor result = at::empty({next.total()}, flat.options());
  for (std::size_t i = 0; i < next.matrices().size(); ++i) {
    const MatrixMask& mask = next.matrices()[i];
    at::Tensor part = part_of(result, mask);
    if (source[i].defined()) part.copy_(carry_over(part_of(flat, *previous.find(mask.id)), source[i], fallback(mask)));
    else part.copy_(fallback(mask).expand({mask.entries()}));
  }
  return result;
}

MaskOverlap overlap_of(const MaskSet& next, const std::vector<at::Tensor>& source) {
  MaskOverlap overlap;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const MatrixMask& mask = next.matrices()[i];
    const std::int64_t shared = source[i].defined() ? source[i].ge(0).sum().item().toLong() : 0;
    overlap.matrices.push_back({mask.id, mask.entries(), shared});
    overlap.entries += mask.entries();
    overlap.shared += shared;
  }
  return overlap;
}

// Generations that no entry belongs to any more leave the table, so that it never outgrows an int16.
void drop_unused(at::Tensor& device_generation, std::vector<std::int64_t>& start) {
  const at::Tensor generation = on_host(device_generation);
  auto* values = mutable_host_data<std::int16_t>(generation);
  std::vector<bool> used(start.size(), false);
  for (std::int64_t e = 0; e < generation.numel(); ++e) used[static_cast<std::size_t>(values[e])] = true;
  std::vector<std::int16_t> renamed(start.size(), 0);
  std::vector<std::int64_t> kept;
  for (std::size_t g = 0; g < start.size(); ++g) {
    if (!used[g]) continue;
    renamed[g] = static_cast<std::int16_t>(kept.size());
    kept.push_back(start[g]);
  }
  if (kept.size() == start.size()) return;
  for (std::int64_t e = 0; e < generation.numel(); ++e) values[e] = renamed[static_cast<std::size_t>(values[e])];
  if (!device_generation.is_cpu()) device_generation.copy_(generation);
  start = std::move(kept);
}

Error state_error(ErrorCode code, std::string_view name, Sentence message) {
  return make_error(code, say("optimizer state, {}", name), std::move(message),
                    say("The state belongs to another run or is damaged"));
}

Result<at::Tensor> find_state(const NamedTensors& tensors, std::string_view name, at::ScalarType type,
                              std::optional<std::int64_t> entries) {
  const auto found = std::ranges::find(tensors, name, &NamedTensors::value_type::first);
  if (found == tensors.end()) return state_error(ErrorCode::Mismatch, name, say("expected a tensor, found none"));
  const at::Tensor& tensor = found->second;
  if (tensor.scalar_type() != type || tensor.dim() != 1 || (entries && tensor.numel() != *entries))
    return state_error(
        ErrorCode::Mismatch, name,
        say("expected {}, found {} of shape [{}]",
            entries ? say("{} values of {}", *entries, c10::toString(type)) : say("a list of {}", c10::toString(type)),
            c10::toString(tensor.scalar_type()), fmt::join(tensor.sizes(), ", ")));
  return tensor.contiguous();
}

Status check_generations(const at::Tensor& generation, const std::vector<std::int64_t>& start, std::int64_t steps) {
  if (steps < 0) return state_error(ErrorCode::Malformed, "steps", say("expected 0 or more, found {}", steps));
  for (std::int64_t first : start)
    if (first < 0 || first > steps)
      return state_error(ErrorCode::Malformed, "generation_start",
                         say("expected steps from 0 to {}, found {}", steps, first));
  const auto* values = host_data<std::int16_t>(generation);
  for (std::int64_t e = 0; e < generation.numel(); ++e)
    if (values[e] < 0 || static_cast<std::size_t>(values[e]) >= start.size())
      return state_error(
          ErrorCode::Malformed, "generation",
          say("expected 0 to {} at entry {}, found {}", static_cast<std::int64_t>(start.size()) - 1, e, values[e]));
  return {};
}

}   // namespace

SparseAdamW::SparseAdamW(const OptimizerConfig& config, MaskSet masks, const CausalLm& model)
    : config_(config), masks_(std::move(masks)), generation_start_{0} {
  const auto options = at::TensorOptions().dtype(state_type(model)).device(model.device());
  grad_ = at::zeros({masks_.total()}, options);
  exp_avg_ = at::zeros({masks_.total()}, options);
  exp_avg_sq_ = at::zeros({masks_.total()}, options);
  generation_ = at::zeros({masks_.total()}, options.dtype(at::kShort));
  master_ = at::empty({masks_.total()}, options);
  patterns_ = patterns_on(model.device());
  for (const MatrixMask& mask : masks_.matrices())
    part_of(master_, mask).copy_(present_values(mask, model, master_.scalar_type()));
}

std::vector<SparsePattern> SparseAdamW::patterns_on(at::Device device) const {
  std::vector<SparsePattern> patterns;
  for (const MatrixMask& mask : masks_.matrices()) patterns.push_back(sent_to(mask.pattern, device));
  return patterns;
}

const SparsePattern& SparseAdamW::pattern(MatrixId id) const {
  const MatrixMask* mask = masks_.find(id);
  LIFT_CHECK(mask, "the matrix trains: " + hf_name(id));
  return patterns_[static_cast<std::size_t>(mask - masks_.matrices().data())];
}

at::Tensor SparseAdamW::gradient(MatrixId id) {
  const MatrixMask* mask = masks_.find(id);
  LIFT_CHECK(mask, "the matrix trains: " + hf_name(id));
  return part_of(grad_, *mask);
}

void SparseAdamW::zero_grad() { grad_.zero_(); }

double SparseAdamW::gradient_norm() const { return std::sqrt(sum_of_squares(grad_)); }

at::Tensor SparseAdamW::bias_corrections() const {
  const auto generations = static_cast<std::int64_t>(generation_start_.size());
  at::Tensor corrections = at::empty({generations, 2}, at::TensorOptions().dtype(at::kDouble));
  auto* out = mutable_host_data<double>(corrections);
  for (std::int64_t start : generation_start_) {
    const std::int64_t age = steps_ + 1 - start;
    *out++ = bias_correction(config_.beta1, age);
    *out++ = bias_correction(config_.beta2, age);
  }
  return corrections;
}

void SparseAdamW::step(double learning_rate, double gradient_scale, CausalLm& model) {
  const AdamWStep values{learning_rate, config_.beta1,        config_.beta2,
                         config_.eps,   config_.weight_decay, gradient_scale};
  const at::Tensor corrections = sent_to(bias_corrections(), model.device());
  for (const MatrixMask& mask : masks_.matrices()) {
    at::Tensor master = part_of(master_, mask), exp_avg = part_of(exp_avg_, mask),
               exp_avg_sq = part_of(exp_avg_sq_, mask);
    sparse_adamw_step(values, part_of(grad_, mask), part_of(generation_, mask), corrections, master, exp_avg,
                      exp_avg_sq, pattern(mask.id), model.weight(mask.id));
  }
  ++steps_;
}

MaskOverlap SparseAdamW::refresh(MaskSet next, const CausalLm& model) {
  // One array after the other, the gradient first: it starts at zero, so the old one makes room.
  const auto options = grad_.options();
  grad_ = at::Tensor();
  patterns_.clear();
  const std::vector<at::Tensor> source = sources(next, masks_);
  const at::Tensor zero = at::zeros({1}, options);
  const auto nothing = [&](const MatrixMask&) { return zero; };
  exp_avg_ = moved(exp_avg_, next, masks_, source, nothing);
  exp_avg_sq_ = moved(exp_avg_sq_, next, masks_, source, nothing);
  master_ = moved(master_, next, masks_, source,
                  [&](const MatrixMask& mask) { return present_values(mask, model, options.dtype().toScalarType()); });
  const auto joined = static_cast<std::int64_t>(generation_start_.size());
  LIFT_CHECK(joined <= std::numeric_limits<std::int16_t>::max(), "generations fit an int16");
  generation_start_.push_back(steps_);
  const at::Tensor newest = at::full({1}, joined, generation_.options());
  generation_ = moved(generation_, next, masks_, source, [&](const MatrixMask&) { return newest; });
  drop_unused(generation_, generation_start_);
  masks_ = std::move(next);
  patterns_ = patterns_on(model.device());
  grad_ = at::zeros({masks_.total()}, options);
  return overlap_of(masks_, source);
}

NamedTensors SparseAdamW::state() const {
  at::Tensor start =
      at::empty({static_cast<std::int64_t>(generation_start_.size())}, at::TensorOptions().dtype(at::kLong));
  std::ranges::copy(generation_start_, mutable_host_data<std::int64_t>(start));
  return {{"master", master_},         {"exp_avg", exp_avg_},
          {"exp_avg_sq", exp_avg_sq_}, {"generation", generation_},
          {"generation_start", start}, {"steps", at::full({1}, steps_, at::TensorOptions().dtype(at::kLong))}};
}

Status SparseAdamW::restore(const NamedTensors& tensors) {
  const at::ScalarType type = master_.scalar_type();
  const std::int64_t total = masks_.total();
  LIFT_ASSIGN(const at::Tensor master, find_state(tensors, "master", type, total));
  LIFT_ASSIGN(const at::Tensor exp_avg, find_state(tensors, "exp_avg", type, total));
  LIFT_ASSIGN(const at::Tensor exp_avg_sq, find_state(tensors, "exp_avg_sq", type, total));
  LIFT_ASSIGN(const at::Tensor generation, find_state(tensors, "generation", at::kShort, total));
  LIFT_ASSIGN(const at::Tensor start, find_state(tensors, "generation_start", at::kLong, std::nullopt));
  LIFT_ASSIGN(const at::Tensor steps, find_state(tensors, "steps", at::kLong, 1));
  const auto* starts = host_data<std::int64_t>(start);
  std::vector<std::int64_t> generation_start(starts, starts + start.numel());
  LIFT_RETURN_IF_ERROR(check_generations(on_host(generation), generation_start, steps.item().toLong()));
  master_.copy_(master);
  exp_avg_.copy_(exp_avg);
  exp_avg_sq_.copy_(exp_avg_sq);
  generation_.copy_(generation);
  generation_start_ = std::move(generation_start);
  steps_ = steps.item().toLong();
  grad_.zero_();
  return {};
}

std::int64_t SparseAdamW::state_bytes() const {
  std::int64_t bytes = 0;
  for (const at::Tensor* flat : {&grad_, &master_, &exp_avg_, &exp_avg_sq_, &generation_})
    bytes += flat->numel() * flat->element_size();
  for (const MatrixMask& mask : masks_.matrices())
    bytes += (mask.pattern.columns.numel() + mask.pattern.row_offsets.numel()) * 4;
  return bytes;
}

}   // namespace lift
