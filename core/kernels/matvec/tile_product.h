#pragma once
// fp32 matrix products with few columns (tens), for spectra/: a library's GEMM is made for large matrices, and MKL has
// only AVX2 kernels on CPUs that are not Intel's. Plain pointers (see bf16.h). Single-threaded: callers split the rows.
#include <cstdint>

#include "core/kernels/isa/cpu_features.h"

namespace lift {

// out[i, j] = alpha * sum over k of left[i, k] * right[k, j] + beta * addend[i, j]
struct TileProduct {
  std::int64_t rows, columns, depth;
  const float* left;
  std::int64_t left_row_stride, left_depth_stride;   // either may be 1, so a transposed left costs nothing
  const float* right;
  std::int64_t right_stride;   // its rows are contiguous
  float* out;
  std::int64_t out_stride;
  const float* addend;   // has out_stride; may be `out` itself; nullptr when beta is 0
  float alpha, beta;
};

using TileProductFunction = void (*)(const TileProduct&);

// nullptr: no kernel at this level; use a library's GEMM.
TileProductFunction tile_product_for(CpuIsa isa);

}   // namespace lift
