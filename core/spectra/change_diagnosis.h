#pragma once
// What training made of a matrix, seen by its singular vectors: how much it moved, in how many directions, and whether
// the strong directions are still the base's. Tensor-free. Made by diagnose_change, shown by `lift diagnose`.
#include <cstdint>
#include <string>

namespace lift {

struct ChangeDiagnosis {
  std::string name;   // "model.layers.3.mlp.up_proj.weight"
  std::int64_t rows = 0, columns = 0;
  std::int64_t moved = 0;       // entries that differ from the base
  double relative_change = 0;   // Frobenius norm of the change, as a share of the base's
  // Of the change: how many directions as strong as its strongest would have its energy, and how many singular values
  // are above a thousandth of the largest.
  double stable_rank = 0;
  std::int64_t rank = 0;
  std::int64_t compared = 0;   // strongest directions that the next two look at
  // Mean squared cosine between the base's and the tuned matrix's strongest left and right directions: 1 = the same
  // subspaces.
  double alignment = 1;
  // Directions among the tuned matrix's strongest whose cosine with every left singular vector of the base is below
  // 0.6: "intruder dimensions" (Shuttleworth et al. 2024, arXiv 2410.21228, section 3), which go with forgetting.
  std::int64_t intruders = 0;
  double among_largest = 0;   // share of the moved entries that are among as many largest |W| of the base
};

}   // namespace lift
