#include "core/spectra/matrix_checks.h"

#include <cmath>

#include "core/base/say.h"
#include "core/kernels/sampled/sparse_adamw.h"

namespace lift {

Result<double> finite_energy(const at::Tensor& matrix) {
  const double energy = sum_of_squares(matrix.contiguous());
  if (std::isfinite(energy)) return energy;
  return make_error(ErrorCode::NonFinite, say("matrix"), say("expected finite weights, found NaN or infinity"),
                    say("Load the model again, or lower the learning rate if training made them"));
}

Status check_finite(const at::Tensor& matrix) {
  if (auto energy = finite_energy(matrix); !energy.ok()) return std::move(energy).error();
  return {};
}

}   // namespace lift
