#pragma once
// Chooses the next token from logits by SamplingConfig: repetition penalty (Keskar et al. 2019), temperature, top-k,
// top-p (Holtzman et al. 2020) and min-p (Nguyen et al. 2024), in this order, each applied to what is left before it.
// Used by text_generator. Tensor-free. Thread: one thread at a time. Private to core/generate.
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/generate/sampling_config.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

class Sampler {
 public:
  // `sequence`: index of the prompt. Each has its own random stream, so its answer does not depend on the others.
  explicit Sampler(const SamplingConfig& config, std::uint64_t sequence = 0);

  // logits: one per token of the vocabulary; overwritten. seen: ids of prompt and answer so far. Of equal logits the
  // one with the lower id is preferred. Errors: NonFinite when a logit is NaN or +infinity, or none is finite.
  Result<TokenId> choose(std::span<float> logits, std::span<const TokenId> seen);

 private:
  struct Candidate {
    float logit;
    TokenId id;
  };
  TokenId draw(std::span<const float> logits);
  // Moves the `count` most likely candidates to the front of candidates_, best first.
  void sort_front(std::size_t count);

  SamplingConfig config_;
  RandomStream random_;
  std::vector<Candidate> candidates_;
  std::vector<double> weights_;
};

}   // namespace lift
