#pragma once
// The demo model's projections as fp32 matrices, read directly from its GGUF: real data for rooms below model/.
#include <ATen/core/Tensor.h>

#include "core/io/gguf_reader.h"
#include "core/model/matrix_id.h"

namespace lift::test {

class DemoWeights {
 public:
  DemoWeights();   // throws if the demo model is missing
  static constexpr std::int32_t kLayers = 30;
  at::Tensor matrix(MatrixId id) const;   // fp32 [rows, columns]

 private:
  GgufReader reader_;
};

}   // namespace lift::test
