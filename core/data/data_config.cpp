#include "core/data/data_config.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

Error invalid(std::string_view field, Sentence message, Sentence advice = {}) {
  return make_error(ErrorCode::InvalidArgument, fmt::format("data.{}", field), std::move(message), std::move(advice));
}

template <std::size_t N>
Status one_of(std::string_view field, const std::string& value, const std::array<std::string_view, N>& known) {
  if (std::ranges::find(known, value) != known.end()) return {};
  return invalid(field, say("expected {}, found {}", fmt::join(known, ", "), quote_name(value)));
}

constexpr std::array<std::string_view, 5> layouts{"auto", "question_answer", "prompt_completion", "instruction",
                                                  "messages"};
constexpr std::array<std::string_view, 4> formats{"auto", "chat", "alpaca", "plain"};
constexpr std::array<std::string_view, 2> overflows{"truncate", "drop"};
constexpr std::array<std::string_view, 5> roles{"prompt", "response", "system", "input", "messages"};

}   // namespace

Status DataConfig::validate() const {
  if (files.empty())
    return invalid("files", say("expected at least one file, found none"), say("Name a JSONL or JSON file"));
  LIFT_RETURN_IF_ERROR(one_of("layout", layout, layouts));
  LIFT_RETURN_IF_ERROR(one_of("prompt_format", prompt_format, formats));
  LIFT_RETURN_IF_ERROR(one_of("overflow", overflow, overflows));
  for (const auto& [role, column] : column_map) {
    LIFT_RETURN_IF_ERROR(one_of("column_map", role, roles));
    if (column.empty()) return invalid("column_map." + role, say("expected the name of a column, found an empty one"));
  }
  if (max_tokens < 8 || max_tokens > (1 << 20))
    return invalid("max_tokens", say("expected 8 to 1048576 tokens, found {}", max_tokens));
  if (!(held_out_share >= 0 && held_out_share <= 0.5))
    return invalid("held_out_share", say("expected 0 (none) to 0.5, found {}", held_out_share));
  if (limit_rows < 0) return invalid("limit_rows", say("expected 0 (all) or more, found {}", limit_rows));
  return {};
}

}   // namespace lift
