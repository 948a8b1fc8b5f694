#pragma once
// Which weights train, as settings. Part of a recipe. Tensor-free. Paper: section 3, algorithm 1; method.md 1.5-1.6.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/matrix_id.h"
#include "core/model/model_config.h"

namespace lift {

struct SelectionConfig {
  std::string criterion = "lift";        // a name of selection/criterion.h's registry; "lift" = largest |W_r|
  std::int64_t rank = 16;                // R of the approximation W_r; 1 .. min(rows, columns)
  double density = 0.05;                 // share of every matrix that trains; (0, 1); ignored with a budget rank
  std::int64_t budget_rank = 0;          // k = min((rows + columns) r, rows columns) per matrix; 0 = use density
  std::vector<std::int32_t> layers;      // which layers; empty = all
  std::vector<Projection> projections;   // which projections; empty = all that the layers have
  std::int64_t refresh_every = 100;      // steps between renewals of the choice; 0 = never
  std::string method = "auto";           // how W_r is computed: auto | exact | gram | subspace

  // `config`: of the model it is meant for. Errors name the setting, the limit and what was found.
  Status validate(const ModelConfig& config) const;
  // Of the layers and projections alone, for methods that choose nothing within a matrix.
  Status validate_scope(const ModelConfig& config) const;
  // k of one matrix.
  std::int64_t entries_of(std::int64_t rows, std::int64_t columns) const;
  bool selects(MatrixId id) const;
  std::vector<MatrixId> matrices(const ModelConfig& config) const;   // layer by layer, in projection order
};

}   // namespace lift
