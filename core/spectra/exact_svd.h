#pragma once
// Full singular value decomposition by LAPACK: the reference for the faster methods, and their fallback.
// Thread: any; uses ATen's threads. Errors: NonFinite (an entry is NaN or infinite), OutOfMemory, Internal.
// Private to core/spectra.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace lift {

struct ExactSvd {
  at::Tensor left;              // [rows, q], q = min(rows, columns); orthonormal columns
  at::Tensor singular_values;   // [q], descending
  at::Tensor right;             // [q, columns]; orthonormal rows
};

// weight [rows, columns] of any floating dtype; computed in `precision` (kFloat or kDouble).
Result<ExactSvd> exact_svd(const at::Tensor& weight, at::ScalarType precision = at::kFloat);

// Only the singular values [q], about three times faster.
Result<at::Tensor> exact_singular_values(const at::Tensor& weight, at::ScalarType precision = at::kFloat);

}   // namespace lift
