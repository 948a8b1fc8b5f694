#include "core/base/sentence.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace lift {

namespace {

// One piece of a pattern: text as it stands, or a gap with its number and what follows its colon.
struct Piece {
  std::string_view text;
  std::optional<std::size_t> value;
  std::string_view format;
};

std::optional<std::vector<Piece>> pieces_of(std::string_view pattern) {
  std::vector<Piece> pieces;
  std::size_t next = 0;
  bool counted = false, numbered = false;
  while (!pattern.empty()) {
    const std::size_t brace = pattern.find_first_of("{}");
    if (brace == pattern.npos) return pieces.push_back({pattern, {}, {}}), pieces;
    const bool doubled = brace + 1 < pattern.size() && pattern[brace + 1] == pattern[brace];
    if (brace > 0 || doubled) pieces.push_back({pattern.substr(0, brace + (doubled ? 1 : 0)), {}, {}});
    if (doubled) {
      pattern.remove_prefix(brace + 2);
      continue;
    }
    const std::size_t end = pattern.find('}', brace);
    if (pattern[brace] == '}' || end == pattern.npos) return std::nullopt;
    const std::string_view gap = pattern.substr(brace + 1, end - brace - 1);
    const std::string_view number = gap.substr(0, gap.find(':'));
    std::size_t index = next;
    if (number.empty()) {
      ++next;
      counted = true;
    } else {
      const auto [stop, status] = std::from_chars(number.data(), number.data() + number.size(), index);
      if (status != std::errc{} || stop != number.data() + number.size()) return std::nullopt;
      numbered = true;
    }
    if (counted && numbered) return std::nullopt;
    pieces.push_back({{}, index, gap.substr(number.size())});
    pattern.remove_prefix(end + 1);
  }
  return pieces;
}

}   // namespace

Sentence::Sentence() = default;
Sentence::~Sentence() = default;
Sentence::Sentence(const Sentence&) = default;
Sentence::Sentence(Sentence&&) noexcept = default;
Sentence& Sentence::operator=(const Sentence&) = default;
Sentence& Sentence::operator=(Sentence&&) noexcept = default;

Sentence Sentence::verbatim(std::string text) {
  Sentence sentence;
  sentence.verbatim_ = std::move(text);
  return sentence;
}

Sentence Sentence::of(std::string_view pattern, std::vector<Sentence> values) {
  Sentence sentence;
  sentence.pattern_ = pattern;
  sentence.values_ = std::move(values);
  return sentence;
}

Sentence Sentence::keeping(std::string pattern, std::vector<Sentence> values) {
  auto kept = std::make_shared<const std::string>(std::move(pattern));
  Sentence sentence = of(*kept, std::move(values));
  sentence.kept_pattern_ = std::move(kept);
  return sentence;
}

bool Sentence::operator==(const Sentence& other) const {
  return pattern_ == other.pattern_ && values_ == other.values_ && verbatim_ == other.verbatim_;
}

std::string Sentence::text() const {
  std::vector<std::string> values;
  values.reserve(values_.size());
  for (const Sentence& value : values_) values.push_back(value.text());
  if (!pattern_.empty()) return fill(pattern_, values).value_or(std::string(pattern_));
  std::string text = verbatim_;
  for (const std::string& value : values) text += value;
  return text;
}

Sentence joined(const std::vector<Sentence>& parts, std::string_view separator) {
  std::vector<Sentence> values;
  for (const Sentence& part : parts) {
    if (!values.empty()) values.push_back(Sentence::verbatim(std::string(separator)));
    values.push_back(part);
  }
  return Sentence::of({}, std::move(values));
}

std::optional<std::string> fill(std::string_view pattern, const std::vector<std::string>& values, std::size_t longest) {
  const auto pieces = pieces_of(pattern);
  if (!pieces) return std::nullopt;
  std::string text;
  for (const Piece& piece : *pieces) {
    if (piece.value && *piece.value >= values.size()) return std::nullopt;
    const std::string_view next = piece.value ? std::string_view(values[*piece.value]) : piece.text;
    if (next.size() > longest - text.size()) return std::nullopt;
    text += next;
  }
  return text;
}

std::optional<std::vector<std::size_t>> gaps_of(std::string_view pattern) {
  const auto pieces = pieces_of(pattern);
  if (!pieces) return std::nullopt;
  std::vector<std::size_t> gaps;
  for (const Piece& piece : *pieces)
    if (piece.value) gaps.push_back(*piece.value);
  std::sort(gaps.begin(), gaps.end());
  gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
  return gaps;
}

std::string gap_format(std::string_view pattern, std::size_t gap) {
  if (const auto pieces = pieces_of(pattern))
    for (const Piece& piece : *pieces)
      if (piece.value == gap) return "{" + std::string(piece.format) + "}";
  return "{}";
}

}   // namespace lift
