#pragma once
// The result of a run: replacement values for every entry that differs from the base, bit for bit in the model's dtype,
// and the passport (manifest.h). Used by train/, session/, `lift delta`. Thread: the engine's.
// Applying writes the model's weights in place; undoing puts the old values back.
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

// What low-rank methods change, as factors: W + scale * b a of every matrix. Beside the values, which decide.
struct LowRankChange {
  struct Matrix {
    MatrixId id;
    at::Tensor a_RN, b_MR;   // fp32, on the CPU
  };
  double scale = 1;
  std::vector<Matrix> matrices;   // in ascending order
};

// A tensor that is no projection's matrix (embedding, norm, bias, head), whole. No run of ours trains one; a model that
// somebody else fine-tuned has them.
struct WholeTensor {
  std::string name;    // as in a Hugging Face folder
  at::Tensor values;   // the base's shape, manifest.dtype, on the CPU
};

struct Delta {
  Manifest manifest;
  MaskSet entries;     // changed entries only, of the tensors that files hold (stored_entries.h); on the CPU
  at::Tensor values;   // flat, in entries' order, manifest.dtype, on the CPU
  std::vector<WholeTensor> whole = {};
  std::optional<LowRankChange> low_rank = {};
};

// What a delta replaced.
struct UndoRecord {
  MaskSet entries;
  at::Tensor values;   // the base's
  std::vector<WholeTensor> whole = {};
};

struct MadeDelta {
  Delta delta;
  UndoRecord base;   // as if the delta had been applied to the base: the tuned model can go back
};

// What a run may have changed, matrix by matrix, so that only the matrices at work need memory. `of` is called from
// several threads at once.
struct ChangedMatrices {
  std::vector<MatrixId> matrices;   // in ascending order
  std::function<BaseValues(MatrixId)> of;
};

// From what the run may have changed and the model as it is now. `passport`: everything but `changed` and `tuned`
// filled in (tensors from record_base before training). Entries whose bits equal the base's are left out, and tensors
// without entries. Errors: Cancelled.
Result<MadeDelta> make_delta(const ChangedMatrices& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task = {});
Result<MadeDelta> make_delta(const ChangedEntries& changed, const CausalLm& tuned, Manifest passport,
                             const TaskContext& task = {});

// A tensor of a tuned model; nothing where it is the base's. On the CPU, of the base's shape, rounded to its dtype.
using TunedTensor = std::function<Result<std::optional<at::Tensor>>(const std::string& name, const at::Tensor& base)>;

// What differs, bit for bit, between the model and a tuned one that hands out its tensors one at a time: neither is
// copied whole. `passport` as for make_delta; its tensors must be record_base of the model. Errors: Cancelled, those of
// `tuned`; Mismatch for a tensor of another shape.
Result<Delta> delta_of_difference(const CausalLm& base, const TunedTensor& tuned, Manifest passport,
                                  const TaskContext& task = {});

struct ApplyOptions {
  bool check_base = true;     // fingerprints of the tensors that change, before anything is written
  bool check_tuned = false;   // and of the result, after; a difference undoes the delta
};

// Errors: Mismatch naming the first tensor that differs from the base, or the result's; Cancelled. After an error the
// model is as before.
Result<UndoRecord> apply_delta(CausalLm& model, const Delta& delta, const ApplyOptions& options = {},
                               const TaskContext& task = {});
void undo_delta(CausalLm& model, const UndoRecord& record);

// base + strength * (tuned - base) at the delta's entries; 0 is the base and 1 the tuned model, bit for bit.
// `base` is from apply_delta on the same model; works whatever strength is applied now.
void set_strength(CausalLm& model, const Delta& delta, const UndoRecord& base, double strength);

// The whole proof on a loaded base: every tensor is the recorded base; applied, every tensor is the recorded tuned one;
// undone, every tensor is the base again. Leaves the base. Errors: Mismatch naming tensor, expected and found.
Result<DeltaVerification> verify_delta(CausalLm& base, const Delta& delta, const TaskContext& task = {});

}   // namespace lift
