// Cutting texts: by characters, blanks, separators and lines.
#include "core/jinja/strings.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace lift::jinja {

namespace {

bool is_stripped(std::string_view text, const Utf8Character& character, std::size_t at,
                 const std::optional<std::string>& of) {
  if (!of) return character.valid && is_white_space(character.code);
  const std::string_view wanted = text.substr(at, character.bytes);
  for (std::size_t i = 0; i < of->size(); i += utf8_at(*of, i).bytes)
    if (std::string_view(*of).substr(i, utf8_at(*of, i).bytes) == wanted) return true;
  return false;
}

std::size_t begin_of_last(std::string_view text, std::size_t end) {
  std::size_t last = end - 1;
  while (last > 0 && end - last < 4 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  return last;
}

// The next place at or behind `at` where blanks begin (or end).
std::size_t skip(std::string_view bytes, std::size_t at, bool blanks) {
  while (at < bytes.size()) {
    const Utf8Character character = utf8_at(bytes, at);
    if ((character.valid && is_white_space(character.code)) != blanks) break;
    at += character.bytes;
  }
  return at;
}

std::vector<Text> split_by_blanks(const Text& text, std::int64_t most) {
  std::vector<Text> parts;
  const std::string& bytes = text.bytes;
  for (std::size_t at = skip(bytes, 0, true); at < bytes.size(); at = skip(bytes, at, true)) {
    if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
      parts.push_back(text.part(at, bytes.size()));   // with the blanks at its end, as Python has it
      break;
    }
    const std::size_t end = skip(bytes, at, false);
    parts.push_back(text.part(at, end));
    at = end;
  }
  return parts;
}

std::vector<Text> split_by_blanks_from_right(const Text& text, std::int64_t most) {
  const std::vector<Text> words = split_by_blanks(text, -1);
  if (most < 0 || static_cast<std::int64_t>(words.size()) <= most) return words;
  const auto kept = words.end() - most;
  std::vector<Text> parts(kept, words.end());
  Text rest = strip(text, std::nullopt, false, true);
  for (auto word = words.rbegin(); word != words.rbegin() + most; ++word)
    rest = strip(rest.part(0, rest.bytes.size() - word->bytes.size()), std::nullopt, false, true);
  parts.insert(parts.begin(), std::move(rest));
  return parts;
}

bool ends_line(char32_t code) {
  return (code >= 0x0A && code <= 0x0D) || (code >= 0x1C && code <= 0x1E) || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

}   // namespace

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8_at(text, at).bytes) ++count;
  return count;
}

std::vector<Text> characters_of(const Text& text) {
  std::vector<Text> out;
  for (std::size_t at = 0; at < text.bytes.size();) {
    const std::size_t bytes = utf8_at(text.bytes, at).bytes;
    out.push_back(text.part(at, at + bytes));
    at += bytes;
  }
  return out;
}

std::size_t place_of_character(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += utf8_at(text, at).bytes;
  return at;
}

Text characters(const Text& text, std::size_t begin, std::size_t end) {
  const std::size_t first = place_of_character(text.bytes, begin);
  return text.part(first, first + place_of_character(std::string_view(text.bytes).substr(first), end - begin));
}

Text strip(const Text& text, const std::optional<std::string>& of, bool left, bool right) {
  const std::string& bytes = text.bytes;
  std::size_t begin = 0, end = bytes.size();
  while (left && begin < end) {
    const Utf8Character character = utf8_at(bytes, begin);
    if (!is_stripped(bytes, character, begin, of)) break;
    begin += character.bytes;
  }
  while (right && end > begin) {
    const std::size_t last = std::max(begin, begin_of_last(bytes, end));
    if (!is_stripped(bytes, utf8_at(bytes, last), last, of)) break;
    end = last;
  }
  return text.part(begin, end);
}

std::vector<Text> split(const Text& text, const std::optional<std::string>& separator, std::int64_t most) {
  if (!separator) return split_by_blanks(text, most);
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

std::vector<Text> split_from_right(const Text& text, const std::optional<std::string>& separator, std::int64_t most) {
  if (!separator) return split_by_blanks_from_right(text, most);
  std::vector<Text> parts;
  std::size_t end = text.bytes.size();
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    if (end < separator->size()) break;
    const std::size_t found = text.bytes.rfind(*separator, end - separator->size());
    if (found == std::string::npos) break;
    parts.push_back(text.part(found + separator->size(), end));
    end = found;
  }
  parts.push_back(text.part(0, end));
  std::ranges::reverse(parts);
  return parts;
}

std::vector<Text> split_lines(const Text& text, bool keep_ends) {
  std::vector<Text> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.bytes.size();) {
    const Utf8Character character = utf8_at(text.bytes, at);
    std::size_t next = at + character.bytes;
    if (ends_line(character.code)) {
      if (character.code == '\r' && next < text.bytes.size() && text.bytes[next] == '\n') ++next;
      lines.push_back(text.part(begin, keep_ends ? next : at));
      begin = next;
    }
    at = next;
  }
  if (begin < text.bytes.size()) lines.push_back(text.part(begin, text.bytes.size()));
  return lines;
}

Text replace(const Text& text, std::string_view from, std::string_view to, std::int64_t most) {
  Text out;
  std::size_t at = 0;
  if (from.empty()) {   // Python puts the new text before every character and at the end
    while (most != 0 && at < text.bytes.size()) {
      const std::size_t bytes = utf8_at(text.bytes, at).bytes;
      out.append(to);
      out.append(text.part(at, at + bytes));
      at += bytes;
      --most;
    }
    out.append(text.part(at, text.bytes.size()));
    if (most != 0) out.append(to);
    return out;
  }
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

Text padded(const Text& text, std::size_t width, std::string_view fill, Side side) {
  const std::size_t size = count_characters(text.bytes);
  if (size >= width) return text;
  const std::size_t missing = width - size;
  // CPython's str.center: the odd one goes to the left when the width is odd.
  const std::size_t before = side == Side::Left    ? 0
                             : side == Side::Right ? missing
                                                   : missing / 2 + (missing & width & 1);
  Text out;
  for (std::size_t i = 0; i < before; ++i) out.append(fill);
  out.append(text);
  for (std::size_t i = before; i < missing; ++i) out.append(fill);
  return out;
}

}   // namespace lift::jinja
