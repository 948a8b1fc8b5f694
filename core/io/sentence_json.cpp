#include "core/io/sentence_json.h"

#include <nlohmann/json.hpp>

namespace lift {

namespace {

using nlohmann::json;

constexpr int kDeepest = 6;   // a line of a run's log holds eight levels at most
constexpr std::size_t kMostParts = 1000, kLongestPattern = 4 << 10, kLongestText = 64 << 10;

json nested(const Sentence& sentence) {
  if (sentence.pattern().empty() && sentence.values().empty()) return sentence.as_it_is();
  json parts = json::array({std::string(sentence.pattern())});
  for (const Sentence& value : sentence.values()) parts.push_back(nested(value));
  return parts;
}

// Nothing it builds is longer than the text that the whole is to say.
class PartsReader {
 public:
  explicit PartsReader(std::size_t longest) : longest_(longest) {}

  struct Part {
    Sentence sentence;
    std::string text;
  };

  std::optional<Part> read(const json& part, int depth = 0) {
    if (++parts_ > kMostParts) return std::nullopt;
    if (part.is_string()) return verbatim(part.get_ref<const std::string&>());
    if (depth == kDeepest || !part.is_array() || part.empty() || !part[0].is_string()) return std::nullopt;
    const auto& pattern = part[0].get_ref<const std::string&>();
    if (pattern.size() > kLongestPattern) return std::nullopt;
    std::vector<Sentence> values;
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < part.size(); ++i) {
      auto value = read(part[i], depth + 1);
      if (!value) return std::nullopt;
      values.push_back(std::move(value->sentence));
      texts.push_back(std::move(value->text));
    }
    auto text = pattern.empty() ? in_a_row(texts) : fill(pattern, texts, longest_);
    if (!text) return std::nullopt;
    return Part{Sentence::keeping(pattern, std::move(values)), std::move(*text)};
  }

 private:
  std::optional<Part> verbatim(const std::string& text) const {
    if (text.size() > longest_) return std::nullopt;
    return Part{Sentence::verbatim(text), text};
  }
  std::optional<std::string> in_a_row(const std::vector<std::string>& texts) const {
    std::string row;
    for (const std::string& text : texts) {
      if (text.size() > longest_ - row.size()) return std::nullopt;
      row += text;
    }
    return row;
  }

  std::size_t longest_, parts_ = 0;
};

}   // namespace

std::optional<json> parts_of(const Sentence& sentence) {
  json parts = nested(sentence);
  if (parts.is_string()) return std::nullopt;
  const std::string text = sentence.text();
  if (text.size() > kLongestText || !PartsReader(text.size()).read(parts)) return std::nullopt;
  return parts;
}

Sentence sentence_of_parts(const json* parts, std::string text) {
  if (parts && text.size() <= kLongestText)
    if (auto read = PartsReader(text.size()).read(*parts); read && read->text == text) return std::move(read->sentence);
  return Sentence::verbatim(std::move(text));
}

}   // namespace lift
