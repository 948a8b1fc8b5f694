#pragma once
// Splits text into words, the units within which tokens are formed (tokenizer.json "pre_tokenizer", GGUF
// tokenizer.ggml.pre). Tensor-free. Thread: const calls from any thread.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/aligned_text.h"
#include "core/tokenizer/regex.h"

namespace lift {

struct PretokenizerStep {
  enum class Kind { Split, Digits, ByteLevel, Metaspace, Whole } kind = Kind::Split;
  // What Split does with its matches.
  enum class Behaviour { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };
  enum class Prepend { Never, First, Always };

  std::string pattern;          // Split: as in the file
  std::optional<Regex> regex;   // Split and Digits; ByteLevel if it uses one
  Behaviour behaviour = Behaviour::Isolated;
  bool invert = false;                              // Split: swaps the roles of matches and the text between them
  bool add_prefix_space = false;                    // ByteLevel
  std::string replacement = "\xE2\x96\x81";         // Metaspace: replaces each space
  Prepend prepend = Prepend::Always;                // Metaspace
  bool split = true;                                // Metaspace: split before every replacement
  std::shared_ptr<const AddedTokenMatcher> whole;   // Whole: texts that are a word each; `pattern`: all of them
};

class Pretokenizer {
 public:
  Pretokenizer() = default;
  explicit Pretokenizer(std::vector<PretokenizerStep> steps) : steps_(std::move(steps)) {}

  // The words in order, as byte ranges of text.view(); the steps may rewrite `text`.
  std::vector<ByteSpan> split(AlignedText& text) const;
  std::string description() const;   // stable, since the tokenizer's fingerprint includes it
  const std::vector<PretokenizerStep>& steps() const { return steps_; }

 private:
  std::vector<PretokenizerStep> steps_;
};

PretokenizerStep split_step(Regex regex, std::string pattern,
                            PretokenizerStep::Behaviour behaviour = PretokenizerStep::Behaviour::Isolated);
// `texts`: where several match, the longest one counts.
PretokenizerStep whole_step(const std::vector<std::string>& texts);
Result<PretokenizerStep> digits_step(bool individual);
Result<PretokenizerStep> byte_level_step(bool add_prefix_space, bool use_regex);

// The pre-tokeniser that a value of tokenizer.ggml.pre stands for. Errors: Unsupported, with the supported names.
struct GgufPretokenizer {
  Pretokenizer pretokenizer;
  bool ignore_merges = false;
  bool add_bos = false;       // unless the file has its own setting
  bool raw_text = false;      // pieces are text with U+2581 for a space, not byte-level (Gemma 4)
  bool own_pattern = false;   // the pattern is the original model's, which llama.cpp only approximates
};
Result<GgufPretokenizer> gguf_pretokenizer(std::string_view name, const std::string& subject);
// One name for each that there is.
std::vector<std::string_view> gguf_pretokenizer_names();

}   // namespace lift
