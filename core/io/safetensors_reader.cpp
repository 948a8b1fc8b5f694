#include "core/io/safetensors_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_types.h"

namespace lift {

namespace {

using nlohmann::json;

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kLargestHeader = 100'000'000;   // the format's own bound
constexpr std::size_t kMostValues = 8u << 20;           // of JSON: about a million tensors
constexpr std::string_view kMetadata = "__metadata__";

static_assert(std::endian::native == std::endian::little, "the length and all data are little-endian");

// One entry of the header before its bytes are known to be there.
struct Entry {
  TensorView view;
  std::string foreign_type;           // not empty: view.dtype means nothing
  std::uint64_t begin = 0, end = 0;   // relative to the data section
};

// Everything an error sentence needs to know about where it is.
struct Place {
  std::string file;
  std::string tensor;

  Error malformed(Sentence message, std::source_location where = std::source_location::current()) const {
    return make_error(ErrorCode::Malformed, subject(), std::move(message), {}, where);
  }
  Sentence subject() const {
    return tensor.empty() ? Sentence::verbatim(file) : say("{}, tensor {}", file, quote_name(tensor));
  }
};

Result<std::string_view> header_text(const MappedFile& file, const Place& place) {
  const auto bytes = file.bytes();
  if (bytes.size() < kLengthBytes)
    return place.malformed(say("expected at least {} bytes, found {}: not a safetensors file, or a truncated one",
                               kLengthBytes, bytes.size()));
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  if (length > kLargestHeader)
    return place.malformed(
        say("expected a header of at most {} bytes, found {}: not a safetensors file", kLargestHeader, length));
  if (length > bytes.size() - kLengthBytes)
    return place.malformed(
        say("expected a header of {} bytes, found a file that ends {} bytes after its "
            "beginning: the file is truncated",
            length, bytes.size() - kLengthBytes));
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()) + kLengthBytes, length);
  if (!text.starts_with('{'))
    return place.malformed(say("expected a header that begins with {{, found {} at byte {}",
                               text.empty() ? say("nothing") : Sentence::verbatim(quote_name(text.substr(0, 1))),
                               kLengthBytes));
  return text;
}

Result<std::map<std::string, std::string>> read_metadata(const json& value, const Place& place) {
  if (value.is_null()) return std::map<std::string, std::string>();
  if (!value.is_object())
    return place.malformed(say("expected __metadata__ to be an object, found {}", json_kind(value)));
  std::map<std::string, std::string> metadata;
  for (const auto& [name, text] : value.items()) {
    if (!text.is_string())
      return place.malformed(say("expected text for {} in __metadata__, found {}", quote_name(name), json_kind(text)));
    metadata.emplace(name, text.get<std::string>());
  }
  return metadata;
}

// The field's array of whole numbers that fit int64, none negative.
Result<std::vector<std::int64_t>> whole_numbers(const json& entry, const char* field, const Place& place) {
  const auto found = entry.find(field);
  if (found == entry.end()) return place.malformed(say("expected the field {}, found none", field));
  if (!found->is_array()) return place.malformed(say("expected an array in {}, found {}", field, json_kind(*found)));
  std::vector<std::int64_t> numbers;
  numbers.reserve(found->size());
  for (const json& number : *found) {
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!number.is_number_unsigned() || number.get<std::uint64_t>() > largest)
      return place.malformed(say("expected whole numbers from 0 to 2^63-1 in {}, found {}", field,
                                 quote_name(number.dump(-1, ' ', true, json::error_handler_t::replace), 40)));
    numbers.push_back(number.get<std::int64_t>());
  }
  return numbers;
}

// Bytes of so many bits each that the shape needs; nothing when that passes int64 or ends inside a byte.
std::optional<std::int64_t> bytes_of(const std::vector<std::int64_t>& shape, std::int64_t bits) {
  std::int64_t elements = 1, total = 0;
  for (const std::int64_t extent : shape)
    if (__builtin_mul_overflow(elements, extent, &elements)) return std::nullopt;
  if (__builtin_mul_overflow(elements, bits, &total) || total % 8 != 0) return std::nullopt;
  return total / 8;
}

Status read_type(const json& value, Entry& entry, const Place& place) {
  const auto found = value.find("dtype");
  if (found == value.end() || !found->is_string())
    return place.malformed(say("expected text in the field dtype, found {}",
                               found == value.end() ? say("no such field") : json_kind(*found)));
  const auto& name = found->get_ref<const std::string&>();
  if (const auto dtype = dtype_from_safetensors(name)) entry.view.dtype = *dtype;
  else entry.foreign_type = name.empty() ? "?" : name;
  return {};
}

// Against the range in the header. Of a type that nobody has told us the width of, the range alone counts.
Status check_size(const Entry& entry, const Place& place) {
  const auto bits = entry.foreign_type.empty() ? std::optional<std::int64_t>(8 * byte_size(entry.view.dtype))
                                               : foreign_bits(entry.foreign_type);
  if (!bits) return {};
  const auto bytes = bytes_of(entry.view.shape, *bits);
  const auto shape = [&] { return fmt::format("[{}]", fmt::join(entry.view.shape, ", ")); };
  if (!bytes)
    return place.malformed(
        say("expected a shape whose bytes are whole and can be counted in 63 bits, found {}", shape()));
  const auto range = static_cast<std::int64_t>(entry.end - entry.begin);
  if (*bytes == range) return {};
  const std::string type =
      entry.foreign_type.empty() ? std::string(safetensors_name(entry.view.dtype)) : entry.foreign_type;
  return place.malformed(
      say("expected {} bytes for {} of shape {}, found a range of {} bytes", *bytes, type, shape(), range));
}

Result<Entry> read_entry(const std::string& name, const json& value, const Place& place) {
  if (!value.is_object()) return place.malformed(say("expected an object, found {}", json_kind(value)));
  Entry entry;
  entry.view.name = name;
  LIFT_RETURN_IF_ERROR(read_type(value, entry, place));
  LIFT_ASSIGN(entry.view.shape, whole_numbers(value, "shape", place));
  LIFT_ASSIGN(const auto offsets, whole_numbers(value, "data_offsets", place));
  if (offsets.size() != 2)
    return place.malformed(say("expected two numbers in data_offsets, found {}", offsets.size()));
  if (offsets[1] < offsets[0])
    return place.malformed(say("expected data_offsets in rising order, found {} and {}", offsets[0], offsets[1]));
  entry.begin = static_cast<std::uint64_t>(offsets[0]);
  entry.end = static_cast<std::uint64_t>(offsets[1]);
  LIFT_RETURN_IF_ERROR(check_size(entry, place));
  return entry;
}

// The ranges, in the order of their offsets, must cover the data section without hole or overlap.
Status check_ranges(const std::vector<Entry>& entries, std::uint64_t data_bytes, Place place) {
  std::uint64_t covered = 0;
  std::string before;
  for (const Entry& entry : entries) {
    place.tensor = entry.view.name;
    if (entry.begin < covered)
      return place.malformed(
          say("its bytes {} to {} overlap those of tensor {}: expected a beginning at "
              "byte {}, found {}",
              entry.begin, entry.end, quote_name(before), covered, entry.begin));
    if (entry.begin > covered)
      return place.malformed(
          say("a hole before its data: expected a beginning at byte {}, found {}", covered, entry.begin));
    if (entry.end > data_bytes)
      return place.malformed(
          say("expected data up to byte {}, found a data section of {} bytes: the file is "
              "truncated",
              entry.end, data_bytes));
    covered = entry.end;
    before = entry.view.name;
  }
  place.tensor.clear();
  if (covered != data_bytes)
    return place.malformed(
        say("expected the data to end at byte {} with the last tensor, found {} bytes of data", covered, data_bytes));
  return {};
}

}   // namespace

Result<SafetensorsReader> SafetensorsReader::open(const std::filesystem::path& path) {
  LIFT_ASSIGN(auto file, MappedFile::open(path));
  return read(std::move(file));
}

Result<SafetensorsReader> SafetensorsReader::read(std::shared_ptr<const MappedFile> file) {
  SafetensorsReader reader;
  Place place{file->path().string(), {}};
  LIFT_ASSIGN(const std::string_view text, header_text(*file, place));
  const JsonLimits limits{.bytes = kLargestHeader, .values = kMostValues, .depth = 8, .refuse_duplicate_keys = true};
  LIFT_ASSIGN(const json header, parse_json(text, say("header of {}", place.file), limits));

  std::vector<Entry> entries;
  entries.reserve(header.size());
  for (const auto& [name, value] : header.items()) {
    if (name == kMetadata) {
      LIFT_ASSIGN(reader.metadata_, read_metadata(value, place));
      continue;
    }
    LIFT_ASSIGN(Entry entry, read_entry(name, value, Place{place.file, name}));
    entries.push_back(std::move(entry));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  const auto data = file->bytes().subspan(kLengthBytes + text.size());
  LIFT_RETURN_IF_ERROR(check_ranges(entries, data.size(), place));

  reader.tensors_.reserve(entries.size());
  for (Entry& entry : entries) {
    if (!entry.foreign_type.empty()) {
      reader.foreign_.push_back({entry.view.name, entry.foreign_type, entry.view.shape});
      continue;
    }
    entry.view.bytes = data.subspan(entry.begin, entry.end - entry.begin);
    reader.by_name_.emplace(entry.view.name, reader.tensors_.size());
    reader.tensors_.push_back(std::move(entry.view));
  }
  reader.file_ = std::move(file);
  return reader;
}

const TensorView* SafetensorsReader::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &tensors_[found->second];
}

const ForeignTensor* SafetensorsReader::find_foreign(std::string_view name) const {
  for (const ForeignTensor& tensor : foreign_)
    if (tensor.name == name) return &tensor;
  return nullptr;
}

}   // namespace lift
