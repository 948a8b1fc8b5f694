// Methods of texts: Python's str.
#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

using Made = Result<Value>;

Value list_of(std::vector<Text> parts, Shape shape = Shape::List) {
  List list;
  for (Text& part : parts) list.push_back(Value::of(std::move(part)));
  return Value::of(std::move(list), shape);
}

// A text, or nothing for none and for what is not given.
Result<std::optional<std::string>> optional_text(std::string_view method, const Value* value) {
  if (!value || value->is_none()) return std::optional<std::string>();
  if (!value->text()) return expected(method, say("a text"), *value);
  return std::optional(value->text()->bytes);
}

Result<std::string> text_argument(std::string_view method, const Value& value) {
  if (!value.text()) return expected(method, say("a text"), value);
  return value.text()->bytes;
}

template <bool left, bool right>
Made stripped(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const auto of, optional_text("strip", bound[0]));
  return Value::of(strip(text, of, left, right));
}

// The part [start, end) of the text that find, count, startswith look at, in bytes.
struct Window {
  std::size_t begin = 0, end = 0;
  bool outside = false;   // begins behind the end of the text
};
Result<Window> window_of(const Text& text, const Value* start, const Value* stop) {
  if (!start && !stop) return Window{0, text.bytes.size(), false};
  const auto size = static_cast<std::int64_t>(count_characters(text.bytes));
  const auto place = [size](std::int64_t index) { return std::max<std::int64_t>(0, index < 0 ? index + size : index); };
  LIFT_ASSIGN(const std::int64_t from, whole_or("find", start, 0));
  LIFT_ASSIGN(const std::int64_t to, whole_or("find", stop, size));
  const std::int64_t begin = place(from), end = std::min(size, place(to));
  Window window{place_of_character(text.bytes, static_cast<std::size_t>(std::min(begin, size))),
                place_of_character(text.bytes, static_cast<std::size_t>(end)), begin > size};
  window.outside |= begin > end;
  return window;
}

template <bool start>
Made edge(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const Window window, window_of(text, bound[1], bound[2]));
  List edges{*bound[0]};
  if (bound[0]->is_tuple()) edges = *bound[0]->list();
  else if (!bound[0]->text()) return expected("startswith", say("a text or a tuple of texts"), *bound[0]);
  if (window.outside) return Value::of(false);
  const auto part = std::string_view(text.bytes).substr(window.begin, window.end - window.begin);
  for (const Value& wanted : edges) {
    LIFT_ASSIGN(const std::string bytes, text_argument("startswith", wanted));
    if (start ? part.starts_with(bytes) : part.ends_with(bytes)) return Value::of(true);
  }
  return Value::of(false);
}

template <bool last>
Made found(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::string part, text_argument("find", *bound[0]));
  LIFT_ASSIGN(const Window window, window_of(text, bound[1], bound[2]));
  if (window.outside) return Value::of(std::int64_t{-1});
  const auto whole = std::string_view(text.bytes).substr(0, window.end);
  const std::size_t at = last ? whole.rfind(part) : whole.find(part, window.begin);
  if (at == std::string_view::npos || at < window.begin) return Value::of(std::int64_t{-1});
  return Value::of(static_cast<std::int64_t>(count_characters(whole.substr(0, at))));
}

template <bool last>
Made index(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(Value at, found<last>(text, bound));
  if (at.integer() < 0) return refuse(say("index: expected {} in the text, found none", short_repr(*bound[0])));
  return at;
}

Made count(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::string part, text_argument("count", *bound[0]));
  LIFT_ASSIGN(const Window window, window_of(text, bound[1], bound[2]));
  if (window.outside) return Value::of(std::int64_t{0});
  const Text within = text.part(window.begin, window.end);
  if (part.empty()) return Value::of(static_cast<std::int64_t>(count_characters(within.bytes)) + 1);
  return Value::of(static_cast<std::int64_t>(split(within, part, -1).size()) - 1);
}

template <bool from_right>
Made splits(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const auto separator, optional_text("split", bound[0]));
  LIFT_ASSIGN(const std::int64_t most, whole_or("split", bound[1], -1));
  if (separator && separator->empty()) return refuse(say("split: expected a separator, found an empty text"));
  return list_of(from_right ? split_from_right(text, separator, most) : split(text, separator, most));
}

Made lines(const Text& text, const Bound& bound) { return list_of(split_lines(text, bound.is_true(0))); }

template <bool from_right>
Made partitioned(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::string separator, text_argument("partition", *bound[0]));
  if (separator.empty()) return refuse(say("partition: expected a separator, found an empty text"));
  const std::size_t at = from_right ? text.bytes.rfind(separator) : text.bytes.find(separator);
  const std::size_t size = text.bytes.size();
  if (at == std::string::npos)
    return from_right ? list_of({Text{}, Text{}, text}, Shape::Tuple) : list_of({text, Text{}, Text{}}, Shape::Tuple);
  const std::size_t behind = at + separator.size();
  return list_of({text.part(0, at), text.part(at, behind), text.part(behind, size)}, Shape::Tuple);
}

Made joined(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(*bound[0]));
  for (const Value& item : items)
    if (!item.text()) return expected("join", say("texts"), item);
  return apply_filter("join", Value::of(items), {{Value::of(text)}, {}});
}

template <bool start>
Made without_edge(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::string edge, text_argument("removeprefix", *bound[0]));
  if (start && text.bytes.starts_with(edge)) return Value::of(text.part(edge.size(), text.bytes.size()));
  if (!start && text.bytes.ends_with(edge)) return Value::of(text.part(0, text.bytes.size() - edge.size()));
  return Value::of(text);
}

Made replaced(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::string from, text_argument("replace", *bound[0]));
  LIFT_ASSIGN(const std::string to, text_argument("replace", *bound[1]));
  LIFT_ASSIGN(const std::int64_t most, whole_or("replace", bound[2], -1));
  return Value::of(replace(text, from, to, most));
}

template <Side side>
Made aligned(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::int64_t width, whole_of("center", *bound[0]));
  LIFT_ASSIGN(const auto fill, optional_text("center", bound[1]));
  if (fill && count_characters(*fill) != 1) return expected("center", say("one character to fill with"), *bound[1]);
  if (width > kLongestRange)
    return refuse(say("center: expected a width of at most {}, found {}", kLongestRange, width));
  return Value::of(padded(text, static_cast<std::size_t>(std::max<std::int64_t>(0, width)), fill.value_or(" "), side));
}

Made zero_filled(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::int64_t width, whole_of("zfill", *bound[0]));
  if (width > kLongestRange)
    return refuse(say("center: expected a width of at most {}, found {}", kLongestRange, width));
  const bool sign = text.bytes.starts_with('-') || text.bytes.starts_with('+');
  const auto rest = static_cast<std::size_t>(std::max<std::int64_t>(0, width - (sign ? 1 : 0)));
  Text out = text.part(0, sign ? 1 : 0);
  out.append(padded(text.part(sign ? 1 : 0, text.bytes.size()), rest, "0", Side::Right));
  return Value::of(std::move(out));
}

Made expanded(const Text& text, const Bound& bound) {
  LIFT_ASSIGN(const std::int64_t size, whole_or("expandtabs", bound[0], 8));
  if (size > 1000) return refuse(say("expandtabs: expected at most 1000, found {}", size));
  Text out;
  std::int64_t column = 0;
  for (const Text& character : characters_of(text)) {
    if (character.bytes != "\t") {
      out.append(character);
      column = character.bytes == "\n" || character.bytes == "\r" ? 0 : column + 1;
      continue;
    }
    for (std::int64_t left = size > 0 ? size - column % size : 0; left > 0; --left, ++column) out.append(" ");
  }
  return Value::of(std::move(out));
}

template <std::string (*change)(const std::string&)>
Made changed(const Text& text, const Bound&) {
  return Value::of(text.rewritten(change(text.bytes)));
}
template <CharacterTest test>
Made all(const Text& text, const Bound&) {
  return Value::of(every_character(text.bytes, test));
}
template <std::string (*change)(const std::string&)>
Made cased(const Text& text, const Bound&) {
  return Value::of(has_case(text.bytes, change));
}
Made ascii(const Text& text, const Bound&) {
  return Value::of(std::ranges::all_of(text.bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}
Made titled(const Text& text, const Bound&) {
  return Value::of(title(text.bytes) == text.bytes && upper(text.bytes) != lower(text.bytes));
}

Made braces(const Text& text, const Arguments& arguments) {
  LIFT_ASSIGN(Text made, format_braces(text, arguments));
  return Value::of(std::move(made));
}

}   // namespace

const Table<Text>& text_methods() {
  static const Table<Text> table{
      {"strip", {stripped<true, true>, "-"}},
      {"lstrip", {stripped<true, false>, "-"}},
      {"rstrip", {stripped<false, true>, "-"}},
      {"startswith", {edge<true>, "- - -", 1}},
      {"endswith", {edge<false>, "- - -", 1}},
      {"find", {found<false>, "- - -", 1}},
      {"rfind", {found<true>, "- - -", 1}},
      {"index", {index<false>, "- - -", 1}},
      {"rindex", {index<true>, "- - -", 1}},
      {"count", {count, "- - -", 1}},
      {"split", {splits<false>, "sep maxsplit"}},
      {"rsplit", {splits<true>, "sep maxsplit"}},
      {"splitlines", {lines, "keepends"}},
      {"partition", {partitioned<false>, "-", 1}},
      {"rpartition", {partitioned<true>, "-", 1}},
      {"join", {joined, "-", 1}},
      {"removeprefix", {without_edge<true>, "-", 1}},
      {"removesuffix", {without_edge<false>, "-", 1}},
      {"replace", {replaced, "- - -", 2}},
      {"center", {aligned<Side::Both>, "- -", 1}},
      {"ljust", {aligned<Side::Left>, "- -", 1}},
      {"rjust", {aligned<Side::Right>, "- -", 1}},
      {"zfill", {zero_filled, "-", 1}},
      {"expandtabs", {expanded, "tabsize"}},
      {"format", {nullptr, "", 0, braces}},
      {"upper", {changed<upper>}},
      {"lower", {changed<lower>}},
      {"casefold", {changed<lower>}},
      {"title", {changed<title>}},
      {"capitalize", {changed<capitalize>}},
      {"swapcase", {changed<swap_case>}},
      {"isalpha", {all<is_letter>}},
      {"isdigit", {all<is_digit>}},
      {"isdecimal", {all<is_decimal>}},
      {"isnumeric", {all<is_numeric>}},
      {"isalnum", {all<is_alphanumeric>}},
      {"isspace", {all<is_white_space>}},
      {"isascii", {ascii}},
      {"islower", {cased<lower>}},
      {"isupper", {cased<upper>}},
      {"istitle", {titled}},
  };
  return table;
}

}   // namespace lift::jinja
