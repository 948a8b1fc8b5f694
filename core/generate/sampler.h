#pragma once
// Chooses the next token from logits, as SamplingConfig says: repetition penalty (Keskar et al. 2019), temperature,
// top-k, top-p (Holtzman et al. 2020), min-p (Nguyen et al. 2024), in this order, each a filter of what is left.
// Used by text_generator. Tensor-free. Thread: one at a time. Private to core/generate.
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
  // `sequence` tells the random streams of one batch apart: a prompt's answer does not depend on its neighbours.
  explicit Sampler(const SamplingConfig& config, std::uint64_t sequence = 0);

  // logits: one per token of the vocabulary, used up as scratch. seen: prompt and answer so far. Of equal logits the
  // lower id counts as larger. Error: NonFinite, when a logit is NaN or +infinity, or none is finite.
  Result<TokenId> choose(std::span<float> logits, std::span<const TokenId> seen);

 private:
  struct Candidate {
    float logit;
    TokenId id;
  };
  TokenId draw(std::span<const float> logits);
  // The most likely `count` candidates, best first, at the front of candidates_.
  void sort_front(std::size_t count);

  SamplingConfig config_;
  RandomStream random_;
  std::vector<Candidate> candidates_;
  std::vector<double> weights_;
};

}   // namespace lift
