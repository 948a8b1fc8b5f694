#pragma once
// Rows packed without padding: what one forward pass takes. Tensor-free, so that data/ needs no LibTorch.
// Made by data/collator, used by model/, train/, evaluate/.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/tokenizer/tokenizer.h"

namespace lift {

struct PackedBatch {
  std::vector<TokenId> ids;                // [tokens], rows one after another
  std::vector<std::int32_t> positions;     // [tokens], from 0 in every row
  std::vector<std::int32_t> row_offsets;   // [rows + 1], row r is tokens [row_offsets[r], row_offsets[r+1])
  // [rows], or empty when no row continues another: the earlier row whose tokens those of row r see too, or -1. The
  // positions of row r then follow that row's last. A row that others continue does not itself continue one.
  std::vector<std::int32_t> prefix_rows;
  // Labels are already shifted: the hidden state at `labelled[i]` predicts `label_ids[i]`. Ascending positions.
  std::vector<std::int32_t> labelled;      // [labels]
  std::vector<TokenId> label_ids;          // [labels]
  std::vector<std::int64_t> source_rows;   // [rows], index of the row in its data set; kSharedStart: of no one row
  std::int64_t tail_tokens = 0;            // tokens of the rows that were left out: those after the last label

  static constexpr std::int64_t kSharedStart = -1;

  std::int64_t token_count() const { return static_cast<std::int64_t>(ids.size()); }
  std::int64_t label_count() const { return static_cast<std::int64_t>(label_ids.size()); }
  std::int64_t row_count() const { return static_cast<std::int64_t>(row_offsets.size()) - 1; }
  std::int64_t source_row_count() const {
    return std::ssize(source_rows) - std::ranges::count(source_rows, kSharedStart);
  }
  // Tokens of the rows as the data set has them: a shared start counts in each row, left-out tokens count too.
  std::int64_t source_token_count() const {
    std::int64_t tokens = tail_tokens;
    for (std::size_t row = 0; row + 1 < row_offsets.size(); ++row)
      if (source_rows[row] != kSharedStart && row_offsets[row + 1] > row_offsets[row])
        tokens += positions[static_cast<std::size_t>(row_offsets[row + 1]) - 1] + 1;
    return tokens;
  }
};

}   // namespace lift
