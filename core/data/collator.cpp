#include "core/data/collator.h"

namespace lift {

PackedBatch pack_rows(const SftDataset& data, std::span<const std::int64_t> rows) {
  PackedBatch batch;
  batch.row_offsets.push_back(0);
  for (const std::int64_t row : rows) {
    const auto ids = data.ids(row);
    const auto trained = data.trained(row);
    const std::int32_t begin = batch.row_offsets.back();
    batch.ids.insert(batch.ids.end(), ids.begin(), ids.end());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto position = static_cast<std::int32_t>(i);
      batch.positions.push_back(position);
      if (i == 0 || !trained[i]) continue;
      batch.labelled.push_back(begin + position - 1);
      batch.label_ids.push_back(ids[i]);
    }
    batch.row_offsets.push_back(begin + static_cast<std::int32_t>(ids.size()));
    batch.source_rows.push_back(data.source_row(row));
  }
  return batch;
}

}  // namespace lift
