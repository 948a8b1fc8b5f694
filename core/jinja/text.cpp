#include "core/jinja/text.h"

#include <utf8proc.h>

#include <charconv>
#include <cmath>

#include "core/base/utf8.h"

namespace lift::jinja {

namespace {

bool is_white_space(char32_t code) {   // Python's str.isspace
  return (code >= 9 && code <= 13) || (code >= 0x1C && code <= 0x20) || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

bool is_stripped(std::string_view text, const Utf8Character& character, std::size_t at, std::string_view of) {
  if (of.empty()) return character.valid && is_white_space(character.code);
  return of.find(text.substr(at, character.bytes)) != std::string_view::npos;
}

std::vector<std::size_t> character_begins(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size(); at += utf8_at(text, at).bytes) begins.push_back(at);
  return begins;
}

std::string map_characters(const std::string& text, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    if (character.valid) append_utf8(out, static_cast<char32_t>(change(static_cast<utf8proc_int32_t>(character.code))));
    else out += text[at];
    at += character.bytes;
  }
  return out;
}

std::vector<Text> split_by_blanks(const Text& text, std::int64_t most) {
  std::vector<Text> parts;
  std::size_t at = 0;
  const std::string& bytes = text.bytes;
  const auto skip = [&](bool blanks) {
    while (at < bytes.size()) {
      const Utf8Character character = utf8_at(bytes, at);
      if ((character.valid && is_white_space(character.code)) != blanks) break;
      at += character.bytes;
    }
  };
  for (skip(true); at < bytes.size(); skip(true)) {
    const std::size_t begin = at;
    if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
      parts.push_back(strip(text.part(begin, bytes.size()), "", false, true));
      break;
    }
    skip(false);
    parts.push_back(text.part(begin, at));
  }
  return parts;
}

}   // namespace

std::size_t count_characters(std::string_view text) { return character_begins(text).size(); }

std::vector<Text> characters_of(const Text& text) {
  std::vector<Text> out;
  for (std::size_t at = 0; at < text.bytes.size();) {
    const std::size_t bytes = utf8_at(text.bytes, at).bytes;
    out.push_back(text.part(at, at + bytes));
    at += bytes;
  }
  return out;
}

Value character_at(const Text& text, std::int64_t index) {
  std::vector<Text> all = characters_of(text);
  if (index < 0) index += static_cast<std::int64_t>(all.size());
  if (index < 0 || index >= static_cast<std::int64_t>(all.size())) return Value::undefined("character of a text");
  return Value::of(std::move(all[static_cast<std::size_t>(index)]));
}

Text strip(const Text& text, std::string_view of, bool left, bool right) {
  const std::string& bytes = text.bytes;
  std::size_t begin = 0, end = bytes.size();
  while (left && begin < end) {
    const Utf8Character character = utf8_at(bytes, begin);
    if (!is_stripped(bytes, character, begin, of)) break;
    begin += character.bytes;
  }
  while (right && end > begin) {
    std::size_t last = end - 1;
    while (last > begin && end - last < 4 && (static_cast<unsigned char>(bytes[last]) & 0xC0) == 0x80) --last;
    if (!is_stripped(bytes, utf8_at(bytes, last), last, of)) break;
    end = last;
  }
  return text.part(begin, end);
}

std::vector<Text> split(const Text& text, const std::optional<std::string>& separator, std::int64_t most) {
  if (!separator || separator->empty()) return split_by_blanks(text, most);
  std::vector<Text> parts;
  std::size_t at = 0;
  for (std::size_t next = text.bytes.find(*separator);
       next != std::string::npos && (most < 0 || static_cast<std::int64_t>(parts.size()) < most);
       next = text.bytes.find(*separator, at)) {
    parts.push_back(text.part(at, next));
    at = next + separator->size();
  }
  parts.push_back(text.part(at, text.bytes.size()));
  return parts;
}

std::vector<Text> split_from_right(const Text& text, const std::string& separator, std::int64_t most) {
  std::vector<Text> parts;
  std::size_t end = text.bytes.size();
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    if (end < separator.size()) break;
    const std::size_t found = text.bytes.rfind(separator, end - separator.size());
    if (found == std::string::npos) break;
    parts.insert(parts.begin(), text.part(found + separator.size(), end));
    end = found;
  }
  parts.insert(parts.begin(), text.part(0, end));
  return parts;
}

Text replace(const Text& text, std::string_view from, std::string_view to, std::int64_t most) {
  if (from.empty()) return text;
  Text out;
  std::size_t at = 0;
  for (std::size_t next = text.bytes.find(from); next != std::string::npos && most != 0;
       next = text.bytes.find(from, at), --most) {
    out.append(text.part(at, next));
    // New bytes inside a message belong to it.
    out.append(text.part(next, next + from.size()).rewritten(std::string(to)));
    at = next + from.size();
  }
  out.append(text.part(at, text.bytes.size()));
  return out;
}

std::string upper(const std::string& text) { return map_characters(text, utf8proc_toupper); }
std::string lower(const std::string& text) { return map_characters(text, utf8proc_tolower); }

std::string capitalize(const std::string& text) {
  const std::size_t first = text.empty() ? 0 : utf8_at(text, 0).bytes;
  return upper(text.substr(0, first)) + lower(text.substr(first));
}

std::string title(const std::string& text) {
  std::string out;
  std::string word;
  const auto finish = [&] {
    out += capitalize(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character.code));
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    if (!letter) finish();
    (letter ? word : out).append(text, at, character.bytes);
    at += character.bytes;
  }
  finish();
  return out;
}

std::optional<double> parse_number(std::string_view text) {
  const Text stripped = strip({std::string(text), {}}, "", true, true);
  double value = 0;
  const char* begin = stripped.bytes.data();
  const char* end = begin + stripped.bytes.size();
  const auto [reached, problem] = std::from_chars(begin, end, value);
  if (problem != std::errc() || reached != end || std::abs(value) > 9e15) return std::nullopt;
  return value;
}

}   // namespace lift::jinja
