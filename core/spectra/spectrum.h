#pragma once
// The singular values of one matrix and quantities derived from them, as a plain value. Tensor-free. Made by
// spectrum_survey and low_rank, shown in the window's spectrum plot and by the command line.
#include <cstdint>
#include <string>
#include <vector>

namespace lift {

struct Spectrum {
  std::string name;   // name of the matrix ("model.layers.3.mlp.up_proj.weight"); may be empty
  std::int64_t rows = 0, columns = 0;
  std::vector<float> singular_values;   // descending; either all min(rows, columns) or only the leading ones
  double total_energy = 0;              // sum of all squared entries = sum of all s^2, including those not listed

  std::int64_t full_rank() const { return rows < columns ? rows : columns; }
  bool complete() const { return static_cast<std::int64_t>(singular_values.size()) == full_rank(); }

  // Share of the energy in the first `rank` singular values, in [0, 1]. A rank above the list's length counts the list.
  double energy_share(std::int64_t rank) const;
  // energy_share(1), energy_share(2), ... one per listed value.
  std::vector<float> cumulative_energy() const;
  // sum s^2 / s_1^2: how many directions as strong as the first would have the same energy. 0 for a zero matrix.
  double stable_rank() const;
  // exp of the entropy of s / sum s (Roy & Vetterli 2007), over the listed values only: check complete() first.
  double effective_rank() const;
  // The smallest rank whose energy_share reaches `share`; full_rank() if the list is too short.
  std::int64_t rank_for_energy(double share) const;
};

}   // namespace lift
