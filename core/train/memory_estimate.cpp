#include "core/train/memory_estimate.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "core/base/say.h"
#include "core/evaluate/evaluate_config.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/rows/cross_entropy.h"
#include "core/model/layer_memory.h"
#include "core/train/method.h"

namespace lift {

namespace {

// Program, LibTorch, MKL and OpenMP before a model is loaded, measured.
constexpr std::int64_t kLibraries = std::int64_t{115} << 20;
// What the heap keeps of small pieces for half a second and the math library of its own. Measured on 8 and 30 layers.
constexpr std::int64_t kPool = std::int64_t{32} << 20;
// A GPU's own program memory: context, cuBLAS with its workspace, cuSOLVER. A guess: no GPU could be had to measure it.
constexpr std::int64_t kGpuLibraries = std::int64_t{800} << 20;

std::int64_t sum(const std::vector<MemoryItem>& items) {
  std::int64_t bytes = 0;
  for (const MemoryItem& item : items) bytes += item.bytes;
  return bytes;
}

struct Pass {
  std::int64_t tokens = 0, labels = 0;
};

class Estimator {
 public:
  Estimator(const PlanRequest& request, std::int64_t checkpointed)
      : request_(request),
        model_(request.model),
        checkpointed_(checkpointed),
        element_(byte_size(request.train.dtype)),
        of_token_(layer_token_bytes(request.model, byte_size(request.train.dtype))),
        method_(plan_method(request)) {
    pass_ = largest_pass();
  }

  MemoryEstimate run() {
    MemoryEstimate estimate;
    lasting(estimate.lasting);
    step(estimate.step);
    estimate.refresh = method_.refresh;
    evaluation(estimate.evaluation);
    if (!request_.train.device.is_cpu()) move_to_gpu(estimate);
    estimate.method = std::move(method_);
    return estimate;
  }

 private:
  Pass largest_pass() const {
    if (request_.pass_tokens > 0) return {request_.pass_tokens, request_.pass_labels};
    const std::int64_t row = std::max<std::int64_t>(1, request_.longest_row);
    const std::int64_t rows =
        std::clamp<std::int64_t>(request_.train.microbatch_tokens / row, 1, request_.train.batch_rows);
    const std::int64_t labels = request_.labels_per_row > 0 ? std::min(request_.labels_per_row, row) : row;
    return {rows * row, rows * labels};
  }

  std::int64_t trained_layers() const { return model_.layer_count - method_.lowest_layer; }

  void lasting(std::vector<MemoryItem>& items) const {
    const std::int64_t parameters = model_.parameter_count();
    items.push_back({say("program and libraries"), say("LibTorch and what it loads, measured"), kLibraries});
    items.push_back({say("weights"), say("{} weights of {} bytes", parameters, element_), parameters * element_});
    items.insert(items.end(), method_.lasting.begin(), method_.lasting.end());
  }

  void step(std::vector<MemoryItem>& items) const {
    const std::int64_t checkpointed = std::min(checkpointed_, trained_layers());
    const std::int64_t whole = trained_layers() - checkpointed + (checkpointed > 0 ? 1 : 0);
    const std::int64_t input = model_.hidden_size * element_;
    const std::int64_t per_token = whole * of_token_.kept + checkpointed * input;
    items.push_back(
        {say("activations"),
         say("{} tokens a pass, {} layers kept whole and {} as their input", pass_.tokens, whole, checkpointed),
         pass_.tokens * per_token, false});
    items.push_back({say("pools"),
                     say("scratch of matrix products and freed pieces that the allocator keeps, measured"), kPool,
                     false});
    const std::int64_t chunk = std::min(pass_.labels, head_chunk_labels(model_.vocabulary_size, element_));
    if (request_.train.dtype == DType::BF16 && request_.train.device.is_cpu()) {
      const std::int64_t wide = std::max(widening_bytes(pass_.tokens, model_.intermediate_size, model_.hidden_size),
                                         widening_bytes(chunk, model_.vocabulary_size, model_.hidden_size));
      if (wide > 0)
        items.push_back({say("widened factors"),
                         say("a product at a time in fp32: this CPU has no instructions for bf16"), wide, false});
    }
    items.insert(items.end(), method_.step.begin(), method_.step.end());
    const std::int64_t layer = pass_.tokens * of_token_.workspace;
    const std::int64_t copies = model_.logit_soft_cap > 0 ? 2 : 1;   // the slopes of capped logits beside them
    const std::int64_t loss = copies * chunk * model_.vocabulary_size * element_ + 5 * pass_.labels * input;
    if (layer >= loss)   // one after the other, in the same pages
      items.push_back({say("layer workspace"), say("gradients and products of the layer at work"), layer, false});
    else
      items.push_back({say("loss"),
                       say("{} of {} labels at a time against {} words", chunk, pass_.labels, model_.vocabulary_size),
                       loss, false});
  }

  // What a run on a GPU leaves with the host, and what it needs besides (kernels/attention_by_rows.h).
  void move_to_gpu(MemoryEstimate& estimate) const {
    const std::array host_names{say("program and libraries"), say("record of changes"), say("next record of changes"),
                                say("pools")};
    for (auto* part : {&estimate.lasting, &estimate.step, &estimate.refresh}) {
      const auto on_gpu = std::stable_partition(part->begin(), part->end(), [&](const MemoryItem& item) {
        return std::ranges::find(host_names, item.name) == host_names.end();
      });
      std::move(on_gpu, part->end(), std::back_inserter(estimate.host));
      part->erase(on_gpu, part->end());
    }
    estimate.lasting.push_back(
        {say("CUDA and libraries"), say("context, cuBLAS and cuSOLVER, a guess that was not measured"), kGpuLibraries});
    whole_scores(estimate);
  }

  void whole_scores(MemoryEstimate& estimate) const {
    const std::int64_t row = std::max<std::int64_t>(1, request_.longest_row),
                       wide = std::max<std::int64_t>(4, element_);
    const std::int64_t scores = (model_.layer.attention_soft_cap > 0 ? 4 : 3) * model_.head_count * row * row * wide;
    const std::int64_t heads = 6 * model_.head_count * row * model_.head_dim * wide;
    for (auto* part : {&estimate.step, &estimate.evaluation})
      part->push_back({say("attention"), say("scores and heads of one row of {} tokens", row), scores + heads, false});
  }

  void evaluation(std::vector<MemoryItem>& items) const {
    const std::int64_t row = std::max<std::int64_t>(request_.longest_row, 1);
    const std::int64_t tokens = std::max(row, evaluation_pass_tokens(pass_.tokens));
    const std::int64_t chunk = head_chunk_labels(model_.vocabulary_size, element_);
    items.push_back({say("evaluation"), say("{} tokens of one layer, without gradients", tokens),
                     tokens * of_token_.evaluation + chunk * model_.vocabulary_size * element_, false});
  }

  const PlanRequest& request_;
  const ModelConfig& model_;
  const std::int64_t checkpointed_, element_;
  const TokenBytes of_token_;
  MethodPlan method_;
  Pass pass_;
};

}   // namespace

std::int64_t MemoryEstimate::lasting_bytes() const { return sum(lasting); }

PhasePeak MemoryEstimate::worst() const {
  PhasePeak worst{"training step", sum(step)};
  if (const std::int64_t bytes = sum(refresh); bytes > worst.bytes) worst = {"mask refresh", bytes};
  if (const std::int64_t bytes = sum(evaluation); bytes > worst.bytes) worst = {"evaluation", bytes};
  return worst;
}

MemoryEstimate estimate_memory(const PlanRequest& request, std::int64_t checkpointed_layers) {
  return Estimator(request, checkpointed_layers).run();
}

}   // namespace lift
