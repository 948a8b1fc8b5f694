#include "core/selection/criterion.h"

#include <algorithm>
#include <vector>

#include "core/base/say.h"
#include "core/selection/gathered_score.h"
#include "core/selection/other_singular_values.h"
#include "core/selection/principal_weights.h"
#include "core/selection/random_choice.h"
#include "core/selection/weight_magnitude.h"

namespace lift {
namespace {

std::vector<Criterion>& list() {
  static std::vector<Criterion> criteria{
      {"lift", say("Principal weights (LIFT)"), true, principal_weight_score},
      {"magnitude", say("Largest weights"), false, weight_magnitude_score},
      {"random", say("Random choice"), false, random_score},
      {"lift_bottom", say("Least principal weights (control)"), true, principal_weight_score, Take::Smallest},
      {"lift_smallest", say("LIFT of the smallest singular values"), true, smallest_values_score, Take::Largest,
       Gathers::Nothing, true},
      {"lift_random", say("LIFT of random singular values"), true, random_values_score, Take::Largest, Gathers::Nothing,
       true},
      {"lift_mixed", say("LIFT of the largest and smallest singular values"), true, mixed_values_score, Take::Largest,
       Gathers::Nothing, true},
      {"gradient", say("Largest gradients"), false, gathered_score, Take::Largest, Gathers::Gradient},
      {"movement", say("Weights that move away from zero"), false, gathered_score, Take::Highest, Gathers::Movement},
  };
  return criteria;
}

}   // namespace

std::span<const Criterion> criteria() { return list(); }

const Criterion* find_criterion(std::string_view name) {
  const auto found = std::ranges::find(list(), name, &Criterion::name);
  return found == list().end() ? nullptr : &*found;
}

std::string known_criteria() {
  std::string names;
  for (const Criterion& criterion : criteria()) names += (names.empty() ? "" : ", ") + std::string(criterion.name);
  return names;
}

AddedCriterion::AddedCriterion(const Criterion& criterion) { list().push_back(criterion); }
AddedCriterion::~AddedCriterion() { list().pop_back(); }

}   // namespace lift
