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

constexpr std::array<std::string_view, 7> kLayouts{
    "auto", "question_answer", "prompt_completion", "instruction", "messages", "preference", "text"};
constexpr std::array<std::string_view, 4> kFormats{"auto", "chat", "alpaca", "plain"};
// "2026-11-30" or "2026-11-30T14:05:00"; empty is fine.
bool is_date(const std::string& text) {
  static constexpr std::string_view form = "0000-00-00T00:00:00";
  if (text.empty()) return true;
  if (text.size() != 10 && text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
  const int month = std::stoi(text.substr(5, 2)), day = std::stoi(text.substr(8, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

constexpr std::array<std::string_view, 2> kOverflows{"truncate", "drop"};
constexpr std::array<std::string_view, 13> kRoles{
    "prompt",   "response", "system",    "input",     "history",
    "messages", "tools",    "functions", "documents", "chat_template_kwargs",
    "label",    "rejected", "text"};

}   // namespace

Status DataConfig::validate() const {
  if (files.empty())
    return invalid("files", say("expected at least one file, found none"), say("Name a JSONL, JSON or CSV file"));
  LIFT_RETURN_IF_ERROR(one_of("layout", layout, kLayouts));
  LIFT_RETURN_IF_ERROR(one_of("prompt_format", prompt_format, kFormats));
  LIFT_RETURN_IF_ERROR(one_of("overflow", overflow, kOverflows));
  if (!is_date(date))
    return invalid("date", say("expected a day as 2026-11-30, or nothing, found {}", quote_name(date)));
  for (const auto& [role, column] : column_map) {
    LIFT_RETURN_IF_ERROR(one_of("column_map", role, kRoles));
    if (column.empty()) return invalid("column_map." + role, say("expected the name of a column, found an empty one"));
  }
  if (max_tokens < 8 || max_tokens > (1 << 20))
    return invalid("max_tokens", say("expected 8 to 1048576 tokens, found {}", max_tokens));
  if (!(held_out_share >= 0 && held_out_share <= 0.5))
    return invalid("held_out_share", say("expected 0 (none) to 0.5, found {}", held_out_share));
  if (!(replay_share >= 0 && replay_share <= 0.9))
    return invalid("replay_share", say("expected 0 (off) to 0.9, found {}", replay_share));
  if (replay_files.empty() != (replay_share == 0))
    return invalid(replay_files.empty() ? "replay_files" : "replay_share",
                   replay_files.empty() ? say("expected files of the rows to mix in, found none")
                                        : say("expected the share of them among the rows that train, found 0"),
                   say("Name both, such as data.replay_share=0.2, or neither"));
  if (!(validation_share >= 0 && validation_share <= 0.5))
    return invalid("validation_share", say("expected 0 (off) to 0.5, found {}", validation_share));
  if (limit_rows < 0) return invalid("limit_rows", say("expected 0 (all) or more, found {}", limit_rows));
  return {};
}

}   // namespace lift
