#include "core/session/self_check_training.h"

#include <chrono>
#include <cmath>

#include <ATen/ops/empty.h>

#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/tensor_types.h"
#include "core/model/causal_lm.h"
#include "core/model/kv_cache.h"
#include "core/session/self_check_cases.h"
#include "core/train/method.h"

namespace lift {

namespace {

constexpr std::uint64_t kSeed = 7;
constexpr int kSteps = 10;

ModelConfig small_llama() {
  ModelConfig config;
  config.family = "llama";
  config.name = "self-check";
  config.hidden_size = 64;
  config.intermediate_size = 160;
  config.layer_count = 2;
  config.head_count = 4;
  config.kv_head_count = 2;
  config.head_dim = 16;
  config.vocabulary_size = 300;
  config.max_positions = 128;
  config.tied_head = true;
  return config;
}

// Rounded to `stored` first: every form starts from the same weights.
CausalLm random_model(const ModelConfig& config, OperandForm form) {
  SelfCheckOperands random(form);
  const auto matrix = [&](std::int64_t rows, std::int64_t columns) {
    return random.normal({rows, columns}, 0, 1 / std::sqrt(static_cast<double>(columns)));
  };
  const auto norm = [&] { return random.normal({config.hidden_size}, 1, 0.1); };
  CausalLm::Weights weights;
  weights.embedding = matrix(config.vocabulary_size, config.hidden_size);
  weights.head = weights.embedding;
  weights.final_norm = norm();
  for (std::int64_t number = 0; number < config.layer_count; ++number) {
    CausalLm::Layer& layer = weights.layers.emplace_back();
    for (const LayerTensor& planned : config.layer.tensors)
      if (!planned.is_matrix()) layer[planned.role] = norm();
    for (Projection p : config.layer.matrices()) layer[p] = matrix(config.rows(p), config.columns(p));
  }
  return CausalLm(config, std::move(weights));
}

// Four rows of random tokens; the second half of each has labels.
PackedBatch random_batch(std::int64_t vocabulary) {
  RandomStream random(stream_seed(kSeed, "self-check rows"));
  PackedBatch batch;
  batch.row_offsets = {0};
  for (std::int32_t length : {23, 40, 9, 31}) {
    for (std::int32_t position = 0; position < length; ++position) {
      const auto here = static_cast<std::int32_t>(batch.ids.size());
      const auto id = static_cast<TokenId>(random.below(static_cast<std::uint64_t>(vocabulary)));
      if (position > length / 2) {
        batch.labelled.push_back(here - 1);
        batch.label_ids.push_back(id);
      }
      batch.ids.push_back(id);
      batch.positions.push_back(position);
    }
    batch.row_offsets.push_back(static_cast<std::int32_t>(batch.ids.size()));
    batch.source_rows.push_back(batch.row_count() - 1);
  }
  return batch;
}

struct Losses {
  std::vector<double> mean;   // per step
  double seconds = 0;
};

Result<Losses> train(OperandForm form, const TaskContext& task) {
  const auto begin = std::chrono::steady_clock::now();
  const ModelConfig config = small_llama();
  CausalLm model = random_model(config, form);
  const PackedBatch batch = random_batch(config.vocabulary_size);
  SelectionConfig selection;
  selection.rank = 8;
  OptimizerConfig optimizer;
  optimizer.learning_rate = 5e-3;
  const auto method = find_method("lift")->make({model, selection, optimizer, kSeed});
  LIFT_RETURN_IF_ERROR([&]() -> Status {
    LIFT_ASSIGN([[maybe_unused]] const RefreshEvent chosen, method->select(task, {}));
    return {};
  }());
  Losses losses;
  for (int step = 0; step < kSteps; ++step) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("self-check"), say("stopped before its end"));
    method->zero_grad();
    const LossSum loss = model.forward_backward(
        batch, method->sink(),
        {.gradient_scale = 1.0 / static_cast<double>(batch.label_count()), .checkpointed_layers = 1});
    losses.mean.push_back(loss.loss / static_cast<double>(loss.labels));
    method->step(optimizer.learning_rate, 1);
  }
  losses.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return losses;
}

Result<Losses> train(CpuIsa isa, OperandForm form, const TaskContext& task) {
  const CpuIsaLimit limit(isa);
  return train(form, task);
}

// Two prompts, then five tokens each: the logits of all.
std::vector<at::Tensor> decode(OperandForm form) {
  const ModelConfig config = small_llama();
  const CausalLm model = random_model(config, form);
  KvCache cache(config, 2, 32, to_dtype(form.computed), to_device(form.device));
  const std::vector<TokenId> first{17, 4, 250, 31, 99}, second{8, 120};
  std::vector<at::Tensor> logits{model.prefill(cache, 0, first), model.prefill(cache, 1, second)};
  const std::vector<std::int64_t> sequences{0, 1};
  for (TokenId id = 40; id < 45; ++id) logits.push_back(model.decode_step(cache, sequences, std::vector{id, id + 7}));
  for (at::Tensor& one : logits) one = one.to(at::kCPU);
  return logits;
}

SelfCheckRow decoding_row(std::string ran_on, std::string against, OperandForm form,
                          const std::vector<at::Tensor>& expected) {
  const auto begin = std::chrono::steady_clock::now();
  const std::vector<at::Tensor> found = decode(form);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  SelfCheckRow row{"decoding, fp32",
                   std::move(ran_on),
                   std::move(against),
                   largest_difference(found, expected),
                   1e-5,
                   seconds,
                   false};
  row.passed = row.difference <= row.bound;
  return row;
}

SelfCheckRow row_of(at::ScalarType type, std::string_view ran_on, std::string_view against, const Losses& found,
                    const Losses& expected) {
  SelfCheckRow row{"ten training steps, " + std::string(name_of(to_dtype(type))),
                   std::string(ran_on),
                   std::string(against),
                   0,
                   type == at::kBFloat16 ? 1e-2 : 1e-5,
                   found.seconds,
                   false};
  double largest = 0;
  for (std::size_t step = 0; step < found.mean.size(); ++step) {
    const double difference = std::abs(found.mean[step] - expected.mean[step]);
    row.difference = std::isfinite(difference) ? std::max(row.difference, difference) : INFINITY;
    largest = std::max(largest, std::abs(expected.mean[step]));
  }
  row.difference /= largest;
  row.passed = row.difference <= row.bound && found.mean.back() < found.mean.front();
  return row;
}

}   // namespace

std::vector<SelfCheckRow> check_decoding(std::optional<at::Device> gpu) {
  const OperandForm cpu{at::kFloat, at::kFloat, at::kCPU};
  std::vector<at::Tensor> portable;
  {
    const CpuIsaLimit limit(CpuIsa::Portable);
    portable = decode(cpu);
  }
  std::vector<SelfCheckRow> rows;
  const CpuIsa best = available_cpu_isas().back();
  if (best != CpuIsa::Portable) rows.push_back(decoding_row(std::string(name_of(best)), "portable", cpu, portable));
  if (gpu) rows.push_back(decoding_row(gpu->str(), "CPU", {at::kFloat, at::kFloat, *gpu}, portable));
  return rows;
}

Result<std::vector<SelfCheckRow>> check_training(std::optional<at::Device> gpu, const TaskContext& task) {
  std::vector<SelfCheckRow> rows;
  const CpuIsa best = available_cpu_isas().back();
  for (at::ScalarType type : {at::kFloat, at::kBFloat16}) {
    LIFT_ASSIGN(const Losses precise, train(CpuIsa::Portable, {type, at::kDouble, at::kCPU}, task));
    LIFT_ASSIGN(const Losses portable, train(CpuIsa::Portable, {type, type, at::kCPU}, task));
    rows.push_back(row_of(type, name_of(CpuIsa::Portable), "fp64", portable, precise));
    LIFT_ASSIGN(const Losses fastest, train(best, {type, type, at::kCPU}, task));
    if (best != CpuIsa::Portable) rows.push_back(row_of(type, name_of(best), "portable", fastest, portable));
    if (!gpu) continue;
    LIFT_ASSIGN(const Losses on_gpu, train({type, type, *gpu}, task));
    rows.push_back(row_of(type, gpu->str(), "CPU", on_gpu, fastest));
  }
  return rows;
}

}   // namespace lift
