// Python's two ways to fill the gaps of a text: '%s' % x and '{}'.format(x).
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

constexpr std::int64_t kWidest = 10'000;

// [[fill]align][sign][#][0][width][,_][.precision][type]
struct Specification {
  std::string fill = " ";
  char align = 0, sign = '-', grouping = 0, type = 0;
  bool alternate = false;
  std::int64_t width = 0, precision = -1;
};

std::int64_t take_digits(std::string_view text, std::size_t& at) {
  std::int64_t number = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && number < kWidest * 10)
    number = number * 10 + (text[at++] - '0');
  return number;
}

bool is_one_of(std::string_view characters, std::string_view text, std::size_t at) {
  return at < text.size() && characters.find(text[at]) != std::string_view::npos;
}

Result<Specification> parse_specification(const std::string& text) {
  Specification out;
  std::size_t at = 0;
  const std::size_t first = text.empty() ? 0 : utf8_at(text, 0).bytes;
  if (is_one_of("<>=^", text, first)) {
    out.fill = text.substr(0, first);
    out.align = text[first];
    at = first + 1;
  } else if (is_one_of("<>=^", text, 0)) {
    out.align = text[at++];
  }
  if (is_one_of("+- ", text, at)) out.sign = text[at++];
  if (is_one_of("#", text, at)) out.alternate = ++at > 0;
  if (is_one_of("0", text, at)) {
    ++at;
    if (out.align == 0) {
      out.fill = "0";
      out.align = '=';
    }
  }
  out.width = take_digits(text, at);
  if (is_one_of(",_", text, at)) out.grouping = text[at++];
  if (is_one_of(".", text, at)) {
    const std::size_t digits = ++at;
    out.precision = take_digits(text, at);
    if (at == digits) return refuse(say("format: expected digits behind the point, found none in {}", text));
  }
  if (at < text.size()) out.type = text[at++];
  if (at < text.size() || out.width > kWidest || out.precision > kWidest)
    return refuse(say("format: expected a format that Python knows, found {}", text));
  return out;
}

// 1234567 -> 1,234,567 (in groups of four for bits).
std::string grouped(const std::string& digits, char separator, std::size_t size) {
  const std::size_t whole = std::min(digits.find_first_not_of("0123456789abcdefABCDEF"), digits.size());
  std::string out;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % size == 0) out += separator;
    out += digits[i];
  }
  return out + digits.substr(whole);
}

Result<std::string> digits_of_whole(std::uint64_t magnitude, const Specification& form) {
  switch (form.type) {
    case 0:
    case 'd':
    case 'n': return fmt::format("{}", magnitude);
    case 'x': return (form.alternate ? "0x" : "") + fmt::format("{:x}", magnitude);
    case 'X': return (form.alternate ? "0X" : "") + fmt::format("{:X}", magnitude);
    case 'o': return (form.alternate ? "0o" : "") + fmt::format("{:o}", magnitude);
    case 'b': return (form.alternate ? "0b" : "") + fmt::format("{:b}", magnitude);
    default: return refuse(say("format: expected a form for a whole number, found {}", std::string(1, form.type)));
  }
}

Result<std::string> digits_of_real(double magnitude, const Specification& form) {
  const auto precision = static_cast<int>(form.precision < 0 ? 6 : form.precision);
  const bool shown = !std::isnan(magnitude) && !std::isinf(magnitude);
  switch (form.type) {
    case 0:
      if (form.precision < 0) return repr_of_number(magnitude);
      {
        std::string text = fmt::format("{:.{}g}", magnitude, std::max(1, precision));
        if (shown && text.find_first_of(".e") == std::string::npos) text += ".0";
        return text;
      }
    case 'f':
    case 'F': return fmt::format("{:.{}f}", magnitude, precision);
    case 'e': return fmt::format("{:.{}e}", magnitude, precision);
    case 'E': return fmt::format("{:.{}E}", magnitude, precision);
    case 'g':
    case 'n': return fmt::format("{:.{}g}", magnitude, std::max(1, precision));
    case 'G': return fmt::format("{:.{}G}", magnitude, std::max(1, precision));
    case '%': return fmt::format("{:.{}f}", magnitude * 100, precision) + '%';
    default: return refuse(say("format: expected a form for a number, found {}", std::string(1, form.type)));
  }
}

Text aligned(const Text& text, const std::string& sign, const Specification& form, char usual) {
  Text whole{sign, {}};
  const char align = form.align == 0 ? usual : form.align;
  const auto width = static_cast<std::size_t>(form.width);
  if (align == '=') {
    whole.append(padded(text, width > sign.size() ? width - sign.size() : 0, form.fill, Side::Right));
    return whole;
  }
  whole.append(text);
  if (align == '^') {   // the odd one goes to the right here
    const std::size_t size = count_characters(whole.bytes);
    const std::size_t before = size < width ? (width - size) / 2 : 0;
    return padded(padded(whole, size + before, form.fill, Side::Right), width, form.fill, Side::Left);
  }
  return padded(whole, width, form.fill, align == '<' ? Side::Left : Side::Right);
}

Result<Text> format_number(const Value& value, const Specification& form) {
  const bool as_real = value.is_real() || std::string_view("eEfFgG%").find(form.type) != std::string_view::npos;
  const bool real = as_real && (form.type != 0 || value.is_real());
  const bool negative = value.is_real() ? std::signbit(value.number()) : value.integer() < 0;
  std::string digits;
  if (real) {
    LIFT_ASSIGN(digits, digits_of_real(std::abs(value.number()), form));
  } else {
    const auto bits = static_cast<std::uint64_t>(value.integer());
    if (form.precision >= 0) return refuse(say("format: expected no precision for a whole number, found one"));
    if (form.type == 'c') {
      std::string character;
      append_utf8(character, static_cast<char32_t>(std::min<std::uint64_t>(bits, 0x10FFFF)));
      return aligned({character, {}}, "", form, '<');
    }
    LIFT_ASSIGN(digits, digits_of_whole(negative ? 0 - bits : bits, form));
  }
  if (form.grouping != 0)
    digits = grouped(digits, form.grouping, std::string_view("xXob").find(form.type) != std::string_view::npos ? 4 : 3);
  if (form.grouping != 0 && form.fill == "0" && form.align == '=')
    return lacking(say("format: this program does not fill grouped digits with zeros"));
  const std::string sign = negative ? "-" : form.sign == '-' ? "" : std::string(1, form.sign);
  return aligned({digits, {}}, sign, form, '>');
}

Result<Text> format_text(const Text& text, const Specification& form) {
  if ((form.type != 0 && form.type != 's') || form.sign != '-' || form.grouping != 0 || form.align == '=' ||
      form.alternate)
    return refuse(say("format: expected a form for a text, found another"));
  const std::size_t size = count_characters(text.bytes);
  const std::size_t kept =
      form.precision < 0 ? size : std::min<std::size_t>(size, static_cast<std::size_t>(form.precision));
  return aligned(characters(text, 0, kept), "", form, '<');
}

}   // namespace

Result<Text> format_value(const Value& value, const std::string& specification) {
  if (specification.empty()) return to_text(value);
  LIFT_ASSIGN(Specification form, parse_specification(specification));
  if (value.text() && form.fill == "0" && form.align == '=') form.align = '<';   // as Python 3.10 and later
  if (value.text()) return format_text(*value.text(), form);
  if (value.is_number()) return format_number(value, form);
  return refuse(say("format: expected a text or a number to lay out, found {}", value.kind()));
}

}   // namespace lift::jinja
