#include "core/optim/gradient_norm.h"

#include <cmath>

#include "core/kernels/sampled/sparse_adamw.h"

namespace lift {

double gradient_norm(std::span<const at::Tensor> gradients) {
  double sum = 0;
  for (const at::Tensor& gradient : gradients) sum += sum_of_squares(gradient);
  return std::sqrt(sum);
}

}   // namespace lift
