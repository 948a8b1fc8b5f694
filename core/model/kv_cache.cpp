#include "core/model/kv_cache.h"

#include <algorithm>

#include <ATen/ops/empty.h>

#include "core/base/check.h"
#include "core/kernels/tensor_types.h"
#include "core/model/kv_cache_impl.h"

namespace lift {

namespace {

// Tokens a sequence has room for at first; the room grows by half, so that all copies together cost about two passes.
constexpr std::int64_t kFirstTokens = 128;

}   // namespace

KvCache::Impl::Impl(const ModelConfig& config, std::int64_t sequence_count, std::int64_t max_tokens_, DType dtype,
                    Device device)
    : layers(config.layer_count),
      kv_heads(config.kv_head_count),
      head_dim(config.head_dim),
      max_tokens(max_tokens_),
      options(at::TensorOptions(to_scalar_type(dtype)).device(to_torch(device))),
      sequences(static_cast<std::size_t>(sequence_count)) {}

KvCache::Impl::Sequence& KvCache::Impl::at(std::int64_t sequence) {
  LIFT_CHECK(sequence >= 0 && sequence < std::ssize(sequences), "the cache has the sequence");
  return sequences[static_cast<std::size_t>(sequence)];
}

void KvCache::Impl::reserve(std::int64_t number, std::int64_t tokens) {
  Sequence& sequence = at(number);
  LIFT_CHECK(tokens <= max_tokens, "the sequence stays within the tokens the cache was made for");
  const std::int64_t room = sequence.memory_L2GCD.defined() ? sequence.memory_L2GCD.size(3) : 0;
  if (tokens <= room) return;
  const std::int64_t wanted = std::min(max_tokens, std::max({tokens, room + room / 2, kFirstTokens}));
  at::Tensor grown = at::empty({layers, 2, kv_heads, wanted, head_dim}, options);
  if (sequence.length > 0)
    grown.narrow(3, 0, sequence.length).copy_(sequence.memory_L2GCD.narrow(3, 0, sequence.length));
  sequence.memory_L2GCD = std::move(grown);
}

KvCache::KvCache(const ModelConfig& config, std::int64_t sequences, std::int64_t max_tokens, DType dtype, Device device)
    : impl_(std::make_unique<Impl>(config, sequences, max_tokens, dtype, device)) {}
KvCache::~KvCache() = default;

std::int64_t KvCache::length(std::int64_t sequence) const { return impl_->at(sequence).length; }

void KvCache::truncate(std::int64_t sequence, std::int64_t length) {
  KvCache::Impl::Sequence& one = impl_->at(sequence);
  LIFT_CHECK(length >= 0 && length <= one.length, "a cache is cut to at most its length");
  if (length == one.length) return;
  LIFT_CHECK(length == 0 || one.states.empty(), "the states of a delta net go back to the beginning only");
  one.inputs.clear();
  one.states.clear();
  one.length = length;
}

}   // namespace lift
