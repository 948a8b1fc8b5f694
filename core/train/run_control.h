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
struct SampleNow {
  std::string prompt;
  SamplingConfig sampling;
};
using RunCommand = std::variant<SaveNow, RefreshNow, EvaluateNow, SetLearningRate, SampleNow>;

class RunControl {
 public:
  // Safe in a signal handler (lock-free stores).
  void request_stop(StopKind kind) { stop_.store(static_cast<int>(kind)); }
  void request_pause(bool paused) {
    paused_.store(paused);
    paused_.notify_all();
  }

  StopKind stop_requested() const { return static_cast<StopKind>(stop_.load()); }
  bool pause_requested() const { return paused_.load(); }

  void post(RunCommand command);
  std::vector<RunCommand> take();   // everything posted since the last call, in order

 private:
  std::atomic<int> stop_{0};
  std::atomic<bool> paused_{false};
  std::mutex mutex_;
  std::deque<RunCommand> commands_;
};

}   // namespace lift
