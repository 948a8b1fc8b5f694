#pragma once
// All that a run needs to go on exactly where it was: state-STEP.safetensors in the run's folder, written atomically,
// the last two kept. Used by train/ and session/. Thread: the engine's.
// The weights are the base's with `weights` put in at the entries of `changed`, or what the method's tensors say.
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

// What a method (train/method.h) needs to go on. One that chooses no entries has no masks; one whose tensors give the
// weights needs neither changed entries nor weights.
struct MethodState {
  MaskSet masks;            // the entries that train now
  NamedTensors optimizer;   // the method's own tensors, by its own names
  ChangedEntries changed;   // what ever trained, with the base's values
  at::Tensor weights;       // present values at `changed`, the model's dtype; undefined: none
};

struct ResumeState : MethodState {
  std::int64_t step = 0;      // optimizer steps done
  std::int64_t threads = 0;   // engine threads that made it: others give other roundings
  // A step whose earlier state stays in the folder beside the newest two. Not written.
  std::optional<std::int64_t> keep;
  std::vector<TensorRecord> base;   // record_base before step 1
  Fingerprint recipe, data;
  // The plain JSON values of the parts that know themselves (data loader, schedule, retention baseline), by part.
  std::map<std::string, std::string> parts_json;
};

// Writes FOLDER/state-STEP.safetensors, then removes all but the newest two and the one of `keep`. Errors: Io (full
// disk: the earlier states stay), Cancelled.
Status write_resume_state(const std::filesystem::path& folder, const ResumeState& state, const TaskContext& task = {});

Result<ResumeState> read_resume_state(const std::filesystem::path& file, const TaskContext& task = {});

// The steps of the states in the folder, newest first; whether they can be read is not known yet.
std::vector<std::int64_t> resume_steps(const std::filesystem::path& folder);
std::filesystem::path resume_file(const std::filesystem::path& folder, std::int64_t step);

// The newest state that can be read; one that cannot is told through `notices` and passed over.
// Errors: NotFound (no state at all), the newest one's error when none can be read.
Result<ResumeState> read_newest_resume_state(const std::filesystem::path& folder, const NoticeSink& notices,
                                             const TaskContext& task = {});

// Bytes of a state file, for the disk check before a run.
std::int64_t resume_state_bytes(std::int64_t entries, std::int64_t union_entries, DType dtype);

}   // namespace lift
