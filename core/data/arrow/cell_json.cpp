#include "core/data/arrow/cell_json.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include <arrow/api.h>
#include <arrow/extension_type.h>
#include <arrow/util/float16.h>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr int kDeepest = 60;   // lists and structs inside each other; readers of fields take 64

bool is_text(arrow::Type::type type) {
  return type == arrow::Type::STRING || type == arrow::Type::LARGE_STRING || type == arrow::Type::STRING_VIEW;
}

// Written as Arrow prints them.
bool is_printed(arrow::Type::type type) {
  switch (type) {
    case arrow::Type::DATE32:
    case arrow::Type::DATE64:
    case arrow::Type::TIME32:
    case arrow::Type::TIME64:
    case arrow::Type::TIMESTAMP:
    case arrow::Type::DURATION: return true;
    default: return arrow::is_decimal(type);
  }
}

// What the parts of a nested type are; none for a plain one.
std::vector<std::shared_ptr<arrow::Field>> parts_of(const arrow::DataType& type) {
  switch (type.id()) {
    case arrow::Type::DICTIONARY:
      return {arrow::field("", static_cast<const arrow::DictionaryType&>(type).value_type())};
    case arrow::Type::EXTENSION:
      return {arrow::field("", static_cast<const arrow::ExtensionType&>(type).storage_type())};
    case arrow::Type::MAP: {
      const auto& map = static_cast<const arrow::MapType&>(type);
      return {map.key_field(), map.item_field()};
    }
    default: return type.fields();
  }
}

std::string joined(const std::string& path, const arrow::DataType& type, const arrow::Field& part) {
  return type.id() == arrow::Type::STRUCT ? path + "." + part.name() : path;
}

// Whether none of eight bytes is escaped in JSON: each bit is set by a byte below a blank, a quote or a backslash
// (Mycroft's test for a zero byte), sometimes by the byte behind one.
bool are_plain(const char* text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  const std::uint64_t quotes = bytes ^ (kOnes * '"'), slashes = bytes ^ (kOnes * '\\');
  const std::uint64_t found =
      ((bytes - kOnes * 0x20) & ~bytes) | ((quotes - kOnes) & ~quotes) | ((slashes - kOnes) & ~slashes);
  return (found & kHighs) == 0;
}

template <typename Number>
void append_number(Number number, std::string& out) {
  if constexpr (std::is_floating_point_v<Number>) {
    if (!std::isfinite(number)) {   // as Python's json has it: refused where the field is used
      out += std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity";
      return;
    }
  }
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  const std::string_view written(text, static_cast<std::size_t>(end - text));
  out += written;
  if (std::is_floating_point_v<Number> && written.find_first_of(".e") == written.npos) out += ".0";
}

template <typename Array>
void append_primitive(const arrow::Array& column, std::int64_t row, std::string& out) {
  append_number(static_cast<const Array&>(column).Value(row), out);
}

template <typename Array>
void append_view(const arrow::Array& column, std::int64_t row, std::string& out) {
  append_json_text(static_cast<const Array&>(column).GetView(row), out);
}

void append_items(const CellPlan& item, const arrow::Array& values, std::int64_t begin, std::int64_t count,
                  std::size_t limit, std::string& out) {
  out += '[';
  for (std::int64_t i = 0; i < count && out.size() <= limit; ++i) {
    if (i > 0) out += ',';
    append_cell(item, values, begin + i, limit, out);
  }
  out += ']';
}

template <typename List>
void append_list(const CellPlan& plan, const arrow::Array& column, std::int64_t row, std::size_t limit,
                 std::string& out) {
  const auto& list = static_cast<const List&>(column);
  append_items(plan.parts[0], *list.values(), list.value_offset(row), list.value_length(row), limit, out);
}

void append_struct(const CellPlan& plan, const arrow::Array& column, std::int64_t row, std::size_t limit,
                   std::string& out) {
  const auto& fields = static_cast<const arrow::StructArray&>(column);
  out += '{';
  for (const CellPlan& part : plan.parts) {
    if (&part != &plan.parts.front()) out += ',';
    out += part.key;
    append_cell(part, *fields.field(part.index), row, limit, out);
  }
  out += '}';
}

void append_map(const CellPlan& plan, const arrow::Array& column, std::int64_t row, std::size_t limit,
                std::string& out) {
  const auto& map = static_cast<const arrow::MapArray&>(column);
  const std::int64_t begin = map.value_offset(row);
  out += '{';
  for (std::int64_t i = begin; i < begin + map.value_length(row) && out.size() <= limit; ++i) {
    if (i > begin) out += ',';
    append_cell(plan.parts[0], *map.keys(), i, limit, out);
    out += ':';
    append_cell(plan.parts[1], *map.items(), i, limit, out);
  }
  out += '}';
}

void append_printed(const arrow::Array& column, std::int64_t row, std::string& out) {
  const auto scalar = column.GetScalar(row);
  const std::string text = scalar.ok() ? (*scalar)->ToString() : std::string();
  if (arrow::is_decimal(column.type_id())) out += text;
  else append_json_text(text, out);
}

}   // namespace

std::optional<Sentence> why_left_out(const arrow::DataType& type) {
  switch (type.id()) {
    case arrow::Type::BINARY:
    case arrow::Type::LARGE_BINARY:
    case arrow::Type::FIXED_SIZE_BINARY:
    case arrow::Type::BINARY_VIEW: return say("it holds bytes, not text");
    case arrow::Type::SPARSE_UNION:
    case arrow::Type::DENSE_UNION:
    case arrow::Type::RUN_END_ENCODED:
    case arrow::Type::LIST_VIEW:
    case arrow::Type::LARGE_LIST_VIEW: return say("this form of column is not read");
    case arrow::Type::INTERVAL_MONTHS:
    case arrow::Type::INTERVAL_DAY_TIME:
    case arrow::Type::INTERVAL_MONTH_DAY_NANO: return say("intervals are not read");
    case arrow::Type::MAP:
      if (!is_text(static_cast<const arrow::MapType&>(type).key_type()->id()))
        return say("the keys of its maps are no texts");
      return std::nullopt;
    default: return std::nullopt;
  }
}

std::optional<CellPlan> plan_cell(const arrow::Field& field, int index, const std::string& path,
                                  std::vector<Sentence>& told, int depth) {
  const arrow::DataType& type = *field.type();
  auto why = why_left_out(type);
  if (!why && depth > kDeepest) why = say("it is nested more than {} deep", kDeepest);
  if (why) {
    told.push_back(say("column \"{}\" ({}) is left out: {}", path, type.ToString(), *why));
    return std::nullopt;
  }
  if (is_printed(type.id())) told.push_back(say("column \"{}\" ({}) is read as it is printed", path, type.ToString()));
  CellPlan plan{.index = index, .type = field.type()};
  append_json_text(field.name(), plan.key);
  plan.key += ':';
  const auto parts = parts_of(type);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (auto part = plan_cell(*parts[i], static_cast<int>(i), joined(path, type, *parts[i]), told, depth + 1))
      plan.parts.push_back(std::move(*part));
  const bool all_needed = type.id() != arrow::Type::STRUCT;
  if (all_needed ? plan.parts.size() < parts.size() : plan.parts.empty() && !parts.empty()) return std::nullopt;
  return plan;
}

void append_json_text(std::string_view text, std::string& out) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && are_plain(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, written, i - written);
    written = i + 1;
    if (c == '"' || c == '\\') (out += '\\') += static_cast<char>(c);
    else if (c == '\n') out += "\\n";
    else ((out += "\\u00") += digits[c >> 4]) += digits[c & 15];
  }
  out.append(text, written);
  out += '"';
}

void append_cell(const CellPlan& plan, const arrow::Array& column, std::int64_t row, std::size_t limit,
                 std::string& out) {
  if (out.size() > limit) return;
  if (column.IsNull(row)) {
    out += "null";
    return;
  }
  using arrow::Type;
  switch (plan.type->id()) {
    case Type::BOOL: out += static_cast<const arrow::BooleanArray&>(column).Value(row) ? "true" : "false"; return;
    case Type::INT8: return append_primitive<arrow::Int8Array>(column, row, out);
    case Type::INT16: return append_primitive<arrow::Int16Array>(column, row, out);
    case Type::INT32: return append_primitive<arrow::Int32Array>(column, row, out);
    case Type::INT64: return append_primitive<arrow::Int64Array>(column, row, out);
    case Type::UINT8: return append_primitive<arrow::UInt8Array>(column, row, out);
    case Type::UINT16: return append_primitive<arrow::UInt16Array>(column, row, out);
    case Type::UINT32: return append_primitive<arrow::UInt32Array>(column, row, out);
    case Type::UINT64: return append_primitive<arrow::UInt64Array>(column, row, out);
    case Type::FLOAT: return append_primitive<arrow::FloatArray>(column, row, out);
    case Type::DOUBLE: return append_primitive<arrow::DoubleArray>(column, row, out);
    case Type::HALF_FLOAT: {
      const std::uint16_t bits = static_cast<const arrow::HalfFloatArray&>(column).Value(row);
      return append_number(arrow::util::Float16::FromBits(bits).ToFloat(), out);
    }
    case Type::STRING: return append_view<arrow::StringArray>(column, row, out);
    case Type::LARGE_STRING: return append_view<arrow::LargeStringArray>(column, row, out);
    case Type::STRING_VIEW: return append_view<arrow::StringViewArray>(column, row, out);
    case Type::LIST: return append_list<arrow::ListArray>(plan, column, row, limit, out);
    case Type::LARGE_LIST: return append_list<arrow::LargeListArray>(plan, column, row, limit, out);
    case Type::FIXED_SIZE_LIST: return append_list<arrow::FixedSizeListArray>(plan, column, row, limit, out);
    case Type::STRUCT: return append_struct(plan, column, row, limit, out);
    case Type::MAP: return append_map(plan, column, row, limit, out);
    case Type::DICTIONARY: {
      const auto& codes = static_cast<const arrow::DictionaryArray&>(column);
      return append_cell(plan.parts[0], *codes.dictionary(), codes.GetValueIndex(row), limit, out);
    }
    case Type::EXTENSION: {
      const auto& extended = static_cast<const arrow::ExtensionArray&>(column);
      return append_cell(plan.parts[0], *extended.storage(), row, limit, out);
    }
    case Type::NA: out += "null"; return;
    default: return append_printed(column, row, out);
  }
}

}   // namespace lift
