#pragma once
// Every entry that a run has trained so far (the union of its masks), with its value in the base: the base need not be
// kept, and memory is O(union). Held by train/, stored in the resume state, made into the delta. Thread: the engine's.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/model/causal_lm.h"
#include "core/selection/mask_set.h"

namespace lift {

// One matrix: the entries that may differ from the base, and the base's values there, flat, on the CPU.
struct BaseValues {
  SparsePattern pattern;   // no entries: the matrix is the base's
  at::Tensor values;
};

class ChangedEntries {
 public:
  ChangedEntries() = default;
  // From a resume state. base_values: [entries.total()].
  ChangedEntries(MaskSet entries, at::Tensor base_values);

  // Call before the masks' entries train. Records the current values of the entries that have not trained yet.
  void join(const MaskSet& masks, const CausalLm& model);

  const MaskSet& entries() const { return entries_; }
  const at::Tensor& base_values() const { return base_values_; }   // flat, in entries() order, the model's dtype, CPU
  std::int64_t total() const { return entries_.total(); }
  BaseValues of(MatrixId id) const;

 private:
  MaskSet entries_;
  at::Tensor base_values_;
};

// The entries of `pattern` whose bits differ between `now` and `base` (both flat, in the pattern's order, on the CPU).
struct DifferingEntries {
  SparsePattern pattern;
  at::Tensor now, base;
};
DifferingEntries differing_entries(const SparsePattern& pattern, const at::Tensor& now, const at::Tensor& base);

// The model's values at the entries: flat in MaskSet order, the model's dtype, on the CPU. scatter_weights sets them.
at::Tensor gather_weights(const CausalLm& model, const MaskSet& entries);
at::Tensor gather_weights(const CausalLm& model, MatrixId id, const SparsePattern& pattern);   // of one matrix
void scatter_weights(CausalLm& model, const MaskSet& entries, const at::Tensor& values);

}   // namespace lift
