#pragma once
// What a person may ask of a run while it goes: written by the window or a signal, read by the trainer at step
// boundaries, in order. Tensor-free. Thread: every call from any thread; `request_*` that need only a flag are
// safe in a signal handler where they say so.
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "core/generate/sampling_config.h"

namespace lift {

enum class StopKind : int { None = 0, SaveAndStop = 1, StopWithoutSaving = 2 };

struct SaveNow {};
struct RefreshNow {};
struct EvaluateNow {};
struct SetLearningRate {
  double peak = 0;
};   // the schedule's new peak from the next step on
// To the last state from which the losses had not yet climbed, else to the start, and on at this peak.
struct GoBack {
  double peak = 0;
};
struct SampleNow {
  std::string prompt;
  SamplingConfig sampling;
};
using RunCommand = std::variant<SaveNow, RefreshNow, EvaluateNow, SetLearningRate, GoBack, SampleNow>;

class RunControl {
 public:
  // Safe in a signal handler (lock-free stores).
  void request_stop(StopKind kind) { stop_.store(static_cast<int>(kind)); }
  void request_pause(bool paused) { paused_.store(paused); }

  // Whether somebody is there to answer: a run whose loss climbs far then pauses, else it says so and goes on.
  void set_attended(bool attended) { attended_.store(attended); }
  bool attended() const { return attended_.load(); }

  StopKind stop_requested() const { return static_cast<StopKind>(stop_.load()); }
  bool pause_requested() const { return paused_.load(); }

  void post(RunCommand command);
  std::vector<RunCommand> take();   // everything posted since the last call, in order

 private:
  std::atomic<int> stop_{0};
  std::atomic<bool> paused_{false}, attended_{false};
  std::mutex mutex_;
  std::deque<RunCommand> commands_;
};

}   // namespace lift
