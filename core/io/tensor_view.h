#pragma once
// A stored tensor: name, type, shape and its bytes inside a mapped file. Tensor-free.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/device.h"

namespace lift {

struct TensorView {
  std::string name;
  DType dtype = DType::F32;
  std::vector<std::int64_t> shape;    // outermost dimension first; empty = rank 0
  std::span<const std::byte> bytes;   // may be misaligned for the type: check before casting
};

}   // namespace lift
