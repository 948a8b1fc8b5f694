#pragma once
// What a person reads, kept so that a window can say it in another language: an English pattern and the values in its
// gaps, each of them text or again a Sentence. Made by say() (core/base/say.h), put into words by `text()` in English
// and by ui/look/sentence_words.h in the window's language. Tensor-free.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lift {

class Sentence {
 public:
  // Out of line: every Result carries three of these, and GCC 12 takes fright at so much inlined (free-nonheap-object).
  Sentence();
  ~Sentence();
  Sentence(const Sentence&);
  Sentence(Sentence&&) noexcept;
  Sentence& operator=(const Sentence&);
  Sentence& operator=(Sentence&&) noexcept;
  // What has no translation: names, paths, numbers, the words of the operating system and of other libraries.
  static Sentence verbatim(std::string text);
  // What say() makes. `pattern` outlives every Sentence, as a literal does; none: the values, one after the other.
  static Sentence of(std::string_view pattern, std::vector<Sentence> values);
  // The same with a pattern that nothing else keeps, such as one from a file.
  static Sentence keeping(std::string pattern, std::vector<Sentence> values);

  bool empty() const { return pattern_.empty() && verbatim_.empty() && values_.empty(); }
  std::string text() const;                               // in English
  std::string_view pattern() const { return pattern_; }   // empty: the text is `as_it_is()` or the values in a row
  const std::string& as_it_is() const { return verbatim_; }
  const std::vector<Sentence>& values() const { return values_; }

  bool operator==(const Sentence& other) const;   // whoever keeps the patterns

 private:
  std::string_view pattern_;
  std::shared_ptr<const std::string> kept_pattern_;   // what `pattern_` looks at; none: a literal
  std::vector<Sentence> values_;
  std::string verbatim_;
};

// "a, b, c": `separator` between each two.
Sentence joined(const std::vector<Sentence>& parts, std::string_view separator = ", ");

// Patterns are fmt's: {}, {:.2f} or, in a translation that moves them, {1}; {{ and }} for braces. `values` are
// formatted already, so what follows a colon is passed over. Nothing where a gap has no value, gaps do not close, or
// the text gets longer than `longest` bytes: a pattern from a file may name one value a thousand times.
std::optional<std::string> fill(std::string_view pattern, const std::vector<std::string>& values,
                                std::size_t longest = std::string::npos);

// The gaps of a pattern by the number of their value, sorted: {0, 1} of "{1} of {0}" and of "{} of {}". Nothing where
// they do not close or mix both kinds.
std::optional<std::vector<std::size_t>> gaps_of(std::string_view pattern);

// The format of one gap alone, "{:.2f}", by its number.
std::string gap_format(std::string_view pattern, std::size_t gap);

}   // namespace lift
