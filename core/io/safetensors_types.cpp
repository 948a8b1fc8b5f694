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

struct ForeignRow {
  std::string_view name;
  std::int64_t bits;
};

// huggingface/safetensors, enum Dtype.
constexpr std::array<ForeignRow, 9> kForeign{{{"F8_E4M3", 8},
                                              {"F8_E5M2", 8},
                                              {"F8_E8M0", 8},
                                              {"F8_E4M3FNUZ", 8},
                                              {"F8_E5M2FNUZ", 8},
                                              {"F6_E2M3", 6},
                                              {"F6_E3M2", 6},
                                              {"F4", 4},
                                              {"C64", 64}}};

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

std::optional<std::int64_t> foreign_bits(std::string_view name) {
  for (const auto& row : kForeign)
    if (row.name == name) return row.bits;
  return std::nullopt;
}

}   // namespace lift
