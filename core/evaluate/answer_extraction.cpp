#include "core/evaluate/answer_extraction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>

namespace lift {

namespace {

bool digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
bool letter(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) || text[at] == '_');
}

// "," and three digits that are not followed by a fourth.
bool thousands_group(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ',' && digit(text, at + 1) && digit(text, at + 2) && digit(text, at + 3) &&
         !digit(text, at + 4);
}

// n / d in decimal, cut after `kPlaces` places.
std::string quotient(std::uint64_t n, std::uint64_t d) {
  constexpr int kPlaces = 12;
  std::string text = std::to_string(n / d) + '.';
  for (int place = 0; place < kPlaces; ++place) {
    n = n % d * 10;
    text += static_cast<char>('0' + n / d);
  }
  return text;
}

struct Integer {
  std::uint64_t value = 0;
  std::size_t end = 0;
};

// Digits that a fraction may have above or below its line.
std::optional<Integer> integer_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kDigits = 15;
  const std::size_t begin = at;
  Integer integer;
  for (; digit(text, at) && at - begin <= kDigits; ++at)
    integer.value = 10 * integer.value + static_cast<std::uint64_t>(text[at] - '0');
  integer.end = at;
  return at > begin && at - begin <= kDigits ? std::optional(integer) : std::nullopt;
}

struct Fraction {
  std::uint64_t above = 0, below = 1;
  std::size_t end = 0;
};

// "3/4", but no part of a date ("10/12/2020").
std::optional<Fraction> fraction_at(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '/') return std::nullopt;
  const auto above = integer_at(text, at);
  if (!above || above->end >= text.size() || text[above->end] != '/') return std::nullopt;
  const auto below = integer_at(text, above->end + 1);
  if (!below || below->value == 0) return std::nullopt;
  if (below->end < text.size() && (text[below->end] == '/' || (text[below->end] == '.' && digit(text, below->end + 1))))
    return std::nullopt;
  return Fraction{above->value, below->value, below->end};
}

struct Found {
  std::string number;   // as written, without separators
  std::size_t end = 0;
};

// A minus counts as a sign where no value stands before it: "= -5", not "20-5".
bool signed_at(std::string_view text, std::size_t begin) {
  constexpr std::string_view kMinus = "\xE2\x88\x92";
  std::size_t sign = begin;
  while (sign > 0 && std::string_view("$ ").find(text[sign - 1]) != std::string_view::npos) --sign;
  if (sign >= 1 && text[sign - 1] == '-') sign -= 1;
  else if (sign >= 3 && text.substr(sign - 3, 3) == kMinus) sign -= 3;
  else return false;
  const bool spaced = sign > 0 && text[sign - 1] == ' ';
  while (sign > 0 && text[sign - 1] == ' ') --sign;
  const bool after_value =
      sign > 0 && (std::isalnum(static_cast<unsigned char>(text[sign - 1])) || text[sign - 1] == ')');
  const bool far_from_number = text[begin - 1] == ' ';   // "20 - 5"
  return !after_value || (spaced && !far_from_number);   // "is -5" is a sign, "is - 5" is not
}

// "3/4" and "2 1/2".
std::optional<Found> fractional_at(std::string_view text, std::size_t begin) {
  if (const auto fraction = fraction_at(text, begin))
    return Found{quotient(fraction->above, fraction->below), fraction->end};
  const auto whole = integer_at(text, begin);
  if (!whole || whole->end >= text.size() || text[whole->end] != ' ') return std::nullopt;
  const auto part = fraction_at(text, whole->end + 1);
  if (!part || part->above >= part->below) return std::nullopt;
  return Found{std::to_string(whole->value) + quotient(part->above, part->below).substr(1), part->end};
}

std::optional<Found> plain_number_at(std::string_view text, std::size_t begin) {
  const bool fraction_only = begin < text.size() && text[begin] == '.' && digit(text, begin + 1);
  if (!digit(text, begin) && !fraction_only) return std::nullopt;
  Found found;
  std::size_t at = begin;
  while (digit(text, at)) found.number += text[at++];
  if (found.number.size() <= 3)
    while (thousands_group(text, at)) {
      found.number += text.substr(at + 1, 3);
      at += 4;
    }
  if (at < text.size() && text[at] == '.' && digit(text, at + 1)) {
    found.number += '.';
    for (++at; digit(text, at);) found.number += text[at++];
  }
  found.end = at;
  return found;
}

std::optional<Found> number_at(std::string_view text, std::size_t begin) {
  if (begin > 0 && (digit(text, begin - 1) || letter(text, begin - 1))) return std::nullopt;
  auto found = fractional_at(text, begin);
  if (!found) found = plain_number_at(text, begin);
  if (found && signed_at(text, begin)) found->number.insert(0, 1, '-');
  return found;
}

std::optional<std::string> first_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (auto found = number_at(text, at)) return std::move(found->number);
  return std::nullopt;
}

std::optional<std::string> last_number(std::string_view text) {
  std::optional<std::string> last;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (auto found = number_at(text, at)) {
      last = std::move(found->number);
      at = found->end - 1;
    }
  return last;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

// Behind the last occurrence of any of the anchors; nothing when there is none.
template <std::size_t N>
std::optional<std::string_view> after_last(std::string_view text, const std::array<std::string_view, N>& anchors) {
  const std::string lower = lower_case(text);
  std::size_t behind = 0;
  for (const std::string_view anchor : anchors)
    if (const auto at = lower.rfind(anchor); at != std::string::npos) behind = std::max(behind, at + anchor.size());
  return behind ? std::optional(text.substr(behind)) : std::nullopt;
}

std::string normalised(std::string number) {
  const bool negative = number.starts_with('-');
  if (negative) number.erase(0, 1);
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty() || number.starts_with('.')) number.insert(0, 1, '0');
  return negative && number != "0" ? "-" + number : number;
}

}   // namespace

std::optional<std::string> extract_number(std::string_view text) {
  constexpr std::array<std::string_view, 1> kMarked{"####"};
  constexpr std::array<std::string_view, 2> kStated{"answer is", "answer:"};
  for (const auto& rest : {after_last(text, kMarked), after_last(text, kStated)})
    if (rest)
      if (auto number = first_number(*rest)) return normalised(std::move(*number));
  if (auto number = last_number(text)) return normalised(std::move(*number));
  return std::nullopt;
}

bool same_number(std::string_view a, std::string_view b) {
  const auto left = last_number(a), right = last_number(b);
  return left && right && normalised(*left) == normalised(*right);
}

}   // namespace lift
