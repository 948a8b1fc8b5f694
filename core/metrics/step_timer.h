#pragma once
// Where a step's seconds went, by phase. Used by train/. Tensor-free. Thread: one at a time per object.
#include <chrono>
#include <optional>

#include "core/metrics/metrics.h"

namespace lift {

class StepTimer {
 public:
  using Clock = std::chrono::steady_clock;

  // Counts for `phase` from its making to its end. A scope inside another one pauses the outer: nothing counts twice.
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

  PhaseSeconds take();   // since the last take(); scopes that are open go on counting

 private:
  void switch_to(std::optional<Phase> phase);

  PhaseSeconds seconds_;
  std::optional<Phase> open_;
  Clock::time_point since_{};
};

}   // namespace lift
