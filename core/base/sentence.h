#pragma once
// A text for the user that can be translated: an English pattern and the values of its placeholders, each of which is
// text or a Sentence again. Made by say() (core/base/say.h); turned into English by `text()` and into the window's
// language by ui/look/sentence_words.h. Tensor-free.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lift {

class Sentence {
 public:
  // Out of line: every Result holds three Sentences, and GCC 12 warns (free-nonheap-object) when all this is inlined.
  Sentence();
  ~Sentence();
  Sentence(const Sentence&);
  Sentence(Sentence&&) noexcept;
  Sentence& operator=(const Sentence&);
  Sentence& operator=(Sentence&&) noexcept;
  // Text that is never translated: names, paths, numbers, messages of the operating system and of other libraries.
  static Sentence verbatim(std::string text);
  // Used by say(). `pattern` must outlive every copy, as a literal does; empty: the values are concatenated.
  static Sentence of(std::string_view pattern, std::vector<Sentence> values);
  // The same, but the Sentence owns the pattern, which may come from a file.
  static Sentence keeping(std::string pattern, std::vector<Sentence> values);

  bool empty() const { return pattern_.empty() && verbatim_.empty() && values_.empty(); }
  std::string text() const;                               // in English
  std::string_view pattern() const { return pattern_; }   // empty: the text is `as_it_is()` or the concatenated values
  const std::string& as_it_is() const { return verbatim_; }
  const std::vector<Sentence>& values() const { return values_; }

  bool operator==(const Sentence& other) const;   // compares patterns by content, not by address

 private:
  std::string_view pattern_;
  std::shared_ptr<const std::string> kept_pattern_;   // owns the characters of `pattern_`; null for a literal
  std::vector<Sentence> values_;
  std::string verbatim_;
};

// "a, b, c": the parts with `separator` between them.
Sentence joined(const std::vector<Sentence>& parts, std::string_view separator = ", ");

// Fills fmt's placeholders: {}, {:.2f} or, where a translation reorders them, {1}; {{ and }} are braces. `values` are
// already formatted, so what follows a colon is ignored. std::nullopt when a placeholder has no value or isn't closed,
// or when the text exceeds `longest` bytes (a pattern from a file may repeat one value a thousand times).
std::optional<std::string> fill(std::string_view pattern, const std::vector<std::string>& values,
                                std::size_t longest = std::string::npos);

// The value numbers that a pattern uses, sorted, once each: {0, 1} for "{1} of {0}" and for "{} of {}". std::nullopt
// when a placeholder isn't closed or numbered and unnumbered ones are mixed.
std::optional<std::vector<std::size_t>> gaps_of(std::string_view pattern);

// The format of the placeholder for value number `gap`, such as "{:.2f}"; "{}" when the pattern has none.
std::string gap_format(std::string_view pattern, std::size_t gap);

}   // namespace lift
