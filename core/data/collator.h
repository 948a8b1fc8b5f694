#pragma once
// Rows of a data set packed into one batch without padding. Used by data_loader and evaluate/. Tensor-free.
#include <cstdint>
#include <span>

#include "core/data/batch.h"
#include "core/data/sft_dataset.h"

namespace lift {

struct PackOptions {
  // Pack the tokens that all rows begin with and no row trains on (a system prompt, the opening of a template) once, as
  // a row that the others continue. Loss and gradients are the same; fewer tokens are computed.
  bool share_start = true;
};

// `rows`: indices of the data set, in the order in which they are packed. Tokens after a row's last label are left out,
// since no loss depends on them.
PackedBatch pack_rows(const SftDataset& data, std::span<const std::int64_t> rows, const PackOptions& options = {});

}   // namespace lift
