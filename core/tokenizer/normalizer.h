#pragma once
// Changes that a tokenizer file makes to text before it is split: Unicode forms, prefixes, replacements (tokenizer.json
// "normalizer"). Each byte keeps its input range. Tensor-free. Thread: const calls from any thread.
#include <optional>
#include <string>
#include <vector>

#include "core/tokenizer/aligned_text.h"
#include "core/tokenizer/charsmap.h"
#include "core/tokenizer/regex.h"

namespace lift {

struct NormalizerStep {
  enum class Kind {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
    Prepend,
    Replace,
    Strip,
    Lowercase,
    StripAccents,
    Precompiled
  } kind = Kind::Nfc;
  std::string pattern;   // Replace: as in the file
  std::string content;   // Prepend, Replace
  bool strip_left = false, strip_right = false;
  std::optional<Regex> regex;         // Replace: the compiled pattern
  std::optional<Charsmap> charsmap;   // Precompiled
};

NormalizerStep replace_step(Regex regex, std::string pattern, std::string content);
NormalizerStep prepend_step(std::string content);

class Normalizer {
 public:
  Normalizer() = default;
  explicit Normalizer(std::vector<NormalizerStep> steps) : steps_(std::move(steps)) {}

  bool changes_nothing() const { return steps_.empty(); }
  const std::vector<NormalizerStep>& steps() const { return steps_; }
  void apply(AlignedText& text) const;
  std::string apply(std::string_view text) const;
  std::string description() const;   // "NFC, replace \" \"", ...; stable, since the tokenizer's fingerprint includes it

 private:
  std::vector<NormalizerStep> steps_;
};

}   // namespace lift
