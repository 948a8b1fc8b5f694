#pragma once
// What makes a weight worth training, as a score: the k entries of largest |score| of a matrix are selected.
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
  std::uint64_t seed = 0;                  // the run's; a criterion takes its own stream of it
  LowRankWorkspace* workspace = nullptr;   // may be nullptr
};

struct Score {
  at::Tensor score_MN;                     // fp32 (fp64 for an fp64 weight) [rows, columns], contiguous
  std::optional<LowRankResult> low_rank;   // how W_r came about, where the criterion makes one (approximation unset)
};

struct Criterion {
  std::string_view name;    // in recipes: "lift"
  Sentence title;           // for people: "Principal weights (LIFT)"
  bool uses_rank = false;   // whether SelectionConfig::rank and method mean anything to it
  Result<Score> (*score)(const at::Tensor& weight, const ScoreRequest& request) = nullptr;
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
