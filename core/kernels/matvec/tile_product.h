#pragma once
// Products of fp32 matrices with few columns (tens), for spectra/: a library's GEMM is made for large ones, and MKL has
// only AVX2 kernels for CPUs of other makers. Plain pointers only (see bf16.h). Single-threaded: callers cut the rows.
#include <cstdint>

#include "core/kernels/isa/cpu_features.h"

namespace lift {

// out[i, j] = alpha * sum over k of left[i, k] * right[k, j] + beta * addend[i, j]
struct TileProduct {
  std::int64_t rows, columns, depth;
  const float* left;
  std::int64_t left_row_stride, left_depth_stride;   // either may be 1: the transpose costs nothing
  const float* right;
  std::int64_t right_stride;   // rows contiguous
  float* out;
  std::int64_t out_stride;
  const float* addend;   // with out_stride; may be out itself; nullptr when beta is 0
  float alpha, beta;
};

using TileProductFunction = void (*)(const TileProduct&);

// nullptr: this level has none, and a library's GEMM serves.
TileProductFunction tile_product_for(CpuIsa isa);

}   // namespace lift
