#pragma once
// The heat map's query about one matrix of the open model. Tensor-free.
#include <cstdint>

#include "core/model/matrix_id.h"
#include "core/selection/mask_summary.h"
#include "core/selection/selection_config.h"

namespace lift {

struct MapQuery {
  // Which entries the answer's `selected` counts.
  enum class Of : std::uint8_t {
    Selection,       // those that these settings select from the current weights
    NewlySelected,   // those that they select now, but not from the base; none without a delta or at strength 0
    Changes          // those that differ from the base, whatever the settings
  };
  Of of = Of::Selection;
  MatrixId matrix{};
  CellRectangle area{};   // part of the matrix
  SelectionConfig selection{};
  std::uint64_t seed = 0;
  std::int64_t tile_rows = 1, tile_columns = 1;   // size of a tile of the area; used by tiles() only
};

}   // namespace lift
