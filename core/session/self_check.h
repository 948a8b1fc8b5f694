#pragma once
// Verifies the program on a user's machine: compares every kernel with its plain version, on every instruction set of
// the CPU and on a GPU if there is one, and runs ten training steps on each. Tensor-free. Used by `lift self-check`.
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace lift {

struct SelfCheckRow {
  std::string what;        // "RMSNorm, bf16", "ten training steps, fp32"
  std::string ran_on;      // an instruction set, or "cuda:0"
  std::string against;     // "fp64" for portable kernels, "portable" for vector kernels, "CPU" for a GPU's
  double difference = 0;   // the largest, divided by the largest value; infinite if a value is NaN
  double bound = 0;
  double seconds = 0;   // of one run of the checked side
  bool passed = false;
};

struct SelfCheckReport {
  std::vector<SelfCheckRow> rows;
  std::string gpu;   // one sentence: which GPU was checked, or why none was
  bool passed() const;
};

// Takes seconds. Thread: the engine's. Errors: Cancelled, OutOfMemory. A difference above its bound is a failed row.
Result<SelfCheckReport> self_check(const TaskContext& task = {});

}   // namespace lift
