#include "core/model/prefix_keys.h"

namespace lift {

PrefixKeys prefix_keys(const PackedBatch& batch) {
  PrefixKeys keys;
  const auto add_row = [&](std::size_t row) {
    for (std::int32_t token = batch.row_offsets[row]; token < batch.row_offsets[row + 1]; ++token)
      keys.tokens.push_back(token);
  };
  keys.offsets.push_back(0);
  for (std::size_t row = 0; row < batch.prefix_rows.size(); ++row) {
    if (const std::int32_t prefix = batch.prefix_rows[row]; prefix >= 0) add_row(static_cast<std::size_t>(prefix));
    add_row(row);
    keys.offsets.push_back(static_cast<std::int32_t>(keys.tokens.size()));
  }
  return keys;
}

}  // namespace lift
