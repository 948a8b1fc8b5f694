#include "core/evaluate/plain_math.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace lift {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Rewriting {
  std::string_view from, to;
};

// Longer names first: "\textbf" before "\text".
constexpr std::array kCommands{
    Rewriting{"{,}", ","},      Rewriting{"{.}", "."},      Rewriting{"\\,", " "},     Rewriting{"\\!", ""},
    Rewriting{"\\;", " "},      Rewriting{"\\:", " "},      Rewriting{"\\ ", " "},     Rewriting{"\\%", "%"},
    Rewriting{"\\$", "$"},      Rewriting{"\\times", "*"},  Rewriting{"\\cdot", "*"},  Rewriting{"\\div", "/"},
    Rewriting{"\\approx", "="}, Rewriting{"^{\\circ}", ""}, Rewriting{"^\\circ", ""},  Rewriting{"\\circ", ""},
    Rewriting{"\\left", ""},    Rewriting{"\\right", ""},   Rewriting{"\\(", " "},     Rewriting{"\\)", " "},
    Rewriting{"\\[", " "},      Rewriting{"\\]", " "},      Rewriting{"\\quad", " "},  Rewriting{"\\mathrm", ""},
    Rewriting{"\\mathbf", ""},  Rewriting{"\\textbf", ""},  Rewriting{"\\textit", ""}, Rewriting{"\\text", ""},
    Rewriting{"\\mbox", ""},    Rewriting{"\\boxed", ""},   Rewriting{"\\fbox", ""},   Rewriting{"$$", " "}};

struct Vulgar {
  char32_t code;
  std::string_view fraction;
};
constexpr std::array kVulgarFractions{
    Vulgar{0xBC, "1/4"},    Vulgar{0xBD, "1/2"},   Vulgar{0xBE, "3/4"},   Vulgar{0x2150, "1/7"}, Vulgar{0x2151, "1/9"},
    Vulgar{0x2152, "1/10"}, Vulgar{0x2153, "1/3"}, Vulgar{0x2154, "2/3"}, Vulgar{0x2155, "1/5"}, Vulgar{0x2156, "2/5"},
    Vulgar{0x2157, "3/5"},  Vulgar{0x2158, "4/5"}, Vulgar{0x2159, "1/6"}, Vulgar{0x215A, "5/6"}, Vulgar{0x215B, "1/8"},
    Vulgar{0x215C, "3/8"},  Vulgar{0x215D, "5/8"}, Vulgar{0x215E, "7/8"}};

constexpr std::array<std::pair<char32_t, char>, 13> kSigns{{{0x2212, '-'},
                                                            {0x2013, '-'},
                                                            {0xFE63, '-'},
                                                            {0xFF0D, '-'},
                                                            {0xD7, '*'},
                                                            {0xF7, '/'},
                                                            {0x22C5, '*'},
                                                            {0x2044, '/'},
                                                            {0x2215, '/'},
                                                            {0x2248, '='},
                                                            {0xFF0E, '.'},
                                                            {0xFF0C, ','},
                                                            {0xFF05, '%'}}};

// No-break, thin and narrow no-break spaces: between digits they part thousands.
bool thin_space(char32_t code) { return code == 0xA0 || code == 0x2009 || code == 0x202F || code == 0x2007; }

struct Argument {
  std::string_view text;
  std::size_t end = 0;   // behind it
};

// "{...}" with its inner braces, or one character as TeX takes it ("\frac12").
Argument argument_at(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size()) return {{}, text.size()};
  if (text[at] != '{') return {text.substr(at, 1), at + 1};
  int depth = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return {text.substr(at + 1, i - at - 1), i + 1};
  }
  return {text.substr(at + 1), text.size()};
}

constexpr int kDeepest = 8;   // of fractions in fractions; nobody means more, and a hostile text must not recurse

class Plain {
 public:
  Plain(std::string_view text, int depth) : text_(text), depth_(depth) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (fraction() || command() || emphasis() || braces()) continue;
      character();
    }
    return std::move(out_);
  }

 private:
  bool starts_with(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  bool between_digits() const {
    return !out_.empty() && is_digit(out_.back()) && at_ < text_.size() && is_digit(text_[at_]);
  }

  // "2\frac{1}{2}" is two and a half.
  void part_from_number() {
    if (!out_.empty() && is_digit(out_.back())) out_ += ' ';
  }

  bool fraction() {
    if (depth_ >= kDeepest) return false;
    for (const std::string_view name : {"\\frac", "\\dfrac", "\\tfrac", "\\cfrac"}) {
      if (!starts_with(name)) continue;
      const Argument above = argument_at(text_, at_ + name.size());
      const Argument below = argument_at(text_, above.end);
      part_from_number();
      out_ += inner(above.text) + "/" + inner(below.text);
      at_ = below.end;
      return true;
    }
    return false;
  }

  std::string inner(std::string_view text) const {
    std::string plain = Plain(text, depth_ + 1).run();
    plain.erase(0, std::min(plain.find_first_not_of(' '), plain.size()));
    while (plain.ends_with(' ')) plain.pop_back();
    return plain;
  }

  bool command() {
    for (const auto& [from, to] : kCommands) {
      if (!starts_with(from)) continue;
      at_ += from.size();
      if (to == " " && between_digits()) out_ += ',';   // "10\\,000": thin spaces part thousands
      else out_ += to;
      return true;
    }
    return false;
  }

  // Markdown's bold and code; "2**3" is a power.
  bool emphasis() {
    if (text_[at_] == '`') return ++at_, true;
    if (!starts_with("**") && !starts_with("__")) return false;
    const bool power = at_ > 0 && at_ + 2 < text_.size() && is_digit(text_[at_ - 1]) && is_digit(text_[at_ + 2]);
    if (power) return false;
    at_ += 2;
    return true;
  }

  // "10^{-5}" and "{5}": braces group, no more.
  bool braces() {
    if (text_[at_] != '{' && text_[at_] != '}') return false;
    if (text_[at_] == '}' && !out_.empty() && out_.back() != ' ') out_ += (at_ + 1 < text_.size()) ? " " : "";
    ++at_;
    return true;
  }

  void character() {
    const Utf8Character character = utf8_at(text_, at_);
    const std::string_view bytes = text_.substr(at_, character.bytes);
    at_ += character.bytes;
    if (character.code < 0x80 || !character.valid) {
      out_ += bytes;
      return;
    }
    if (thin_space(character.code)) {
      out_ += between_digits() ? ',' : ' ';
      return;
    }
    if (character.code >= 0xFF10 && character.code <= 0xFF19) {   // full-width digits
      out_ += static_cast<char>('0' + (character.code - 0xFF10));
      return;
    }
    for (const auto& [code, sign] : kSigns)
      if (code == character.code) {
        out_ += sign;
        return;
      }
    for (const auto& [code, fraction] : kVulgarFractions)
      if (code == character.code) {
        part_from_number();
        out_ += fraction;
        return;
      }
    out_ += bytes;
  }

  std::string_view text_;
  int depth_;
  std::size_t at_ = 0;
  std::string out_;
};

}   // namespace

std::string plain_math(std::string_view text) { return Plain(text, 0).run(); }

std::string_view last_box(std::string_view text) {
  std::size_t at = std::string_view::npos, behind = 0;
  for (const std::string_view name : {"\\boxed", "\\fbox"})
    if (const std::size_t found = text.rfind(name); found != text.npos && (at == text.npos || found > at)) {
      at = found;
      behind = found + name.size();
    }
  if (at == text.npos) return {};
  return argument_at(text, behind).text;
}

}   // namespace lift
