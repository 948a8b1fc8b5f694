#include "core/selection/overlap_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <ATen/Parallel.h>

#include "core/base/check.h"
#include "core/kernels/host_data.h"
#include "core/selection/pattern_rows.h"

namespace lift {
namespace {

// Distances to the threshold of the entries within `window` of it, ascending.
struct Margins {
  std::vector<double> inside, outside;
};

template <class T>
double lowest_selected(const T* score, const SparsePattern& selected) {
  const PatternRows rows(selected);
  double lowest = std::numeric_limits<double>::infinity();
  for (std::int64_t row = 0; row < selected.rows; ++row)
    for (std::int32_t column : rows.columns(row))
      lowest = std::min(lowest, static_cast<double>(std::abs(score[row * selected.columns_count + column])));
  return lowest;
}

template <class T>
Margins collect_margins(const T* score, const SparsePattern& selected, double threshold, double window) {
  const PatternRows rows(selected);
  const std::int64_t columns = selected.columns_count;
  const T low = static_cast<T>(threshold - window), high = static_cast<T>(threshold + window);
  constexpr std::int64_t kRows = 64;
  std::vector<Margins> parts(static_cast<std::size_t>((selected.rows + kRows - 1) / kRows));
  at::parallel_for(0, static_cast<std::int64_t>(parts.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t part = begin; part < end; ++part) {
      Margins& own = parts[static_cast<std::size_t>(part)];
      for (std::int64_t row = part * kRows; row < std::min(selected.rows, (part + 1) * kRows); ++row) {
        const T* values = score + row * columns;
        const auto chosen = rows.columns(row);
        for (std::int64_t column = 0; column < columns; ++column) {
          const T magnitude = std::abs(values[column]);
          if (magnitude < low || magnitude > high) continue;
          const bool is_selected = std::ranges::binary_search(chosen, static_cast<std::int32_t>(column));
          const double margin = static_cast<double>(magnitude) - threshold;
          (is_selected ? own.inside : own.outside).push_back(std::abs(margin));
        }
      }
    }
  });
  Margins all;
  for (const Margins& part : parts) {
    all.inside.insert(all.inside.end(), part.inside.begin(), part.inside.end());
    all.outside.insert(all.outside.end(), part.outside.begin(), part.outside.end());
  }
  std::ranges::sort(all.inside);
  std::ranges::sort(all.outside);
  return all;
}

// Squared norm of the cheapest error that swaps m pairs.
double cost_of(const Margins& margins, std::size_t m) {
  double cost = 0;
  for (std::size_t p = 0; p < m; ++p) {
    const double distance = margins.inside[p] + margins.outside[m - 1 - p];
    cost += distance * distance / 2;
  }
  return cost;
}

std::size_t most_swaps(const Margins& margins, double budget) {
  std::size_t possible = 0, impossible = std::min(margins.inside.size(), margins.outside.size()) + 1;
  while (possible + 1 < impossible) {
    const std::size_t middle = (possible + impossible) / 2;
    (cost_of(margins, middle) <= budget ? possible : impossible) = middle;
  }
  return possible;
}

// Selected entries that noise of deviation `noise` carries below the threshold, on average.
double expected_losses(const Margins& margins, double noise) {
  double losses = 0;
  for (double margin : margins.inside) losses += 0.5 * std::erfc(margin / (noise * std::sqrt(2.0)));
  return losses;
}

template <class T>
OverlapBound bound(const T* score, const SparsePattern& selected, double error_bound) {
  const auto entries = static_cast<double>(selected.entries());
  const auto weights = static_cast<double>(selected.rows) * static_cast<double>(selected.columns_count);
  const double threshold = lowest_selected(score, selected), noise = error_bound / std::sqrt(weights);
  // A first guess from the density of a Gaussian's tail near the threshold; doubled until it holds all that can move.
  double window = std::max(8 * noise, 2 * std::cbrt(2 * error_bound * error_bound * threshold / entries));
  for (;;) {
    window = std::min(window, 2 * error_bound);
    const Margins margins = collect_margins(score, selected, threshold, window);
    const std::size_t swaps = most_swaps(margins, error_bound * error_bound);
    if (window < 2 * error_bound && (swaps >= margins.inside.size() || swaps >= margins.outside.size())) {
      window *= 2;
      continue;
    }
    return {1 - static_cast<double>(swaps) / entries, 1 - expected_losses(margins, noise) / entries};
  }
}

}   // namespace

OverlapBound overlap_bound(const at::Tensor& score_MN, const SparsePattern& selected, double error_bound) {
  LIFT_CHECK(score_MN.is_contiguous() && score_MN.dim() == 2 && score_MN.size(0) == selected.rows &&
                 score_MN.size(1) == selected.columns_count,
             "overlap_bound: scores are a contiguous matrix of the pattern's shape");
  if (error_bound == 0 || selected.entries() == 0 || selected.entries() == score_MN.numel()) return {};
  if (!std::isfinite(error_bound)) return {0, 0};
  if (score_MN.scalar_type() == at::kDouble) return bound(host_data<double>(score_MN), selected, error_bound);
  return bound(host_data<float>(score_MN), selected, error_bound);
}

}   // namespace lift
