#include "core/generate/sampling_config.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"

namespace lift {

namespace {

Error refused(std::string field, const Sentence& expected, const Sentence& found) {
  return make_error(ErrorCode::InvalidArgument, std::move(field), say("expected {}, found {}", expected, found));
}

Status expect(bool valid, const char* field, const Sentence& expected, double found) {
  if (valid) return {};
  return refused(field, expected, Sentence::verbatim(fmt::format("{}", found)));
}

}   // namespace

Status SamplingConfig::validate() const {
  constexpr std::int64_t kMostNewTokens = 1 << 20;
  const auto whole = [](std::int64_t value) { return static_cast<double>(value); };
  LIFT_RETURN_IF_ERROR(expect(temperature >= 0 && temperature <= 100, "temperature",
                              say("a number from 0 (always the likeliest token) to 100"), temperature));
  LIFT_RETURN_IF_ERROR(expect(top_k >= 0, "top_k", say("0 (off) or more tokens"), whole(top_k)));
  LIFT_RETURN_IF_ERROR(expect(top_p > 0 && top_p <= 1, "top_p", say("a share above 0, at most 1 (off)"), top_p));
  LIFT_RETURN_IF_ERROR(expect(min_p >= 0 && min_p <= 1, "min_p", say("a share from 0 (off) to 1"), min_p));
  LIFT_RETURN_IF_ERROR(expect(repetition_penalty > 0 && repetition_penalty <= 100, "repetition_penalty",
                              say("a number above 0, where 1 is off, at most 100"), repetition_penalty));
  LIFT_RETURN_IF_ERROR(expect(max_new_tokens >= 1 && max_new_tokens <= kMostNewTokens, "max_new_tokens",
                              say("from 1 to {} tokens", kMostNewTokens), whole(max_new_tokens)));
  if (std::any_of(stop.begin(), stop.end(), [](const std::string& text) { return text.empty(); }))
    return refused("stop", say("texts that are not empty"), say("an empty one"));
  return {};
}

}   // namespace lift
