// Training steps of the engine, phase by phase, and the time of their matrix products alone.
#include <algorithm>
#include <numeric>

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>

#include "core/data/collator.h"
#include "core/data/data_config.h"
#include "core/kernels/attention/packed_attention.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/optim/grad_clip.h"
#include "core/optim/gradient_norm.h"
#include "core/train/method.h"
#include "tests/bench/measurement.h"

namespace lift::bench {

namespace {

// `data`: rows in the order of the file, as the peers take them. With `length`: rows of that many tokens, the second
// half labelled.
std::vector<PackedBatch> file_batches(const Settings& settings, std::int64_t batch, std::int64_t steps) {
  const std::string model = settings.text("model");
  const auto tokenizer = load_tokenizer(model).value();
  const PromptTemplate prompt = PromptTemplate::make({.name = "alpaca"}, *tokenizer, {}, model).value();
  DataConfig config;
  config.files = {settings.text("data")};
  config.prompt_format = "alpaca";
  config.max_tokens = settings.number("max_tokens", 512);
  const SftData data = load_sft_data(config, *tokenizer, prompt, 0).value();
  std::vector<PackedBatch> batches;
  for (std::int64_t step = 0; step < steps; ++step) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(batch));
    std::iota(rows.begin(), rows.end(), step * batch);
    batches.push_back(pack_rows(data.train, rows, {.share_start = settings.number("share_start", 1) != 0}));
  }
  return batches;
}

std::vector<PackedBatch> made_up_batches(std::int64_t batch, std::int64_t length, std::int64_t steps) {
  SftDataset rows;
  std::vector<TokenId> ids(static_cast<std::size_t>(length));
  std::vector<std::uint8_t> trained(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    ids[i] = static_cast<TokenId>(1000 + i * 7919 % 40000);
    trained[i] = i >= ids.size() / 2;
  }
  rows.append(0, ids, trained);
  const std::vector<std::int64_t> same(static_cast<std::size_t>(batch), 0);
  return std::vector<PackedBatch>(static_cast<std::size_t>(steps), pack_rows(rows, same, {.share_start = false}));
}

std::vector<PackedBatch> batches_of(const Settings& settings) {
  const std::int64_t batch = settings.number("batch", 8), steps = settings.number("steps", 6);
  const std::int64_t length = settings.number("length", 0);
  return length > 0 ? made_up_batches(batch, length, steps) : file_batches(settings, batch, steps);
}

// Hands on to the method's sink and adds up its time.
class TimedSink final : public WeightGradientSink {
 public:
  explicit TimedSink(WeightGradientSink& sink) : sink_(sink) {}
  bool wants(MatrixId id) const override { return sink_.wants(id); }
  void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
    const Stopwatch watch;
    sink_.accumulate(id, input_TN, grad_output_TM);
    seconds += watch.seconds();
  }
  double seconds = 0;

 private:
  WeightGradientSink& sink_;
};

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + std::ssize(values) / 2, values.end());
  return values[values.size() / 2];
}

// The attention of one step and nothing else: its time per token grows with the rows' lengths.
double attention_seconds(const CausalLm& model, const PackedBatch& batch, bool checkpointed) {
  const ModelConfig& config = model.config();
  const auto made_up = [&](std::int64_t heads) {
    return at::randn({batch.token_count(), heads, config.head_dim}).to(model.scalar_type());
  };
  const at::Tensor q = made_up(config.head_count), k = made_up(config.kv_head_count), v = made_up(config.kv_head_count);
  const at::Tensor grad_out = made_up(config.head_count);
  at::Tensor grad_q = at::empty_like(q), grad_k = at::empty_like(k), grad_v = at::empty_like(v), log_sum_exp;
  const at::Tensor rows = at::empty({std::ssize(batch.row_offsets)}, at::kInt);
  std::ranges::copy(batch.row_offsets, rows.mutable_data_ptr<std::int32_t>());
  const auto run = [&] {
    at::Tensor out = packed_attention(q, k, v, rows, {}, &log_sum_exp);
    if (checkpointed) out = packed_attention(q, k, v, rows, {}, &log_sum_exp);
    packed_attention_backward(grad_out, q, k, v, out, log_sum_exp, rows, {}, grad_q, grad_k, grad_v);
  };
  run();
  const Stopwatch watch;
  for (std::int32_t layer = 0; layer < config.layer_count; ++layer) run();
  return watch.seconds();
}

struct Totals {
  std::vector<double> steps;
  double seconds = 0, sink = 0, optimizer = 0;
  std::int64_t tokens = 0;
};

}   // namespace

nlohmann::json train(const Settings& settings) {
  const auto model = load(settings);
  const std::vector<PackedBatch> batches = batches_of(settings);
  SelectionConfig selection;
  selection.density = settings.real("density", 0.05);
  OptimizerConfig optimizer;
  const auto method = find_method("lift")->make({*model, selection, optimizer, 42});
  const RefreshEvent chosen = method->select({}, {}).value();
  const std::int64_t layers = settings.number("checkpoint", 0) ? model->config().layer_count : 0;

  Totals totals;
  std::vector<double> losses;
  nlohmann::json tokens = nlohmann::json::array(), computed = nlohmann::json::array();
  for (const PackedBatch& batch : batches) {
    computed.push_back(batch.token_count());
    TimedSink sink(method->sink());
    const Stopwatch watch;
    method->zero_grad();
    const auto labels = static_cast<double>(batch.label_count());
    const double loss =
        model->forward_backward(batch, sink, {.gradient_scale = 1 / labels, .checkpointed_layers = layers}).loss;
    const Stopwatch update;
    method->step(settings.real("learning_rate", 1e-4),
                 clip_factor(gradient_norm(method->gradients()), optimizer.clip_norm));
    losses.push_back(loss / labels);
    tokens.push_back(batch.source_token_count());
    if (losses.size() == 1 && batches.size() > 1) continue;   // the peers' first step does not count either
    totals.optimizer += update.seconds();
    totals.steps.push_back(watch.seconds());
    totals.seconds += totals.steps.back();
    totals.sink += sink.seconds;
    totals.tokens += batch.source_token_count();
  }
  const auto count = static_cast<double>(totals.steps.size());
  return {{"batch", settings.number("batch", 8)},
          {"length", settings.number("length", 0)},
          {"checkpoint", layers > 0},
          {"trainable", chosen.entries},
          {"select_s", chosen.seconds},
          {"step_s", median(totals.steps)},
          {"sampled_gradient_s", totals.sink / count},
          {"optimizer_s", totals.optimizer / count},
          {"attention_s", attention_seconds(*model, batches.back(), layers > 0)},
          {"tokens_per_s", static_cast<double>(totals.tokens) / totals.seconds},
          {"tokens", tokens},
          {"computed_tokens", computed},
          {"losses", losses}};
}

namespace {

// Forward and input gradient of every projection, into memory that is already there.
class LayerProducts {
 public:
  LayerProducts(const CausalLm& model, std::int64_t tokens) : model_(model), tokens_(tokens) {
    const ModelConfig& config = model.config();
    for (const std::int64_t width :
         {config.hidden_size, config.intermediate_size, config.rows(Projection::K), config.rows(Projection::Q)})
      if (!of_width_.contains(width)) of_width_[width] = at::randn({tokens, width}).to(model.scalar_type());
  }

  void run() {
    for (std::int32_t layer = 0; layer < model_.config().layer_count; ++layer)
      for (const Projection projection : every_projection()) {
        const at::Tensor& weight = model_.weight({layer, projection});
        multiply(of_width_.at(weight.size(1)), weight, true);
        multiply(of_width_.at(weight.size(0)), weight, false);
      }
  }

  void head(const at::Tensor& hidden_LD, const at::Tensor& head_VD) {
    constexpr std::int64_t kChunk = 256;
    for (std::int64_t first = 0; first < hidden_LD.size(0); first += kChunk) {
      const at::Tensor part = hidden_LD.narrow(0, first, std::min(kChunk, hidden_LD.size(0) - first));
      multiply(multiply(part, head_VD, true), head_VD, false);
    }
  }

 private:
  // The fastest routine that the library has for the dtype: the limit must not be our own slowness.
  at::Tensor multiply(const at::Tensor& x, const at::Tensor& weight, bool transposed) {
    if (x.scalar_type() == at::kFloat) return transposed ? product_with_transposed(x, weight) : product(x, weight);
    at::Tensor& out = results_[{x.size(0), transposed ? weight.size(0) : weight.size(1)}];
    if (!out.defined()) out = at::empty({x.size(0), transposed ? weight.size(0) : weight.size(1)}, x.options());
    return transposed ? at::mm_out(out, x, weight.t()) : at::mm_out(out, x, weight);
  }

  const CausalLm& model_;
  std::int64_t tokens_;
  std::map<std::int64_t, at::Tensor> of_width_;
  std::map<std::pair<std::int64_t, std::int64_t>, at::Tensor> results_;
};

}   // namespace

nlohmann::json gemm_limit(const Settings& settings) {
  const auto model = load(settings);
  const at::Tensor head = model->named_tensors().front().second;
  double projections = 0, heads = 0;
  std::int64_t tokens = 0;
  bool warm = false;
  for (const PackedBatch& batch : batches_of(settings)) {
    LayerProducts products(*model, batch.source_token_count());
    const at::Tensor hidden_LD = at::randn({batch.label_count(), head.size(1)}).to(model->scalar_type());
    if (!std::exchange(warm, true)) products.run();
    const Stopwatch layers;
    products.run();
    projections += layers.seconds();
    const Stopwatch last;
    products.head(hidden_LD, head);
    heads += last.seconds();
    tokens += batch.source_token_count();
  }
  return {{"batch", settings.number("batch", 8)},
          {"projections_s", projections},
          {"head_s", heads},
          {"tokens_per_s", static_cast<double>(tokens) / (projections + heads)}};
}

}   // namespace lift::bench
