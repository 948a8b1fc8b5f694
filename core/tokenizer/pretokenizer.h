#pragma once
// Cuts text into the words inside which BPE may merge (tokenizer.json "pre_tokenizer", GGUF tokenizer.ggml.pre).
// Tensor-free. Thread: const calls from any thread.
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
  // What happens to the matches of a Split.
  enum class Behaviour { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };
  enum class Prepend { Never, First, Always };

  std::string pattern;          // Split: as written in the file
  std::optional<Regex> regex;   // Split, Digits and ByteLevel with a pattern of its own
  Behaviour behaviour = Behaviour::Isolated;
  bool invert = false;                              // Split: the text between matches takes their part
  bool add_prefix_space = false;                    // ByteLevel
  std::string replacement = "\xE2\x96\x81";         // Metaspace: what stands for a blank
  Prepend prepend = Prepend::Always;                // Metaspace
  bool split = true;                                // Metaspace: cut before every replacement
  std::shared_ptr<const AddedTokenMatcher> whole;   // Whole: texts that are words by themselves; `pattern`: all of them
};

class Pretokenizer {
 public:
  Pretokenizer() = default;
  explicit Pretokenizer(std::vector<PretokenizerStep> steps) : steps_(std::move(steps)) {}

  // The words in order, as ranges of text.view(), which is rewritten where the steps ask for it.
  std::vector<ByteSpan> split(AlignedText& text) const;
  std::string description() const;   // stable: part of the tokenizer's fingerprint
  const std::vector<PretokenizerStep>& steps() const { return steps_; }

 private:
  std::vector<PretokenizerStep> steps_;
};

PretokenizerStep split_step(Regex regex, std::string pattern,
                            PretokenizerStep::Behaviour behaviour = PretokenizerStep::Behaviour::Isolated);
// `texts`: the longest one at a place counts.
PretokenizerStep whole_step(const std::vector<std::string>& texts);
Result<PretokenizerStep> digits_step(bool individual);
Result<PretokenizerStep> byte_level_step(bool add_prefix_space, bool use_regex);

// The steps that a GGUF file means by tokenizer.ggml.pre. Errors: Unsupported, with the names that are known.
struct GgufPretokenizer {
  Pretokenizer pretokenizer;
  bool ignore_merges = false;
  bool add_bos = false;       // unless the file says otherwise
  bool raw_text = false;      // pieces are text with U+2581 for a blank, not byte-level (Gemma 4)
  bool own_pattern = false;   // the model's own pattern, which llama.cpp approximates
};
Result<GgufPretokenizer> gguf_pretokenizer(std::string_view name, const std::string& subject);

}   // namespace lift
