#pragma once
// Keys and values of B sequences, grown in blocks. Used by generate/ through CausalLm. Thread: the engine's.
#include <cstdint>
#include <memory>

#include "core/model/model_config.h"

namespace lift {

class KvCache {
 public:
  KvCache(const ModelConfig& config, std::int64_t sequences, std::int64_t max_tokens, DType dtype, Device device);
  ~KvCache();

  std::int64_t length(std::int64_t sequence) const;
  void truncate(std::int64_t sequence,
                std::int64_t length);   // for going back, 0 = empty; with delta nets only to that

  struct Impl;
  Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}   // namespace lift
