#pragma once
// A criterion scores every weight of a matrix. The k entries of largest |score| are selected; a control may take the
// smallest instead (Take). Used by selector, the recipe's checks and the window's list.
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
  std::uint64_t seed = 0;                    // the run's seed; a criterion derives its own random stream from it
  LowRankWorkspace* workspace = nullptr;     // scratch memory to reuse; nullptr: allocate
  const at::Tensor* gathered_MN = nullptr;   // [rows, columns] fp32 (fp64 for an fp64 weight): what `gathers` names
};

struct Score {
  at::Tensor score_MN;                     // fp32 (fp64 for an fp64 weight) [rows, columns], contiguous
  std::optional<LowRankResult> low_rank;   // how W_r was computed, if the criterion has one (without approximation_MN)
};

enum class Take : std::uint8_t { Largest, Smallest, Highest };   // by |score|; Highest: by signed score

// What the training method sums up for a criterion. Gradient: the gradients of the coming rows, summed anew for every
// choice. Movement: -weight * gradient over all steps so far. Both exist during a run only.
enum class Gathers : std::uint8_t { Nothing, Gradient, Movement };

struct Criterion {
  std::string_view name;    // in recipes: "lift"
  Sentence title;           // for people: "Principal weights (LIFT)"
  bool uses_rank = false;   // whether SelectionConfig::rank and method apply
  Result<Score> (*score)(const at::Tensor& weight, const ScoreRequest& request) = nullptr;
  Take take = Take::Largest;
  Gathers gathers = Gathers::Nothing;
  bool exact_only = false;   // W_r needs the full SVD: SelectionConfig::method must be auto or exact
};

std::span<const Criterion> criteria();                    // in the order in which they are shown
const Criterion* find_criterion(std::string_view name);   // nullptr: unknown
std::string known_criteria();                             // "lift, magnitude, ...", for errors and help

// Registers one more criterion for lists, recipes and checks until it is destroyed: for tests, and for programs with
// criteria of their own. Not while a session runs. Objects must be destroyed in reverse order.
class AddedCriterion {
 public:
  explicit AddedCriterion(const Criterion& criterion);
  ~AddedCriterion();
  AddedCriterion(const AddedCriterion&) = delete;
  AddedCriterion& operator=(const AddedCriterion&) = delete;
};

}   // namespace lift
