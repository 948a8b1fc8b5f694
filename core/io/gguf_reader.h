#pragma once
// Reads GGUF versions 2 and 3 (ggml, docs/gguf.md). open() checks header, keys, tensor table and offsets. Block formats
// are dequantised as ggml's reference code does. The files of a split model (llama.cpp's gguf-split) are read as one
// model, whichever of them is opened. Used by model/, exchange/ and tokenizer/. Tensor-free.
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
std::string supported_ggml_types();   // "F32, F16, ..."

// How a type is stored: `elements` values take `bytes` bytes (1 and 4 for F32, 32 and 20 for Q4_1).
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
  std::size_t part = 0;   // index of the file that holds it, in a split model

  std::int64_t columns() const { return shape.empty() ? 1 : shape.back(); }   // a row is the innermost dimension
  std::int64_t rows() const;                                                  // product of the other dimensions
};

// A key's value. Integers are widened to int64 or uint64, floats to double; all items of an array have one type.
using GgufValue = std::variant<bool, std::int64_t, std::uint64_t, double, std::string, std::vector<bool>,
                               std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

// A tensor whose element type this program can't read; an error only when something asks for its values.
struct ForeignGgufTensor {
  std::string name;
  Sentence type;   // "IQ4_XS", "type number 77"
};

class GgufReader {
 public:
  enum class Pages : std::uint8_t { ReadOnly, CopyOnWrite };
  // Errors: NotFound (also another part, by name), Io; Malformed with the byte offset; Unsupported for other versions.
  static Result<GgufReader> open(const std::filesystem::path& path, Pages pages = Pages::ReadOnly);
  // Reads this file only, even when it is one part of a split model.
  static Result<GgufReader> read(std::shared_ptr<const MappedFile> file);

  const std::vector<GgufTensor>& tensors() const { return tensors_; }
  const GgufTensor* find(std::string_view name) const;   // nullptr: not there, or in foreign()
  const std::vector<ForeignGgufTensor>& foreign() const { return foreign_; }
  const std::map<std::string, GgufValue, std::less<>>& keys() const { return keys_; }
  const std::vector<std::string>& nested_keys() const { return nested_keys_; }   // arrays of arrays: not decoded
  const GgufValue* key(std::string_view name) const;   // nullptr: not there, or an array of arrays
  // The encoded type and value of a key, also of an array of arrays; empty: no such key.
  std::span<const std::byte> raw_key(std::string_view name) const;
  const std::vector<std::string>& key_order() const { return key_order_; }   // of the first file
  // Typed look-ups. Errors name file and key, and the expected and found type.
  Result<std::string> string_key(std::string_view name) const;
  Result<std::int64_t> integer_key(std::string_view name) const;
  Result<double> number_key(std::string_view name) const;
  // The file that holds the keys: the only one, or the first part.
  const std::shared_ptr<const MappedFile>& file() const { return files_.front(); }
  const std::shared_ptr<const MappedFile>& file_of(const GgufTensor& tensor) const { return files_[tensor.part]; }
  const std::vector<std::shared_ptr<const MappedFile>>& files() const { return files_; }
  std::int64_t file_bytes() const;

 private:
  friend class GgufParts;
  std::vector<std::shared_ptr<const MappedFile>> files_;
  std::vector<GgufTensor> tensors_;
  std::vector<ForeignGgufTensor> foreign_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::map<std::string, GgufValue, std::less<>> keys_;
  std::vector<std::string> nested_keys_, key_order_;
  std::map<std::string, std::span<const std::byte>, std::less<>> raw_keys_;
};

// The tensor's values as fp32, or rounded to bf16 (to nearest even) and given as raw 16-bit patterns, row-major. A row
// is the innermost dimension; rows [first_row, last_row) are converted, and `out` has exactly their element count.
// Thread: any; each call runs on one thread, so that callers can distribute rows over their own threads.
void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row, std::span<float> out);
void dequantise_rows(const GgufTensor& tensor, std::int64_t first_row, std::int64_t last_row,
                     std::span<std::uint16_t> out_bf16);

}   // namespace lift
