#include "core/session/selection_advice.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lift {

namespace {

constexpr double kBulk = 2;   // a direction below this many average ones is bulk
constexpr double kUsualDensity = 0.05;
constexpr std::int64_t kLeastRank = 4, kMostRank = 256;

std::int64_t ranks_above_bulk(const Spectrum& spectrum) {
  const double average = spectrum.total_energy / static_cast<double>(std::max<std::int64_t>(1, spectrum.full_rank()));
  const auto above = std::ranges::find_if(spectrum.singular_values,
                                          [&](float s) { return static_cast<double>(s) * s < kBulk * average; });
  return above - spectrum.singular_values.begin();
}

double budget_rank(const Spectrum& spectrum, double density) {
  const auto rows = static_cast<double>(spectrum.rows), columns = static_cast<double>(spectrum.columns);
  return density * rows * columns / (rows + columns);
}

std::int64_t nearest_power_of_two(double value) {
  return std::int64_t{1} << static_cast<int>(std::lround(std::log2(std::max(1.0, value))));
}

template <typename T>
T median(std::vector<T> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double affordable_density(const MemoryPlan& plan) {
  if (plan.verdict != MemoryPlan::Verdict::DoesNotFit) return kUsualDensity;
  // Indices, values, gradients and moments are what the density decides; everything else stays.
  const double per_share = 18.0 * static_cast<double>(plan.total_weights);
  for (const double density : {0.02, 0.01})
    if (static_cast<double>(plan.peak_bytes) - (kUsualDensity - density) * per_share <=
        static_cast<double>(plan.free_bytes))
      return density;
  return 0.01;
}

}   // namespace

std::optional<SelectionAdvice> advise_selection(std::span<const Spectrum> spectra, const MemoryPlan* plan) {
  if (spectra.empty()) return {};
  SelectionAdvice advice;
  advice.density = plan ? affordable_density(*plan) : kUsualDensity;
  advice.limited_by_memory = advice.density < kUsualDensity;
  std::vector<double> budgets;
  std::vector<std::int64_t> structures;
  for (const Spectrum& spectrum : spectra) {
    budgets.push_back(budget_rank(spectrum, advice.density));
    structures.push_back(ranks_above_bulk(spectrum));
  }
  advice.budget_rank = median(budgets);
  advice.structure = median(structures);
  advice.limited_by_spectrum = static_cast<double>(advice.structure) < advice.budget_rank;
  const double wanted = std::min(advice.budget_rank, static_cast<double>(advice.structure));
  advice.rank = std::clamp(nearest_power_of_two(wanted), kLeastRank, kMostRank);
  std::vector<double> shares;
  for (const Spectrum& spectrum : spectra) shares.push_back(spectrum.energy_share(advice.rank));
  advice.weakest = std::ranges::min_element(shares) - shares.begin();
  advice.strongest = std::ranges::max_element(shares) - shares.begin();
  advice.energy_share = median(shares);
  return advice;
}

}   // namespace lift
