#include "core/evaluate/stated_answer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace lift {

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

// "answer" and up to a few words without a stop, then one of the words or signs that state it.
std::size_t behind_statement(std::string_view lower, std::size_t answer) {
  constexpr std::size_t kFarthest = 48;
  constexpr std::array<std::string_view, 6> kVerbs{" is", " are", " was", " equals", " would be", " will be"};
  const std::size_t end = std::min(lower.size(), answer + kFarthest);
  for (std::size_t at = answer + 6; at < end; ++at) {
    if (lower[at] == ':' || lower[at] == '=') return at + 1;
    for (const std::string_view verb : kVerbs)
      if (lower.substr(at).starts_with(verb) &&
          (at + verb.size() == lower.size() || !std::isalnum(static_cast<unsigned char>(lower[at + verb.size()]))))
        return at + verb.size();
    const bool heading =
        lower[at] == '\n' && lower.substr(answer + 6, at - answer - 6).find_first_not_of("*_# \r") == lower.npos;
    if (heading) return at + 1;
    if (lower[at] == '.' || lower[at] == ',' || lower[at] == '\n' || lower[at] == ';' || lower[at] == '?') return 0;
  }
  return 0;
}

}   // namespace

std::optional<std::string_view> behind_marks(std::string_view text, bool (*begins_answer)(std::string_view)) {
  constexpr std::string_view kMarks = "####";
  for (std::size_t at = text.rfind(kMarks); at != text.npos; at = at == 0 ? text.npos : text.rfind(kMarks, at - 1)) {
    std::string_view rest = text.substr(at + kMarks.size());
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.find(kMarks)));
    if (begins_answer(line)) return line;
  }
  return std::nullopt;
}

std::optional<std::string_view> behind_words(std::string_view text) {
  const std::string lower = lower_case(text);
  for (std::size_t at = lower.rfind("answer"); at != lower.npos;
       at = at == 0 ? lower.npos : lower.rfind("answer", at - 1))
    if (const std::size_t behind = behind_statement(lower, at)) return text.substr(behind);
  return std::nullopt;
}

std::string_view first_sentence(std::string_view text) {
  bool written = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (written && (text[at] == '\n' || ((text[at] == '.' || text[at] == '!' || text[at] == '?') && is_blank(next))))
      return text.substr(0, at);
    written = written || is_letter(text[at]) || is_digit(text[at]);
  }
  return text;
}

std::string_view without_opening(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords{"about ", "approximately ", "exactly ", "roughly ", "around ",
                                                   "only ",  "equal to ",      "just ",    "simply "};
  const auto opens = [&](std::size_t at) {
    const char c = text[at];
    const bool sign = c == '-' || c == '.';   // of a number
    return !is_letter(c) && !is_digit(c) && !sign;
  };
  for (bool again = true; again;) {
    again = false;
    std::size_t at = 0;
    while (at < text.size() && opens(at)) ++at;
    text.remove_prefix(at);
    for (const std::string_view word : kWords)
      if (text.starts_with(word)) {
        text.remove_prefix(word.size());
        again = true;
      }
  }
  return text;
}

}   // namespace lift
