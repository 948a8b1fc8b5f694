#include "core/jinja/lexer.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/io/quote_name.h"

namespace lift::jinja {

namespace {

using Kind = LexToken::Kind;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool is_name_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
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
      LIFT_RETURN_IF_ERROR(take_data(open));
      if (open == std::string::npos) break;
      const char kind = source_[open + 1];
      if (kind == '#') LIFT_RETURN_IF_ERROR(skip_comment());
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

  std::size_t next_tag() const {
    for (std::size_t open = source_.find('{', at_); open != std::string::npos; open = source_.find('{', open + 1))
      if (open + 1 < source_.size() &&
          (source_[open + 1] == '{' || source_[open + 1] == '%' || source_[open + 1] == '#'))
        return open;
    return std::string::npos;
  }

  // Literal text before the tag at `open`, without the blanks that the tag takes away.
  Status take_data(std::size_t open) {
    const std::size_t end = std::min(open, source_.size());
    std::string text = source_.substr(at_, end - at_);
    const bool at_line_start = at_ == 0 || source_[at_ - 1] == '\n';
    if (open != std::string::npos) {
      const char sign = open + 2 < source_.size() ? source_[open + 2] : ' ';
      if (sign == '-') {
        while (!text.empty() && is_blank(text.back())) text.pop_back();
      } else if (sign != '+' && source_[open + 1] != '{') {
        const std::size_t line_break = text.rfind('\n');
        const std::size_t begin = line_break == std::string::npos ? 0 : line_break + 1;
        const bool starts_line = line_break != std::string::npos || at_line_start;
        if (starts_line && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_blank))
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
    int depth = 0;   // of brackets: "}}" may end two mappings
    while (true) {
      while (at_ < source_.size() && is_blank(source_[at_])) advance(at_ + 1);
      if (at_ >= source_.size())
        return problem(say("expected the end of the tag, {}, found the end of the template", close));
      const bool signed_close =
          (source_[at_] == '-' || (block && source_[at_] == '+')) && source_.compare(at_ + 1, 2, close) == 0;
      if (depth == 0 && (signed_close || source_.compare(at_, 2, close) == 0)) {
        add(block ? Kind::BlockEnd : Kind::VariableEnd, close);
        finish_tag(at_ + (signed_close ? 3 : 2), signed_close ? source_[at_] : ' ', block);
        return {};
      }
      LIFT_RETURN_IF_ERROR(take_token(depth));
    }
  }

  Status take_token(int& depth) {
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
    if (first == '(' || first == '[' || first == '{') ++depth;
    if (first == ')' || first == ']' || first == '}') --depth;
    add(Kind::Operator, std::string(1, first));
    ++at_;
    return {};
  }

  Status take_number() {
    std::size_t end = at_;
    bool real = false;
    const auto digits = [&] {
      while (end < source_.size() && (is_digit(source_[end]) || source_[end] == '_')) ++end;
    };
    digits();
    if (end + 1 < source_.size() && source_[end] == '.' && is_digit(source_[end + 1])) {
      real = true;
      ++end;
      digits();
    }
    std::string text = source_.substr(at_, end - at_);
    std::erase(text, '_');
    if (text.size() > 18) return problem(say("expected a number of at most 18 digits, found {}", text));
    add(real ? Kind::Float : Kind::Integer, std::move(text));
    at_ = end;
    return {};
  }

  Status take_string(char quote) {
    std::string text;
    const int first_line = line_;
    std::size_t at = at_ + 1;
    for (; at < source_.size() && source_[at] != quote; ++at) {
      if (source_[at] != '\\' || at + 1 >= source_.size()) text += source_[at];
      else at = take_escape(at + 1, text);
    }
    if (at >= source_.size()) return problem(say("expected the end of the text, {}, found none", quote));
    tokens_.push_back({Kind::String, std::move(text), first_line});
    advance(at + 1);
    return {};
  }

  // Python's escapes; returns the place of the escape's last character.
  std::size_t take_escape(std::size_t at, std::string& text) const {
    constexpr std::string_view names = "ntrabfv\\'\"", bytes = "\n\t\r\a\b\f\v\\'\"";
    const char name = source_[at];
    if (name == '\n') return at;
    if (const std::size_t known = names.find(name); known != std::string_view::npos) {
      text += bytes[known];
      return at;
    }
    const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
    char32_t code = 0;
    for (std::size_t i = 1; i <= digits; ++i) {
      const int digit = at + i < source_.size() ? hex_digit(source_[at + i]) : -1;
      if (digit < 0) {
        (text += '\\') += name;
        return at;
      }
      code = code * 16 + static_cast<char32_t>(digit);
    }
    if (digits == 0 || code > 0x10FFFF) (text += '\\') += name;
    else append_utf8(text, code);
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
