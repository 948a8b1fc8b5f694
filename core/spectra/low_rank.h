#pragma once
// W_r: the best rank-r approximation of a matrix in the Frobenius norm (Eckart & Young 1936), with a bound on its
// error. Used by selection/principal_weights. Thread: any; uses ATen's threads; each caller has its own workspace.
#include <cstdint>
#include <string_view>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace lift {

enum class LowRankMethod : std::uint8_t {
  Auto,       // Subspace if the rank is small compared with the matrix, else Gram
  Exact,      // full SVD (exact_svd)
  Gram,       // all eigenpairs of the smaller Gram matrix (gram_eigen)
  Subspace,   // only the leading pairs, by filtered subspace iteration on the Gram matrix (subspace_iteration)
};
std::string_view name_of(LowRankMethod method);   // "auto", "exact", "gram", "subspace"
Result<LowRankMethod> parse_low_rank_method(std::string_view text);

struct LowRankOptions {
  LowRankMethod method = LowRankMethod::Auto;
  // Subspace stops when the bound on |W_r - found|_F / |W_r|_F is below this; if it never is, Gram is used instead.
  double tolerance = 1e-4;
  int maximum_sweeps = 40;   // filter iterations before Gram is used instead
  std::uint64_t seed = 0;    // for the random start vectors without a warm start
};

// Buffers reused between matrices (no larger than the largest matrix needs) and, if the caller wants a warm start, the
// basis found at the last refresh. Not shared between threads.
struct LowRankWorkspace {
  at::Tensor warm_basis;   // in: start vectors [min(rows, columns), >= rank], or undefined; out: the basis found
  at::Tensor room;         // holds the matrix in fp32, then W_r: the result's approximation_MN may be in it
  at::Tensor gram_room;
};

struct LowRankResult {
  at::Tensor approximation_MN;                  // W_r, fp32 (fp64 for an fp64 weight), [rows, columns], contiguous
  at::Tensor singular_values;                   // the leading `rank` ones, fp64 [rank], descending
  double total_energy = 0;                      // |W|_F^2
  LowRankMethod method = LowRankMethod::Auto;   // the method that gave the result
  bool fell_back = false;                       // the requested method did not converge and another was used
  int sweeps = 0;                               // iterations of Subspace; 0 for the direct methods
  // Bound on |W_r - approximation|_F, from the residuals and the gap after the r-th singular value (Davis & Kahan
  // 1970), in the units of the weights. 0 for Exact.
  double error_bound = 0;
  double seconds = 0;
};

// weight: [rows, columns] of any floating dtype; 1 <= rank <= min(rows, columns). workspace may be nullptr.
// Errors: InvalidArgument (rank), NonFinite, OutOfMemory, Internal.
Result<LowRankResult> low_rank_approximation(const at::Tensor& weight, std::int64_t rank,
                                             const LowRankOptions& options = {}, LowRankWorkspace* workspace = nullptr);

}   // namespace lift
