#pragma once
// Settings of how the next token is chosen. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct SamplingConfig {
  double temperature = 0;          // 0 = always the most likely token
  std::int64_t top_k = 0;          // 0 = off
  double top_p = 1;                // 1 = off
  double min_p = 0;                // 0 = off
  double repetition_penalty = 1;   // 1 = off
  std::uint64_t seed = 0;
  std::int64_t max_new_tokens = 256;
  std::vector<std::string> stop;   // texts that end the answer; not included in it

  Status validate() const;
};

}   // namespace lift
