#pragma once
// The processes that train one run together ("ranks"), as a value that is handed on: what they add up and what they
// tell one another. Every call is made by all of them, in the same order. Implemented by gloo_ranks.cpp over c10d; a
// run of one process has none. Tensor-free. Thread: the engine's.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace at {
class Tensor;
}

namespace lift {

enum class RankWait : std::uint8_t {
  Step,   // all are at work on the same: RankOptions::timeout_seconds
  Unit    // the first may be at something that it does alone (an evaluation, a file): as long as it lives
};

class Ranks {
 public:
  virtual ~Ranks() = default;
  virtual std::int64_t rank() const = 0;   // from 0
  virtual std::int64_t size() const = 0;   // 2 or more
  bool is_first() const { return rank() == 0; }

  // Every fp32 or fp64 tensor becomes the sum of all processes', bit by bit the same on each. Of two processes it is
  // the sum of two numbers; of more, the order of addition follows from their number and the tensor's size alone.
  // Tensors of a GPU travel by the host's memory. Errors: Io (a process is gone, or was silent for too long).
  virtual Status sum(std::span<const at::Tensor> tensors) = 0;

  // The texts of all processes, by rank. Errors: as of sum().
  virtual Result<std::vector<std::string>> gather(const std::string& text, RankWait wait) = 0;

  virtual std::int64_t bytes_sent() const = 0;   // payload handed to sum() and gather() by this process
};

}   // namespace lift
