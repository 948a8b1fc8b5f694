#include "core/generate/sampling_config.h"

#include <algorithm>

#include <fmt/format.h>

namespace lift {

namespace {

Error refused(const char* field, std::string_view expected, std::string_view found) {
  return make_error(ErrorCode::InvalidArgument, field, fmt::format("expected {}, found {}", expected, found));
}

Status expect(bool valid, const char* field, std::string_view expected, double found) {
  if (valid) return {};
  return refused(field, expected, fmt::format("{}", found));
}

}  // namespace

Status SamplingConfig::validate() const {
  constexpr std::int64_t kMostNewTokens = 1 << 20;
  const auto whole = [](std::int64_t value) { return static_cast<double>(value); };
  LIFT_RETURN_IF_ERROR(expect(temperature >= 0 && temperature <= 100, "temperature",
                              "a number from 0 (always the likeliest token) to 100", temperature));
  LIFT_RETURN_IF_ERROR(expect(top_k >= 0, "top_k", "0 (off) or more tokens", whole(top_k)));
  LIFT_RETURN_IF_ERROR(expect(top_p > 0 && top_p <= 1, "top_p", "a share above 0, at most 1 (off)", top_p));
  LIFT_RETURN_IF_ERROR(expect(min_p >= 0 && min_p <= 1, "min_p", "a share from 0 (off) to 1", min_p));
  LIFT_RETURN_IF_ERROR(expect(repetition_penalty > 0 && repetition_penalty <= 100, "repetition_penalty",
                              "a number above 0, where 1 is off, at most 100", repetition_penalty));
  LIFT_RETURN_IF_ERROR(expect(max_new_tokens >= 1 && max_new_tokens <= kMostNewTokens, "max_new_tokens",
                              fmt::format("from 1 to {} tokens", kMostNewTokens), whole(max_new_tokens)));
  if (std::any_of(stop.begin(), stop.end(), [](const std::string& text) { return text.empty(); }))
    return refused("stop", "texts that are not empty", "an empty one");
  return {};
}

}  // namespace lift
