#pragma once
// Energy of singular values as a plot shows it. Pure.
#include <vector>

namespace ui {

// 100 * sum of the first squares / total, one per value; total 0 = the sum of all of them. Never above 100.
std::vector<double> cumulative_energy_percent(const std::vector<float>& singular_values, double total);
double energy_percent(const std::vector<float>& singular_values, double total, int rank);

// 100 * (now / base - 1), rank by rank, as far as both go; NaN where the base is 0.
std::vector<double> change_percent(const std::vector<float>& base, const std::vector<float>& now);

}   // namespace ui
