#include "core/jinja/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/io/quote_name.h"

namespace lift::jinja {

namespace {

using Kind = LexToken::Kind;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c < 0; }
bool is_name_part(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Lexer {
 public:
  Lexer(std::string source, const std::string& subject) : source_(std::move(source)), subject_(subject) {}

  Result<std::vector<LexToken>> run() {
    while (at_ < source_.size()) {
      const std::size_t open = next_tag();
      LIFT_RETURN_IF_ERROR(take_data(open, at_ == 0 || source_[at_ - 1] == '\n'));
      if (open == std::string::npos) break;
      const char kind = source_[open + 1];
      const std::size_t raw = kind == '%' ? end_of_word_tag(open, "raw") : std::string::npos;
      if (raw != std::string::npos) LIFT_RETURN_IF_ERROR(take_raw(raw));
      else if (kind == '#') LIFT_RETURN_IF_ERROR(skip_comment());
      else LIFT_RETURN_IF_ERROR(take_tag(kind == '%'));
    }
    add(Kind::End, "");
    return std::move(tokens_);
  }

 private:
  void add(Kind kind, std::string text) { tokens_.push_back({kind, std::move(text), line_}); }
  Error problem(const Sentence& message) const {
    return make_error(ErrorCode::Malformed, subject_, say("line {}: {}", line_, message));
  }
  void advance(std::size_t to) {
    line_ += static_cast<int>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         source_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    at_ = to;
  }

  // Where the blanks and the word of a tag end that begins at `open`: "{%- raw -%}"; npos when it is another tag.
  std::size_t end_of_word_tag(std::size_t open, std::string_view word) const {
    std::size_t at = open + 2;
    if (at < source_.size() && (source_[at] == '-' || source_[at] == '+')) ++at;
    while (at < source_.size() && is_blank(source_[at])) ++at;
    if (source_.compare(at, word.size(), word) != 0) return std::string::npos;
    at += word.size();
    while (at < source_.size() && is_blank(source_[at])) ++at;
    const bool has_sign = at < source_.size() && (source_[at] == '-' || source_[at] == '+');
    return source_.compare(at + (has_sign ? 1 : 0), 2, "%}") == 0 ? at : std::string::npos;
  }

  // {% raw %}: its text is data up to {% endraw %}, with the same rules for blanks.
  Status take_raw(std::size_t sign_at) {
    const bool strips = source_[sign_at] == '-';
    std::size_t begin = sign_at + (source_[sign_at] == '%' ? 2 : 3);
    while (strips && begin < source_.size() && is_blank(source_[begin])) ++begin;
    advance(begin);
    for (std::size_t open = source_.find("{%", at_); open != std::string::npos; open = source_.find("{%", open + 1)) {
      const std::size_t end = end_of_word_tag(open, "endraw");
      if (end == std::string::npos) continue;
      LIFT_RETURN_IF_ERROR(take_data(open, begin > 0 && source_[begin - 1] == '\n'));
      const char sign = source_[end];
      finish_tag(end + (sign == '%' ? 2 : 3), sign, true);
      return {};
    }
    return problem(say("expected the end of the raw text, {{% endraw %}}, found the end of the template"));
  }

  std::size_t next_tag() const {
    for (std::size_t open = source_.find('{', at_); open != std::string::npos; open = source_.find('{', open + 1))
      if (open + 1 < source_.size() &&
          (source_[open + 1] == '{' || source_[open + 1] == '%' || source_[open + 1] == '#'))
        return open;
    return std::string::npos;
  }

  // Literal text before the tag at `open`, without the blanks that the tag takes away.
  Status take_data(std::size_t open, bool at_line_start) {
    const std::size_t end = std::min(open, source_.size());
    std::string text = source_.substr(at_, end - at_);
    if (open != std::string::npos) {
      const char sign = open + 2 < source_.size() ? source_[open + 2] : ' ';
      if (sign == '-') {
        while (!text.empty() && is_blank(text.back())) text.pop_back();
      } else if (sign != '+' && source_[open + 1] != '{') {
        const std::size_t line_break = text.rfind('\n');
        const std::size_t begin = line_break == std::string::npos ? 0 : line_break + 1;
        const bool starts_line = line_break != std::string::npos || at_line_start;
        if (starts_line && begin < text.size() &&
            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_blank))
          text.resize(begin);
      }
    }
    if (!text.empty()) add(Kind::Data, std::move(text));
    advance(end);
    return {};
  }

  // Behind a tag's end: "-" takes all blanks, a block or comment the first line break.
  void finish_tag(std::size_t end, char sign, bool trims_line_break) {
    if (sign == '-') {
      while (end < source_.size() && is_blank(source_[end])) ++end;
    } else if (trims_line_break && sign != '+' && end < source_.size() && source_[end] == '\n') {
      ++end;
    }
    advance(end);
  }

  Status skip_comment() {
    const std::size_t close = source_.find("#}", at_ + 2);
    if (close == std::string::npos)
      return problem(say("expected the end of the comment, #}}, found the end of the template"));
    finish_tag(close + 2, close > at_ + 2 ? source_[close - 1] : ' ', true);
    return {};
  }

  Status take_tag(bool block) {
    add(block ? Kind::BlockBegin : Kind::VariableBegin, block ? "{%" : "{{");
    at_ += 2;
    if (at_ < source_.size() && (source_[at_] == '-' || source_[at_] == '+')) ++at_;
    const std::string close = block ? "%}" : "}}";
    std::string open;   // brackets: "}}" may end two mappings
    while (true) {
      while (at_ < source_.size() && is_blank(source_[at_])) advance(at_ + 1);
      if (at_ >= source_.size())
        return problem(say("expected the end of the tag, {}, found the end of the template", close));
      const bool signed_close =
          (source_[at_] == '-' || (block && source_[at_] == '+')) && source_.compare(at_ + 1, 2, close) == 0;
      if (open.empty() && (signed_close || source_.compare(at_, 2, close) == 0)) {
        add(block ? Kind::BlockEnd : Kind::VariableEnd, close);
        finish_tag(at_ + (signed_close ? 3 : 2), signed_close ? source_[at_] : ' ', block);
        return {};
      }
      LIFT_RETURN_IF_ERROR(take_token(open));
    }
  }

  Status take_token(std::string& open) {
    const char first = source_[at_];
    if (first == '\'' || first == '"') return take_string(first);
    if (is_digit(first)) return take_number();
    if (is_name_start(first)) {
      std::size_t end = at_;
      while (end < source_.size() && is_name_part(source_[end])) ++end;
      add(Kind::Name, source_.substr(at_, end - at_));
      at_ = end;
      return {};
    }
    constexpr std::array<std::string_view, 6> pairs{"==", "!=", "<=", ">=", "//", "**"};
    for (const std::string_view pair : pairs) {
      if (source_.compare(at_, 2, pair) != 0) continue;
      add(Kind::Operator, std::string(pair));
      at_ += 2;
      return {};
    }
    if (std::string_view("+-*/%~<>=()[]{}.,:|").find(first) == std::string_view::npos)
      return problem(say("expected an expression, found {}", quote_name(source_.substr(at_, 8))));
    if (first == '(' || first == '[' || first == '{') open += first;
    if (first == ')' || first == ']' || first == '}') {
      const char partner = first == ')' ? '(' : first == ']' ? '[' : '{';
      if (open.empty() || open.back() != partner)
        return problem(say("expected brackets in pairs, found {}", quote_name(std::string(1, first))));
      open.pop_back();
    }
    add(Kind::Operator, std::string(1, first));
    ++at_;
    return {};
  }

  // Digits of the base with single underscores between them; returns their end.
  std::size_t digits_from(std::size_t at, int base) const {
    std::size_t end = at;
    while (end < source_.size()) {
      const bool joins = source_[end] == '_' && end + 1 < source_.size();
      const int digit = hex_digit(source_[joins ? end + 1 : end]);
      if (digit < 0 || digit >= base || (joins && end == at && base == 10)) break;
      end += joins ? 2 : 1;
    }
    return end;
  }

  Status take_number() {
    const char mark =
        at_ + 1 < source_.size() && source_[at_] == '0' ? static_cast<char>(source_[at_ + 1] | 0x20) : ' ';
    const int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
    if (base != 10 && digits_from(at_ + 2, base) > at_ + 2)
      return add_integer(digits_from(at_ + 2, base), at_ + 2, base);
    std::size_t end = digits_from(at_, 10);
    bool real = false;
    const bool in_path = at_ > 0 && source_[at_ - 1] == '.';   // a.0.1: two whole numbers
    if (!in_path && end + 1 < source_.size() && source_[end] == '.' && is_digit(source_[end + 1])) {
      real = true;
      end = digits_from(end + 1, 10);
    }
    if (!in_path && end < source_.size() && (source_[end] | 0x20) == 'e') {
      std::size_t exponent = end + 1;
      if (exponent < source_.size() && (source_[exponent] == '+' || source_[exponent] == '-')) ++exponent;
      if (exponent < source_.size() && is_digit(source_[exponent])) {
        real = true;
        end = digits_from(exponent, 10);
      }
    }
    if (!real) return add_integer(end, at_, 10);
    std::string text = source_.substr(at_, end - at_);
    std::erase(text, '_');
    add(Kind::Float, std::move(text));
    at_ = end;
    return {};
  }

  Status add_integer(std::size_t end, std::size_t begin, int base) {
    std::string text = source_.substr(begin, end - begin);
    std::erase(text, '_');
    std::int64_t value = 0;
    const auto [reached, fault] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (fault != std::errc())
      return problem(say("expected a number of at most 64 bits, found {}", quote_name(text, 40)));
    add(Kind::Integer, std::to_string(value));
    at_ = end;
    return {};
  }

  Status take_string(char quote) {
    std::string text;
    const int first_line = line_;
    std::size_t at = at_ + 1;
    for (; at < source_.size() && source_[at] != quote; ++at) {
      if (source_[at] != '\\' || at + 1 >= source_.size()) text += source_[at];
      else {
        LIFT_ASSIGN(at, take_escape(at + 1, text));
      }
    }
    if (at >= source_.size()) return problem(say("expected the end of the text, {}, found none", quote));
    tokens_.push_back({Kind::String, std::move(text), first_line});
    advance(at + 1);
    return {};
  }

  // Python's escapes; returns the place of the escape's last character.
  Result<std::size_t> take_escape(std::size_t at, std::string& text) const {
    constexpr std::string_view names = "ntrabfv\\'\"", bytes = "\n\t\r\a\b\f\v\\'\"";
    const char name = source_[at];
    if (name == '\n') return at;
    if (const std::size_t known = names.find(name); known != std::string_view::npos) {
      text += bytes[known];
      return at;
    }
    if (name >= '0' && name <= '7') {
      char32_t code = 0;
      std::size_t end = at;
      for (; end < at + 3 && end < source_.size() && source_[end] >= '0' && source_[end] <= '7'; ++end)
        code = code * 8 + static_cast<char32_t>(source_[end] - '0');
      append_utf8(text, code);
      return end - 1;
    }
    if (name == 'N') return problem(say("expected an escape by number, found one by name, {}", "\\N"));
    const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
    if (digits == 0) {
      (text += '\\') += name;
      return at;
    }
    char32_t code = 0;
    for (std::size_t i = 1; i <= digits; ++i) {
      const int digit = at + i < source_.size() ? hex_digit(source_[at + i]) : -1;
      if (digit < 0) return problem(say("expected {} hexadecimal digits behind \\{}, found fewer", digits, name));
      code = code * 16 + static_cast<char32_t>(digit);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
      return problem(
          say("expected the number of a character behind \\{}, found {}", name, static_cast<std::uint32_t>(code)));
    append_utf8(text, code);
    return at + digits;
  }

  std::string source_;
  const std::string& subject_;
  std::vector<LexToken> tokens_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}   // namespace

Result<std::vector<LexToken>> tokenize(const std::string& source, const std::string& subject) {
  std::string text;
  text.reserve(source.size());
  for (std::size_t at = 0; at < source.size(); ++at) {   // all line breaks are \n, as Jinja has it
    if (source[at] != '\r') text += source[at];
    else if (at + 1 == source.size() || source[at + 1] != '\n') text += '\n';
  }
  if (text.ends_with('\n')) text.pop_back();
  return Lexer(std::move(text), subject).run();
}

}   // namespace lift::jinja
