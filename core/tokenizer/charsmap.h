#pragma once
// SentencePiece's compiled normalisation ("precompiled_charsmap": a double-array trie of the texts to replace, then the
// replacements), applied as huggingface/tokenizers' Precompiled does: a grapheme of at most five bytes is replaced by
// the shortest entry that it begins with; otherwise its characters are, one by one. Used by normalizer. Tensor-free.
// Thread: const calls from any thread. Private to core/tokenizer.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace lift {

class Charsmap {
 public:
  // Errors: Malformed when the sizes in the data don't match its length.
  static Result<Charsmap> read(std::string_view bytes, const std::string& subject);
  static Result<Charsmap> read_base64(std::string_view text, const std::string& subject);

  // The replacement for the beginning of `text`; std::nullopt: no entry matches.
  std::optional<std::string_view> replacement(std::string_view text) const;
  const std::string& bytes() const { return bytes_; }   // for fingerprints

 private:
  std::string bytes_, replacements_;
  std::vector<std::uint32_t> units_;
};

}   // namespace lift
