#pragma once
// Damages bytes as disks, networks and people do: flips bits, overwrites bytes with significant ones, deletes, repeats
// and truncates, makes numbers huge. The same seed gives the same damage on every machine.
#include <array>
#include <cstdint>
#include <string>

#include "core/base/seed.h"

namespace lift::test {

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::string mutated(std::string bytes) {
    for (std::uint64_t edits = 1 + random_.below(4); edits > 0 && !bytes.empty(); --edits) edit(bytes);
    return bytes;
  }

 private:
  // Half of the edits are in the first kilobyte, which holds the headers.
  std::size_t place(const std::string& bytes) {
    const std::size_t size = random_.below(2) == 0 ? std::min<std::size_t>(bytes.size(), 1024) : bytes.size();
    return random_.below(size);
  }

  void edit(std::string& bytes) {
    const std::size_t at = place(bytes);
    const std::size_t length = std::min<std::size_t>(1 + random_.below(64), bytes.size() - at);
    switch (random_.below(8)) {
      case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_.below(8))); break;
      case 1: bytes[at] = telling_byte(); break;
      case 2: overwrite_number(bytes, at); break;
      case 3: bytes.erase(at, length); break;
      case 4: bytes.insert(at, bytes.substr(at, length)); break;
      case 5: bytes.resize(at); break;
      case 6: bytes.insert(at, "99999999999999999999"); break;
      default: bytes.insert(at, std::string(length, telling_byte()));
    }
  }

  char telling_byte() {
    static constexpr std::string_view bytes("\0\xff\x7f\x80\"{}[],:-0919\n\\e%\xc3\xed\xf4", 24);
    return bytes[random_.below(bytes.size())];
  }

  void overwrite_number(std::string& bytes, std::size_t at) {
    static constexpr std::array<std::uint64_t, 8> numbers{
        0, 1, 0x7fffffff, 0xffffffff, 0x100000000, ~std::uint64_t{0}, 1ull << 63, 1ull << 40};
    const std::uint64_t number = numbers[random_.below(numbers.size())];
    for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) bytes[at + i] = static_cast<char>(number >> (8 * i));
  }

  RandomStream random_;
};

}   // namespace lift::test
