#include "core/spectra/blocked_product.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include "core/kernels/host_data.h"
#include "core/kernels/matvec/tile_product.h"

namespace lift {
namespace {

// Rows of the left operand per block: enough work for one call, enough blocks for a many-core machine.
constexpr std::int64_t kRows = 96;
constexpr std::int64_t kGramTile = 192;
// Depth per pass over a tile of the Gram matrix: both operands' parts then stay in the L2 cache.
constexpr std::int64_t kGramDepth = 512;

template <class F>
void for_each_block(std::int64_t size, std::int64_t block, F&& f) {
  const std::int64_t count = (size + block - 1) / block;
  at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) f(i * block, std::min(size, (i + 1) * block) - i * block);
  });
}

// Our own kernel takes fp32 on a CPU that has one; everything else goes to ATen's GEMM.
TileProductFunction kernel_for(const at::Tensor& matrix) {
  return matrix.scalar_type() == at::kFloat && matrix.is_cpu() ? tile_product_for(active_cpu_isa()) : nullptr;
}

// right's rows are contiguous.
void run_kernel(TileProductFunction kernel, at::Tensor& out, const at::Tensor& left, const at::Tensor& right,
                double alpha, const at::Tensor& addend, double beta) {
  kernel({left.size(0), right.size(1), left.size(1), host_data<float>(left), left.stride(0), left.stride(1),
          host_data<float>(right), right.stride(0), mutable_host_data<float>(out), out.stride(0),
          addend.defined() ? host_data<float>(addend) : nullptr, static_cast<float>(alpha), static_cast<float>(beta)});
}

void one_block(TileProductFunction kernel, at::Tensor& out, const at::Tensor& left, const at::Tensor& right,
               double alpha, const at::Tensor& addend, double beta) {
  if (kernel) return run_kernel(kernel, out, left, right, alpha, addend, beta);
  if (addend.defined()) at::addmm_out(out, addend, left, right, beta, alpha);
  else if (alpha == 1) at::mm_out(out, left, right);
  else at::addmm_out(out, out, left, right, 0, alpha);
}

}   // namespace

void blocked_product(at::Tensor& out, const at::Tensor& left, const at::Tensor& right, double alpha,
                     const at::Tensor& addend, double beta) {
  if (!out.is_cpu()) return one_block(nullptr, out, left, right, alpha, addend, beta);
  const TileProductFunction kernel = kernel_for(out);
  const at::Tensor by = kernel ? right.contiguous() : right;
  for_each_block(left.size(0), kRows, [&](std::int64_t first, std::int64_t rows) {
    at::Tensor part = out.narrow(0, first, rows);
    one_block(kernel, part, left.narrow(0, first, rows), by, alpha,
              addend.defined() ? addend.narrow(0, first, rows) : addend, beta);
  });
}

at::Tensor blocked_product(const at::Tensor& left, const at::Tensor& right) {
  at::Tensor out = at::empty({left.size(0), right.size(1)}, left.options());
  blocked_product(out, left, right);
  return out;
}

at::Tensor smaller_gram(const at::Tensor& matrix_MN, at::Tensor gram) {
  if (!matrix_MN.is_cpu())
    return matrix_MN.size(0) < matrix_MN.size(1) ? at::mm(matrix_MN, matrix_MN.t()) : at::mm(matrix_MN.t(), matrix_MN);
  // G = tall^T @ tall; the kernel reads both operands along tall's rows.
  const TileProductFunction kernel = kernel_for(matrix_MN);
  const bool wide = matrix_MN.size(0) < matrix_MN.size(1);
  const at::Tensor turned = wide ? matrix_MN.t() : matrix_MN;
  const at::Tensor tall = kernel ? turned.contiguous() : turned;
  const std::int64_t size = tall.size(1), depth = tall.size(0), tiles = (size + kGramTile - 1) / kGramTile;
  if (!gram.defined()) gram = at::empty({size, size}, matrix_MN.options());
  std::vector<std::pair<std::int64_t, std::int64_t>> upper;
  for (std::int64_t i = 0; i < tiles; ++i)
    for (std::int64_t j = i; j < tiles; ++j) upper.emplace_back(i, j);
  const auto part = [&](std::int64_t tile) {
    const std::int64_t first = tile * kGramTile;
    return tall.narrow(1, first, std::min(kGramTile, size - first));
  };
  at::parallel_for(0, static_cast<std::int64_t>(upper.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t p = begin; p < end; ++p) {
      const auto [i, j] = upper[static_cast<std::size_t>(p)];
      const at::Tensor a = part(i), b = part(j);
      at::Tensor tile = gram.narrow(0, i * kGramTile, a.size(1)).narrow(1, j * kGramTile, b.size(1));
      for (std::int64_t first = 0; first < depth; first += kGramDepth) {
        const std::int64_t run = std::min(kGramDepth, depth - first);
        one_block(kernel, tile, a.narrow(0, first, run).t(), b.narrow(0, first, run), 1, first ? tile : at::Tensor(),
                  1);
      }
      if (i != j) gram.narrow(0, j * kGramTile, b.size(1)).narrow(1, i * kGramTile, a.size(1)).copy_(tile.t());
    }
  });
  return gram;
}

}   // namespace lift
