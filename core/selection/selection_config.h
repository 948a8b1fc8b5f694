#pragma once
// Settings: which weights train. Part of a recipe. Tensor-free. Source: the paper's section 3, algorithm 1.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/matrix_id.h"
#include "core/model/model_config.h"

namespace lift {

struct SelectionConfig {
  std::string criterion = "lift";        // a name in the list of selection/criterion.h; "lift" = largest |W_r|
  std::int64_t rank = 16;                // R of the approximation W_r; 1 .. min(rows, columns)
  double density = 0.05;                 // share of every matrix that trains, in (0, 1); unused if budget_rank > 0
  std::int64_t budget_rank = 0;          // k = min((rows + columns) r, rows columns) per matrix; 0 = use density
  std::vector<std::int32_t> layers;      // which layers; empty = all
  std::vector<Projection> projections;   // which projections; empty = all that the layers have
  std::int64_t refresh_every = 100;      // steps between new choices; 0 = never
  std::string method = "auto";           // how W_r is computed: auto | exact | gram | subspace

  // `config`: of the model to train. Errors: InvalidArgument with the setting, its limit and what was found.
  Status validate(const ModelConfig& config) const;
  // Checks only `layers` and `projections`, for methods that choose no entries within a matrix.
  Status validate_scope(const ModelConfig& config) const;
  // k: how many entries of a matrix of this shape train.
  std::int64_t entries_of(std::int64_t rows, std::int64_t columns) const;
  bool selects(MatrixId id) const;
  std::vector<MatrixId> matrices(const ModelConfig& config) const;   // layer by layer, in projection order
};

}   // namespace lift
