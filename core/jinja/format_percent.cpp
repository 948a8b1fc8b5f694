// '%s and %d' % (a, b).
#include <cmath>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

struct Gap {
  bool left = false, zero = false, plus = false, blank = false, alternate = false;
  std::int64_t width = 0, precision = -1;
  char type = 0;
};

class PercentFormat {
 public:
  PercentFormat(const Text& pattern, const Value& values) : pattern_(pattern), values_(values) {}

  Result<Text> run() {
    const std::string& bytes = pattern_.bytes;
    while (true) {
      const std::size_t next = std::min(bytes.find('%', at_), bytes.size());
      out_.append(pattern_.part(at_, next));
      at_ = next + 1;
      if (next == bytes.size()) break;
      LIFT_RETURN_IF_ERROR(fill());
      if (out_.bytes.size() > kMostOutput)
        return refuse(say("expected at most {} bytes of text, found more", kMostOutput));
    }
    if (!by_name_ && !values_.dict() && used_ < count())
      return refuse(say("format: expected a gap for every value, found fewer gaps"));
    return std::move(out_);
  }

 private:
  std::size_t count() const { return values_.is_tuple() ? values_.list()->size() : 1; }

  Result<Value> next_value() {
    if (used_ >= count()) return refuse(say("format: expected a value for every gap, found too few"));
    return values_.is_tuple() ? (*values_.list())[used_++] : (++used_, values_);
  }

  bool take(char c) {
    if (at_ >= pattern_.bytes.size() || pattern_.bytes[at_] != c) return false;
    ++at_;
    return true;
  }

  Result<std::int64_t> take_number() {
    if (take('*')) {
      LIFT_ASSIGN(const Value value, next_value());
      return whole_of("format", value);
    }
    std::int64_t number = 0;
    for (; at_ < pattern_.bytes.size() && is_decimal(static_cast<unsigned char>(pattern_.bytes[at_])); ++at_) {
      number = number * 10 + (pattern_.bytes[at_] - '0');
      if (number > 10'000) return refuse(say("format: expected a width of at most 10,000, found more"));
    }
    return number;
  }

  Result<Value> named_value() {
    const std::size_t end = pattern_.bytes.find(')', at_);
    if (end == std::string::npos || !values_.dict())
      return refuse(say("format: expected a mapping for the names in the text, found {}", values_.kind()));
    const std::string name = pattern_.bytes.substr(at_, end - at_);
    at_ = end + 1;
    by_name_ = true;
    const Value* found = values_.dict()->find(name);
    return found ? Result<Value>(*found)
                 : Result<Value>(refuse(say("format: expected a value called {}, found none", name)));
  }

  Status fill() {
    if (take('%')) {
      out_.append("%");
      return {};
    }
    std::optional<Value> value;
    if (take('(')) {
      LIFT_ASSIGN(value, named_value());
    }
    Gap gap;
    for (bool more = true; more;) {
      if (take('-')) gap.left = true;
      else if (take('0')) gap.zero = true;
      else if (take('+')) gap.plus = true;
      else if (take(' ')) gap.blank = true;
      else if (take('#')) gap.alternate = true;
      else more = false;
    }
    LIFT_ASSIGN(gap.width, take_number());
    if (take('.')) {
      LIFT_ASSIGN(gap.precision, take_number());
    }
    while (take('l') || take('h') || take('L')) {}
    if (at_ >= pattern_.bytes.size())
      return refuse(say("format: expected a letter behind %, found the end of the text"));
    gap.type = pattern_.bytes[at_++];
    if (gap.type == '%' && !value) {
      out_.append("%");
      return {};
    }
    if (!value) {
      LIFT_ASSIGN(value, next_value());
    }
    LIFT_ASSIGN(const Text text, written(*value, gap));
    out_.append(padded(text, static_cast<std::size_t>(std::max<std::int64_t>(0, gap.width)), " ",
                       gap.left ? Side::Left : Side::Right));
    return {};
  }

  static Result<Text> cut(Text text, const Gap& gap) {
    const std::size_t size = count_characters(text.bytes);
    if (gap.precision < 0 || static_cast<std::size_t>(gap.precision) >= size) return text;
    return characters(text, 0, static_cast<std::size_t>(gap.precision));
  }

  static Result<Text> written(const Value& value, const Gap& gap) {
    switch (gap.type) {
      case 's': {
        LIFT_ASSIGN(Text text, to_text(value));
        return cut(std::move(text), gap);
      }
      case 'r': {
        LIFT_ASSIGN(std::string shown, to_repr(value));
        return cut({std::move(shown), {}}, gap);
      }
      case 'c':
        if (value.text() && count_characters(value.text()->bytes) == 1) return *value.text();
        if (!value.is_whole()) return expected("format", say("one character or its number"), value);
        return format_value(value, "c");
      case 'd':
      case 'i':
      case 'u':
        if (!value.is_number()) return expected("format", say("a number"), value);
        if (value.is_real() && !(std::abs(value.number()) < 9.2e18))
          return lacking(say("format: expected a number of at most 64 bits, found more"));
        return number(Value::of(value.integer()), gap, 'd');
      case 'x':
      case 'X':
      case 'o':
        if (!value.is_whole()) return expected("format", say("a whole number"), value);
        return number(Value::of(value.integer()), gap, gap.type);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        if (!value.is_number()) return expected("format", say("a number"), value);
        return number(Value::of(value.number()), gap, gap.type);
      default:
        return refuse(say("format: expected a letter that Python knows behind %, found {}", std::string(1, gap.type)));
    }
  }

  static Result<Text> number(const Value& value, const Gap& gap, char type) {
    std::string form = gap.plus ? "+" : gap.blank ? " " : "";
    if (gap.alternate) form += '#';
    if (value.is_real()) form += fmt::format(".{}", gap.precision < 0 ? 6 : gap.precision);
    LIFT_ASSIGN(Text text, format_value(value, form + type));
    if (!value.is_real() && gap.precision > 0) text = zeros(text, static_cast<std::size_t>(gap.precision), false);
    if (gap.zero && !gap.left) text = zeros(text, static_cast<std::size_t>(std::max<std::int64_t>(0, gap.width)), true);
    return text;
  }

  // Zeros between the sign and the digits, up to so many digits (or characters in all).
  static Text zeros(const Text& text, std::size_t width, bool with_sign) {
    const std::size_t sign = text.bytes.find_first_of("+- ") == 0 ? 1 : 0;
    const std::size_t digits = with_sign ? width - std::min(width, sign) : width;
    Text out = text.part(0, sign);
    out.append(padded(text.part(sign, text.bytes.size()), digits, "0", Side::Right));
    return out;
  }

  const Text& pattern_;
  const Value& values_;
  Text out_;
  std::size_t at_ = 0, used_ = 0;
  bool by_name_ = false;
};

}   // namespace

Result<Text> format_percent(const Text& pattern, const Value& values) { return PercentFormat(pattern, values).run(); }

}   // namespace lift::jinja
