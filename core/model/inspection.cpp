#include "core/model/inspection.h"

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/model/base_weights.h"

namespace lift {

Sentence scaling_in_words(const RopeConfig& rope) {
  switch (rope.scaling) {
    case RopeConfig::Scaling::None: return say("none");
    case RopeConfig::Scaling::Linear: return say("linear by {:g}", rope.factor);
    case RopeConfig::Scaling::Llama3:
      return say("llama3 by {:g}, from {} positions on", rope.factor, rope.original_max_position_embeddings);
    case RopeConfig::Scaling::Yarn:
      return say("yarn by {:g}, from {} positions on", rope.factor, rope.original_max_position_embeddings);
    case RopeConfig::Scaling::Factors:
      return say("a divisor for each of {} frequencies", rope.frequency_factors.size());
    case RopeConfig::Scaling::LongRope:
      return say("two divisors for each of {} frequencies, the second beyond {} positions",
                 rope.frequency_factors.size(), rope.original_max_position_embeddings);
    case RopeConfig::Scaling::Proportional:
      return rope.rotated > 0 ? say("the first {} channels of a head turn, by {:g}", rope.rotated, rope.factor)
                              : say("linear by {:g}", rope.factor);
  }
  fail_check("a scaling of the enum", "");
}

Sentence not_used_in_words(const std::vector<Sentence>& items) { return say("Not used: {}", joined(items)); }

bool tells_of_not_used(const Sentence& notice) { return notice.pattern() == "Not used: {}"; }

Result<std::vector<Sentence>> not_used_of(const std::filesystem::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<std::vector<Sentence>> {
    LIFT_ASSIGN(const BaseWeights weights, BaseWeights::open(model));
    return weights.source().not_used();
  });
}

}   // namespace lift
