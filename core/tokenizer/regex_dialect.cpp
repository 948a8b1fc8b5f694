// Oniguruma's regular expressions in PCRE2's words.
#include <algorithm>
#include <vector>

#include "core/tokenizer/regex.h"

namespace lift {

namespace {

constexpr int kDeepestSet = 8;
// Oniguruma counts the raised digits and the quarters of Latin-1 as word characters, and no other such number.
constexpr std::string_view kWordSet = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\x{B2}\\x{B3}\\x{B9}\\x{BC}-\\x{BE}";

class Translator {
 public:
  explicit Translator(std::string_view pattern) : pattern_(pattern) {}

  std::string run() {
    std::string out;
    std::vector<std::size_t> groups;   // where the open ones begin in `out`
    std::size_t atom = 0;              // where what a quantifier counts begins
    while (at_ < pattern_.size()) {
      const char symbol = pattern_[at_];
      if (symbol == '{' && repeats_interval(out, atom)) continue;
      if (symbol == '(') groups.push_back(out.size());
      if (symbol == ')' && !groups.empty()) {
        atom = groups.back();
        groups.pop_back();
      } else if (std::string_view("?*+{").find(symbol) == std::string_view::npos) {
        atom = out.size();
      }
      if (symbol == '[') out += set();
      else if (symbol == '\\') out += escape(false);
      else out += pattern_[at_++];
    }
    return out;
  }

 private:
  // x{1,3}+ is possessive for PCRE2; Oniguruma repeats x{1,3}.
  bool repeats_interval(std::string& out, std::size_t atom) {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos || end + 1 >= pattern_.size() || pattern_[end + 1] != '+') return false;
    const std::string_view interval = pattern_.substr(at_, end + 1 - at_);
    if (interval.find_first_not_of("{}0123456789,") != std::string_view::npos) return false;
    out.insert(atom, "(?:");
    out += interval;
    out += ")+";
    at_ = end + 2;
    return true;
  }

  std::string escape(bool inside) {
    if (at_ + 1 == pattern_.size()) return std::string(1, pattern_[at_++]);
    const char symbol = pattern_[at_ + 1];
    at_ += 2;
    if ((symbol == 'p' || symbol == 'P' || symbol == 'x') && at_ < pattern_.size() && pattern_[at_] == '{') {
      const std::size_t end = std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1;
      const std::string name(pattern_.substr(at_, end - at_));
      at_ = end;
      return std::string("\\") + symbol + name;
    }
    const std::string word = "[" + std::string(kWordSet) + "]";
    if (symbol == 'b' && !inside) return "(?:(?<=" + word + ")(?!" + word + ")|(?<!" + word + ")(?=" + word + "))";
    if (symbol == 'B' && !inside) return "(?:(?<=" + word + ")(?=" + word + ")|(?<!" + word + ")(?!" + word + "))";
    if (symbol == 's') return "\\p{White_Space}";
    if (symbol == 'S') return "\\P{White_Space}";
    if (symbol == 'h' && !inside) return "[0-9A-Fa-f]";
    if (symbol == 'h') return "0-9A-Fa-f";
    if (symbol == 'w') return inside ? std::string(kWordSet) : word;
    if (symbol == 'W' && !inside) return "[^" + std::string(kWordSet) + "]";
    return {'\\', symbol};
  }

  // What stands between "[" and the "]" that ends it, in parts: "&&" means that a character is in both, a set inside
  // a set adds its own.
  std::string set() {
    const std::size_t begin = at_;
    if (depth_ >= kDeepestSet) return plain(begin);
    ++depth_;
    std::string made = set_inside(begin);
    --depth_;
    return made;
  }
  std::string set_inside(std::size_t begin) {
    std::string negation, members, both;
    ++at_;
    if (at_ < pattern_.size() && pattern_[at_] == '^') negation = pattern_[at_++];
    bool first = true;
    while (at_ < pattern_.size() && (pattern_[at_] != ']' || first)) {
      first = false;
      if (pattern_.substr(at_).starts_with("&&")) {
        both += "(?=[" + members + "])";
        members.clear();
        at_ += 2;
      } else if (pattern_.substr(at_).starts_with("[:")) {
        const std::size_t end = std::min(pattern_.find(":]", at_), pattern_.size() - 2) + 2;
        members += pattern_.substr(at_, end - at_);
        at_ = end;
      } else if (pattern_[at_] == '[' && pattern_.find(']', at_) != std::string_view::npos) {
        if (!add_inner(members, both)) return plain(begin);
      } else if (pattern_[at_] == '\\') {
        members += escape(true);
      } else {
        members += pattern_[at_++];
      }
    }
    if (at_ >= pattern_.size()) return plain(begin);
    ++at_;
    const std::string last = members.empty() ? both : both + "[" + members + "]";
    if (both.empty()) return "[" + negation + members + "]";
    const std::string whole = members.empty() ? both + "(?s:.)" : last;
    return negation.empty() ? "(?:" + whole + ")" : "(?:(?!" + whole + ")(?s:.))";
  }

  // A set inside a set. A negated one can only be what a character must be in besides.
  bool add_inner(std::string& members, std::string& both) {
    std::string inner = set();
    if (inner.starts_with("[^")) {
      if (!members.empty()) return false;
      both += "(?=" + inner + ")";
      return true;
    }
    if (!inner.starts_with('[')) return false;
    members += inner.substr(1, inner.size() - 2);
    return true;
  }

  // Left to PCRE2, which refuses what it can't read.
  std::string plain(std::size_t begin) {
    at_ = begin + 1;
    return "[";
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}   // namespace

std::string translate_regex(std::string_view pattern) { return Translator(pattern).run(); }

}   // namespace lift
