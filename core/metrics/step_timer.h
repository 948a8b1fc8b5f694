#pragma once
// Measures how a step's time divides into phases. Used by train/. Tensor-free. Thread: one thread at a time per object.
#include <chrono>
#include <optional>

#include "core/metrics/metrics.h"

namespace lift {

class StepTimer {
 public:
  using Clock = std::chrono::steady_clock;

  // Adds the time of its lifetime to `phase`. An inner scope pauses the outer one, so no time counts twice.
  class Scope {
   public:
    Scope(StepTimer& timer, Phase phase);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    StepTimer* timer_;
    std::optional<Phase> outer_;
  };

  PhaseSeconds take();   // the times since the last take(); open scopes keep counting

 private:
  void switch_to(std::optional<Phase> phase);

  PhaseSeconds seconds_;
  std::optional<Phase> open_;
  Clock::time_point since_{};
};

}   // namespace lift
