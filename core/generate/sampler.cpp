#include "core/generate/sampler.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/base/say.h"

namespace lift {

namespace {

// Divides the logits of seen tokens that are positive, multiplies those that are negative; each token once.
void penalise(std::span<float> logits, std::span<const TokenId> seen, double penalty) {
  std::vector<TokenId> ids(seen.begin(), seen.end());
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (TokenId id : ids) {
    float& logit = logits[static_cast<std::size_t>(id)];
    logit = static_cast<float>(logit > 0 ? logit / penalty : logit * penalty);
  }
}

}   // namespace

Sampler::Sampler(const SamplingConfig& config, std::uint64_t sequence)
    : config_(config), random_(stream_seed(config.seed, "sampling", sequence)) {}

Result<TokenId> Sampler::choose(std::span<float> logits, std::span<const TokenId> seen) {
  LIFT_CHECK(!logits.empty(), "there is a token to choose");
  if (config_.repetition_penalty != 1) penalise(logits, seen, config_.repetition_penalty);
  std::size_t best = 0;
  bool defined = true;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    defined = defined && !std::isnan(logits[i]);
    if (logits[i] > logits[best]) best = i;
  }
  if (!defined || !std::isfinite(logits[best]))
    return make_error(ErrorCode::NonFinite, say("logits of the next token"),
                      say("expected numbers, found NaN or infinity"),
                      say("The weights may have diverged in training, or the file is damaged"));
  if (config_.temperature == 0 || config_.top_k == 1) return static_cast<TokenId>(best);
  return draw(logits);
}

TokenId Sampler::draw(std::span<const float> logits) {
  const float largest = *std::max_element(logits.begin(), logits.end());
  const auto weight = [&](float logit) { return std::exp((double{logit} - largest) / config_.temperature); };
  candidates_.clear();
  for (std::size_t i = 0; i < logits.size(); ++i) candidates_.push_back({logits[i], static_cast<TokenId>(i)});
  if (config_.top_k > 0 && config_.top_k < std::ssize(candidates_)) {
    sort_front(static_cast<std::size_t>(config_.top_k));
    candidates_.resize(static_cast<std::size_t>(config_.top_k));
  }
  double mass = 0;
  for (const Candidate& candidate : candidates_) mass += weight(candidate.logit);

  // Best first and only as far as needed: most of a vocabulary weighs nothing.
  weights_.clear();
  double kept = 0;
  std::size_t sorted = 0;
  const double least = config_.min_p;   // relative to the best candidate, whose weight is 1
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i == sorted) sort_front(sorted = std::min(candidates_.size(), std::max<std::size_t>(64, 4 * sorted)));
    const double one = weight(candidates_[i].logit);
    if (i > 0 && (one < least || kept >= config_.top_p * mass)) break;
    weights_.push_back(one);
    kept += one;
  }
  double left = random_.uniform() * kept;
  for (std::size_t i = 0; i + 1 < weights_.size(); ++i) {
    left -= weights_[i];
    if (left < 0) return candidates_[i].id;
  }
  return candidates_[weights_.size() - 1].id;
}

void Sampler::sort_front(std::size_t count) {
  std::partial_sort(
      candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(count), candidates_.end(),
      [](const Candidate& a, const Candidate& b) { return a.logit != b.logit ? a.logit > b.logit : a.id < b.id; });
}

}   // namespace lift
