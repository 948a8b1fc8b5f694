#include "ui/plots/spectrum_math.h"

#include <algorithm>
#include <cmath>

namespace ui {

std::vector<double> cumulative_energy_percent(const std::vector<float>& singular_values, double total) {
  std::vector<double> energy;
  energy.reserve(singular_values.size());
  double sum = 0;
  for (const float value : singular_values)
    energy.push_back(sum += static_cast<double>(value) * static_cast<double>(value));
  const double whole = std::max(total, 0.0) > 0 ? total : sum;
  for (double& part : energy) part = whole > 0 ? std::min(100.0, 100 * part / whole) : 0;
  return energy;
}

double energy_percent(const std::vector<float>& singular_values, double total, int rank) {
  if (rank < 1 || singular_values.empty()) return 0;
  const std::vector<double> energy = cumulative_energy_percent(singular_values, total);
  return energy[std::min(static_cast<std::size_t>(rank), energy.size()) - 1];
}

std::vector<double> change_percent(const std::vector<float>& base, const std::vector<float>& now) {
  std::vector<double> change;
  for (std::size_t i = 0; i < std::min(base.size(), now.size()); ++i)
    change.push_back(base[i] > 0 ? 100 * (static_cast<double>(now[i]) / static_cast<double>(base[i]) - 1)
                                 : std::nan(""));
  return change;
}

}   // namespace ui
