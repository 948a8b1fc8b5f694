#include "core/train/memory_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/kernels/cuda_device.h"
#include "core/memory/memory_usage.h"
#include "core/train/memory_estimate.h"

namespace lift {

namespace {

constexpr double kComfort = 0.75;      // of what is free
constexpr double kWorthwhile = 0.02;   // a remedy that saves less of the peak is not named
constexpr std::int64_t kLogLineBytes = 400;

std::int64_t peak_of(const PlanRequest& request, std::int64_t checkpointed) {
  const MemoryEstimate estimate = estimate_memory(request, checkpointed);
  return estimate.lasting_bytes() + estimate.worst().bytes;
}

// The least recomputation that leaves room to spare.
std::int64_t choose_checkpointed(const PlanRequest& request, std::int64_t free_bytes) {
  const std::int64_t layers = request.model.layer_count;
  if (request.train.checkpointing == "off") return 0;
  if (request.train.checkpointing == "full") return layers;
  const auto fits = [&](std::int64_t count) {
    return static_cast<double>(peak_of(request, count)) <= kComfort * static_cast<double>(free_bytes);
  };
  if (fits(0)) return 0;
  std::int64_t low = 1, high = layers;   // the peak falls with the count
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

class Remedies {
 public:
  Remedies(const PlanRequest& request, std::int64_t checkpointed, std::int64_t peak)
      : request_(request), checkpointed_(checkpointed), peak_(peak) {}

  // From what costs nothing to what costs learning.
  std::vector<MemoryRemedy> list() {
    smaller_passes();
    recompute();
    half_precision();
    shorter_rows();
    fewer_weights();
    upper_layers();
    return std::move(remedies_);
  }

 private:
  void offer(const Sentence& text, std::vector<std::string> assignments, const PlanRequest& changed,
             std::int64_t checkpointed) {
    const std::int64_t saved = peak_ - peak_of(changed, checkpointed);
    if (static_cast<double>(saved) >= kWorthwhile * static_cast<double>(peak_))
      remedies_.push_back({text, std::move(assignments), saved});
  }

  void smaller_passes() {
    const std::int64_t row = std::max<std::int64_t>(1, request_.longest_row);
    const std::int64_t now = std::min(request_.train.microbatch_tokens, request_.train.batch_rows * row);
    if (now <= row) return;
    PlanRequest changed = request_;
    changed.train.microbatch_tokens = std::max(row, now / 4);
    changed.pass_tokens = std::min(changed.pass_tokens, changed.train.microbatch_tokens);
    changed.pass_labels = std::min(changed.pass_labels, changed.pass_tokens);
    offer(say("Smaller passes of {} tokens: the same training, a little slower", changed.train.microbatch_tokens),
          {fmt::format("train.microbatch_tokens={}", changed.train.microbatch_tokens)}, changed, checkpointed_);
  }

  void recompute() {
    if (checkpointed_ >= request_.model.layer_count) return;
    offer(say("Recompute activations: the same training, about 30 % slower"), {"train.checkpointing=full"}, request_,
          request_.model.layer_count);
  }

  void half_precision() {
    if (request_.train.dtype == DType::BF16) return;
    PlanRequest changed = request_;
    changed.train.dtype = DType::BF16;
    offer(say("Weights in bf16, with fp32 masters for what trains"), {"train.dtype=bf16"}, changed, checkpointed_);
  }

  void shorter_rows() {
    if (request_.longest_row < 64) return;
    PlanRequest changed = request_;
    changed.longest_row /= 2;
    changed.pass_tokens = 0;
    changed.labels_per_row = std::min(changed.labels_per_row, changed.longest_row);
    offer(say("Rows of at most {} tokens: longer ones lose their end", changed.longest_row),
          {fmt::format("data.max_tokens={}", changed.longest_row)}, changed, checkpointed_);
  }

  void fewer_weights() {
    PlanRequest changed = request_;
    const bool by_rank = changed.selection.budget_rank > 0;
    if (by_rank && changed.selection.budget_rank < 2) return;
    changed.selection.budget_rank /= 2;
    if (!by_rank) changed.selection.density /= 2;
    offer(say("Train half as many weights"),
          {by_rank ? fmt::format("selection.budget_rank={}", changed.selection.budget_rank)
                   : fmt::format("selection.density={}", changed.selection.density)},
          changed, checkpointed_);
  }

  void upper_layers() {
    const auto layers = static_cast<std::int32_t>(request_.model.layer_count);
    if (!request_.selection.layers.empty() || layers < 2) return;
    PlanRequest changed = request_;
    std::string list;
    for (std::int32_t layer = layers / 2; layer < layers; ++layer) {
      changed.selection.layers.push_back(layer);
      list += (list.empty() ? "" : ",") + std::to_string(layer);
    }
    offer(say("Train the upper half of the layers"), {"selection.layers=[" + list + "]"}, changed, checkpointed_);
  }

  const PlanRequest& request_;
  const std::int64_t checkpointed_, peak_;
  std::vector<MemoryRemedy> remedies_;
};

std::int64_t free_now(Device device) {
  if (!device.is_cpu()) return free_device_memory(device);
  return free_memory().available_bytes + memory_usage().resident_bytes;
}

}   // namespace

MemoryPlan plan_memory(const PlanRequest& request) {
  MemoryPlan plan;
  plan.free_bytes = request.assumed_free_bytes > 0 ? request.assumed_free_bytes : free_now(request.train.device);
  plan.checkpointed_layers = choose_checkpointed(request, plan.free_bytes);
  const MemoryEstimate estimate = estimate_memory(request, plan.checkpointed_layers);
  const PhasePeak worst = estimate.worst();
  plan.peak_bytes = estimate.lasting_bytes() + worst.bytes;
  plan.peak_phase = worst.phase;
  plan.trainable = estimate.method.trainable;
  plan.total_weights = request.model.parameter_count();
  plan.steps = request.train.steps;
  plan.delta_bytes = estimate.method.delta_bytes;
  plan.disk_bytes = 2 * estimate.method.state_bytes + plan.delta_bytes + kLogLineBytes * request.train.steps;
  for (const auto* part : {&estimate.lasting, &estimate.step, &estimate.refresh, &estimate.evaluation})
    plan.items.insert(plan.items.end(), part->begin(), part->end());
  plan.host_items = estimate.host;

  const auto peak = static_cast<double>(plan.peak_bytes), available = static_cast<double>(plan.free_bytes);
  if (peak > available) plan.verdict = MemoryPlan::Verdict::DoesNotFit;
  else if (peak > kComfort * available) plan.verdict = MemoryPlan::Verdict::Tight;
  if (plan.verdict != MemoryPlan::Verdict::Fits)
    plan.remedies = Remedies(request, plan.checkpointed_layers, plan.peak_bytes).list();
  return plan;
}

}   // namespace lift
