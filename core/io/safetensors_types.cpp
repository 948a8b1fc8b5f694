#include "core/io/safetensors_types.h"

#include <array>

namespace lift {

namespace {

struct TypeRow {
  DType dtype;
  std::string_view name;
};

constexpr std::array<TypeRow, 13> kTypes{{
    {DType::F64, "F64"},
    {DType::F32, "F32"},
    {DType::F16, "F16"},
    {DType::BF16, "BF16"},
    {DType::I64, "I64"},
    {DType::I32, "I32"},
    {DType::I16, "I16"},
    {DType::I8, "I8"},
    {DType::U8, "U8"},
    {DType::U16, "U16"},
    {DType::U32, "U32"},
    {DType::U64, "U64"},
    {DType::Bool, "BOOL"},
}};

}   // namespace

std::string_view safetensors_name(DType dtype) {
  for (const auto& row : kTypes)
    if (row.dtype == dtype) return row.name;
  return {};
}

std::optional<DType> dtype_from_safetensors(std::string_view name) {
  for (const auto& row : kTypes)
    if (row.name == name) return row.dtype;
  return std::nullopt;
}

}   // namespace lift
