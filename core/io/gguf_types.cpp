#include "core/io/gguf_types.h"

#include <array>

#include "core/base/say.h"

namespace lift {

namespace {

struct TypeRow {
  GgmlType type;
  std::string_view name;
  GgmlBlock block;
};

constexpr std::array<TypeRow, 11> kTypes{{
    {GgmlType::F32, "F32", {1, 4}},
    {GgmlType::F16, "F16", {1, 2}},
    {GgmlType::BF16, "BF16", {1, 2}},
    {GgmlType::Q4_0, "Q4_0", {32, 18}},
    {GgmlType::Q4_1, "Q4_1", {32, 20}},
    {GgmlType::Q5_0, "Q5_0", {32, 22}},
    {GgmlType::Q5_1, "Q5_1", {32, 24}},
    {GgmlType::Q8_0, "Q8_0", {32, 34}},
    {GgmlType::Q4_K, "Q4_K", {256, 144}},
    {GgmlType::Q5_K, "Q5_K", {256, 176}},
    {GgmlType::Q6_K, "Q6_K", {256, 210}},
}};

struct OtherType {
  std::uint32_t number;
  std::string_view name;
};

// Known to exist, not read here: named so that a person can look them up.
constexpr std::array<OtherType, 22> kOthers{{
    {9, "Q8_1"},     {10, "Q2_K"},  {11, "Q3_K"},   {15, "Q8_K"},  {16, "IQ2_XXS"}, {17, "IQ2_XS"},
    {18, "IQ3_XXS"}, {19, "IQ1_S"}, {20, "IQ4_NL"}, {21, "IQ3_S"}, {22, "IQ2_S"},   {23, "IQ4_XS"},
    {24, "I8"},      {25, "I16"},   {26, "I32"},    {27, "I64"},   {28, "F64"},     {29, "IQ1_M"},
    {34, "TQ1_0"},   {35, "TQ2_0"}, {39, "MXFP4"},  {40, "NVFP4"},
}};

const TypeRow& row_of(GgmlType type) {
  for (const TypeRow& row : kTypes)
    if (row.type == type) return row;
  fail_check("a type of the enum", std::to_string(static_cast<std::uint32_t>(type)));
}

}   // namespace

std::string_view name_of(GgmlType type) { return row_of(type).name; }

GgmlBlock block_of(GgmlType type) { return row_of(type).block; }

std::optional<GgmlType> ggml_type(std::uint32_t number) {
  for (const TypeRow& row : kTypes)
    if (static_cast<std::uint32_t>(row.type) == number) return row.type;
  return std::nullopt;
}

Sentence describe_ggml_type(std::uint32_t number) {
  for (const OtherType& other : kOthers)
    if (other.number == number) return Sentence::verbatim(std::string(other.name));
  return say("type number {}", number);
}

std::string supported_ggml_types() {
  std::string names;
  for (const TypeRow& row : kTypes) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

}   // namespace lift
