#pragma once
// Finds stop texts in an answer that arrives in pieces, and holds back text that may be the beginning of one.
// Used by text_generator. Tensor-free. Private to core/generate.
#include <string>
#include <string_view>
#include <vector>

namespace lift {

class StopTexts {
 public:
  explicit StopTexts(std::vector<std::string> texts) : texts_(std::move(texts)) {}

  // Adds a piece; returns the text that is now certain to belong to the answer. Drops everything from a stop text on.
  std::string push(std::string_view piece);
  std::string finish();   // the text held back, if no stop text was found
  bool found() const { return found_; }

 private:
  std::vector<std::string> texts_;
  std::string pending_;
  bool found_ = false;
};

}   // namespace lift
