#pragma once
// Regular expressions in the dialect of tokenizer files (Oniguruma), run by PCRE2 with JIT. As in Oniguruma, `\s` is
// Unicode White_Space, and `\w` is Alphabetic, marks, decimal digits and connectors. Tensor-free.
// Thread: const calls from any thread.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"
#include "core/base/result.h"

namespace lift {

class Regex {
 public:
  // Errors: Malformed, with the pattern, the position and PCRE2's message.
  static Result<Regex> compile(std::string_view pattern, const std::string& subject);
  static Regex literal(std::string_view text);

  // Appends all matches from left to right, without overlap; `empty_ones`: empty matches too. Invalid UTF-8 never
  // matches. Throws LimitExceeded where the pattern needs more than five million steps at one place of the text.
  void find_all(std::string_view text, std::vector<ByteSpan>& matches, bool empty_ones = false) const;
  bool matches_at_start(std::string_view text) const;

 private:
  explicit Regex(std::shared_ptr<const void> code) : code_(std::move(code)) {}
  std::shared_ptr<const void> code_;
};

// Rewrites Oniguruma's dialect for PCRE2: `\s \S \w \W \b \B \h`, sets inside sets, `&&`, and `{n,m}+`, which repeats.
std::string translate_regex(std::string_view pattern);

}   // namespace lift
