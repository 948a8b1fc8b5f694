#pragma once
// GGUF version 2 and 3 (ggml docs/gguf.md). Header, keys, tensor table and offsets are checked in open().
// Block formats are dequantised as ggml's reference does. Used by model/ and tokenizer/. Tensor-free.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/io/mapped_file.h"

namespace lift {

enum class GgmlType : std::uint32_t {
  F32 = 0,
  F16 = 1,
  Q4_0 = 2,
  Q4_1 = 3,
  Q5_0 = 6,
  Q5_1 = 7,
  Q8_0 = 8,
  Q4_K = 12,
  Q5_K = 13,
  Q6_K = 14,
  BF16 = 30,
};
std::string_view name_of(GgmlType type);

// How a type is stored: `elements` values in `bytes` bytes (1 and 4 for F32, 32 and 20 for Q4_1).
struct GgmlBlock {
  std::int64_t elements;
  std::int64_t bytes;
};
GgmlBlock block_of(GgmlType type);

struct GgufTensor {
  std::string name;
  GgmlType type = GgmlType::F32;
  std::vector<std::int64_t> shape;   // outermost first (the file stores innermost first)
  std::span<const std::byte> bytes;

  std::int64_t columns() const { return shape.empty() ? 1 : shape.back(); }   // a row: the innermost dimension
  std::int64_t rows() const;                                                  // the product of the others
};

// A key's value. Integers widen to int64/uint64, floats to double; arrays hold one kind.
using GgufValue = std::variant<bool, std::int64_t, std::uint64_t, double, std::string, std::vector<bool>,
                               std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

class GgufReader {
 public:
  // Errors: NotFound, Io; Malformed with the byte offset; Unsupported for other versions and block types.
  static Result<GgufReader> open(const std::filesystem::path& path);
  static Result<GgufReader> read(std::shared_ptr<const MappedFile> file);

  const std::vector<GgufTensor>& tensors() const { return tensors_; }
  const GgufTensor* find(std::string_view name) const;
  const GgufValue* key(std::string_view name) const;   // nullptr: not there, or an array of arrays
  // Typed look-ups; the error names file, key, expected and found type.
  Result<std::string> string_key(std::string_view name) const;
  Result<std::int64_t> integer_key(std::string_view name) const;
  Result<double> number_key(std::string_view name) const;
  const std::shared_ptr<const MappedFile>& file() const { return file_; }

 private:
  std::shared_ptr<const MappedFile> file_;
  std::vector<GgufTensor> tensors_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::map<std::string, GgufValue, std::less<>> keys_;
  std::vector<std::string> nested_keys_;   // arrays of arrays: read past, not kept
};

// The tensor's values in fp32 or rounded to bf16 (nearest even), row-major; out has exactly the element count.
// bf16 is given as raw 16-bit patterns. Thread: any; the call runs on one thread over [first_row, last_row),
// a row being the innermost dimension, so that callers spread rows over their own pool.
void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row, std::span<float> out);
void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row,
                     std::span<std::uint16_t> out_bf16);

}   // namespace lift
