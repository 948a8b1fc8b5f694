#include "core/base/utf8.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

std::string StreamDecoder::push(TokenId id) {
  // The decoder may treat the front of a text in its own way (Llama 2 drops a blank there).
  pending_ += first_ ? tokenizer_->decode(std::span(&id, 1)) : tokenizer_->piece_bytes(id);
  first_ = false;
  const std::size_t certain = pending_.size() - unfinished_utf8_suffix(pending_);
  std::string text = repair_utf8(std::string_view(pending_).substr(0, certain));
  pending_.erase(0, certain);
  return text;
}

std::string StreamDecoder::finish() {
  std::string text = repair_utf8(pending_);
  pending_.clear();
  return text;
}

}   // namespace lift
