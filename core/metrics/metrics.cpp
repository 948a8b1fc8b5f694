#include "core/metrics/metrics.h"

#include <numeric>

namespace lift {

namespace {

constexpr std::array<std::string_view, kPhaseCount> kPhaseNames{"data",     "forward_backward", "optimizer", "refresh",
                                                                "evaluate", "sample",           "save"};

constexpr std::array<std::string_view, 13> kEventNames{
    "started",         "resumed", "state_saved", "learning_rate_changed",
    "retention_alarm", "paused",  "continued",   "stopped",
    "finished",        "failed",  "notice",      "diverged",
    "went_back"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}   // namespace

std::string_view name_of(Phase phase) { return kPhaseNames[static_cast<std::size_t>(phase)]; }
std::optional<Phase> parse_phase(std::string_view name) { return find_name<Phase>(kPhaseNames, name); }

std::string_view name_of(RunEvent::Kind kind) { return kEventNames[static_cast<std::size_t>(kind)]; }
std::optional<RunEvent::Kind> parse_run_event_kind(std::string_view name) {
  return find_name<RunEvent::Kind>(kEventNames, name);
}

double PhaseSeconds::total() const { return std::accumulate(seconds.begin(), seconds.end(), 0.0); }

double StepMetrics::tokens_per_second() const {
  const double training = seconds[Phase::Data] + seconds[Phase::ForwardBackward] + seconds[Phase::Optimizer];
  return training > 0 ? static_cast<double>(tokens) / training : 0;
}

std::int64_t step_of(const RunRecord& record) {
  return std::visit([](const auto& value) { return value.step; }, record);
}

}   // namespace lift
