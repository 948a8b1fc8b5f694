#include "core/model/rope_table.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lift {

namespace {

// Grattafiori et al. 2024 (Llama 3.1): long waves are slowed by the factor, short ones kept, those between blended.
float llama3_frequency(const RopeConfig& rope, float frequency) {
  const double original = static_cast<double>(rope.original_max_position_embeddings);
  const double wavelength = 2 * std::numbers::pi / frequency;
  if (wavelength > original / rope.low_freq_factor) return static_cast<float>(frequency / rope.factor);
  if (wavelength < original / rope.high_freq_factor) return frequency;
  const double smooth = (original / wavelength - rope.low_freq_factor) / (rope.high_freq_factor - rope.low_freq_factor);
  return static_cast<float>((1 - smooth) * frequency / rope.factor + smooth * frequency);
}

// Peng et al. 2023 (YaRN), as transformers computes it: channels that turn often in the original length keep their
// frequency, those that turn less than beta_slow times are slowed by the factor, those between are blended.
class YarnRamp {
 public:
  YarnRamp(const RopeConfig& rope, std::int64_t head_dim) : factor_(rope.factor) {
    const double dim = static_cast<double>(head_dim);
    const auto channel = [&](double turns) {
      const double original = static_cast<double>(rope.original_max_position_embeddings);
      return dim * std::log(original / (turns * 2 * std::numbers::pi)) / (2 * std::log(rope.base));
    };
    double low = channel(rope.beta_fast), high = channel(rope.beta_slow);
    if (rope.truncate) {
      low = std::floor(low);
      high = std::ceil(high);
    }
    low_ = std::max(low, 0.0);
    const double last = std::min(high, dim - 1);
    width_ = last == low_ ? 0.001 : last - low_;
  }
  float frequency(std::size_t pair, float frequency) const {
    const auto ramp = static_cast<float>(std::clamp((static_cast<double>(pair) - low_) / width_, 0.0, 1.0));
    return static_cast<float>(frequency / factor_) * ramp + frequency * (1 - ramp);
  }

 private:
  double factor_, low_ = 0, width_ = 0;
};

}   // namespace

std::vector<float> rope_frequencies(const RopeConfig& rope, std::int64_t head_dim, bool beyond) {
  const bool proportional = rope.scaling == RopeConfig::Scaling::Proportional;
  const std::int64_t width = proportional ? head_dim : rope.rotated_of(head_dim);
  std::vector<float> frequencies(static_cast<std::size_t>(width / 2));
  const YarnRamp yarn(rope, width);
  for (std::size_t pair = 0; pair < frequencies.size(); ++pair) {
    const float exponent = static_cast<float>(2 * pair) / static_cast<float>(width);
    const float power = static_cast<float>(std::pow(rope.base, static_cast<double>(exponent)));
    float frequency = 1.0f / power;
    switch (rope.scaling) {
      case RopeConfig::Scaling::None: break;
      case RopeConfig::Scaling::Linear: frequency = static_cast<float>(frequency / rope.factor); break;
      case RopeConfig::Scaling::Llama3: frequency = llama3_frequency(rope, frequency); break;
      case RopeConfig::Scaling::Yarn: frequency = yarn.frequency(pair, frequency); break;
      case RopeConfig::Scaling::Factors: frequency /= rope.frequency_factors[pair]; break;
      case RopeConfig::Scaling::LongRope:
        frequency = 1.0f / ((beyond ? rope.long_factors : rope.frequency_factors)[pair] * power);
        break;
      case RopeConfig::Scaling::Proportional:
        frequency = 2 * static_cast<std::int64_t>(pair) < rope.rotated_of(head_dim)
                        ? static_cast<float>(frequency / rope.factor)
                        : 0.0f;
        break;
    }
    frequencies[pair] = frequency;
  }
  return frequencies;
}

double longrope_attention_factor(double factor, double original_length) {
  return factor <= 1 || original_length <= 1 ? 1 : std::sqrt(1 + std::log(factor) / std::log(original_length));
}

void rope_rows(const std::vector<float>& frequencies, std::int64_t first, std::int64_t last, float* cosines,
               float* sines) {
  for (std::int64_t position = first; position < last; ++position)
    for (float frequency : frequencies) {
      // The product is rounded to fp32 before the cosine, as in training; the cosine itself is exact to fp32.
      const float angle = static_cast<float>(position) * frequency;
      *cosines++ = static_cast<float>(std::cos(static_cast<double>(angle)));
      *sines++ = static_cast<float>(std::sin(static_cast<double>(angle)));
    }
}

void recognise_llama3(RopeConfig& rope, std::int64_t head_dim) {
  RopeConfig candidate = rope;
  candidate.scaling = RopeConfig::Scaling::Llama3;
  candidate.factor = rope.frequency_factors.back();   // the lowest frequency is divided by the whole factor
  candidate.low_freq_factor = 1;
  candidate.high_freq_factor = 4;
  candidate.original_max_position_embeddings = 8192;
  if (!(candidate.factor > 0)) return;
  const std::vector<float> stored = rope_frequencies(rope, head_dim);
  const std::vector<float> computed = rope_frequencies(candidate, head_dim);
  for (std::size_t pair = 0; pair < stored.size(); ++pair)
    if (std::abs(stored[pair] - computed[pair]) > 1e-6f * computed[pair]) return;
  candidate.frequency_factors.clear();
  rope = candidate;
}

}   // namespace lift
