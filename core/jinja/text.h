#pragma once
// A text that remembers where its bytes came from, through concatenation, trimming, slicing and splitting.
// Tensor-free.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace lift::jinja {

// Bytes and the number of where they are from.
struct Mark {
  ByteSpan span;
  std::int32_t from = 0;
};

// Ascending, without overlap within one list.
struct Marks {
  std::vector<Mark> content;      // from: index of the caller's marked texts (of a message's field)
  std::vector<Mark> turns;        // from: the message whose turn of the template's loop wrote the bytes
  std::vector<Mark> generation;   // inside {% generation %}; from: the message of the turn, or -1

  bool empty() const { return content.empty() && turns.empty() && generation.empty(); }
};

struct Text {
  std::string bytes;
  Marks marks = {};

  void append(const Text& other);
  void append(std::string_view other) { bytes += other; }
  Text part(std::size_t begin, std::size_t end) const;
  // The same provenance for a text made of all of this one, where every byte had one.
  Text rewritten(std::string new_bytes) const;
};

// Marks [begin, end), behind all marks that are there.
void add_mark(std::vector<Mark>& marks, std::size_t begin, std::size_t end, std::int32_t from);

}   // namespace lift::jinja
