// Incremental decoding of CausalLm: new tokens attend to the keys and values of their sequence's cache.
#include <cstring>
#include <memory>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/stack.h>

#include "core/base/check.h"
#include "core/data/shared_start.h"
#include "core/kernels/attention/cached_attention.h"
#include "core/kernels/host_data.h"
#include "core/model/causal_lm_impl.h"
#include "core/model/kv_cache_impl.h"

namespace lift {

namespace {

// One new token: which sequence it continues, and at which position.
struct NewToken {
  KvCache::Impl::Sequence* sequence;
  std::int64_t position;
};

// Stores the keys and values of new tokens in their caches, and attends to what is there.
class CachedPass {
 public:
  virtual ~CachedPass() = default;
  virtual void store(std::int64_t layer, std::int64_t keys_or_values, const at::Tensor& x_TGD) const = 0;
  virtual at::Tensor attend(std::int64_t layer, const at::Tensor& q_THD) const = 0;
};

class HostPass final : public CachedPass {
 public:
  HostPass(const CausalLm::Impl& model, KvCache::Impl& cache, std::vector<NewToken> tokens)
      : model_(model), cache_(cache), tokens_(std::move(tokens)) {}

  void store(std::int64_t layer, std::int64_t keys_or_values, const at::Tensor& x_TGD) const override {
    const std::int64_t bytes = cache_.head_dim * static_cast<std::int64_t>(x_TGD.element_size());
    const auto* from = static_cast<const std::byte*>(mutable_host_bytes(x_TGD));
    for (const NewToken& token : tokens_)
      for (std::int64_t head = 0; head < cache_.kv_heads; ++head, from += bytes)
        std::memcpy(head_memory(token, layer, keys_or_values, head) + token.position * bytes, from,
                    static_cast<std::size_t>(bytes));
  }

  at::Tensor attend(std::int64_t layer, const at::Tensor& q_THD) const override {
    std::vector<CachedTokens> seen;
    const std::int64_t window = model_.kinds[model_.config.attention_kind(layer)].sliding_window;
    for (const NewToken& token : tokens_) {
      const std::int64_t last = token.position + 1;
      seen.push_back({head_memory(token, layer, 0, 0), head_memory(token, layer, 1, 0),
                      capacity(token) * cache_.head_dim, window > 0 ? std::max<std::int64_t>(0, last - window) : 0,
                      last});
    }
    return cached_attention(q_THD, cache_.kv_heads, seen, model_.config.layer.attention_scale,
                            model_.config.layer.attention_soft_cap);
  }

 private:
  static std::int64_t capacity(const NewToken& token) { return token.sequence->memory_L2GCD.size(3); }
  std::byte* head_memory(const NewToken& token, std::int64_t layer, std::int64_t keys_or_values,
                         std::int64_t head) const {
    const at::Tensor& memory = token.sequence->memory_L2GCD;
    const std::int64_t heads_before = (layer * 2 + keys_or_values) * cache_.kv_heads + head;
    return static_cast<std::byte*>(mutable_host_bytes(memory)) +
           heads_before * capacity(token) * cache_.head_dim * static_cast<std::int64_t>(memory.element_size());
  }

  const CausalLm::Impl& model_;
  KvCache::Impl& cache_;
  const std::vector<NewToken> tokens_;
};

// On a GPU: runs of tokens that follow each other in one sequence, by operations on whole tensors.
class DevicePass final : public CachedPass {
 public:
  DevicePass(const CausalLm::Impl& model, const std::vector<NewToken>& tokens) : model_(model) {
    for (const NewToken& token : tokens) {
      if (!runs_.empty() && runs_.back().sequence == token.sequence && runs_.back().end() == token.position)
        ++runs_.back().count;
      else runs_.push_back({token.sequence, token.position, 1});
    }
  }

  void store(std::int64_t layer, std::int64_t keys_or_values, const at::Tensor& x_TGD) const override {
    std::int64_t token = 0;
    for (const Run& run : runs_) {
      memory(run, layer, keys_or_values).narrow(0, run.first, run.count).copy_(x_TGD.narrow(0, token, run.count));
      token += run.count;
    }
  }

  at::Tensor attend(std::int64_t layer, const at::Tensor& q_THD) const override {
    std::vector<at::Tensor> parts;
    const AttentionOptions options{.scale = model_.config.layer.attention_scale,
                                   .sliding_window = model_.kinds[model_.config.attention_kind(layer)].sliding_window,
                                   .soft_cap = model_.config.layer.attention_soft_cap};
    std::int64_t token = 0;
    for (const Run& run : runs_) {
      const auto offsets = [](std::int64_t count) {
        return at::arange(0, count + 1, std::max<std::int64_t>(1, count), at::kInt);
      };
      parts.push_back(prefixed_attention(
          q_THD.narrow(0, token, run.count), memory(run, layer, 0).narrow(0, 0, run.end()),
          memory(run, layer, 1).narrow(0, 0, run.end()), offsets(run.count), offsets(run.end()), options));
      token += run.count;
    }
    return parts.size() == 1 ? parts.front() : at::cat(parts);
  }

 private:
  struct Run {
    KvCache::Impl::Sequence* sequence;
    std::int64_t first, count;
    std::int64_t end() const { return first + count; }
  };

  // [capacity, kv heads, head_dim]
  static at::Tensor memory(const Run& run, std::int64_t layer, std::int64_t keys_or_values) {
    return run.sequence->memory_L2GCD.select(0, layer).select(0, keys_or_values).transpose(0, 1);
  }

  const CausalLm::Impl& model_;
  std::vector<Run> runs_;
};

std::unique_ptr<CachedPass> cached_pass(const CausalLm::Impl& model, KvCache::Impl& cache,
                                        std::vector<NewToken> tokens) {
  if (model.weights.embedding.is_cpu()) return std::make_unique<HostPass>(model, cache, std::move(tokens));
  return std::make_unique<DevicePass>(model, tokens);
}

void check_cache(const CausalLm::Impl& model, const KvCache::Impl& cache, std::span<const TokenId> ids) {
  LIFT_CHECK(cache.layers == model.config.layer_count && cache.kv_heads == model.config.kv_head_count &&
                 cache.head_dim == model.config.head_dim && cache.options.type_equal(model.weights.embedding.options()),
             "the cache was made for this model and dtype");
  LIFT_CHECK(!ids.empty(), "there are tokens to add");
  for (TokenId id : ids) LIFT_CHECK(id >= 0 && id < model.config.vocabulary_size, "token ids lie in the vocabulary");
}

// The states of delta nets, of the sequence of every row; none: of what several rows begin with.
class SequenceStates final : public RecurrentMemory {
 public:
  SequenceStates(const CausalLm::Impl& model, std::vector<KvCache::Impl::Sequence*> of_rows)
      : model_(model), of_rows_(std::move(of_rows)) {}

  RecurrentState before(std::int32_t layer) const override {
    std::vector<at::Tensor> inputs, states;
    for (const auto* sequence : of_rows_) {
      inputs.push_back(sequence->inputs[static_cast<std::size_t>(layer)]);
      states.push_back(sequence->states[static_cast<std::size_t>(layer)]);
    }
    return {at::cat(inputs), at::stack(states)};
  }
  void keep(std::int32_t layer, const RecurrentState& state) override {
    const std::int64_t taps_before = model_.config.delta.taps - 1;
    for (std::size_t r = 0; r < of_rows_.size(); ++r) {
      if (!of_rows_[r]) continue;
      const auto row = static_cast<std::int64_t>(r);
      for (auto* list : {&of_rows_[r]->inputs, &of_rows_[r]->states})
        list->resize(static_cast<std::size_t>(model_.config.layer_count));
      of_rows_[r]->inputs[static_cast<std::size_t>(layer)] =
          state.inputs_RC.narrow(0, row * taps_before, taps_before).clone();
      of_rows_[r]->states[static_cast<std::size_t>(layer)] = state.states_RHKV.select(0, row).clone();
    }
  }

 private:
  const CausalLm::Impl& model_;
  std::vector<KvCache::Impl::Sequence*> of_rows_;
};

// Prompts with nothing in the cache before them: they attend as a packed batch's rows do (PackedBatch).
struct FreshRows {
  std::span<const std::int32_t> offsets, prefixes;   // no offsets: the tokens continue what is in the cache
  std::vector<KvCache::Impl::Sequence*> sequences;   // of every row; nullptr: the start that others share
};

// As many tokens of every sequence.
RecurrentRows going_on(const CausalLm::Impl& model, std::int64_t tokens, std::int64_t sequences) {
  std::vector<std::int32_t> offsets;
  for (std::int64_t r = 0; r <= sequences; ++r) offsets.push_back(static_cast<std::int32_t>(r * (tokens / sequences)));
  return {offsets, {}, model.config.delta.taps, true, model.weights.embedding.device()};
}

// read: the tokens whose logits are asked for; empty: all. tokens: what the cache has room for: a sequence turns by one
// set of angles from its first token to its last.
at::Tensor logits_of(CausalLm::Impl& model, const CachedPass& pass, std::span<const TokenId> ids,
                     std::span<const std::int32_t> positions, const FreshRows& rows, std::span<const std::int32_t> read,
                     std::int64_t tokens) {
  LayerContext context = model.context(positions, rows.offsets, rows.prefixes, tokens);
  const bool fresh = !rows.offsets.empty();
  SequenceStates states(model, rows.sequences);
  if (!model.config.delta_layers.empty()) {
    context.memory = &states;
    if (!fresh) context.recurrent = going_on(model, std::ssize(ids), std::ssize(rows.sequences));
  }
  ResidualStream stream{model.embed(ids), {}};
  for (std::int32_t number = 0; number < model.config.layer_count; ++number) {
    const Attend attend = [&](const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {
      pass.store(number, 0, k);
      pass.store(number, 1, v);
      return fresh ? context.attention(number).rows.forward(q, k, v, nullptr) : pass.attend(number, q);
    };
    const bool narrows = !read.empty() && number + 1 == model.config.layer_count;
    forward_layer(model.layer(number), context, stream, nullptr, narrows ? model.on_device(read) : at::Tensor(),
                  attend);
  }
  return model.head_logits(model.final_hidden(stream));
}

}   // namespace

at::Tensor CausalLm::prefill(KvCache& cache, std::int64_t sequence, std::span<const TokenId> prompt) const {
  KvCache::Impl& memory = cache.impl();
  check_cache(*impl_, memory, prompt);
  const std::int64_t before = memory.at(sequence).length, after = before + std::ssize(prompt);
  if (before == 0) return prefill(cache, {&sequence, 1}, {&prompt, 1});
  memory.reserve(sequence, after);
  std::vector<NewToken> tokens;
  std::vector<std::int32_t> positions;
  for (std::int64_t position = before; position < after; ++position) {
    tokens.push_back({&memory.at(sequence), position});
    positions.push_back(static_cast<std::int32_t>(position));
  }
  const auto pass = cached_pass(*impl_, memory, std::move(tokens));
  const auto last = static_cast<std::int32_t>(prompt.size()) - 1;
  at::Tensor logits =
      logits_of(*impl_, *pass, prompt, positions, {{}, {}, {&memory.at(sequence)}}, {&last, 1}, memory.max_tokens);
  memory.at(sequence).length = after;
  return logits;
}

at::Tensor CausalLm::prefill(KvCache& cache, std::span<const std::int64_t> sequences,
                             std::span<const std::span<const TokenId>> prompts) const {
  KvCache::Impl& memory = cache.impl();
  LIFT_CHECK(sequences.size() == prompts.size() && !sequences.empty(), "a prompt for every sequence");
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    LIFT_CHECK(!prompts[i].empty() && memory.at(sequences[i]).length == 0, "prompts have tokens, sequences none yet");
    memory.reserve(sequences[i], std::ssize(prompts[i]));
  }
  std::vector<std::int64_t> limits;
  for (const auto& prompt : prompts) limits.push_back(std::ssize(prompt) - 1);
  const std::int64_t shared = shared_start(prompts, limits);

  std::vector<NewToken> tokens;
  std::vector<TokenId> ids;
  std::vector<std::int32_t> positions, rows{0}, prefixes, last_tokens;
  std::vector<KvCache::Impl::Sequence*> of_rows;
  const auto append = [&](std::size_t i, std::int64_t begin, std::int64_t end) {
    for (std::int64_t position = begin; position < end; ++position) {
      tokens.push_back({&memory.at(sequences[i]), position});
      ids.push_back(prompts[i][static_cast<std::size_t>(position)]);
      positions.push_back(static_cast<std::int32_t>(position));
    }
    rows.push_back(static_cast<std::int32_t>(ids.size()));
  };
  if (shared > 0) {
    append(0, 0, shared);
    prefixes.assign(prompts.size() + 1, 0);
    prefixes.front() = -1;
    of_rows.push_back(nullptr);
  }
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    append(i, shared, std::ssize(prompts[i]));
    of_rows.push_back(&memory.at(sequences[i]));
    last_tokens.push_back(rows.back() - 1);
  }
  check_cache(*impl_, memory, ids);
  const auto pass = cached_pass(*impl_, memory, std::move(tokens));
  at::Tensor logits =
      logits_of(*impl_, *pass, ids, positions, {rows, prefixes, of_rows}, last_tokens, memory.max_tokens);
  const at::Tensor start_L2GCD = memory.at(sequences.front()).memory_L2GCD.narrow(3, 0, shared);
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    KvCache::Impl::Sequence& one = memory.at(sequences[i]);
    if (shared > 0 && i > 0) one.memory_L2GCD.narrow(3, 0, shared).copy_(start_L2GCD);
    one.length = std::ssize(prompts[i]);
  }
  return logits;
}

at::Tensor CausalLm::decode_step(KvCache& cache, std::span<const std::int64_t> sequences,
                                 std::span<const TokenId> ids) const {
  KvCache::Impl& memory = cache.impl();
  check_cache(*impl_, memory, ids);
  LIFT_CHECK(sequences.size() == ids.size(), "one token for every sequence");
  std::vector<NewToken> tokens;
  std::vector<std::int32_t> positions;
  FreshRows rows;
  for (std::int64_t sequence : sequences) {
    KvCache::Impl::Sequence& one = memory.at(sequence);
    memory.reserve(sequence, one.length + 1);
    positions.push_back(static_cast<std::int32_t>(one.length));
    tokens.push_back({&one, one.length});
    rows.sequences.push_back(&one);
  }
  const auto pass = cached_pass(*impl_, memory, std::move(tokens));
  at::Tensor logits = logits_of(*impl_, *pass, ids, positions, rows, {}, memory.max_tokens);
  for (std::int64_t sequence : sequences) ++memory.at(sequence).length;
  return logits;
}

}   // namespace lift
