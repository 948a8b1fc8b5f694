#pragma once
// Where the trainer's rows come from: the data loader in a run, whatever a test needs in a test. Tensor-free.
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/batch.h"

namespace lift {

class StepSource {
 public:
  virtual ~StepSource() = default;

  // The rows of the next optimizer step, in passes that fit the memory. Every step has a label.
  virtual std::vector<PackedBatch> next_step() = 0;
  virtual double epochs_done() const = 0;   // passes over the data so far

  // The position before the next step: random stream, order and row, as JSON text.
  virtual std::string state_json() const = 0;
  virtual Status restore_json(const std::string& text) = 0;
};

}   // namespace lift
