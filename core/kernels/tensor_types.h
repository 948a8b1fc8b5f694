#pragma once
// Converts DType and Device (core/base/device.h) to and from LibTorch's types. Included only by rooms with tensors.
#include <ATen/core/Tensor.h>

#include "core/base/check.h"
#include "core/base/device.h"

namespace lift {

inline at::ScalarType to_scalar_type(DType dtype) {
  switch (dtype) {
    case DType::F64: return at::kDouble;
    case DType::F32: return at::kFloat;
    case DType::F16: return at::kHalf;
    case DType::BF16: return at::kBFloat16;
    case DType::I64: return at::kLong;
    case DType::I32: return at::kInt;
    case DType::I16: return at::kShort;
    case DType::I8: return at::kChar;
    case DType::U8: return at::kByte;
    case DType::Bool: return at::kBool;
    default: fail_check("dtype has a LibTorch type", std::string(name_of(dtype)));
  }
}

inline DType to_dtype(at::ScalarType type) {
  switch (type) {
    case at::kDouble: return DType::F64;
    case at::kFloat: return DType::F32;
    case at::kHalf: return DType::F16;
    case at::kBFloat16: return DType::BF16;
    case at::kLong: return DType::I64;
    case at::kInt: return DType::I32;
    case at::kShort: return DType::I16;
    case at::kChar: return DType::I8;
    case at::kByte: return DType::U8;
    case at::kBool: return DType::Bool;
    default: fail_check("LibTorch type has a dtype", "");
  }
}

inline at::Device to_torch(Device device) {
  return device.is_cpu() ? at::Device(at::kCPU) : at::Device(at::kCUDA, static_cast<at::DeviceIndex>(device.index));
}

inline Device to_device(at::Device device) {
  if (device.is_cpu()) return {};
  LIFT_CHECK(device.is_cuda(), "devices are CPUs and CUDA's");
  return {Device::Kind::Cuda, device.has_index() ? device.index() : 0};
}

}   // namespace lift
