#pragma once
// The result of a run: a replacement value, in the model's dtype, for every entry that differs bitwise from the base,
// and the manifest. Used by train/, session/ and `lift delta`. Thread: the engine's.
// Applying a delta changes the model's weights in place; undoing it restores the old values.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/changed_entries.h"
#include "core/checkpoint/delta_info.h"
#include "core/checkpoint/manifest.h"
#include "core/checkpoint/tensor_fingerprint.h"
#include "core/model/causal_lm.h"
#include "core/selection/mask_set.h"

namespace lift {

// The change of a low-rank method as factors: W + scale * b a for every matrix. Extra to the values, which are binding.
struct LowRankChange {
  struct Matrix {
    MatrixId id;
    at::Tensor a_RN, b_MR;   // fp32, on the CPU
  };
  double scale = 1;
  std::vector<Matrix> matrices;   // in ascending order
};

// A whole tensor that is not a projection's matrix (embedding, norm, bias, head). Runs of this program train none;
// a model that was fine-tuned elsewhere may have changed them.
struct WholeTensor {
  std::string name;    // as in a Hugging Face folder
  at::Tensor values;   // the base's shape, manifest.dtype, on the CPU
};

struct Delta {
  Manifest manifest;
  MaskSet entries;     // only changed entries, of tensors as files store them (stored_entries.h); on the CPU
  at::Tensor values;   // flat, in entries' order, manifest.dtype, on the CPU
  std::vector<WholeTensor> whole = {};
  std::optional<LowRankChange> low_rank = {};
};

// The values that a delta replaced.
struct UndoRecord {
  MaskSet entries;
  at::Tensor values;   // the base's, flat, in entries' order
  std::vector<WholeTensor> whole = {};
};

struct MadeDelta {
  Delta delta;
  UndoRecord base;   // as from apply_delta: undo_delta with it restores the base
};

// What a run may have changed, one matrix at a time, so that only the matrices in progress need memory. `of` is called
// from several threads at once.
struct ChangedMatrices {
  std::vector<MatrixId> matrices;   // in ascending order
  std::function<BaseValues(MatrixId)> of;
};

// Makes a delta from what the run may have changed and the current model. `passport`: complete but for the records'
// `changed` and `tuned` (tensors: from record_base before training). Entries whose bits equal the base's are left out,
// and so are tensors without changed entries. Errors: Cancelled.
Result<MadeDelta> make_delta(const ChangedMatrices& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task = {});
Result<MadeDelta> make_delta(const ChangedEntries& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task = {});

// Returns a tensor of a tuned model, on the CPU, of the base's shape and rounded to its dtype; nullopt: as in the base.
using TunedTensor = std::function<Result<std::optional<at::Tensor>>(const std::string& name, const at::Tensor& base)>;

// The bitwise difference between the model and a tuned one whose tensors are read one at a time: neither is copied
// whole. `passport`: as for make_delta; its tensors must be record_base of the model. Errors: Cancelled, those of
// `tuned`; Mismatch for a tensor of another shape.
Result<Delta> delta_of_difference(const CausalLm& base, const TunedTensor& tuned, Manifest passport,
                                  const TaskContext& task = {});

struct ApplyOptions {
  bool check_base = true;     // before anything is written, check the fingerprints of the tensors that change
  bool check_tuned = false;   // afterwards, check the result's; on a difference the delta is undone
};

// Errors: Mismatch naming the first tensor that differs from the base's (or the result's) record; Cancelled. After an
// error the model is unchanged.
Result<UndoRecord> apply_delta(CausalLm& model, const Delta& delta, const ApplyOptions& options = {},
                               const TaskContext& task = {});
void undo_delta(CausalLm& model, const UndoRecord& record);

// Sets base + strength * (tuned - base) at the delta's entries; 0 gives the base and 1 the tuned model, bit for bit.
// `base`: from apply_delta on the same model. The current strength does not matter.
void set_strength(CausalLm& model, const Delta& delta, const UndoRecord& base, double strength);

// Verifies a delta on a loaded base: all tensors equal the recorded base; with the delta, the recorded tuned ones;
// after undoing it, the base again. Leaves the base. Errors: Mismatch (tensor, expected, found), Cancelled.
Result<DeltaVerification> verify_delta(CausalLm& base, const Delta& delta, const TaskContext& task = {});

}   // namespace lift
