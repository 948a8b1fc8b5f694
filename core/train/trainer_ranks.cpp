// The trainer as one of several processes: what they agree upon between two units and within a step.
#include <bit>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/tensor_fingerprint.h"
#include "core/io/fingerprint.h"
#include "core/ranks/agreement.h"
#include "core/train/trainer.h"

namespace lift {

using nlohmann::json;

namespace {

// Of the masks, and of all that the next step starts from.
Fingerprint fingerprint_of(const MethodState& state) {
  std::vector<at::Tensor> tensors;
  for (const MatrixMask& mask : state.masks.matrices()) {
    tensors.push_back(mask.pattern.row_offsets);
    tensors.push_back(mask.pattern.columns);
  }
  for (const auto& [name, tensor] : state.optimizer) tensors.push_back(tensor);
  Fingerprinter all;
  for (const at::Tensor& tensor : tensors) all.add(fingerprint_of_tensor(tensor).hex());
  return all.finish();
}

}   // namespace

Result<Trainer::Turn> Trainer::agreed(const Result<Turn>& own, const TaskContext& task) {
  Ranks& ranks = *setup_.ranks;
  json told;
  if (own.ok())
    told = {{"unit", static_cast<int>(own->unit)},
            {"stop", static_cast<int>(own->stop)},
            {"paused", paused_},
            {"peak", std::bit_cast<std::int64_t>(peak_learning_rate_)},
            {"back", std::bit_cast<std::int64_t>(back_asked_.value_or(0))},
            {"step", step_},
            {"norm", std::bit_cast<std::int64_t>(last_norm_)}};
  else told = {{"error", to_text(own.error())}};
  const bool together = last_unit_ == Unit::Step || last_unit_ == Unit::Select || last_unit_ == Unit::Refresh;
  auto all = ranks.gather(told.dump(), together ? RankWait::Step : RankWait::Unit);
  if (!own.ok()) return own;
  const auto ended = [&](Error error) { return selected_ ? rescue(std::move(error), task) : std::move(error); };
  if (!all.ok()) return ended(std::move(all).error());
  return catch_exceptions(say("agreement of the processes"), [&]() -> Result<Turn> {
    std::vector<json> turns;
    for (const std::string& text : *all) turns.push_back(json::parse(text));
    for (std::size_t rank = 0; rank < turns.size(); ++rank)
      if (const auto error = turns[rank].find("error"); error != turns[rank].end())
        return ended(error_of_text(error->get<std::string>(), static_cast<std::int64_t>(rank), ranks.size()));
    const json& first = turns.front();
    Turn turn{static_cast<Unit>(first.at("unit").get<int>()), StopKind::None};
    for (std::size_t rank = 0; rank < turns.size(); ++rank) {
      turn.stop = std::max(turn.stop, static_cast<StopKind>(turns[rank].at("stop").get<int>()));
      if (turns[rank].at("step") != first.at("step") || turns[rank].at("norm") != first.at("norm"))
        return make_error(ErrorCode::Mismatch, say("process {} of {}", rank + 1, ranks.size()),
                          say("expected step {} with the first process's gradient, found step {} with another",
                              first.at("step").get<std::int64_t>(), turns[rank].at("step").get<std::int64_t>()),
                          say("The processes must run the same program on the same kind of processor"));
    }
    if (turn.stop == StopKind::SaveAndStop && !selected_) turn.unit = Unit::Select;
    if (follows()) {
      paused_ = first.at("paused").get<bool>();
      peak_learning_rate_ = std::bit_cast<double>(first.at("peak").get<std::int64_t>());
      if (turn.unit == Unit::GoBack) back_asked_ = std::bit_cast<double>(first.at("back").get<std::int64_t>());
    }
    return turn;
  });
}

// The loss of all passes, once every process has computed its own; the gradients are those of all passes then.
Result<double> Trainer::summed_over_ranks(const Result<double>& own_loss) {
  Ranks& ranks = *setup_.ranks;
  const json told = own_loss.ok() ? json{{"loss", std::bit_cast<std::int64_t>(*own_loss)}}
                                  : json{{"error", to_text(own_loss.error())}};
  auto all = ranks.gather(told.dump(), RankWait::Step);
  if (!own_loss.ok()) return own_loss;
  if (!all.ok()) return std::move(all).error();
  double loss = 0;
  for (std::size_t rank = 0; rank < all->size(); ++rank) {
    const json other = json::parse((*all)[rank]);
    if (const auto error = other.find("error"); error != other.end())
      return error_of_text(error->get<std::string>(), static_cast<std::int64_t>(rank), ranks.size());
    loss += std::bit_cast<double>(other.at("loss").get<std::int64_t>());
  }
  LIFT_RETURN_IF_ERROR(ranks.sum(setup_.method.summed()));
  return loss;
}

Status Trainer::check_same_state() {
  if (!setup_.ranks || !selected_) return {};
  return expect_equal(*setup_.ranks, fingerprint_of(setup_.method.state()).hex(),
                      say("the masks and the optimizer's state"));
}

}   // namespace lift
