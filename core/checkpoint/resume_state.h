#pragma once
// All that a run needs to continue exactly where it stopped: state-STEP.safetensors in the run's folder, written
// atomically; the newest two are kept. Used by train/ and session/. Thread: the engine's.
// The weights are the base's with `weights` at the entries of `changed`, or follow from the method's own tensors.
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/changed_entries.h"
#include "core/checkpoint/manifest.h"
#include "core/optim/sparse_adamw.h"
#include "core/selection/mask_set.h"

namespace lift {

// What a training method (train/method.h) needs to continue. A method that chooses no entries has no masks; one whose
// tensors determine the weights has neither `changed` nor `weights`.
struct MethodState {
  MaskSet masks;            // the entries that currently train
  NamedTensors optimizer;   // the method's own tensors, named by the method
  ChangedEntries changed;   // every entry that has trained, with the base's values
  at::Tensor weights;       // current values at `changed`, flat, the model's dtype; undefined: none
};

struct ResumeState : MethodState {
  std::int64_t step = 0;      // optimizer steps done
  std::int64_t threads = 0;   // engine threads of the run: another number rounds differently
  // The step of one more state to keep in the folder besides the newest two. Not written to the file.
  std::optional<std::int64_t> keep;
  std::vector<TensorRecord> base;   // from record_base before step 1
  Fingerprint recipe, data;
  // State of other parts (data loader, schedule, retention baseline) as JSON text, by the part's name.
  std::map<std::string, std::string> parts_json;
};

// Writes FOLDER/state-STEP.safetensors, then removes all states but the newest two and `keep`. Errors: Io (with a full
// disk the earlier states stay), Cancelled.
Status write_resume_state(const std::filesystem::path& folder, const ResumeState& state, const TaskContext& task = {});

Result<ResumeState> read_resume_state(const std::filesystem::path& file, const TaskContext& task = {});

// The steps of all state files in the folder, newest first. Does not check whether the files can be read.
std::vector<std::int64_t> resume_steps(const std::filesystem::path& folder);
std::filesystem::path resume_file(const std::filesystem::path& folder, std::int64_t step);

// Reads the newest readable state; reports each unreadable one through `notices`.
// Errors: NotFound (no state in the folder); if none can be read, the error of the newest.
Result<ResumeState> read_newest_resume_state(const std::filesystem::path& folder, const NoticeSink& notices,
                                             const TaskContext& task = {});

// Estimated bytes of a state file, for the check of free disk space before a run.
std::int64_t resume_state_bytes(std::int64_t entries, std::int64_t union_entries, DType dtype);

}   // namespace lift
