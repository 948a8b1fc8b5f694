#pragma once
// Chooses the entries that train, matrix by matrix: score, then top k (criterion.h). Used by train/ before step 1 and
// at every refresh, always from the weights of that moment, and by session/ for the preview. Thread: the engine's, with
// ATen's pool. Memory: the workspace of one matrix, or of one small matrix per thread (matrices_at_once), never of the
// whole model.
#include <cstdint>
#include <map>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/causal_lm.h"
#include "core/selection/criterion.h"
#include "core/selection/mask_set.h"
#include "core/selection/mask_summary.h"
#include "core/selection/selection_config.h"

namespace lift {

struct MatrixChoice {
  SparsePattern pattern;
  MatrixSelection summary;
  at::Tensor score_MN;   // W_r for "lift"; like the pattern, on the CPU whatever the weight's device
};

// For criteria that gather (Gathers): the sums of every matrix, [rows, columns].
using GatheredScores = std::map<MatrixId, at::Tensor>;

// Chooses in one matrix, for the preview and the heat map. `detailed`: also fills overlap_with_magnitude.
Result<MatrixChoice> select_matrix(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                                   std::uint64_t seed, bool detailed = true, LowRankWorkspace* workspace = nullptr,
                                   const at::Tensor* gathered_MN = nullptr);

struct SelectOptions {
  bool detailed = false;                      // also fill overlap_with_magnitude: one more top-k per matrix
  const GatheredScores* gathered = nullptr;   // for criteria that gather; must outlive the call
};

// Estimated bytes for choosing in a matrix of `weights` weights: the fp32 matrix, whose memory W_r reuses, its Gram
// matrix, and the buffers of top-k and the overlap bound.
constexpr std::int64_t selection_workspace_bytes(std::int64_t weights) { return 3 * 4 * weights; }

// How many matrices to choose at once: `threads` if that many workspaces fit in 64 MiB, else 1. largest_matrix: weights
std::int64_t matrices_at_once(std::int64_t largest_matrix, std::int64_t threads);

// Chooses in every matrix that `config` names, in MaskSet order. `report`: filled in if not nullptr.
// Errors: those of config.validate, NonFinite naming the matrix, Cancelled, OutOfMemory.
Result<MaskSet> select(const CausalLm& model, const SelectionConfig& config, std::uint64_t seed,
                       const TaskContext& task = {}, SelectionReport* report = nullptr,
                       const SelectOptions& options = {});

}   // namespace lift
