#pragma once
// SHA-256 (by OpenSSL), which identifies base tensors, tokenizers, templates, data files and deltas by content.
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

struct Fingerprint {
  std::array<std::byte, 32> bytes{};
  std::string hex() const;   // 64 lower-case digits
  bool operator==(const Fingerprint&) const = default;
};
Result<Fingerprint> parse_fingerprint(std::string_view hex);

class Fingerprinter {   // computes it piece by piece: add() as often as needed, finish() once
 public:
  Fingerprinter();
  ~Fingerprinter();
  Fingerprinter(const Fingerprinter&) = delete;
  Fingerprinter& operator=(const Fingerprinter&) = delete;
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);
  Fingerprint finish();

 private:
  void* context_;
};

Fingerprint fingerprint_of(std::span<const std::byte> bytes);
Fingerprint fingerprint_of(std::string_view text);

}   // namespace lift
