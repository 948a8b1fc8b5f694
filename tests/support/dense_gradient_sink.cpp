#include "tests/support/dense_gradient_sink.h"

#include <ATen/ops/mm.h>

namespace lift::test {

void DenseGradientSink::accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) {
  LIFT_CHECK(input_TN.is_contiguous() && grad_output_TM.is_contiguous() && wants(id), "the sink's contract");
  const auto type = input_TN.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
  const at::Tensor gradient = at::mm(grad_output_TM.to(type).t(), input_TN.to(type));
  at::Tensor& sum = gradients_[id];
  if (sum.defined()) sum.add_(gradient);
  else sum = gradient;
}

}   // namespace lift::test
