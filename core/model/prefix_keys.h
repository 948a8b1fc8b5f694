#pragma once
// Which keys the rows of a batch see when some continue others (PackedBatch::prefix_rows). Private to core/model.
#include <cstdint>
#include <vector>

#include "core/data/batch.h"

namespace lift {

struct PrefixKeys {
  std::vector<std::int32_t> tokens;    // of every row, its prefix's tokens and its own
  std::vector<std::int32_t> offsets;   // [rows + 1]
};

// Empty when every row stands alone. The batch has been checked.
PrefixKeys prefix_keys(const PackedBatch& batch);

}  // namespace lift
