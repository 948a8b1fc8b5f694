#pragma once
// Converts entries between a model's matrices and the tensors that files hold. They differ where a family stores q, k
// and v as one matrix: a run trains three, its delta changes one. Used by delta and session/. All on the CPU.
#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/model/model_config.h"
#include "core/selection/mask_set.h"

namespace lift {

// The entries of one set in the coordinates of the other.
struct RearrangedEntries {
  struct Piece {
    std::int64_t offset = 0, count = 0;
  };
  MaskSet entries;
  std::vector<Piece> pieces;   // ranges of the first set's values, in the order of `entries`

  at::Tensor values(const at::Tensor& flat) const;
};

// A matrix that the family stores as rows of a larger one becomes entries of the larger one.
RearrangedEntries in_stored_tensors(const MaskSet& matrices, const ModelConfig& config);
// The reverse: entries of stored matrices become entries of their parts; parts without entries are left out.
RearrangedEntries in_matrices(const MaskSet& stored, const ModelConfig& config);

}   // namespace lift
