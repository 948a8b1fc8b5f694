#include "core/data/json_skip.h"

#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.';
}

// What other programs write where JSON has no word for it counts too: nobody may use it, but it can be passed over.
bool is_value(std::string_view word) {
  constexpr std::array<std::string_view, 7> words{"true", "false", "null", "NaN", "Infinity", "-Infinity", "+Infinity"};
  if (std::ranges::find(words, word) != words.end()) return true;
  return word.find_first_of("0123456789") != word.npos && word.find_first_not_of("0123456789+-.eE") == word.npos;
}

}   // namespace

void JsonSkipper::blanks() {
  while (!at_end() && is_blank(text_[at_])) ++at_;
}

bool JsonSkipper::take(char c) {
  blanks();
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

bool JsonSkipper::stop(Sentence problem) {
  problem_ = std::move(problem);
  return false;
}

bool JsonSkipper::text() {
  for (++at_; !at_end(); ++at_) {
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c == '\n') return stop(say("not valid JSON: a text without its closing quote"));
    if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
  }
  return stop(say("not valid JSON: a text without its closing quote"));
}

bool JsonSkipper::word() {
  const std::size_t begin = at_;
  while (!at_end() && is_word(text_[at_])) ++at_;
  const std::string_view found = text_.substr(begin, at_ - begin);
  if (is_value(found)) return true;
  at_ = begin;
  if (at_end()) return stop(say("not valid JSON: expected a value, found the end"));
  return stop(say("not valid JSON: expected a value, found {}",
                  quote_name(text_.substr(begin, std::max<std::size_t>(found.size(), 1)), 40)));
}

bool JsonSkipper::value() {
  blanks();
  const char c = peek();
  if (c == '"') return text();
  return c == '{' || c == '[' ? containers() : word();
}

bool JsonSkipper::containers() {
  open_.clear();
  while (!at_end()) {
    const char c = text_[at_];
    if (c == '"') {
      if (!text()) return false;
      continue;
    }
    if (c == '{' || c == '[') open_ += c == '{' ? '}' : ']';
    if (c == '}' || c == ']') {
      if (open_.back() != c) return stop(say("not valid JSON: expected \"{}\", found \"{}\"", open_.back(), c));
      open_.pop_back();
    }
    ++at_;
    if (open_.empty()) return true;
  }
  return stop(say("not valid JSON: expected \"{}\", found the end", open_.back()));
}

}   // namespace lift
