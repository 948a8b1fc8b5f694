#pragma once
// Thrown where a bound on work is met too deep in a loop for a Result: by a tokenizer's pattern that would search a
// text for hours. exception_bridge makes an Error of it. Tensor-free.
#include <exception>
#include <string>
#include <utility>

#include "core/base/sentence.h"

namespace lift {

class LimitExceeded : public std::exception {
 public:
  explicit LimitExceeded(Sentence message) : message_(std::move(message)), text_(message_.text()) {}
  const Sentence& message() const { return message_; }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Sentence message_;
  std::string text_;
};

}   // namespace lift
