#include "core/spectra/blocked_product.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

namespace lift {
namespace {

// Rows of the left operand per block: enough work for one call, enough blocks for a many-core machine.
constexpr std::int64_t kRows = 96;
constexpr std::int64_t kGramTile = 192;

template <class F>
void for_each_block(std::int64_t size, std::int64_t block, F&& f) {
  const std::int64_t count = (size + block - 1) / block;
  at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) f(i * block, std::min(size, (i + 1) * block) - i * block);
  });
}

}  // namespace

void blocked_product(at::Tensor& out, const at::Tensor& left, const at::Tensor& right, double alpha,
                     const at::Tensor& addend, double beta) {
  for_each_block(left.size(0), kRows, [&](std::int64_t first, std::int64_t rows) {
    at::Tensor part = out.narrow(0, first, rows);
    const at::Tensor left_rows = left.narrow(0, first, rows);
    if (addend.defined())
      at::addmm_out(part, addend.narrow(0, first, rows), left_rows, right, beta, alpha);
    else if (alpha == 1)
      at::mm_out(part, left_rows, right);
    else
      at::addmm_out(part, part, left_rows, right, 0, alpha);
  });
}

at::Tensor blocked_product(const at::Tensor& left, const at::Tensor& right) {
  at::Tensor out = at::empty({left.size(0), right.size(1)}, left.options());
  blocked_product(out, left, right);
  return out;
}

at::Tensor smaller_gram(const at::Tensor& matrix_MN) {
  const at::Tensor rows = matrix_MN.size(0) < matrix_MN.size(1) ? matrix_MN : matrix_MN.t();  // G = rows @ rows^T
  const std::int64_t size = rows.size(0), tiles = (size + kGramTile - 1) / kGramTile;
  at::Tensor gram = at::empty({size, size}, matrix_MN.options());
  std::vector<std::pair<std::int64_t, std::int64_t>> upper;
  for (std::int64_t i = 0; i < tiles; ++i)
    for (std::int64_t j = i; j < tiles; ++j) upper.emplace_back(i, j);
  const auto part = [&](std::int64_t tile) {
    const std::int64_t first = tile * kGramTile;
    return rows.narrow(0, first, std::min(kGramTile, size - first));
  };
  at::parallel_for(0, static_cast<std::int64_t>(upper.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t p = begin; p < end; ++p) {
      const auto [i, j] = upper[static_cast<std::size_t>(p)];
      const at::Tensor a = part(i), b = part(j);
      at::Tensor tile = gram.narrow(0, i * kGramTile, a.size(0)).narrow(1, j * kGramTile, b.size(0));
      at::mm_out(tile, a, b.t());
      if (i != j) gram.narrow(0, j * kGramTile, b.size(0)).narrow(1, i * kGramTile, a.size(0)).copy_(tile.t());
    }
  });
  return gram;
}

}  // namespace lift
