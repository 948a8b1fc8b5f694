#pragma once
// Devices and element types as plain values for recipes, plans and the window. Only rooms that use tensors convert
// them to LibTorch's types (core/kernels/tensor_types.h). Tensor-free.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

enum class DType : std::uint8_t { F64, F32, F16, BF16, I64, I32, I16, I8, U8, U16, U32, U64, Bool };

std::int64_t byte_size(DType dtype);
std::string_view name_of(DType dtype);              // "bf16", "fp32", ...
Result<DType> parse_dtype(std::string_view text);   // accepts bf16|bfloat16|fp32|float32|f32|f64|...

// "cpu" or "cuda:N". Passed to every engine call; there is no global device.
struct Device {
  enum class Kind : std::uint8_t { Cpu, Cuda } kind = Kind::Cpu;
  int index = 0;

  bool is_cpu() const { return kind == Kind::Cpu; }
  std::string text() const;
  bool operator==(const Device&) const = default;
};

Result<Device> parse_device(std::string_view text);

}   // namespace lift
