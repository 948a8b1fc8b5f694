#pragma once
// Energy of singular values for the spectrum plot. Pure functions.
#include <vector>

namespace ui {

// Per value, 100 * (sum of the squares up to it) / total; total 0 = the sum of all squares. At most 100.
std::vector<double> cumulative_energy_percent(const std::vector<float>& singular_values, double total);
double energy_percent(const std::vector<float>& singular_values, double total, int rank);

// 100 * (now / base - 1) for each rank that both have; NaN where the base is 0.
std::vector<double> change_percent(const std::vector<float>& base, const std::vector<float>& now);

}   // namespace ui
