#pragma once
// A half-open byte range [begin, end) within a text. Tensor-free.
#include <cstdint>

namespace lift {

struct ByteSpan {
  std::uint32_t begin = 0, end = 0;

  bool empty() const { return begin == end; }
  bool operator==(const ByteSpan&) const = default;
};

}   // namespace lift
