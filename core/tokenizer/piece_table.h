#pragma once
// Looks up a vocabulary's pieces by text, and its tokens <0x00> .. <0xFF> by byte. Used by the word models.
// Tensor-free. Private to core/tokenizer.
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/tokenizer/tokenizer.h"

namespace lift {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class PieceTable {
 public:
  explicit PieceTable(std::vector<std::string> pieces);   // by id; empty ones are never found

  std::optional<TokenId> find(std::string_view piece) const {
    const auto found = ids_.find(piece);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<TokenId> byte_token(char byte) const { return byte_tokens_[static_cast<unsigned char>(byte)]; }
  std::size_t longest() const { return longest_; }   // length in bytes of the longest piece

 private:
  std::vector<std::string> pieces_;
  std::unordered_map<std::string_view, TokenId> ids_;   // views into pieces_
  std::array<std::optional<TokenId>, 256> byte_tokens_;
  std::size_t longest_ = 0;
};

}   // namespace lift
