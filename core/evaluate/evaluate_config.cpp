#include "core/evaluate/evaluate_config.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/evaluate/answer_scoring.h"

namespace lift {

std::int64_t evaluation_pass_tokens(std::int64_t training_pass_tokens) {
  constexpr std::int64_t kFewest = 512;   // below, products are too thin to be fast, and no memory is to be saved
  return std::clamp(training_pass_tokens, kFewest, kEvaluationPassTokens);
}

namespace {

Error invalid(std::string_view field, Sentence message) {
  return make_error(ErrorCode::InvalidArgument, fmt::format("evaluate.{}", field), std::move(message));
}

Status at_least_zero(std::string_view field, const Sentence& zero, std::int64_t found) {
  if (found >= 0) return {};
  return invalid(field, say("expected 0 ({}) or more, found {}", zero, found));
}

}   // namespace

Status EvaluateConfig::validate() const {
  LIFT_RETURN_IF_ERROR(at_least_zero("every", say("only before and after"), every));
  LIFT_RETURN_IF_ERROR(at_least_zero("held_out_rows", say("all"), held_out_rows));
  LIFT_RETURN_IF_ERROR(at_least_zero("probe_items", say("all"), probe_items));
  if (!(forget_alarm >= 0 && forget_alarm <= 1))
    return invalid("forget_alarm", say("expected a share from 0 to 1, found {}", forget_alarm));
  if (forget_action != "tell" && forget_action != "stop" && forget_action != "go_back")
    return invalid("forget_action", say("expected tell, stop or go_back, found \"{}\"", forget_action));
  if (forget_action != "tell" && probe_file.empty())
    return invalid("forget_action", say("expected a retention probe (evaluate.probe_file) to measure by, found none"));
  if (answer_rule != "auto" && answer_rule != "off" && !parse_answer_rule(answer_rule))
    return invalid("answer_rule", say("expected auto, text, json, number, letter or off, found \"{}\"", answer_rule));
  LIFT_RETURN_IF_ERROR(at_least_zero("answer_rows", say("all"), answer_rows));
  if (!(answer_share >= 0 && answer_share <= 0.5))
    return invalid("answer_share",
                   say("expected a share from 0 (only before and after) to 0.5, found {}", answer_share));
  for (const std::string& prompt : sample_prompts)
    if (prompt.empty()) return invalid("sample_prompts", say("expected prompts with text, found an empty one"));
  LIFT_RETURN_IF_ERROR(at_least_zero("sample_every", say("only before and after"), sample_every));
  if (sample_tokens < 1) return invalid("sample_tokens", say("expected at least 1, found {}", sample_tokens));
  return {};
}

}   // namespace lift
