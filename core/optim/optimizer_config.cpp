#include "core/optim/optimizer_config.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/say.h"

namespace lift {
namespace {

Error invalid(std::string_view field, const Sentence& expected, double found, Sentence advice = {}) {
  return make_error(ErrorCode::InvalidArgument, fmt::format("optimizer.{}", field),
                    say("expected {}, found {}", expected, found), std::move(advice));
}

bool positive(double value) { return std::isfinite(value) && value > 0; }
bool not_negative(double value) { return std::isfinite(value) && value >= 0; }
bool share_below_one(double value) { return value >= 0 && value < 1; }

}   // namespace

Status OptimizerConfig::validate() const {
  if (!positive(learning_rate)) return invalid("learning_rate", say("more than 0"), learning_rate);
  if (!share_below_one(beta1)) return invalid("beta1", say("0 or more and less than 1"), beta1);
  if (!share_below_one(beta2)) return invalid("beta2", say("0 or more and less than 1"), beta2);
  if (!positive(eps)) return invalid("eps", say("more than 0"), eps);
  if (!not_negative(weight_decay)) return invalid("weight_decay", say("0 (off) or more"), weight_decay);
  if (!not_negative(clip_norm)) return invalid("clip_norm", say("0 (off) or more"), clip_norm);
  if (schedule != "linear" && schedule != "cosine" && schedule != "constant")
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("optimizer.schedule"),
                      say("expected linear, cosine or constant, found \"{}\"", schedule));
  if (!share_below_one(warmup_ratio)) return invalid("warmup_ratio", say("0 or more and less than 1"), warmup_ratio);
  if (!(minimum_ratio >= 0 && minimum_ratio <= 1)) return invalid("minimum_ratio", say("0 to 1"), minimum_ratio);
  return {};
}

}   // namespace lift
