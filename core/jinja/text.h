#pragma once
// A text that records where its bytes came from, through concatenation, trimming, slicing and splitting.
// Tensor-free.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace lift::jinja {

// A byte range and the number of its origin.
struct Mark {
  ByteSpan span;
  std::int32_t from = 0;
};

// Each list is ascending and without overlap.
struct Marks {
  std::vector<Mark> content;      // from: index into the caller's list of marked texts (message fields)
  std::vector<Mark> turns;        // from: index of the message whose loop iteration wrote the bytes
  std::vector<Mark> generation;   // inside {% generation %}; from: index of the loop's message, or -1

  bool empty() const { return content.empty() && turns.empty() && generation.empty(); }
};

struct Text {
  std::string bytes;
  Marks marks = {};

  void append(const Text& other);
  void append(std::string_view other) { bytes += other; }
  Text part(std::size_t begin, std::size_t end) const;
  // `new_bytes`, marked as a whole by each kind of mark that covers this text as a whole.
  Text rewritten(std::string new_bytes) const;
};

// Appends a mark for [begin, end), which must follow all marks in the list.
void add_mark(std::vector<Mark>& marks, std::size_t begin, std::size_t end, std::int32_t from);

}   // namespace lift::jinja
