#include "core/io/gguf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <set>

#include "core/base/say.h"
#include "core/io/gguf_types.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

static_assert(std::endian::native == std::endian::little, "GGUF files are read as they lie in memory");

constexpr std::uint64_t kDefaultAlignment = 32;
constexpr std::uint64_t kLargestName = 63;            // ggml keeps 64 bytes with the end mark
constexpr std::uint64_t kLargestArray = 1ull << 30;   // ggml's bound, for strings too
constexpr std::uint32_t kMostDimensions = 4;
constexpr int kDeepestArray = 8;

enum class Kind : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };
constexpr std::array<std::string_view, 13> kKindNames{"uint8",  "int8",    "uint16",  "int16", "uint32",
                                                      "int32",  "float32", "boolean", "text",  "array",
                                                      "uint64", "int64",   "float64"};
constexpr std::array<std::uint64_t, 13> kSmallest{1, 1, 2, 2, 4, 4, 4, 1, 8, 12, 8, 8, 8};   // bytes of one value

const std::array<Sentence, 9> kValueNames{say("a boolean"),
                                          say("a whole number"),
                                          say("a whole number"),
                                          say("a number"),
                                          say("text"),
                                          say("an array of booleans"),
                                          say("an array of whole numbers"),
                                          say("an array of numbers"),
                                          say("an array of texts")};

// Reads forward through the header; every step is checked against the end of the file.
class Cursor {
 public:
  Cursor(const MappedFile& file) : file_(file.path().string()), bytes_(file.bytes()) {}

  void enter(Sentence item) { item_ = std::move(item); }
  std::uint64_t at() const { return at_; }
  std::uint64_t left() const { return bytes_.size() - at_; }
  Sentence subject() const { return item_.empty() ? Sentence::verbatim(file_) : say("{}, {}", file_, item_); }

  Error error(ErrorCode code, Sentence message, Sentence advice = {},
              std::source_location where = std::source_location::current()) const {
    return make_error(code, subject(), std::move(message), std::move(advice), where);
  }
  Error malformed(Sentence message, std::source_location where = std::source_location::current()) const {
    return error(ErrorCode::Malformed, std::move(message), {}, where);
  }
  Error truncated(std::uint64_t wanted, const Sentence& what) const {
    return malformed(
        say("expected {} bytes of {} at byte {}, found the end of the file {} bytes on: the file "
            "is truncated",
            wanted, what, at_, left()));
  }

  template <typename T>
  Result<T> number(const Sentence& what) {
    if (left() < sizeof(T)) return truncated(sizeof(T), what);
    T value;
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }

  Result<std::string> text(const Sentence& what) {
    LIFT_ASSIGN(const auto length, number<std::uint64_t>(what));
    if (length > kLargestArray)
      return malformed(say("expected {} of at most {} bytes, found a length of {} at byte {}", what, kLargestArray,
                           length, at_ - 8));
    if (length > left()) return truncated(length, what);
    std::string value(reinterpret_cast<const char*>(bytes_.data()) + at_, length);
    at_ += length;
    return value;
  }

  // So many items of at least `smallest` bytes must still fit: a wrong count is found before memory is taken for it.
  Status expect_room(std::uint64_t count, std::uint64_t smallest, const Sentence& what) const {
    if (count <= left() / smallest) return {};
    return malformed(
        say("expected {} {} of at least {} bytes each at byte {}, found the end of the file {} bytes "
            "on: the file is truncated or its count is wrong",
            count, what, smallest, at_, left()));
  }

 private:
  std::string file_;
  Sentence item_;
  std::span<const std::byte> bytes_;
  std::uint64_t at_ = 0;
};

Result<Kind> read_kind(Cursor& cursor) {
  LIFT_ASSIGN(const auto number, cursor.number<std::uint32_t>(say("value type")));
  if (number >= kKindNames.size())
    return cursor.malformed(
        say("expected a value type from 0 to {}, found {} at byte {}", kKindNames.size() - 1, number, cursor.at() - 4));
  return static_cast<Kind>(number);
}

template <typename T, typename Wide>
Result<GgufValue> widened(Cursor& cursor) {
  LIFT_ASSIGN(const T value, cursor.number<T>(say("value")));
  return GgufValue(static_cast<Wide>(value));
}

Result<bool> read_bool(Cursor& cursor) {
  LIFT_ASSIGN(const auto value, cursor.number<std::uint8_t>(say("boolean")));
  if (value > 1)
    return cursor.malformed(say("expected 0 or 1 for a boolean, found {} at byte {}", value, cursor.at() - 1));
  return value == 1;
}

Result<GgufValue> read_scalar(Cursor& cursor, Kind kind) {
  switch (kind) {
    case Kind::U8: return widened<std::uint8_t, std::uint64_t>(cursor);
    case Kind::U16: return widened<std::uint16_t, std::uint64_t>(cursor);
    case Kind::U32: return widened<std::uint32_t, std::uint64_t>(cursor);
    case Kind::U64: return widened<std::uint64_t, std::uint64_t>(cursor);
    case Kind::I8: return widened<std::int8_t, std::int64_t>(cursor);
    case Kind::I16: return widened<std::int16_t, std::int64_t>(cursor);
    case Kind::I32: return widened<std::int32_t, std::int64_t>(cursor);
    case Kind::I64: return widened<std::int64_t, std::int64_t>(cursor);
    case Kind::F32: return widened<float, double>(cursor);
    case Kind::F64: return widened<double, double>(cursor);
    case Kind::Bool: {
      LIFT_ASSIGN(const bool value, read_bool(cursor));
      return GgufValue(value);
    }
    case Kind::String: {
      LIFT_ASSIGN(std::string value, cursor.text(say("text")));
      return GgufValue(std::move(value));
    }
    case Kind::Array: break;
  }
  fail_check("a scalar kind", "");
}

template <typename Stored, typename Wide>
Result<GgufValue> number_array(Cursor& cursor, std::uint64_t count) {
  std::vector<Wide> values;
  values.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    LIFT_ASSIGN(const Stored value, cursor.number<Stored>(say("array element")));
    if constexpr (std::is_same_v<Stored, std::uint64_t>)
      if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return cursor.malformed(say("expected whole numbers up to 2^63-1 in the array, found {} at byte {}", value,
                                    cursor.at() - sizeof value));
    values.push_back(static_cast<Wide>(value));
  }
  return GgufValue(std::move(values));
}

Result<GgufValue> text_array(Cursor& cursor, std::uint64_t count) {
  std::vector<std::string> values;
  values.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    LIFT_ASSIGN(std::string value, cursor.text(say("array element")));
    values.push_back(std::move(value));
  }
  return GgufValue(std::move(values));
}

Result<GgufValue> bool_array(Cursor& cursor, std::uint64_t count) {
  std::vector<bool> values;
  values.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    LIFT_ASSIGN(const bool value, read_bool(cursor));
    values.push_back(value);
  }
  return GgufValue(std::move(values));
}

struct ArrayHead {
  Kind kind;
  std::uint64_t count;
};

Result<ArrayHead> read_array_head(Cursor& cursor) {
  LIFT_ASSIGN(const Kind kind, read_kind(cursor));
  LIFT_ASSIGN(const auto count, cursor.number<std::uint64_t>(say("array length")));
  if (count > kLargestArray)
    return cursor.malformed(
        say("expected an array of at most {} elements, found {} at byte {}", kLargestArray, count, cursor.at() - 8));
  LIFT_RETURN_IF_ERROR(cursor.expect_room(count, kSmallest[static_cast<std::size_t>(kind)], say("array elements")));
  return ArrayHead{kind, count};
}

Result<GgufValue> read_array(Cursor& cursor, ArrayHead head) {
  switch (head.kind) {
    case Kind::U8: return number_array<std::uint8_t, std::int64_t>(cursor, head.count);
    case Kind::U16: return number_array<std::uint16_t, std::int64_t>(cursor, head.count);
    case Kind::U32: return number_array<std::uint32_t, std::int64_t>(cursor, head.count);
    case Kind::U64: return number_array<std::uint64_t, std::int64_t>(cursor, head.count);
    case Kind::I8: return number_array<std::int8_t, std::int64_t>(cursor, head.count);
    case Kind::I16: return number_array<std::int16_t, std::int64_t>(cursor, head.count);
    case Kind::I32: return number_array<std::int32_t, std::int64_t>(cursor, head.count);
    case Kind::I64: return number_array<std::int64_t, std::int64_t>(cursor, head.count);
    case Kind::F32: return number_array<float, double>(cursor, head.count);
    case Kind::F64: return number_array<double, double>(cursor, head.count);
    case Kind::Bool: return bool_array(cursor, head.count);
    case Kind::String: return text_array(cursor, head.count);
    case Kind::Array: break;
  }
  fail_check("an array of scalars", "");
}

// Reads past the arrays inside an array; their head is already read.
Status skip_arrays(Cursor& cursor, std::uint64_t count, int depth) {
  if (depth > kDeepestArray)
    return cursor.error(
        ErrorCode::Unsupported,
        say("expected at most {} arrays inside each other, found more at byte {}", kDeepestArray, cursor.at()));
  for (std::uint64_t i = 0; i < count; ++i) {
    LIFT_ASSIGN(const ArrayHead inner, read_array_head(cursor));
    if (inner.kind == Kind::Array) {
      LIFT_RETURN_IF_ERROR(skip_arrays(cursor, inner.count, depth + 1));
    } else {
      LIFT_ASSIGN(const GgufValue ignored, read_array(cursor, inner));
    }
  }
  return {};
}

// Nothing: an array of arrays, read past.
Result<std::optional<GgufValue>> read_value(Cursor& cursor) {
  LIFT_ASSIGN(const Kind kind, read_kind(cursor));
  if (kind != Kind::Array) {
    LIFT_ASSIGN(GgufValue value, read_scalar(cursor, kind));
    return std::optional(std::move(value));
  }
  LIFT_ASSIGN(const ArrayHead head, read_array_head(cursor));
  if (head.kind == Kind::Array) {
    LIFT_RETURN_IF_ERROR(skip_arrays(cursor, head.count, 2));
    return std::optional<GgufValue>();
  }
  LIFT_ASSIGN(GgufValue value, read_array(cursor, head));
  return std::optional(std::move(value));
}

struct Counts {
  std::uint64_t tensors = 0;
  std::uint64_t keys = 0;
};

Result<Counts> read_head(Cursor& cursor) {
  LIFT_ASSIGN(const auto magic, cursor.number<std::uint32_t>(say("GGUF mark")));
  constexpr std::uint32_t expected = 'G' | 'G' << 8 | 'U' << 16 | 'F' << 24;
  if (magic != expected)
    return cursor.malformed(say("expected GGUF in the first four bytes, found {}: not a GGUF file",
                                quote_name(std::string_view(reinterpret_cast<const char*>(&magic), sizeof magic))));
  LIFT_ASSIGN(const auto version, cursor.number<std::uint32_t>(say("version")));
  if (version != 0 && (version & 0xFFFF) == 0)
    return cursor.error(ErrorCode::Unsupported, say("expected a little-endian file, found a big-endian one"));
  if (version != 2 && version != 3)
    return cursor.error(ErrorCode::Unsupported, say("expected GGUF version 2 or 3, found {}", version));
  Counts counts;
  LIFT_ASSIGN(counts.tensors, cursor.number<std::uint64_t>(say("tensor count")));
  LIFT_ASSIGN(counts.keys, cursor.number<std::uint64_t>(say("key count")));
  LIFT_RETURN_IF_ERROR(cursor.expect_room(counts.tensors, 24, say("tensors")));
  LIFT_RETURN_IF_ERROR(cursor.expect_room(counts.keys, 13, say("keys")));
  return counts;
}

// One row of the tensor table; `offset` is relative to the data section.
struct TableRow {
  GgufTensor tensor;
  Sentence foreign_type;   // not empty: an element type that is not read here, so its size is not known
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

Result<std::uint64_t> byte_count(const Cursor& cursor, const GgufTensor& tensor) {
  const GgmlBlock block = block_of(tensor.type);
  if (tensor.columns() % block.elements != 0)
    return cursor.malformed(say("expected rows of a multiple of {} elements for {}, found {}", block.elements,
                                name_of(tensor.type), tensor.columns()));
  std::int64_t elements = 1, bytes = 0;
  for (const std::int64_t extent : tensor.shape)
    if (__builtin_mul_overflow(elements, extent, &elements))
      return cursor.malformed(
          say("expected a shape whose elements can be counted in 63 bits, found [{}]", fmt::join(tensor.shape, ", ")));
  if (__builtin_mul_overflow(elements / block.elements, block.bytes, &bytes))
    return cursor.malformed(
        say("expected a shape whose bytes can be counted in 63 bits, found [{}]", fmt::join(tensor.shape, ", ")));
  return static_cast<std::uint64_t>(bytes);
}

Result<TableRow> read_table_row(Cursor& cursor, std::uint64_t index) {
  cursor.enter(say("tensor {} of the table", index));
  TableRow row;
  LIFT_ASSIGN(row.tensor.name, cursor.text(say("tensor name")));
  cursor.enter(say("tensor {}", quote_name(row.tensor.name)));
  if (row.tensor.name.size() > kLargestName)
    return cursor.malformed(say("expected a name of at most {} bytes, found {}", kLargestName, row.tensor.name.size()));
  LIFT_ASSIGN(const auto dimensions, cursor.number<std::uint32_t>(say("dimension count")));
  if (dimensions > kMostDimensions)
    return cursor.malformed(say("expected at most {} dimensions, found {}", kMostDimensions, dimensions));
  for (std::uint32_t i = 0; i < dimensions; ++i) {
    LIFT_ASSIGN(const auto extent, cursor.number<std::int64_t>(say("dimension")));
    if (extent < 0)
      return cursor.malformed(
          say("expected dimensions below 2^63, found one of {}", static_cast<std::uint64_t>(extent)));
    row.tensor.shape.insert(row.tensor.shape.begin(), extent);
  }
  LIFT_ASSIGN(const auto type, cursor.number<std::uint32_t>(say("element type")));
  const auto known = ggml_type(type);
  if (known) row.tensor.type = *known;
  else row.foreign_type = describe_ggml_type(type);
  LIFT_ASSIGN(row.offset, cursor.number<std::uint64_t>(say("data offset")));
  if (known) {
    LIFT_ASSIGN(row.bytes, byte_count(cursor, row.tensor));
  }
  return row;
}

std::uint64_t padded(std::uint64_t size, std::uint64_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

// Where each tensor's bytes lie: one after the other, each padded to the alignment.
Status place_data(Cursor& cursor, std::vector<TableRow>& rows, std::uint64_t alignment,
                  std::span<const std::byte> file) {
  const std::uint64_t data_begin = padded(cursor.at(), alignment);
  const std::uint64_t data_bytes = file.size() > data_begin ? file.size() - data_begin : 0;
  std::uint64_t running = 0;
  bool after_foreign = false;   // the end of a tensor of unknown size is where the next one begins
  for (TableRow& row : rows) {
    cursor.enter(say("tensor {}", quote_name(row.tensor.name)));
    if (after_foreign && row.offset >= running && row.offset % alignment == 0) running = row.offset;
    after_foreign = !row.foreign_type.empty();
    if (row.offset != running)
      return cursor.malformed(
          say("expected its data at offset {}, right after the tensor before it, found {}", running, row.offset));
    if (row.bytes > data_bytes - std::min(running, data_bytes))
      return cursor.malformed(
          say("expected {} bytes of data at byte {}, found a file of {} bytes: the file is "
              "truncated",
              row.bytes, data_begin + running, file.size()));
    if (row.bytes > 0) row.tensor.bytes = file.subspan(data_begin + running, row.bytes);
    running = padded(running + row.bytes, alignment);
  }
  return {};
}

}   // namespace

std::int64_t GgufTensor::rows() const {
  std::int64_t rows = 1;
  for (std::size_t i = 0; i + 1 < shape.size(); ++i) rows *= shape[i];
  return rows;
}

std::int64_t GgufReader::file_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& file : files_) bytes += static_cast<std::int64_t>(file->bytes().size());
  return bytes;
}

Result<GgufReader> GgufReader::read(std::shared_ptr<const MappedFile> file) {
  GgufReader reader;
  Cursor cursor(*file);
  LIFT_ASSIGN(const Counts counts, read_head(cursor));
  for (std::uint64_t i = 0; i < counts.keys; ++i) {
    cursor.enter(say("key {} of the header", i));
    LIFT_ASSIGN(const std::string name, cursor.text(say("key name")));
    cursor.enter(say("key {}", quote_name(name)));
    if (reader.key(name) || std::count(reader.nested_keys_.begin(), reader.nested_keys_.end(), name))
      return cursor.malformed(say("expected every key once, found this one twice"));
    const std::uint64_t begin = cursor.at();
    LIFT_ASSIGN(auto value, read_value(cursor));
    reader.raw_keys_.emplace(name, file->bytes().subspan(begin, cursor.at() - begin));
    reader.key_order_.push_back(name);
    if (value) reader.keys_.emplace(name, std::move(*value));
    else reader.nested_keys_.push_back(name);
  }

  cursor.enter(say("key {}", "\"general.alignment\""));
  std::uint64_t alignment = kDefaultAlignment;
  if (const GgufValue* value = reader.key("general.alignment")) {
    const auto* number = std::get_if<std::uint64_t>(value);
    if (!number || !std::has_single_bit(*number) || *number > (1u << 30))
      return cursor.malformed(number ? say("expected a power of two up to 2^30, found {}", *number)
                                     : say("expected a whole number, found {}", kValueNames[value->index()]));
    alignment = *number;
  }

  std::vector<TableRow> rows;
  std::set<std::string> names;
  for (std::uint64_t i = 0; i < counts.tensors; ++i) {
    LIFT_ASSIGN(TableRow row, read_table_row(cursor, i));
    if (!names.insert(row.tensor.name).second)
      return cursor.malformed(say("expected every tensor once, found this one twice"));
    rows.push_back(std::move(row));
  }
  LIFT_RETURN_IF_ERROR(place_data(cursor, rows, alignment, file->bytes()));
  for (TableRow& row : rows) {
    if (!row.foreign_type.empty()) {
      reader.foreign_.push_back({std::move(row.tensor.name), std::move(row.foreign_type)});
      continue;
    }
    reader.by_name_.emplace(row.tensor.name, reader.tensors_.size());
    reader.tensors_.push_back(std::move(row.tensor));
  }
  reader.files_.push_back(std::move(file));
  return reader;
}

const GgufTensor* GgufReader::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &tensors_[found->second];
}

std::span<const std::byte> GgufReader::raw_key(std::string_view name) const {
  const auto found = raw_keys_.find(name);
  return found == raw_keys_.end() ? std::span<const std::byte>() : found->second;
}

const GgufValue* GgufReader::key(std::string_view name) const {
  const auto found = keys_.find(name);
  return found == keys_.end() ? nullptr : &found->second;
}

namespace {

Error missing(const GgufReader& reader, std::string_view name, const Sentence& expected) {
  return make_error(ErrorCode::NotFound, say("{}, key {}", reader.file()->path().string(), quote_name(name)),
                    say("expected {}, found no such key", expected));
}

Error wrong_kind(const GgufReader& reader, std::string_view name, const Sentence& expected, const GgufValue& value) {
  return make_error(ErrorCode::Malformed, say("{}, key {}", reader.file()->path().string(), quote_name(name)),
                    say("expected {}, found {}", expected, kValueNames[value.index()]));
}

}   // namespace

Result<std::string> GgufReader::string_key(std::string_view name) const {
  const GgufValue* value = key(name);
  if (!value) return missing(*this, name, say("text"));
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  return wrong_kind(*this, name, say("text"), *value);
}

Result<std::int64_t> GgufReader::integer_key(std::string_view name) const {
  const GgufValue* value = key(name);
  if (!value) return missing(*this, name, say("a whole number"));
  if (const auto* number = std::get_if<std::int64_t>(value)) return *number;
  if (const auto* number = std::get_if<std::uint64_t>(value)) {
    if (*number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      return static_cast<std::int64_t>(*number);
    return make_error(ErrorCode::Malformed, say("{}, key {}", file()->path().string(), quote_name(name)),
                      say("expected a whole number up to 2^63-1, found {}", *number));
  }
  return wrong_kind(*this, name, say("a whole number"), *value);
}

Result<double> GgufReader::number_key(std::string_view name) const {
  const GgufValue* value = key(name);
  if (!value) return missing(*this, name, say("a number"));
  if (const auto* number = std::get_if<double>(value)) return *number;
  if (const auto* number = std::get_if<std::int64_t>(value)) return static_cast<double>(*number);
  if (const auto* number = std::get_if<std::uint64_t>(value)) return static_cast<double>(*number);
  return wrong_kind(*this, name, say("a number"), *value);
}

}   // namespace lift
