#pragma once
// Progress reports and cancellation of a long call. Every long call of core takes a TaskContext by reference.
// Thread: the caller creates it; the progress sink is called on the thread that runs the call.
#include <cstdint>
#include <functional>
#include <stop_token>

#include "core/base/sentence.h"

namespace lift {

// One report: the phase in plain words ("loading weights") and `done` of `total` units; total 0 means unknown.
struct Progress {
  Sentence phase;
  std::int64_t done = 0;
  std::int64_t total = 0;
};

using ProgressSink = std::function<void(const Progress&)>;

struct TaskContext {
  std::stop_token stop;    // checked once per unit of work: a matrix, a microbatch, a token, a file block
  ProgressSink progress;   // may be empty; must be cheap, since the caller of report() does the throttling

  bool stop_requested() const { return stop.stop_requested(); }
  void report(const Sentence& phase, std::int64_t done, std::int64_t total) const {
    if (progress) progress(Progress{phase, done, total});
  }
};

}   // namespace lift
