#include "core/base/seed.h"

#include <cmath>
#include <numbers>

namespace lift {

namespace {

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

}   // namespace

std::uint64_t stream_seed(std::uint64_t run_seed, std::string_view stream, std::uint64_t index) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (unsigned char c : stream) hash = (hash ^ c) * 0x100000001b3ull;
  return mix(mix(run_seed + 0x9e3779b97f4a7c15ull) ^ hash ^ mix(index + 0x2545f4914f6cdd1dull));
}

std::uint64_t RandomStream::next() { return mix(state_ += 0x9e3779b97f4a7c15ull); }

double RandomStream::uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

std::uint64_t RandomStream::below(std::uint64_t limit) {
  const std::uint64_t threshold = (0 - limit) % limit;
  for (;;) {
    const std::uint64_t value = next();
    if (value >= threshold) return value % limit;
  }
}

double RandomStream::normal() {
  const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}   // namespace lift
