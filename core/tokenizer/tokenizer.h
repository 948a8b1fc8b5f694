#pragma once
// Text to token ids and back, whatever file the vocabulary came from. Used by data/, generate/, evaluate/.
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
  std::uint32_t begin = 0, end = 0;   // bytes of the input text it stands for; equal for added specials
};

struct EncodeOptions {
  bool add_special = false;    // what the file's post-processor adds: <s> in front for Llama 2, nothing for SmolLM2
  bool parse_special = true;   // "<|im_end|>" in the text becomes its token; false: plain characters
  // The text goes on, so what the file puts behind a text (an end token) stays away; what it puts in front stays.
  bool continued = false;
};

struct SpecialTokens {
  std::optional<TokenId> bos, eos, pad, unknown;
  std::vector<TokenId> end_of_generation;   // every id that ends an answer (eos, end-of-turn)
};

class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  virtual std::vector<Token> encode(std::string_view text, const EncodeOptions& options = {}) const = 0;
  // The bytes of the ids, joined as the file's decoder says; skip_special leaves special tokens out.
  virtual std::string decode(std::span<const TokenId> ids, bool skip_special = false) const = 0;
  // The bytes one id adds in the middle of a text (may be part of a UTF-8 character).
  virtual std::string piece_bytes(TokenId id) const = 0;
  // The id whose vocabulary entry or added token is exactly `piece`.
  virtual std::optional<TokenId> id_of(std::string_view piece) const = 0;
  virtual bool is_special(TokenId id) const = 0;

  virtual std::int32_t vocabulary_size() const = 0;   // including added tokens
  virtual const SpecialTokens& special_tokens() const = 0;
  virtual Sentence description() const = 0;                   // "byte-level BPE, 49,152 tokens, pre-tokeniser smollm"
  virtual const std::vector<Sentence>& notices() const = 0;   // what of the files is not used, or where they disagree
  virtual Fingerprint fingerprint() const = 0;                // of the vocabulary, merges and rules, not of the file
};

// The ids of a prompt that the model is to continue: generation, evaluation, samples and probes build them here alone,
// so that no end token of the tokenizer stands between a prompt and its answer.
std::vector<TokenId> prompt_ids(const Tokenizer& tokenizer, std::string_view prompt, EncodeOptions options);

// Decodes a growing list of ids without ever cutting a UTF-8 character.
class StreamDecoder {
 public:
  explicit StreamDecoder(const Tokenizer& tokenizer) : tokenizer_(&tokenizer) {}
  std::string push(TokenId id);   // the text that became certain
  std::string finish();           // what is left; broken bytes become U+FFFD

 private:
  const Tokenizer* tokenizer_;
  std::string pending_;
  bool first_ = true;
};

// `model`: a GGUF file, or a folder with tokenizer.json (or tokenizer.model) and its side files
// (tokenizer_config.json, special_tokens_map.json, added_tokens.json, config.json, generation_config.json). A folder's
// ids are those of transformers 5 and a GGUF file's those of llama.cpp; where they are not, notices() says so.
Result<std::unique_ptr<Tokenizer>> load_tokenizer(const std::filesystem::path& model);

// The chat template stored with the model, if any (GGUF key, tokenizer_config.json, chat_template.jinja).
Result<std::optional<std::string>> load_chat_template(const std::filesystem::path& model);

}   // namespace lift
