#pragma once
// Where tensors live and how wide they are, as plain values: recipes, plans and the window use these,
// only rooms with tensors turn them into LibTorch's own types (core/kernels/tensor_types.h).
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

enum class DType : std::uint8_t { F64, F32, F16, BF16, I64, I32, I16, I8, U8, U16, U32, U64, Bool };

std::int64_t byte_size(DType dtype);
std::string_view name_of(DType dtype);              // "bf16", "fp32", ...
Result<DType> parse_dtype(std::string_view text);   // accepts bf16|bfloat16|fp32|float32|f32|f64|...

// "cpu" or "cuda:N". A parameter of every engine call, never a global.
struct Device {
  enum class Kind : std::uint8_t { Cpu, Cuda } kind = Kind::Cpu;
  int index = 0;

  bool is_cpu() const { return kind == Kind::Cpu; }
  std::string text() const;
  bool operator==(const Device&) const = default;
};

Result<Device> parse_device(std::string_view text);

}   // namespace lift
