#pragma once
// Entries of a model's matrices in the coordinates of the tensors that files hold, and back: where a family stores q, k
// and v as one matrix, a run trains three, and its delta changes one. Used by delta and session/. On the CPU.
#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/model/model_config.h"
#include "core/selection/mask_set.h"

namespace lift {

// A set's entries as another set has them.
struct RearrangedEntries {
  struct Piece {
    std::int64_t offset = 0, count = 0;
  };
  MaskSet entries;
  std::vector<Piece> pieces;   // of the first set's values, in the order of `entries`

  at::Tensor values(const at::Tensor& flat) const;
};

// Matrices that the family stores as rows of another become entries of that one.
RearrangedEntries in_stored_tensors(const MaskSet& matrices, const ModelConfig& config);
// The stored matrices' entries as entries of their parts; parts without entries are left out.
RearrangedEntries in_matrices(const MaskSet& stored, const ModelConfig& config);

}   // namespace lift
