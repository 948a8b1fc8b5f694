#include "core/evaluate/answer_extraction.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "core/evaluate/number_reading.h"
#include "core/evaluate/plain_math.h"
#include "core/evaluate/stated_answer.h"

namespace lift {

namespace {

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at]));
}
bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]));
}

// The number that `text` begins with, a sign in front; its place within `text`.
std::optional<FoundNumber> leading_number(std::string_view text) {
  const std::string_view rest = without_opening(text);
  const auto opening = static_cast<std::size_t>(rest.data() - text.data());
  for (std::size_t at = opening; at < text.size() && at < opening + 4; ++at) {   // "-", "- ", "-$"
    if (auto found = number_at(text, at)) return found;
    if (text[at] != '-' && text[at] != ' ' && text[at] != '$') break;
  }
  if (rest.starts_with("negative "))
    if (auto found = number_at(text, opening + 9)) return found;
  return std::nullopt;
}

struct Continuation {
  std::size_t at = 0;       // of the next number; 0: the sum does not go on
  bool is_result = false;   // it stands behind a sign of equality
};

// Where a sum goes on behind a number: past its unit, an operator and the signs before the next number.
Continuation continuation_of(std::string_view text, std::size_t at) {
  constexpr int kUnitWords = 3;
  constexpr std::string_view kOperators = "+-*/=<>~";
  for (int words = 0; words <= kUnitWords; ++words) {
    while (at < text.size() && std::string_view(" %)$\t").find(text[at]) != text.npos) ++at;
    if (at >= text.size()) return {};
    const bool times = text[at] == 'x' && !is_letter(text, at + 1);
    if (times || kOperators.find(text[at]) != kOperators.npos) break;
    if (!is_letter(text, at)) return {};
    while (is_letter(text, at)) ++at;
  }
  Continuation next;
  const std::size_t operators = at;
  for (; at < text.size() && std::string_view("+-*/=<>~x ($").find(text[at]) != text.npos; ++at)
    next.is_result = next.is_result || text[at] == '=';
  if (at > operators && (is_digit(text, at) || (is_digit(text, at + 1) && text[at] == '.'))) next.at = at;
  return next;
}

// "3*4 = 12" gives 12, "5 apples and 3 pears" gives 5, "12-15" gives 12: there is no result.
std::string result_of_sum(std::string_view text, FoundNumber found) {
  std::string result = found.number;
  for (Continuation next = continuation_of(text, found.end); next.at != 0; next = continuation_of(text, found.end)) {
    auto number = number_at(text, next.at);
    if (!number) break;
    found = std::move(*number);
    if (next.is_result) result = found.number;
  }
  return result;
}

std::optional<std::string> stated_number(std::string_view text) {
  if (auto leading = leading_number(text)) return result_of_sum(text, std::move(*leading));
  if (auto last = last_number(first_sentence(text))) return last;
  return last_number(text);
}

// "#### 18", but neither "#### Step 2" nor "#### 2. Find the rest".
bool begins_number(std::string_view line) {
  const auto number = leading_number(line);
  if (!number) return false;
  std::string_view rest = line.substr(number->end);
  if (!rest.starts_with(". ") && !rest.starts_with(") ")) return true;
  rest.remove_prefix(2);
  return rest.find_first_not_of(" \t\r") == rest.npos;
}

std::optional<std::string> number_of(std::string_view raw) {
  const std::string text = plain_math(raw);
  if (const auto line = behind_marks(text, begins_number))
    if (auto number = stated_number(*line)) return number;
  if (const std::string box = plain_math(last_box(raw)); !box.empty())
    if (auto number = stated_number(box)) return number;
  if (const auto rest = behind_words(text))
    if (auto number = stated_number(*rest)) return number;
  return last_number(text);
}

// A capital that is a word of its own; "A" before a word is an article.
bool stands_alone(std::string_view text, std::size_t at) {
  if (text[at] < 'A' || text[at] > 'J') return false;
  const bool inside = (at > 0 && (is_letter(text, at - 1) || is_digit(text, at - 1) || text[at - 1] == '\'')) ||
                      is_letter(text, at + 1) || is_digit(text, at + 1) ||
                      (at + 1 < text.size() && text[at + 1] == '\'');
  if (inside) return false;
  const bool word_follows =
      at + 2 < text.size() && text[at + 1] == ' ' && std::islower(static_cast<unsigned char>(text[at + 2]));
  return !((text[at] == 'A' || text[at] == 'I') && word_follows);
}

std::optional<char> first_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (stands_alone(text, at)) return text[at];
  return std::nullopt;
}

// "(b)" or a lone "b".
std::optional<char> bare_letter(std::string_view text) {
  const std::string_view rest = without_opening(text);
  if (rest.empty()) return std::nullopt;
  const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(rest.front())));
  const bool ends = rest.size() == 1 || std::string_view(").:]}*. \n").find(rest[1]) != rest.npos;
  const bool word_follows = rest.size() > 2 && rest[1] == ' ' && upper == 'A' && is_letter(rest, 2);
  return upper >= 'A' && upper <= 'J' && ends && !word_follows ? std::optional(upper) : std::nullopt;
}

bool begins_letter(std::string_view line) { return bare_letter(line).has_value(); }

std::optional<char> stated_letter(std::string_view text) {
  if (auto letter = bare_letter(text)) return letter;
  if (auto letter = first_letter(first_sentence(text))) return letter;
  return first_letter(text);
}

std::optional<char> last_bracketed(std::string_view text) {
  std::optional<char> last;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(text[at])));
    if (text[at - 1] == '(' && text[at + 1] == ')' && upper >= 'A' && upper <= 'J') last = upper;
  }
  return last;
}

// Of a number as number_reading writes it; whatever the locale.
double value_of(const std::string& number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

}   // namespace

std::optional<std::string> extract_number(std::string_view text) {
  auto number = number_of(text);
  return number ? std::optional(normalised_number(std::move(*number))) : std::nullopt;
}

bool is_number_alone(std::string_view raw) {
  const std::string text = plain_math(raw);
  std::string_view rest = text;
  for (const std::string_view sign : {" ", "\n", "\r", "\t", "$", "\xC2\xA3", "\xE2\x82\xAC", "-", "+", "$", " "})
    while (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  const auto number = number_at(rest, 0);
  return number && rest.find_first_not_of(" %.$\n\r\t", number->end) == rest.npos;
}

bool same_number(std::string_view expected, std::string_view found) {
  const auto left = last_number(plain_math(expected)), right = last_number(plain_math(found));
  if (!left || !right) return false;
  if (normalised_number(*left) == normalised_number(*right)) return true;
  const double wanted = value_of(*left), given = value_of(*right);
  constexpr double kWithin = 0.001, kShareOfSmall = 0.01;
  return std::abs(wanted - given) <= std::min(kWithin, kShareOfSmall * std::abs(wanted));
}

std::optional<char> extract_letter(std::string_view raw) {
  const std::string text = plain_math(raw);
  if (const auto line = behind_marks(text, begins_letter)) return bare_letter(*line);
  if (const std::string box = plain_math(last_box(raw)); !box.empty())
    if (auto letter = stated_letter(box)) return letter;
  if (const auto rest = behind_words(text))
    if (auto letter = stated_letter(*rest)) return letter;
  if (auto letter = bare_letter(text)) return letter;
  if (auto letter = last_bracketed(text)) return letter;
  std::optional<char> last;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (stands_alone(text, at)) last = text[at];
  return last;
}

}   // namespace lift
