#pragma once
// Converts text to token ids and back, for any vocabulary file. Used by data/, generate/, evaluate/.
// Tensor-free. Thread: const calls from any thread.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/fingerprint.h"

namespace lift {

using TokenId = std::int32_t;

struct Token {
  TokenId id = 0;
  std::uint32_t begin = 0, end = 0;   // the input bytes that it stands for; equal for tokens that were added
};

struct EncodeOptions {
  bool add_special = false;    // add what the post-processor adds: <s> in front for Llama 2, nothing for SmolLM2
  bool parse_special = true;   // "<|im_end|>" in the text becomes its token; false: it is plain text
  // The text will be continued: add_special omits what goes after a text (an end token), not what goes in front.
  bool continued = false;
};

struct SpecialTokens {
  std::optional<TokenId> bos, eos, pad, unknown;
  std::vector<TokenId> end_of_generation;   // all ids that end an answer (eos, end of turn)
};

class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  virtual std::vector<Token> encode(std::string_view text, const EncodeOptions& options = {}) const = 0;
  // The text of the ids, joined by the rules of the file's decoder; skip_special omits special tokens.
  virtual std::string decode(std::span<const TokenId> ids, bool skip_special = false) const = 0;
  // The bytes that an id adds in the middle of a text; they may be part of a UTF-8 character.
  virtual std::string piece_bytes(TokenId id) const = 0;
  // The id of the vocabulary entry or added token that is exactly `piece`.
  virtual std::optional<TokenId> id_of(std::string_view piece) const = 0;
  virtual bool is_special(TokenId id) const = 0;

  virtual std::int32_t vocabulary_size() const = 0;   // added tokens included
  virtual const SpecialTokens& special_tokens() const = 0;
  virtual Sentence description() const = 0;                   // "byte-level BPE, 49,152 tokens, pre-tokeniser smollm"
  virtual const std::vector<Sentence>& notices() const = 0;   // parts of the files that are unused or contradictory
  virtual Fingerprint fingerprint() const = 0;                // of vocabulary, merges and rules, not of the files
};

// The ids of a prompt to be continued, without the tokenizer's end token after it. Generation, evaluation, samples and
// probes all use this function.
std::vector<TokenId> prompt_ids(const Tokenizer& tokenizer, std::string_view prompt, EncodeOptions options);

// Decodes ids one at a time and never splits a UTF-8 character.
class StreamDecoder {
 public:
  explicit StreamDecoder(const Tokenizer& tokenizer) : tokenizer_(&tokenizer) {}
  std::string push(TokenId id);   // the text that later ids can't change
  std::string finish();           // the rest; incomplete characters become U+FFFD

 private:
  const Tokenizer* tokenizer_;
  std::string pending_;
  bool first_ = true;
};

// `model`: a GGUF file, or a folder with tokenizer.json (or tokenizer.model) and its side files
// (tokenizer_config.json, special_tokens_map.json, added_tokens.json, config.json, generation_config.json). The ids are
// those of transformers 5 for a folder and of llama.cpp for a GGUF file; notices() reports any difference.
Result<std::unique_ptr<Tokenizer>> load_tokenizer(const std::filesystem::path& model);

// The chat template stored with the model (GGUF key, tokenizer_config.json, chat_template.jinja); std::nullopt: none.
Result<std::optional<std::string>> load_chat_template(const std::filesystem::path& model);

}   // namespace lift
