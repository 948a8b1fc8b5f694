#pragma once
// Chooses the entries that train, matrix by matrix: score, then the k largest |score| (smallest for a control). Used by
// train/ before step 1 and at every refresh (always from the weights as they are then), and by session/ for the
// preview. Thread: the engine's, with ATen's pool. Holds one matrix's workspace at a time, or where matrices are small
// one for each thread, never the model's.
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
  at::Tensor score_MN;   // W_r for "lift"; like the pattern on the CPU, whatever the weight's device
};

// What a criterion gathers (Gathers), of every matrix: [rows, columns].
using GatheredScores = std::map<MatrixId, at::Tensor>;

// One matrix, for the preview and the heat map. `detailed`: fill overlap_with_magnitude (another top-k).
Result<MatrixChoice> select_matrix(const at::Tensor& weight, MatrixId id, const SelectionConfig& config,
                                   std::uint64_t seed, bool detailed = true, LowRankWorkspace* workspace = nullptr,
                                   const at::Tensor* gathered_MN = nullptr);

struct SelectOptions {
  bool detailed = false;                      // overlap_with_magnitude too: about a quarter more time
  const GatheredScores* gathered = nullptr;   // for criteria that gather; must outlive the call
};

// About the bytes that choosing the entries of a matrix of so many weights takes: in fp32 the matrix and then W_r in
// the same room, its Gram matrix, and what top-k and the bound collect.
constexpr std::int64_t selection_workspace_bytes(std::int64_t weights) { return 3 * 4 * weights; }

// How many matrices so many threads choose side by side.
std::int64_t matrices_at_once(std::int64_t largest_matrix, std::int64_t threads);

// Every matrix that config names, in MaskSet order. report may be nullptr.
// Errors: those of config.validate, NonFinite naming the matrix, Cancelled, OutOfMemory.
Result<MaskSet> select(const CausalLm& model, const SelectionConfig& config, std::uint64_t seed,
                       const TaskContext& task = {}, SelectionReport* report = nullptr,
                       const SelectOptions& options = {});

}   // namespace lift
