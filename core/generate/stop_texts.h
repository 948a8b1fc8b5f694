#pragma once
// Finds the texts that end an answer in a stream of pieces, and holds back what may still become one.
// Used by text_generator. Tensor-free. Private to core/generate.
#include <string>
#include <string_view>
#include <vector>

namespace lift {

class StopTexts {
 public:
  explicit StopTexts(std::vector<std::string> texts) : texts_(std::move(texts)) {}

  // The text that is certainly part of the answer. Once a stop text was found, everything from it on is dropped.
  std::string push(std::string_view piece);
  std::string finish();   // what was held back, when no stop text came
  bool found() const { return found_; }

 private:
  std::vector<std::string> texts_;
  std::string pending_;
  bool found_ = false;
};

}   // namespace lift
