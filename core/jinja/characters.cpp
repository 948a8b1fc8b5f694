// Letters: their case, their kind, and numbers written in them.
#include <utf8proc.h>

#include <charconv>
#include <cmath>

#include "core/base/utf8.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

utf8proc_category_t category_of(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)); }

// Capitals of more than one letter (Unicode's SpecialCasing without conditions, the everyday ones).
std::string_view long_upper(char32_t code) {
  switch (code) {
    case 0xDF: return "SS";
    case 0x149: return "\u02BCN";
    case 0x587: return "\u0535\u0552";
    case 0xFB00: return "FF";
    case 0xFB01: return "FI";
    case 0xFB02: return "FL";
    case 0xFB03: return "FFI";
    case 0xFB04: return "FFL";
    case 0xFB05:
    case 0xFB06: return "ST";
    default: return {};
  }
}

void append_upper(std::string& out, char32_t code) {
  if (const std::string_view whole = long_upper(code); !whole.empty()) out += whole;
  else append_utf8(out, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code))));
}

bool is_cased(char32_t code) {
  const auto category = category_of(code);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT;
}

void append_lower(std::string& out, char32_t code, bool ends_word) {
  if (code == 0x130) out += "i\u0307";
  else if (code == 0x3A3 && ends_word) append_utf8(out, 0x3C2);
  else append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
}

void append_title(std::string& out, char32_t code) {
  const std::string_view whole = long_upper(code);
  if (whole.empty()) append_utf8(out, static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(code))));
  else out.append(whole.substr(0, 1)) += lower(std::string(whole.substr(1)));
}

// Calls `write` with every character, whether one with a case stands before it, and whether one follows.
template <typename Write>
std::string mapped(const std::string& text, Write write) {
  std::string out;
  bool cased_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    const std::size_t next = at + character.bytes;
    const bool cased_behind = next < text.size() && is_cased(utf8_at(text, next).code);
    if (character.valid) write(out, character.code, cased_before, cased_behind);
    else out += text[at];
    cased_before = character.valid && is_cased(character.code);
    at = next;
  }
  return out;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'z' ? low - 'a' + 10 : 99;
}

// Without the underscores that Python allows between digits; nothing when one stands elsewhere.
std::optional<std::string> without_underscores(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') out += text[i];
    else if (i == 0 || i + 1 == text.size() || digit_of(text[i - 1]) > 35 || digit_of(text[i + 1]) > 35)
      return std::nullopt;
  }
  return out;
}

std::string trimmed(std::string_view text) { return strip({std::string(text), {}}, std::nullopt, true, true).bytes; }

}   // namespace

bool is_white_space(char32_t code) {
  return (code >= 9 && code <= 13) || (code >= 0x1C && code <= 0x20) || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

std::string upper(const std::string& text) {
  return mapped(text, [](std::string& out, char32_t code, bool, bool) { append_upper(out, code); });
}
std::string lower(const std::string& text) {
  return mapped(text, [](std::string& out, char32_t code, bool before, bool behind) {
    append_lower(out, code, before && !behind);
  });
}
std::string title(const std::string& text) {
  return mapped(text, [](std::string& out, char32_t code, bool before, bool behind) {
    if (before) append_lower(out, code, !behind);
    else append_title(out, code);
  });
}
std::string swap_case(const std::string& text) {
  return mapped(text, [](std::string& out, char32_t code, bool before, bool behind) {
    if (category_of(code) == UTF8PROC_CATEGORY_LU) append_lower(out, code, before && !behind);
    else append_upper(out, code);
  });
}

std::string capitalize(const std::string& text) {
  if (text.empty()) return text;
  const Utf8Character first = utf8_at(text, 0);
  std::string out;
  if (first.valid) append_title(out, first.code);
  else out += text[0];
  return out + lower(text.substr(first.bytes));
}

std::string title_filter(const std::string& text) {
  std::string out, word;
  const auto finish = [&] {
    const std::size_t first = word.empty() ? 0 : utf8_at(word, 0).bytes;
    out += upper(word.substr(0, first)) + lower(word.substr(first));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = utf8_at(text, at);
    const bool between = is_white_space(character.code) ||
                         (character.code < 0x80 && std::string_view("-({[<").find(text[at]) != std::string_view::npos);
    if (between) finish();
    (between ? out : word).append(text, at, character.bytes);
    at += character.bytes;
  }
  finish();
  return out;
}

std::string escape_html(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '\'') out += "&#39;";
    else if (c == '"') out += "&#34;";
    else out += c;
  }
  return out;
}

bool every_character(std::string_view text, CharacterTest test) {
  for (std::size_t at = 0; at < text.size(); at += utf8_at(text, at).bytes)
    if (!utf8_at(text, at).valid || !test(utf8_at(text, at).code)) return false;
  return !text.empty();
}

bool is_letter(char32_t code) {
  const auto category = category_of(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}
bool is_decimal(char32_t code) { return category_of(code) == UTF8PROC_CATEGORY_ND; }
bool is_digit(char32_t code) {   // superscripts and circled digits count too
  return is_decimal(code) || code == 0xB2 || code == 0xB3 || code == 0xB9 || code == 0x2070 ||
         (code >= 0x2074 && code <= 0x2079) || (code >= 0x2080 && code <= 0x2089) || (code >= 0x2460 && code <= 0x2468);
}
bool is_numeric(char32_t code) {
  const auto category = category_of(code);
  return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO;
}
bool is_alphanumeric(char32_t code) { return is_letter(code) || is_numeric(code); }

bool has_case(std::string_view text, std::string (*change)(const std::string&)) {
  const std::string whole(text);
  for (std::size_t at = 0; at < text.size(); at += utf8_at(text, at).bytes)
    if (is_cased(utf8_at(text, at).code)) return change(whole) == whole;
  return false;
}

std::optional<std::int64_t> parse_integer(std::string_view given, int base) {
  std::string text = trimmed(given);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  const std::string mark = lower(text.substr(0, 2));
  const int marked = mark == "0x" ? 16 : mark == "0o" ? 8 : mark == "0b" ? 2 : 0;
  if (marked != 0 && (base == marked || base == 0)) {
    text.erase(0, text.size() > 2 && text[2] == '_' ? 3 : 2);
    base = marked;
  }
  const auto digits = without_underscores(text);
  if (!digits || digits->empty()) return std::nullopt;
  if (base == 0) {
    if (digits->size() > 1 && (*digits)[0] == '0' && digits->find_first_not_of('0') != std::string::npos)
      return std::nullopt;
    base = 10;
  }
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits->data(), digits->data() + digits->size(), value, base);
  if (problem != std::errc() || end != digits->data() + digits->size()) return std::nullopt;
  return negative ? -value : value;
}

std::optional<double> parse_number(std::string_view given) {
  auto text = without_underscores(trimmed(given));
  if (!text || text->empty()) return std::nullopt;
  const bool negative = text->starts_with('-');
  if (negative || text->starts_with('+')) text->erase(0, 1);
  if (text->empty() || (*text)[0] == '-' || (*text)[0] == '+') return std::nullopt;
  const std::string word = lower(*text);
  double value = 0;
  if (word == "inf" || word == "infinity") value = INFINITY;
  else if (word == "nan") value = NAN;
  else {
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (end != text->data() + text->size() || problem == std::errc::invalid_argument) return std::nullopt;
    if (problem == std::errc::result_out_of_range) value = text->find("e-") != std::string::npos ? 0 : INFINITY;
  }
  return negative ? -value : value;
}

}   // namespace lift::jinja
