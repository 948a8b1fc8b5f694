#include "core/data/shared_start.h"

#include <algorithm>

namespace lift {

namespace {

// Shared tokens are gathered again for every row's attention: below this share of the tokens saved it is not worth it.
constexpr std::int64_t kWorthwhileShare = 64;

}   // namespace

std::int64_t shared_start(std::span<const std::span<const TokenId>> rows, std::span<const std::int64_t> limits) {
  if (rows.size() < 2) return 0;
  std::int64_t shared = std::ssize(rows.front()), tokens = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::int64_t equal = std::ranges::mismatch(rows[r], rows.front()).in1 - rows[r].begin();
    shared = std::min({shared, equal, std::max<std::int64_t>(0, limits[r])});
    tokens += std::ssize(rows[r]);
  }
  const std::int64_t saved = shared * (std::ssize(rows) - 1);
  return saved * kWorthwhileShare >= tokens ? shared : 0;
}

}   // namespace lift
