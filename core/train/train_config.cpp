#include "core/train/train_config.h"

#include <fmt/format.h>

#include "core/base/say.h"

namespace lift {

namespace {

Error invalid(std::string_view field, Sentence message, Sentence advice = {}) {
  return make_error(ErrorCode::InvalidArgument, fmt::format("train.{}", field), std::move(message), std::move(advice));
}

}   // namespace

Status TrainConfig::validate() const {
  if (steps < 0) return invalid("steps", say("expected 0 (from epochs) or more, found {}", steps));
  if (steps == 0 && !(epochs > 0))
    return invalid("epochs", say("expected more than 0 when steps is 0, found {}", epochs));
  if (!(most_seconds >= 0)) return invalid("most_seconds", say("expected 0 (off) or more, found {}", most_seconds));
  if (epochs > 1000) return invalid("epochs", say("expected at most 1000, found {}", epochs));
  if (batch_rows < 1 || batch_rows > 65536)
    return invalid("batch_rows", say("expected 1 to 65536 rows per step, found {}", batch_rows));
  if (microbatch_tokens < 1)
    return invalid("microbatch_tokens", say("expected at least 1, found {}", microbatch_tokens));
  if (checkpointing != "auto" && checkpointing != "off" && checkpointing != "full")
    return invalid("checkpointing", say("expected auto, off or full, found \"{}\"", checkpointing));
  if (threads < 0 || threads > 1024)
    return invalid("threads", say("expected 0 (all cores) to 1024, found {}", threads));
  if (!(save_minutes >= 0)) return invalid("save_minutes", say("expected 0 (off) or more, found {}", save_minutes));
  if (save_every < 0) return invalid("save_every", say("expected 0 (off) or more, found {}", save_every));
  if (dtype != DType::BF16 && dtype != DType::F32)
    return invalid("dtype", say("expected bf16 or fp32, found {}", name_of(dtype)));
  return {};
}

}   // namespace lift
