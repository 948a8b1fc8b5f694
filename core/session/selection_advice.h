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
  double budget_rank = 0;   // median over the matrices: the rank of factors with as many entries as the density trains
  std::int64_t structure = 0;   // median over the matrices: directions that stand out of the bulk
  double energy_share = 0;      // median over the matrices, in the first `rank` singular values
  std::int64_t weakest = 0;     // index of the spectrum whose first `rank` values hold the least of it
  std::int64_t strongest = 0;   // and the most
  bool limited_by_memory = false, limited_by_spectrum = false;
};

// Density: 5 %, or the largest of 2 and 1 % that the plan says fits. Rank: the power of two nearest the budget rank of
// that density, density * rows * columns / (rows + columns): the paper's search (Fig. 16) finds R best near it, so 128
// for a 7B model and 16 for one of width 576. Not more than the directions that stand out of the bulk (each carries
// at least twice what an average one does): beyond them R adds noise.
// plan: of 5 %; none = memory is not looked at. Nothing without spectra.
std::optional<SelectionAdvice> advise_selection(std::span<const Spectrum> spectra, const MemoryPlan* plan);

}   // namespace lift
