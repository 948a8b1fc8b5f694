#pragma once
// How several deltas become one, and where they collide: plain values. Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lift {

struct Delta;

enum class CombineBy : std::uint8_t {
  Sum,          // sum of w_i d_i: weights 1 and -1 subtract, one delta with a weight is scaled
  Shared,       // the mean of w_i d_i at entries that all of them change
  Ties,         // trimmed, the sign of the larger total elected, mean of w_i d_i that have it
  DareLinear,   // entries dropped at random, the others scaled up; then the sum
  DareTies      // the same; then as Ties without its trimming
};
std::string_view name_of(CombineBy by);   // "sum", "shared", "ties", "dare_linear", "dare_ties"
std::optional<CombineBy> parse_combine_by(std::string_view name);

struct Combination {
  CombineBy by = CombineBy::Sum;
  std::vector<double> weights;   // one for each delta; empty: 1 each
  double keep = 1;   // Ties: of a delta's entries in a tensor the largest share that stays; Dare: the chance to stay
  std::uint64_t seed = 1;   // of Dare
};

struct NamedDelta {
  std::string name;   // in errors: its file
  const Delta* delta = nullptr;
};

// What meets in one tensor.
struct TensorCollision {
  std::string tensor;                  // as in a Hugging Face folder
  std::vector<std::int64_t> changed;   // entries of each delta
  std::int64_t together = 0;           // entries that any of them changes
  std::int64_t shared = 0;             // that two or more change
  std::int64_t opposed = 0;            // of those, that are pushed up and down
  double size = 0;                     // sum of |d_i| over the shared entries
  double cancelled = 0;                // of that, what the sum of the d_i loses: size - sum |sum d_i|
};

}   // namespace lift
