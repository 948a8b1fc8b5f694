#pragma once
// What a run will need, before anything is loaded: per item and in all, against what is free now. The same call serves
// `lift plan`, the window's bar and the automatic choice of checkpointing. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/model_config.h"
#include "core/optim/optimizer_config.h"
#include "core/selection/selection_config.h"
#include "core/train/train_config.h"

namespace lift {

struct MemoryItem {
  Sentence name;     // "weights", "masters and moments", "activations", ...
  Sentence reason;   // one sentence with the arithmetic, for the tooltip
  std::int64_t bytes = 0;
  bool lasting = true;   // there all the time; else only in its phase
};

struct MemoryRemedy {
  Sentence text;                          // "Recompute activations (about 30 % slower)"
  std::vector<std::string> assignments;   // for set_field: "train.checkpointing=full"
  std::int64_t saved_bytes = 0;
};

struct MemoryPlan {
  std::vector<MemoryItem> items;          // on the run's device
  std::vector<MemoryItem> host_items;     // of a GPU's run beside it, in the host's memory; not part of the peak
  std::int64_t peak_bytes = 0;            // of the worst phase
  std::string peak_phase;                 // "training step", "mask refresh", "evaluation"
  std::int64_t free_bytes = 0;            // on the run's device now, what is already loaded not counted against it
  std::int64_t disk_bytes = 0;            // states, delta and log at the end
  std::int64_t checkpointed_layers = 0;   // what "auto" chooses
  std::int64_t trainable = 0, total_weights = 0;
  std::int64_t steps = 0;               // optimizer steps of the run
  std::int64_t delta_bytes = 0;         // of its result, about
  std::vector<MemoryRemedy> remedies;   // in order of cost; empty when it fits

  // <= 75 % of what is free fits, <= 100 % is tight.
  enum class Verdict : std::uint8_t { Fits, Tight, DoesNotFit } verdict = Verdict::Fits;
};

struct PlanRequest {
  ModelConfig model;
  SelectionConfig selection;
  OptimizerConfig optimizer;
  TrainConfig train;
  std::int64_t longest_row = 0;      // tokens; 0: DataConfig::max_tokens is assumed by the caller
  std::int64_t labels_per_row = 0;   // most labelled tokens of a row; 0: all of it
  // Of the largest pass of the run's own batches, where the rows are known; 0: batch_rows of the longest row.
  std::int64_t pass_tokens = 0, pass_labels = 0;
  // Planned against so many bytes instead of what is free now: for a device that this machine lacks. 0: ask the device.
  std::int64_t assumed_free_bytes = 0;
};

MemoryPlan plan_memory(const PlanRequest& request);

}   // namespace lift
