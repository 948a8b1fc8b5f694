#include "core/base/device.h"

#include <array>
#include <charconv>

#include "core/base/say.h"

namespace lift {

namespace {

struct DTypeRow {
  DType dtype;
  std::int64_t bytes;
  std::string_view name;
  std::string_view alias;
};

constexpr std::array<DTypeRow, 13> kDTypes{{
    {DType::F64, 8, "fp64", "float64"},
    {DType::F32, 4, "fp32", "float32"},
    {DType::F16, 2, "fp16", "float16"},
    {DType::BF16, 2, "bf16", "bfloat16"},
    {DType::I64, 8, "int64", "i64"},
    {DType::I32, 4, "int32", "i32"},
    {DType::I16, 2, "int16", "i16"},
    {DType::I8, 1, "int8", "i8"},
    {DType::U8, 1, "uint8", "u8"},
    {DType::U16, 2, "uint16", "u16"},
    {DType::U32, 4, "uint32", "u32"},
    {DType::U64, 8, "uint64", "u64"},
    {DType::Bool, 1, "bool", "boolean"},
}};

}   // namespace

std::int64_t byte_size(DType dtype) { return kDTypes[static_cast<std::size_t>(dtype)].bytes; }
std::string_view name_of(DType dtype) { return kDTypes[static_cast<std::size_t>(dtype)].name; }

Result<DType> parse_dtype(std::string_view text) {
  for (const auto& row : kDTypes)
    if (text == row.name || text == row.alias) return row.dtype;
  if (text == "f32") return DType::F32;
  if (text == "f16") return DType::F16;
  if (text == "f64") return DType::F64;
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("dtype"),
                    say("expected bf16 or fp32, found \"{}\"", text));
}

std::string Device::text() const { return is_cpu() ? "cpu" : "cuda:" + std::to_string(index); }

Result<Device> parse_device(std::string_view text) {
  if (text == "cpu") return Device{};
  if (text == "cuda") return Device{Device::Kind::Cuda, 0};
  if (text.starts_with("cuda:")) {
    int index = 0;
    const auto digits = text.substr(5);
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (status == std::errc{} && end == digits.data() + digits.size() && index >= 0)
      return Device{Device::Kind::Cuda, index};
  }
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("device"),
                    say("expected cpu, cuda or cuda:N, found \"{}\"", text));
}

}   // namespace lift
