#include "core/evaluate/number_reading.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace lift {

namespace {

bool digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
bool letter(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) || text[at] == '_');
}
bool is(std::string_view text, std::size_t at, char what) { return at < text.size() && text[at] == what; }

// "," (or Swiss and programmers' marks) and three digits that are not followed by a fourth.
bool thousands_group(std::string_view text, std::size_t at) {
  return at < text.size() && std::string_view(",'_").find(text[at]) != std::string_view::npos && digit(text, at + 1) &&
         digit(text, at + 2) && digit(text, at + 3) && !digit(text, at + 4);
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
  if (!above || !is(text, above->end, '/')) return std::nullopt;
  const auto below = integer_at(text, above->end + 1);
  if (!below || below->value == 0) return std::nullopt;
  if (is(text, below->end, '/') || (is(text, below->end, '.') && digit(text, below->end + 1))) return std::nullopt;
  return Fraction{above->value, below->value, below->end};
}

// A minus counts as a sign where no value stands before it: "= -5", not "20-5".
bool signed_at(std::string_view text, std::size_t begin) {
  std::size_t sign = begin;
  while (sign > 0 && std::string_view("$ ").find(text[sign - 1]) != std::string_view::npos) --sign;
  if (sign == 0 || text[sign - 1] != '-') return text.substr(0, begin).ends_with("negative ");
  --sign;
  const bool spaced = sign > 0 && text[sign - 1] == ' ';
  while (sign > 0 && text[sign - 1] == ' ') --sign;
  const bool after_value =
      sign > 0 && (std::isalnum(static_cast<unsigned char>(text[sign - 1])) || text[sign - 1] == ')');
  const bool far_from_number = text[begin - 1] == ' ';   // "20 - 5"
  return !after_value || (spaced && !far_from_number);   // "is -5" is a sign, "is - 5" is not
}

// "3/4" and "2 1/2".
std::optional<FoundNumber> fractional_at(std::string_view text, std::size_t begin) {
  if (const auto fraction = fraction_at(text, begin))
    return FoundNumber{quotient(fraction->above, fraction->below), fraction->end};
  const auto whole = integer_at(text, begin);
  if (!whole || !is(text, whole->end, ' ')) return std::nullopt;
  const auto part = fraction_at(text, whole->end + 1);
  if (!part || part->above >= part->below) return std::nullopt;
  return FoundNumber{std::to_string(whole->value) + quotient(part->above, part->below).substr(1), part->end};
}

struct Exponent {
  int value = 0;
  std::size_t end = 0;
};

constexpr int kLargestExponent = 400;   // beyond what a double holds; the digits are written out

std::optional<Exponent> signed_integer_at(std::string_view text, std::size_t at) {
  const bool negative = is(text, at, '-');
  if (negative || is(text, at, '+')) ++at;
  const auto integer = integer_at(text, at);
  if (!integer || integer->value > kLargestExponent) return std::nullopt;
  return Exponent{negative ? -static_cast<int>(integer->value) : static_cast<int>(integer->value), integer->end};
}

// "e-05" behind a number.
std::optional<Exponent> letter_exponent_at(std::string_view text, std::size_t at) {
  if (!is(text, at, 'e') && !is(text, at, 'E')) return std::nullopt;
  const auto exponent = signed_integer_at(text, at + 1);
  return exponent && !letter(text, exponent->end) ? exponent : std::nullopt;
}

// "10^4".
std::optional<Exponent> power_of_ten_at(std::string_view text, std::size_t at) {
  if (!text.substr(std::min(at, text.size())).starts_with("10")) return std::nullopt;
  at += 2;
  if (text.substr(std::min(at, text.size())).starts_with("**")) at += 2;
  else if (is(text, at, '^')) ++at;
  else return std::nullopt;
  return signed_integer_at(text, at);
}

// " * 10^4" behind a number.
std::optional<Exponent> times_power_at(std::string_view text, std::size_t at) {
  while (is(text, at, ' ')) ++at;
  if (!is(text, at, '*') && !is(text, at, 'x')) return std::nullopt;
  ++at;
  while (is(text, at, ' ')) ++at;
  return power_of_ten_at(text, at);
}

std::string shifted(const std::string& number, int places) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string digits = number.substr(0, point) + (point < number.size() ? number.substr(point + 1) : "");
  const auto place = static_cast<std::ptrdiff_t>(point) + places;
  if (place <= 0) return "0." + std::string(static_cast<std::size_t>(-place), '0') + digits;
  if (place >= std::ssize(digits)) return digits + std::string(static_cast<std::size_t>(place) - digits.size(), '0');
  return digits.insert(static_cast<std::size_t>(place), 1, '.');
}

std::optional<FoundNumber> plain_number_at(std::string_view text, std::size_t begin) {
  const bool fraction_only = is(text, begin, '.') && digit(text, begin + 1);
  if (!digit(text, begin) && !fraction_only) return std::nullopt;
  FoundNumber found;
  std::size_t at = begin;
  while (digit(text, at)) found.number += text[at++];
  if (found.number.size() <= 3)
    while (thousands_group(text, at)) {
      found.number += text.substr(at + 1, 3);
      at += 4;
    }
  if (is(text, at, '.') && digit(text, at + 1)) {
    found.number += '.';
    for (++at; digit(text, at);) found.number += text[at++];
  }
  found.end = at;
  return found;
}

std::optional<FoundNumber> scaled_number_at(std::string_view text, std::size_t begin) {
  if (const auto power = power_of_ten_at(text, begin)) return FoundNumber{shifted("1", power->value), power->end};
  auto found = plain_number_at(text, begin);
  if (!found) return std::nullopt;
  auto exponent = letter_exponent_at(text, found->end);
  if (!exponent) exponent = times_power_at(text, found->end);
  if (!exponent) return found;
  return FoundNumber{shifted(found->number, exponent->value), exponent->end};
}

}   // namespace

std::optional<FoundNumber> number_at(std::string_view text, std::size_t begin) {
  if (begin > 0 && (digit(text, begin - 1) || letter(text, begin - 1))) return std::nullopt;
  auto found = fractional_at(text, begin);
  if (!found) found = scaled_number_at(text, begin);
  if (found && signed_at(text, begin)) found->number.insert(0, 1, '-');
  return found;
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

std::string normalised_number(std::string number) {
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

}   // namespace lift
