// The exported model and the one in memory, asked the same.
#include "core/exchange/export_check.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/evaluate/held_out_loss.h"
#include "core/kernels/tensor_types.h"
#include "core/model/kv_cache.h"
#include "core/model/model_loader.h"

namespace lift {

namespace {

constexpr std::size_t kComparedPositions = 64;   // a long prompt against a large vocabulary would take gigabytes

// At the last positions of the prompt, fp32 [positions, V] on the CPU.
at::Tensor last_logits(const CausalLm& model, const std::vector<TokenId>& ids) {
  PackedBatch batch;
  batch.ids = ids;
  batch.positions.resize(ids.size());
  std::iota(batch.positions.begin(), batch.positions.end(), 0);
  batch.row_offsets = {0, static_cast<std::int32_t>(ids.size())};
  batch.source_rows = {0};
  const std::size_t first = ids.size() - std::min(ids.size(), kComparedPositions);
  return model.logits(batch, {batch.positions.begin() + static_cast<std::ptrdiff_t>(first), batch.positions.end()})
      .cpu();
}

// As share of our largest |logit|.
double logit_difference(const CausalLm& model, const CausalLm& exported, const std::vector<TokenId>& ids) {
  const at::Tensor ours = last_logits(model, ids), theirs = last_logits(exported, ids);
  const double largest = ours.abs().max().item<double>();
  return largest > 0 ? ours.sub(theirs).abs().max().item<double>() / largest : 0;
}

std::vector<TokenId> greedy(const CausalLm& model, const std::vector<TokenId>& prompt, std::int64_t new_tokens) {
  const auto length = static_cast<std::int64_t>(prompt.size()) + new_tokens;
  KvCache cache(model.config(), 1, length, to_dtype(model.scalar_type()), to_device(model.device()));
  at::Tensor logits = model.prefill(cache, 0, prompt);
  std::vector<TokenId> chosen;
  constexpr std::int64_t kSequence[] = {0};
  while (true) {
    chosen.push_back(static_cast<TokenId>(logits.view(-1).argmax().item<std::int64_t>()));
    if (static_cast<std::int64_t>(chosen.size()) >= new_tokens) return chosen;
    logits = model.decode_step(cache, kSequence, std::span(chosen).last(1));
  }
}

Status compare_losses(const CausalLm& model, const CausalLm& exported, const std::vector<PackedBatch>& held_out,
                      const TaskContext& task, ExportCheck& check) {
  if (held_out.empty()) return {};
  LIFT_ASSIGN(const HeldOutLoss ours, held_out_loss(model, held_out, task));
  LIFT_ASSIGN(const HeldOutLoss theirs, held_out_loss(exported, held_out, task));
  check.held_out = ExportLoss{ours.loss, theirs.loss, ours.labels};
  check.statements.push_back(say("held-out loss over {} tokens: {} in memory, {} from the file ({} %)", ours.labels,
                                 fmt::format("{:.4f}", ours.loss), fmt::format("{:.4f}", theirs.loss),
                                 fmt::format("{:+.2f}", 100 * (theirs.loss / ours.loss - 1))));
  return {};
}

}   // namespace

Status compare_by_prompts(const CausalLm& model, const Tokenizer& tokenizer, const std::filesystem::path& exported,
                          const ExportCheckOptions& options, const TaskContext& task, ExportCheck& check) {
  LIFT_ASSIGN(const LoadedModel loaded,
              load_model(exported, {to_dtype(model.scalar_type()), to_device(model.device())}, task));
  std::vector<std::vector<TokenId>> prompts = options.questions;
  for (const std::string& prompt : options.prompts) prompts.push_back(prompt_ids(tokenizer, prompt, {}));
  for (const std::vector<TokenId>& ids : prompts) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, exported.string(), say("checking the export was cancelled"));
    const auto room = model.config().max_positions - static_cast<std::int64_t>(ids.size());
    if (ids.empty() || room < 1) continue;
    const double difference = logit_difference(model, *loaded.model, ids);
    check.largest_logit_difference = std::max(check.largest_logit_difference, difference);
    const std::int64_t new_tokens = std::min(options.new_tokens, room);
    check.same_text += greedy(model, ids, new_tokens) == greedy(*loaded.model, ids, new_tokens);
    ++check.prompts;
    task.report(say("comparing the export with the model"), check.prompts, static_cast<std::int64_t>(prompts.size()));
  }
  return compare_losses(model, *loaded.model, options.held_out, task, check);
}

}   // namespace lift
