#pragma once
// A proposal for rank and density with its reasons, from the model's spectra and the free memory.
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
  double budget_rank = 0;       // median over the matrices: the rank whose factors have as many entries as are trained
  std::int64_t structure = 0;   // median over the matrices: number of directions above the bulk
  double energy_share = 0;      // median over the matrices: share in the first `rank` singular values
  std::int64_t weakest = 0;     // index of the spectrum with the smallest such share
  std::int64_t strongest = 0;   // and with the largest
  bool limited_by_memory = false, limited_by_spectrum = false;
};

// Density: 5 %, or if the plan does not fit, 2 or 1 %, the largest that does. Rank: the power of two nearest to the
// budget rank, density * rows * columns / (rows + columns): in the paper's search (Fig. 16) the best rank is near it,
// which gives 128 for a 7B model and 16 for one of width 576. At most the number of directions above the bulk, which
// have at least twice the average energy: beyond them a higher rank adds noise.
// plan: for a density of 5 %; nullptr = memory is ignored. std::nullopt without spectra.
std::optional<SelectionAdvice> advise_selection(std::span<const Spectrum> spectra, const MemoryPlan* plan);

}   // namespace lift
