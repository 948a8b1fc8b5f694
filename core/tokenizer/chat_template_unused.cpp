// What of a conversation a template does not write: a person must hear of it, since nothing of it is learned.
#include <algorithm>
#include <map>
#include <string_view>

#include "core/tokenizer/chat_template_answers.h"

namespace lift {

namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// "<think>" or "[THINK]" alone: a template that takes a text apart writes its own.
bool is_tag(std::string_view text) {
  constexpr std::size_t longest_tag = 40;
  if (text.size() < 3 || text.size() > longest_tag || std::ranges::any_of(text, is_blank)) return false;
  const char end = text.front() == '<' ? '>' : text.front() == '[' ? ']' : ' ';
  return text.find(end) == text.size() - 1;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The pieces of a text that the rendered one shows, in order, and how the rest of it is looked at.
class Coverage {
 public:
  explicit Coverage(std::string_view whole) : whole_(whole) {}

  // A piece that was found; pieces come in the order of the rendered text.
  void add(std::string_view piece) {
    any_ |= !trimmed(piece).empty();
    const std::size_t at = whole_.find(piece, next_);
    if (at == std::string_view::npos) {
      changed_ = true;   // rewritten on its way: by replace, upper, tojson, ...
      return;
    }
    look_at(whole_.substr(next_, at - next_));
    next_ = at + piece.size();
  }
  void finish() { look_at(whole_.substr(std::min(next_, whole_.size()))); }

  bool any() const { return any_; }
  bool lacks_text() const { return lacks_ && !changed_; }

 private:
  void look_at(std::string_view gap) {
    const std::string_view words = trimmed(gap);
    lacks_ |= !words.empty() && !is_tag(words);
  }

  std::string_view whole_;
  std::size_t next_ = 0;
  bool any_ = false, lacks_ = false, changed_ = false;
};

bool is_reading(const std::string& field) {
  return field == "content" || field == "reasoning_content" || field == "thinking" || field == "reasoning";
}

void add_once(std::vector<UnusedText>& all, UnusedText found) {
  const auto same = [&](const UnusedText& other) {
    return other.message == found.message && other.field == found.field;
  };
  const auto known = std::ranges::find_if(all, same);
  if (known == all.end()) all.push_back(std::move(found));
  else known->partly |= found.partly;
}

}   // namespace

std::vector<UnusedText> unused_texts(const RenderedTurns& turns,
                                     const std::function<bool(const std::string&)>& mentions) {
  std::vector<Coverage> coverage;
  for (const MarkedText& text : turns.texts) coverage.emplace_back(text.bytes);
  for (const jinja::Mark& mark : turns.text.marks.content)
    coverage[static_cast<std::size_t>(mark.from)].add(
        std::string_view(turns.text.bytes).substr(mark.span.begin, mark.span.end - mark.span.begin));
  std::map<std::pair<std::size_t, std::string>, bool> shown;   // whether any text of a field is there
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    coverage[i].finish();
    shown[{turns.texts[i].message, turns.texts[i].field}] |= coverage[i].any();
  }
  std::vector<UnusedText> found;
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    const MarkedText& text = turns.texts[i];
    const bool any = shown[{text.message, text.field}];
    if (is_reading(text.field) ? coverage[i].lacks_text() : !any && !mentions(text.field))
      add_once(found, {text.message, text.field, any});
  }
  return found;
}

}   // namespace lift
