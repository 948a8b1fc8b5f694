#include "core/spectra/spectrum.h"

#include <algorithm>
#include <cmath>

namespace lift {

std::vector<float> Spectrum::cumulative_energy() const {
  std::vector<float> shares;
  shares.reserve(singular_values.size());
  double energy = 0;
  for (float value : singular_values) {
    energy += static_cast<double>(value) * value;
    // Squares of rounded values may add up to a hair more than the entries' own.
    shares.push_back(total_energy > 0 ? static_cast<float>(std::min(1.0, energy / total_energy)) : 0.0f);
  }
  return shares;
}

double Spectrum::energy_share(std::int64_t rank) const {
  const auto count =
      static_cast<std::size_t>(std::clamp<std::int64_t>(rank, 0, static_cast<std::int64_t>(singular_values.size())));
  double energy = 0;
  for (std::size_t i = 0; i < count; ++i) energy += static_cast<double>(singular_values[i]) * singular_values[i];
  return total_energy > 0 ? std::min(1.0, energy / total_energy) : 0;
}

double Spectrum::stable_rank() const {
  if (singular_values.empty() || !(singular_values[0] > 0)) return 0;
  return total_energy / (static_cast<double>(singular_values[0]) * singular_values[0]);
}

double Spectrum::effective_rank() const {
  double sum = 0;
  for (float value : singular_values) sum += value;
  if (!(sum > 0)) return 0;
  double entropy = 0;
  for (float value : singular_values)
    if (const double share = value / sum; share > 0) entropy -= share * std::log(share);
  return std::exp(entropy);
}

std::int64_t Spectrum::rank_for_energy(double share) const {
  double energy = 0;
  for (std::size_t i = 0; i < singular_values.size(); ++i) {
    energy += static_cast<double>(singular_values[i]) * singular_values[i];
    if (energy >= share * total_energy) return static_cast<std::int64_t>(i) + 1;
  }
  return full_rank();
}

}   // namespace lift
