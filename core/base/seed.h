#pragma once
// Random streams that give the same numbers on every machine and standard library. Their state is one integer.
// Used for the data order, sampling, random masks and randomised spectra.
#include <cstdint>
#include <string_view>

namespace lift {

// A 64-bit hash of a run's seed, the name of a stream and an index, so that the streams of one run differ.
std::uint64_t stream_seed(std::uint64_t run_seed, std::string_view stream, std::uint64_t index = 0);

// Counter-based generator (SplitMix64). `state` is all its state: a copy continues with the same numbers.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed = 0) : state_(seed) {}

  std::uint64_t next();
  double uniform();                           // in [0, 1), 53 bits
  std::uint64_t below(std::uint64_t limit);   // uniform in [0, limit), without modulo bias; limit > 0
  double normal();                            // standard normal distribution

  std::uint64_t state() const { return state_; }
  void set_state(std::uint64_t state) { state_ = state; }

 private:
  std::uint64_t state_;
};

}   // namespace lift
