#include "tests/support/tensors/demo_weights.h"

#include <array>
#include <stdexcept>

#include <ATen/ops/empty.h>

#include "tests/support/paths.h"

namespace lift::test {

DemoWeights::DemoWeights() : reader_(GgufReader::open(demo_model()).value()) {}

at::Tensor DemoWeights::matrix(MatrixId id) const {
  constexpr std::array names{"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"};
  const std::string name =
      "blk." + std::to_string(id.layer) + "." + names[static_cast<std::size_t>(id.projection)] + ".weight";
  const GgufTensor* tensor = reader_.find(name);
  if (!tensor) throw std::runtime_error("the demo model has no " + name);
  at::Tensor matrix = at::empty({tensor->rows(), tensor->columns()}, at::TensorOptions().dtype(at::kFloat));
  dequantise_rows(*tensor, 0, tensor->rows(),
                  std::span(matrix.mutable_data_ptr<float>(), static_cast<std::size_t>(matrix.numel())));
  return matrix;
}

}   // namespace lift::test
