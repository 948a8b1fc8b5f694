#include "core/session/selection_advice.h"

#include <algorithm>
#include <vector>

namespace lift {

namespace {

constexpr double kBulk = 2;   // a direction below this many average ones is bulk
constexpr std::int64_t kLeastRank = 4, kMostRank = 256;

std::int64_t ranks_above_bulk(const Spectrum& spectrum) {
  const double average = spectrum.total_energy / static_cast<double>(std::max<std::int64_t>(1, spectrum.full_rank()));
  const auto above = std::ranges::find_if(
      spectrum.singular_values, [&](float s) { return static_cast<double>(s) * s < kBulk * average; });
  return above - spectrum.singular_values.begin();
}

template <typename T>
T median(std::vector<T> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double affordable_density(const MemoryPlan& plan) {
  if (plan.verdict != MemoryPlan::Verdict::DoesNotFit) return 0.05;
  // Indices, values, gradients and moments are what the density decides; everything else stays.
  const double per_share = 18.0 * static_cast<double>(plan.total_weights);
  for (const double density : {0.02, 0.01})
    if (static_cast<double>(plan.peak_bytes) - (0.05 - density) * per_share <= static_cast<double>(plan.free_bytes)) return density;
  return 0.01;
}

}  // namespace

std::optional<SelectionAdvice> advise_selection(std::span<const Spectrum> spectra, const MemoryPlan* plan) {
  if (spectra.empty()) return {};
  std::vector<std::int64_t> ranks;
  for (const Spectrum& spectrum : spectra) ranks.push_back(ranks_above_bulk(spectrum));
  SelectionAdvice advice;
  advice.rank = kLeastRank;
  const std::int64_t wanted = median(ranks);
  while (advice.rank < wanted && advice.rank < kMostRank) advice.rank *= 2;
  std::vector<double> shares;
  for (const Spectrum& spectrum : spectra) shares.push_back(spectrum.energy_share(advice.rank));
  advice.weakest = std::ranges::min_element(shares) - shares.begin();
  advice.strongest = std::ranges::max_element(shares) - shares.begin();
  advice.energy_share = median(shares);
  advice.density = plan ? affordable_density(*plan) : 0.05;
  advice.limited_by_memory = advice.density < 0.05;
  return advice;
}

}  // namespace lift
