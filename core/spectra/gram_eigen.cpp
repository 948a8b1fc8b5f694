#include "core/spectra/gram_eigen.h"

#include <algorithm>

#include <ATen/ops/linalg_eigh.h>

namespace lift {

LeadingPairs gram_eigen(const at::Tensor& gram, std::int64_t rank) {
  const auto [eigenvalues, vectors] = at::linalg_eigh(gram);   // ascending
  const std::int64_t size = gram.size(0);
  const double next = rank < size ? std::max(0.0, eigenvalues.select(0, size - rank - 1).item().toDouble()) : 0.0;
  return {vectors.narrow(1, size - rank, rank).flip(1).contiguous(), next};
}

}   // namespace lift
