#include "core/data/word_overlap.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;   // odd: its powers never vanish

bool is_letter(char32_t code) {
  if (code < 0x80) return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return code >= 0xC0 && !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) &&
         !(code >= 0xFF00 && code <= 0xFF0F) && code != 0xFFFD;
}

// Scripts that put no blanks between words: each character is one.
bool is_word_alone(char32_t code) { return code >= 0x2E80 && code <= 0x9FFF; }

char32_t lower(char32_t code) {
  const bool latin = (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
  const bool greek_or_cyrillic = (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F);
  return latin || greek_or_cyrillic ? code + 0x20 : code;
}

std::uint64_t mixed(std::uint64_t value) {   // the finaliser of SplitMix64
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

std::vector<std::uint64_t> words_of(std::string_view text) {
  constexpr std::uint64_t kOffset = 0xCBF29CE484222325, kPrime = 0x100000001B3;   // FNV-1a
  std::vector<std::uint64_t> words;
  std::uint64_t hash = kOffset;
  const auto end_word = [&] {
    if (hash != kOffset) words.push_back(mixed(hash));
    hash = kOffset;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {   // most of them, and fast
      ++at;
      if (is_letter(byte)) hash = (hash ^ lower(byte)) * kPrime;
      else end_word();
      continue;
    }
    const Utf8Character character = utf8_at(text, at);
    at += character.bytes;
    if (is_word_alone(character.code)) end_word();
    if (!is_letter(character.code)) {
      end_word();
      continue;
    }
    hash = (hash ^ lower(character.code)) * kPrime;
    if (is_word_alone(character.code)) end_word();
  }
  end_word();
  return words;
}

}   // namespace

WordOverlap::WordOverlap(std::span<const std::string> questions) : met_(questions.size()) {
  power_[0] = 1;
  for (std::size_t i = 1; i <= kRun; ++i) power_[i] = power_[i - 1] * kBase;
  for (std::size_t question = 0; question < questions.size(); ++question) {
    const std::vector<Hash> of = prefixes(questions[question]);
    const std::size_t words = of.size() - 1, length = std::min(words, kRun);
    if (length < kShortest) continue;
    ++compared_;
    for (std::size_t at = 0; at + length <= words; ++at) runs_[length].emplace(run(of, at, length), question);
  }
}

std::vector<WordOverlap::Hash> WordOverlap::prefixes(std::string_view text) const {
  std::vector<Hash> all{0};
  for (const std::uint64_t word : words_of(text)) all.push_back(all.back() * kBase + word);
  return all;
}

void WordOverlap::read(std::int64_t row, std::string_view text) {
  const std::vector<Hash> of = prefixes(text);
  for (std::size_t length = kShortest; length <= kRun; ++length) {
    if (runs_[length].empty()) continue;
    for (std::size_t at = 0; at + length < of.size(); ++at) {
      const auto [first, last] = runs_[length].equal_range(run(of, at, length));
      for (auto same = first; same != last; ++same) {
        if (met_[same->second]) continue;
        met_[same->second] = true;
        found_.push_back({same->second, row});
      }
    }
  }
}

}   // namespace lift
