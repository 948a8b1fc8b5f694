#pragma once
// What makes a weight worth training, as a score: the k entries of largest |score| of a matrix are selected, or of
// smallest where a criterion is a control.
// A new criterion is one file with its score function, and one line in criterion.cpp.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/selection/selection_config.h"
#include "core/spectra/low_rank.h"

namespace lift {

struct ScoreRequest {
  MatrixId id;
  const SelectionConfig& config;
  std::uint64_t seed = 0;                    // the run's; a criterion takes its own stream of it
  LowRankWorkspace* workspace = nullptr;     // may be nullptr
  const at::Tensor* gathered_MN = nullptr;   // fp32 (fp64 for an fp64 weight), what the criterion `gathers`
};

struct Score {
  at::Tensor score_MN;                     // fp32 (fp64 for an fp64 weight) [rows, columns], contiguous
  std::optional<LowRankResult> low_rank;   // how W_r came about, where the criterion makes one (approximation unset)
};

enum class Take : std::uint8_t { Largest, Smallest, Highest };   // of |score|; Highest: of the score with its sign

// What the method that trains sums for a criterion: gradients of the coming rows, at every choice anew, or -w g of all
// steps so far. Only a run has either.
enum class Gathers : std::uint8_t { Nothing, Gradient, Movement };

struct Criterion {
  std::string_view name;    // in recipes: "lift"
  Sentence title;           // for people: "Principal weights (LIFT)"
  bool uses_rank = false;   // whether SelectionConfig::rank and method mean anything to it
  Result<Score> (*score)(const at::Tensor& weight, const ScoreRequest& request) = nullptr;
  Take take = Take::Largest;
  Gathers gathers = Gathers::Nothing;
  bool exact_only = false;   // W_r by the full SVD whatever is asked: SelectionConfig::method is auto or exact
};

std::span<const Criterion> criteria();                    // in the order a person sees them
const Criterion* find_criterion(std::string_view name);   // nullptr: not known
std::string known_criteria();                             // "lift, magnitude, ...", for errors and help

// One more criterion while it lives, in lists, recipes and checks: for tests, and for programs that bring their own.
// Not while a session runs.
class AddedCriterion {
 public:
  explicit AddedCriterion(const Criterion& criterion);
  ~AddedCriterion();
  AddedCriterion(const AddedCriterion&) = delete;
  AddedCriterion& operator=(const AddedCriterion&) = delete;
};

}   // namespace lift
