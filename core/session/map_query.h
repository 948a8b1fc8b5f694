#pragma once
// What a heat map asks of one matrix of the open model. Tensor-free.
#include <cstdint>

#include "core/model/matrix_id.h"
#include "core/selection/mask_summary.h"
#include "core/selection/selection_config.h"

namespace lift {

struct MapQuery {
  // What `selected` counts in the answer.
  enum class Of : std::uint8_t {
    Selection,       // what these settings select of the weights as they are now
    NewlySelected,   // and would not of the base: nothing without a delta or at strength 0
    Changes          // what differs from the base; the settings say nothing then
  };
  Of of = Of::Selection;
  MatrixId matrix{};
  CellRectangle area{};   // of the matrix
  SelectionConfig selection{};
  std::uint64_t seed = 0;
  std::int64_t tile_rows = 1, tile_columns = 1;   // the grid that the area is cut into; of tiles alone
};

}   // namespace lift
