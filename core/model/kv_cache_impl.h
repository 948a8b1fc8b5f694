#pragma once
// The memory of a KvCache. Private to core/model (kv_cache, decoding).
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/model/kv_cache.h"

namespace lift {

struct KvCache::Impl {
  struct Sequence {
    at::Tensor memory_L2GCD;   // [layers, keys and values, kv heads, capacity, head_dim]; a head's tokens lie together
    std::int64_t length = 0;
    std::vector<at::Tensor> inputs, states;   // of each layer with a delta net: RecurrentState, without its rows
  };

  Impl(const ModelConfig& config, std::int64_t sequence_count, std::int64_t max_tokens, DType dtype, Device device);

  Sequence& at(std::int64_t sequence);
  void reserve(std::int64_t sequence, std::int64_t tokens);   // room for `tokens` in all

  std::int64_t layers, kv_heads, head_dim, max_tokens;
  at::TensorOptions options;
  std::vector<Sequence> sequences;
};

}   // namespace lift
