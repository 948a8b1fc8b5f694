#include "core/exchange/export_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/kernels/tensor_types.h"
#include "core/model/kv_cache.h"
#include "core/model/model_loader.h"

namespace lift {

namespace {

bool same_bits(const at::Tensor& a, const at::Tensor& b) {
  const at::Tensor left = a.cpu().contiguous(), right = b.cpu().contiguous();
  const auto x = bytes_of(left), y = bytes_of(right);
  return left.scalar_type() == right.scalar_type() && x.size() == y.size() &&
         std::memcmp(x.data(), y.data(), x.size()) == 0;
}

Status compare_tensors(const CausalLm& model, const CausalLm& exported, const std::string& file, ExportCheck& check) {
  const auto ours = model.named_tensors(), theirs = exported.named_tensors();
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const auto& [name, tensor] = ours[i];
    if (i >= theirs.size() || theirs[i].first != name || theirs[i].second.sizes() != tensor.sizes())
      return make_error(
          ErrorCode::Mismatch, file,
          say("expected tensor {} of shape [{}], found another", name, fmt::join(tensor.sizes().vec(), ", ")));
    if (check.first_difference.empty() && !same_bits(tensor, theirs[i].second)) check.first_difference = name;
  }
  check.exact = check.first_difference.empty() && ours.size() == theirs.size();
  return {};
}

// At every position of the prompt, fp32 [tokens, V] on the CPU.
at::Tensor all_logits(const CausalLm& model, const std::vector<TokenId>& ids) {
  PackedBatch batch;
  batch.ids = ids;
  batch.positions.resize(ids.size());
  std::iota(batch.positions.begin(), batch.positions.end(), 0);
  batch.row_offsets = {0, static_cast<std::int32_t>(ids.size())};
  batch.source_rows = {0};
  return model.logits(batch, batch.positions).cpu();
}

// As share of our largest |logit|.
double logit_difference(const CausalLm& model, const CausalLm& exported, const std::vector<TokenId>& ids) {
  const at::Tensor ours = all_logits(model, ids), theirs = all_logits(exported, ids);
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

}   // namespace

Result<ExportCheck> check_export(const CausalLm& model, const Tokenizer& tokenizer,
                                 const std::filesystem::path& exported, const ExportCheckOptions& options,
                                 const TaskContext& task) {
  LIFT_ASSIGN(const LoadedModel loaded,
              load_model(exported, {to_dtype(model.scalar_type()), to_device(model.device())}, task));
  ExportCheck check;
  LIFT_RETURN_IF_ERROR(compare_tensors(model, *loaded.model, exported.string(), check));
  for (const std::string& prompt : options.prompts) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, exported.string(), say("checking the export was cancelled"));
    std::vector<TokenId> ids;
    for (const Token& token : tokenizer.encode(prompt)) ids.push_back(token.id);
    const auto room = model.config().max_positions - static_cast<std::int64_t>(ids.size());
    if (ids.empty() || room < 1) continue;
    const double difference = logit_difference(model, *loaded.model, ids);
    check.largest_logit_difference = std::max(check.largest_logit_difference, difference);
    const std::int64_t new_tokens = std::min(options.new_tokens, room);
    check.same_text += greedy(model, ids, new_tokens) == greedy(*loaded.model, ids, new_tokens);
    ++check.prompts;
    task.report(say("comparing the export with the model"), check.prompts,
                static_cast<std::int64_t>(options.prompts.size()));
  }
  return check;
}

}   // namespace lift
