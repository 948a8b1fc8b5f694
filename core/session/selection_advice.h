#pragma once
// A proposal for rank and density, with its reason: from the spectra of the model and the memory that is free.
// Used by the selection page. Tensor-free.
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/spectra/spectrum.h"
#include "core/train/memory_plan.h"

namespace lift {

struct SelectionAdvice {
  std::int64_t rank = 0;
  double density = 0;
  double energy_share = 0;      // median over the matrices, in the first `rank` singular values
  std::int64_t weakest = 0;     // index of the spectrum whose first `rank` values hold the least of it
  std::int64_t strongest = 0;   // and the most
  bool limited_by_memory = false;
};

// Rank: the power of two at which the median matrix's next direction carries less than twice what an average one does,
// so that more rank adds bulk, not structure. Density: 5 %, or the largest of 2 and 1 % that the plan says fits.
// plan: of 5 %; none = memory is not looked at. Nothing without spectra.
std::optional<SelectionAdvice> advise_selection(std::span<const Spectrum> spectra, const MemoryPlan* plan);

}  // namespace lift
