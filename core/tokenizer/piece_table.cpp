#include "core/tokenizer/piece_table.h"

#include <algorithm>

#include <fmt/format.h>

namespace lift {

PieceTable::PieceTable(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {
  ids_.reserve(pieces_.size());
  for (std::size_t id = 0; id < pieces_.size(); ++id) {
    if (pieces_[id].empty()) continue;
    ids_.try_emplace(pieces_[id], static_cast<TokenId>(id));
    longest_ = std::max(longest_, pieces_[id].size());
  }
  for (std::size_t byte = 0; byte < 256; ++byte) byte_tokens_[byte] = find(fmt::format("<0x{:02X}>", byte));
}

}   // namespace lift
