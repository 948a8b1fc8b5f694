#pragma once
// Finds where a JSON value ends without parsing it, by brackets and quotes alone: an odd value (a number over 64 bits,
// NaN, half a surrogate) in a column that nobody uses is no error. Tensor-free. Thread: one at a
// time per object. Private to core/data.
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/sentence.h"

namespace lift {

class JsonSkipper {
 public:
  explicit JsonSkipper(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  void blanks();
  // Moves past blanks and the next character when that is `c`; else false.
  bool take(char c);
  // Moves past the text that begins here; false when it is not closed on its line.
  bool text();
  // Moves past the value that begins here; false when there is none or it does not end: problem() says why.
  bool value();
  const Sentence& problem() const { return problem_; }

 private:
  bool containers();
  bool word();
  bool stop(Sentence problem);

  std::string_view text_;
  std::size_t at_;
  std::string open_;   // the closing brackets that are still to come
  Sentence problem_;
};

}   // namespace lift
