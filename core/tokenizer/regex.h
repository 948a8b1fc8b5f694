#pragma once
// Regular expressions as tokenizer files write them (Oniguruma's dialect), run by PCRE2 with JIT. `\s` means
// Unicode White_Space and `\w` Alphabetic, marks, decimal digits and connectors, as there. Tensor-free.
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
  // Errors: Malformed with the pattern, the place and PCRE2's reason.
  static Result<Regex> compile(std::string_view pattern, const std::string& subject);
  static Regex literal(std::string_view text);

  // Appends every match, left to right, without overlap; empty ones only where asked for. Bytes that are not UTF-8 are
  // in no match. A pattern that needs too many steps on this text ends the search there.
  void find_all(std::string_view text, std::vector<ByteSpan>& matches, bool empty_ones = false) const;
  bool matches_at_start(std::string_view text) const;

 private:
  explicit Regex(std::shared_ptr<const void> code) : code_(std::move(code)) {}
  std::shared_ptr<const void> code_;
};

// Oniguruma's dialect in PCRE2's words: `\s \S \w \W \b \B \h`, sets inside sets, `&&`, and `{n,m}+`, which repeats.
std::string translate_regex(std::string_view pattern);

}   // namespace lift
