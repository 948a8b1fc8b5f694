#pragma once
// Checks on a matrix before any decomposition. Used within this room. Private to core/spectra.
#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace lift {

// |W|_F^2 in fp64. Errors: NonFinite when an entry is NaN or infinite.
Result<double> finite_energy(const at::Tensor& matrix);
Status check_finite(const at::Tensor& matrix);

}   // namespace lift
