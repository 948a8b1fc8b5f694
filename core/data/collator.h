#pragma once
// Rows of a data set packed into one batch without padding. Used by data_loader and evaluate/. Tensor-free.
#include <cstdint>
#include <span>

#include "core/data/batch.h"
#include "core/data/sft_dataset.h"

namespace lift {

struct PackOptions {
  // Pack once what all rows begin with and none trains on (a system prompt, the opening of a template): a row of its
  // own that the others continue. Same loss and gradients, fewer tokens to compute.
  bool share_start = true;
};

// `rows`: indices of the data set, in the order in which they are packed. What is behind a row's last label, no loss
// depends on: it is left out.
PackedBatch pack_rows(const SftDataset& data, std::span<const std::int64_t> rows, const PackOptions& options = {});

}   // namespace lift
