#pragma once
// Random streams that are the same on every machine and standard library, and whose state is plain numbers.
// Used by the data order, sampling, random masks and randomised spectra.
#include <cstdint>
#include <string_view>

namespace lift {

// A 64-bit mix of a run's seed and the name of a stream: streams of one run never share numbers.
std::uint64_t stream_seed(std::uint64_t run_seed, std::string_view stream, std::uint64_t index = 0);

// Counter-based generator (SplitMix64). Its whole state is `state`; copying it forks the stream.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed = 0) : state_(seed) {}

  std::uint64_t next();
  double uniform();                           // in [0, 1), 53 bits
  std::uint64_t below(std::uint64_t limit);   // in [0, limit), without bias; limit > 0
  double normal();                            // mean 0, deviation 1

  std::uint64_t state() const { return state_; }
  void set_state(std::uint64_t state) { state_ = state; }

 private:
  std::uint64_t state_;
};

}   // namespace lift
