#include "core/tokenizer/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <fmt/format.h>

#include "core/base/check.h"
#include "core/base/limit_exceeded.h"
#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::uint32_t kMatchStepLimit = 5'000'000;
constexpr std::size_t kShownText = 40;   // bytes, in errors

struct MatchState {
  pcre2_match_data* data;
  pcre2_match_context* context;

  explicit MatchState(const pcre2_code* code)
      : data(pcre2_match_data_create_from_pattern(code, nullptr)), context(pcre2_match_context_create(nullptr)) {
    if (!data || !context) throw std::bad_alloc();
    pcre2_set_match_limit(context, kMatchStepLimit);
  }
  ~MatchState() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
  MatchState(const MatchState&) = delete;
  MatchState& operator=(const MatchState&) = delete;
};

const pcre2_code* code_of(const std::shared_ptr<const void>& code) {
  return static_cast<const pcre2_code*>(code.get());
}

std::string reason_of(int error) {
  unsigned char buffer[256];
  pcre2_get_error_message(error, buffer, sizeof buffer);
  return reinterpret_cast<const char*>(buffer);
}

// Whether there is a match at or behind `at`.
bool run(const pcre2_code* code, std::string_view text, std::size_t at, std::uint32_t options, MatchState& state) {
  const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  int found = pcre2_match(code, subject, text.size(), at, options, state.data, state.context);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT)
    found = pcre2_match(code, subject, text.size(), at, options | PCRE2_NO_JIT, state.data, state.context);
  if (found >= 0 || found == PCRE2_ERROR_NOMATCH) return found >= 0;
  throw LimitExceeded(say("the tokenizer's pattern cannot be searched for in {}: {}",
                          quote_name(text.substr(at, kShownText)), reason_of(found)));
}

std::shared_ptr<const void> compile_code(std::string_view pattern, std::uint32_t options, int& error,
                                         std::size_t& offset) {
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                   options | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &error, &offset, nullptr);
  if (!code) return nullptr;
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);   // where the machine has no JIT the interpreter answers the same
  return {code, [](const void* made) { pcre2_code_free(static_cast<pcre2_code*>(const_cast<void*>(made))); }};
}

}   // namespace

Result<Regex> Regex::compile(std::string_view pattern, const std::string& subject) {
  constexpr std::size_t longest_pattern = 16384;
  if (pattern.size() > longest_pattern)
    return make_error(
        ErrorCode::Malformed, subject,
        say("expected a regular expression of at most {} bytes, found one of {}", longest_pattern, pattern.size()));
  int error = 0;
  std::size_t offset = 0;
  // In Oniguruma ^ and $ always mean the ends of a line.
  auto code = compile_code(translate_regex(pattern), PCRE2_UCP | PCRE2_MULTILINE, error, offset);
  if (code) return Regex(std::move(code));
  return make_error(ErrorCode::Malformed, subject,
                    say("expected a regular expression, found {}: {} near character {}", quote_name(pattern),
                        reason_of(error), offset));
}

Regex Regex::literal(std::string_view text) {
  int error = 0;
  std::size_t offset = 0;
  auto code = compile_code(text, PCRE2_LITERAL, error, offset);
  LIFT_CHECK(code != nullptr, reason_of(error));
  return Regex(std::move(code));
}

void Regex::find_all(std::string_view text, std::vector<ByteSpan>& matches, bool empty_ones) const {
  const pcre2_code* code = code_of(code_);
  MatchState state(code);
  const std::size_t* bounds = pcre2_get_ovector_pointer(state.data);
  for (std::size_t at = 0; at < text.size();) {
    if (!run(code, text, at, 0, state)) return;
    const bool behind_another = !matches.empty() && matches.back().end == bounds[1];
    if (bounds[1] > bounds[0] || (empty_ones && !behind_another))
      matches.push_back({static_cast<std::uint32_t>(bounds[0]), static_cast<std::uint32_t>(bounds[1])});
    at = bounds[1] > at ? bounds[1] : at + 1;
  }
}

bool Regex::matches_at_start(std::string_view text) const {
  MatchState state(code_of(code_));
  return run(code_of(code_), text, 0, PCRE2_ANCHORED, state);
}

}   // namespace lift
