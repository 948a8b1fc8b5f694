#pragma once
// The selected entries of a whole model: one pattern per trained matrix, and the offset of its entries in the flat
// arrays of the optimizer and the state file. Made by selector, held by optim/, written by checkpoint/. The patterns
// are on the CPU, where they are compared, merged and written; optim/ keeps copies on the weights' device.
#include <cstdint>
#include <span>
#include <vector>

#include "core/kernels/sampled/sparse_pattern.h"
#include "core/model/matrix_id.h"

namespace lift {

struct MatrixMask {
  MatrixId id;
  SparsePattern pattern;
  std::int64_t offset = 0;   // number of entries in the matrices before it
  std::int64_t entries() const { return pattern.entries(); }
};

class MaskSet {
 public:
  // Add the matrices in ascending MatrixId, each once.
  void add(MatrixId id, SparsePattern pattern);

  const std::vector<MatrixMask>& matrices() const { return matrices_; }
  const MatrixMask* find(MatrixId id) const;      // nullptr: the matrix does not train
  std::int64_t total() const { return total_; }   // entries over all matrices
  bool empty() const { return matrices_.empty(); }

 private:
  std::vector<MatrixMask> matrices_;
  std::int64_t total_ = 0;
};

struct MaskOverlap {
  struct Matrix {
    MatrixId id;
    std::int64_t entries = 0;   // of the newer set
    std::int64_t shared = 0;    // of those, in the older set
    double share() const { return entries ? static_cast<double>(shared) / static_cast<double>(entries) : 1.0; }
  };
  std::vector<Matrix> matrices;   // in the newer set's order
  std::int64_t entries = 0, shared = 0;
  double share() const { return entries ? static_cast<double>(shared) / static_cast<double>(entries) : 1.0; }
};

// The share of `newer` that `older` has too. All entries of a matrix that only `newer` has count as not shared.
MaskOverlap overlap(const MaskSet& newer, const MaskSet& older);

// The entries that are in `a` or `b`, for instance all that a run has changed.
MaskSet union_of(const MaskSet& a, const MaskSet& b);

bool same_masks(const MaskSet& a, const MaskSet& b);

}   // namespace lift
