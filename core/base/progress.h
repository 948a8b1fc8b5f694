#pragma once
// How a long call is watched and cancelled. Passed by reference into every long call of core.
// Thread: made by the caller; the sink is called on the thread that runs the call.
#include <cstdint>
#include <functional>
#include <stop_token>

#include "core/base/sentence.h"

namespace lift {

// One report: phase in plain words ("loading weights"), done of total units; total 0 = not known.
struct Progress {
  Sentence phase;
  std::int64_t done = 0;
  std::int64_t total = 0;
};

using ProgressSink = std::function<void(const Progress&)>;

struct TaskContext {
  std::stop_token stop;    // polled once per unit: a matrix, a microbatch, a token, a file block
  ProgressSink progress;   // may be empty; must be cheap, the reporting side throttles

  bool stop_requested() const { return stop.stop_requested(); }
  void report(const Sentence& phase, std::int64_t done, std::int64_t total) const {
    if (progress) progress(Progress{phase, done, total});
  }
};

}   // namespace lift
