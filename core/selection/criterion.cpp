#include "core/selection/criterion.h"

#include <algorithm>
#include <array>

#include "core/selection/principal_weights.h"
#include "core/selection/random_choice.h"
#include "core/selection/weight_magnitude.h"

namespace lift {
namespace {

constexpr std::array kCriteria = {
    Criterion{"lift", "Principal weights (LIFT)", true, principal_weight_score},
    Criterion{"magnitude", "Largest weights", false, weight_magnitude_score},
    Criterion{"random", "Random choice", false, random_score},
};

}   // namespace

std::span<const Criterion> criteria() { return kCriteria; }

const Criterion* find_criterion(std::string_view name) {
  const auto found = std::ranges::find(kCriteria, name, &Criterion::name);
  return found == kCriteria.end() ? nullptr : &*found;
}

}   // namespace lift
