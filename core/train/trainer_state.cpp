// The trainer's position as a value: what a resume state holds of it, and the way back.
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/json.h"
#include "core/train/trainer.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr const char* kTrainer = "trainer";
constexpr const char* kSource = "data";

Result<std::string> part(const ResumeState& state, const char* name) {
  const auto found = state.parts_json.find(name);
  if (found == state.parts_json.end())
    return make_error(ErrorCode::Malformed, say("resume state of step {}", state.step),
                      say("expected a part \"{}\", found none", name));
  return found->second;
}

}   // namespace

ResumeState Trainer::state() const {
  ResumeState state;
  static_cast<MethodState&>(state) = setup_.method.state();
  state.step = step_;
  state.keep = within_bound_;
  state.parts_json[kTrainer] = position_json();
  state.parts_json[kSource] = setup_.source.state_json();
  return state;
}

std::string Trainer::position_json() const {
  json position{{"peak_learning_rate", peak_learning_rate_},
                {"seconds", seconds_},
                {"tokens", tokens_},
                {"total_steps", setup_.total_steps},
                {"refreshed_at", refreshed_at_},
                {"evaluated_at", evaluated_at_},
                {"sampled_at", sampled_at_},
                {"refresh_asked", refresh_asked_}};
  if (within_bound_) position["within_bound"] = *within_bound_;
  return position.dump();
}

Status Trainer::restore_position(const std::string& text) {
  const Sentence subject = say("resume state of step {}, part \"{}\"", step_, kTrainer);
  LIFT_ASSIGN(const json value, parse_json(text, subject));
  return catch_exceptions(subject, [&]() -> Status {
    const auto total = value.at("total_steps").get<std::int64_t>();
    if (total != setup_.total_steps || step_ > total)
      return make_error(ErrorCode::Mismatch, subject,
                        say("expected a run of {} steps, found one of {}", setup_.total_steps, total),
                        say("The data or the recipe has changed since"));
    peak_learning_rate_ = value.at("peak_learning_rate").get<double>();
    seconds_ = value.at("seconds").get<double>();
    tokens_ = value.at("tokens").get<std::int64_t>();
    refreshed_at_ = value.at("refreshed_at").get<std::int64_t>();
    evaluated_at_ = value.at("evaluated_at").get<std::int64_t>();
    sampled_at_ = value.at("sampled_at").get<std::int64_t>();
    refresh_asked_ = value.at("refresh_asked").get<bool>();
    within_bound_.reset();
    if (value.contains("within_bound")) within_bound_ = value.at("within_bound").get<std::int64_t>();
    return {};
  });
}

Status Trainer::resume(ResumeState state) {
  step_ = state.step;
  LIFT_ASSIGN(const std::string position, part(state, kTrainer));
  LIFT_RETURN_IF_ERROR(restore_position(position));
  LIFT_ASSIGN(const std::string loader, part(state, kSource));
  LIFT_RETURN_IF_ERROR(setup_.source.restore_json(loader));

  LIFT_RETURN_IF_ERROR(setup_.method.restore(static_cast<MethodState&&>(state)));
  selected_ = true;
  saved_at_ = step_;
  return {};
}

}   // namespace lift
