#pragma once
// A user's proof on their own machine: every kernel against its plain twin, on every instruction set of the CPU and,
// where there is one, on the GPU; and ten training steps on each. Tensor-free. Made for `lift self-check`.
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace lift {

struct SelfCheckRow {
  std::string what;        // "RMSNorm, bf16", "ten training steps, fp32"
  std::string ran_on;      // an instruction set, or "cuda:0"
  std::string against;     // "fp64" for the portable kernels, "portable" for the vector ones, "CPU" for a GPU's
  double difference = 0;   // the largest, as a share of the largest value; infinite where one is not a number
  double bound = 0;
  double seconds = 0;   // of one run on the checked side
  bool passed = false;
};

struct SelfCheckReport {
  std::vector<SelfCheckRow> rows;
  std::string gpu;   // one sentence: which GPU was compared, or why none was
  bool passed() const;
};

// Takes seconds. Thread: the engine's. Errors: Cancelled, OutOfMemory; a difference beyond its bound is a row.
Result<SelfCheckReport> self_check(const TaskContext& task = {});

}   // namespace lift
