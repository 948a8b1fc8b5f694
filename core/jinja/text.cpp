#include "core/jinja/text.h"

#include <algorithm>

namespace lift::jinja {

namespace {

void append_marks(std::vector<Mark>& to, const std::vector<Mark>& more, std::size_t shift) {
  for (const Mark& mark : more) add_mark(to, mark.span.begin + shift, mark.span.end + shift, mark.from);
}

void cut_marks(const std::vector<Mark>& from, std::vector<Mark>& to, std::size_t begin, std::size_t end) {
  for (const Mark& mark : from) {
    const std::size_t first = std::max<std::size_t>(mark.span.begin, begin);
    const std::size_t last = std::min<std::size_t>(mark.span.end, end);
    if (first < last) add_mark(to, first - begin, last - begin, mark.from);
  }
}

void stretch_marks(const std::vector<Mark>& from, std::vector<Mark>& to, std::size_t old_size, std::size_t new_size) {
  const bool covered = from.size() == 1 && from[0].span.begin == 0 && from[0].span.end == old_size;
  if (covered && new_size > 0) add_mark(to, 0, new_size, from[0].from);
}

}   // namespace

void add_mark(std::vector<Mark>& marks, std::size_t begin, std::size_t end, std::int32_t from) {
  if (!marks.empty() && marks.back().from == from && marks.back().span.end == begin) {
    marks.back().span.end = static_cast<std::uint32_t>(end);
    return;
  }
  marks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, from});
}

void Text::append(const Text& other) {
  const std::size_t shift = bytes.size();
  bytes += other.bytes;
  append_marks(marks.content, other.marks.content, shift);
  append_marks(marks.turns, other.marks.turns, shift);
  append_marks(marks.generation, other.marks.generation, shift);
}

Text Text::part(std::size_t begin, std::size_t end) const {
  Text out{bytes.substr(begin, end - begin), {}};
  cut_marks(marks.content, out.marks.content, begin, end);
  cut_marks(marks.turns, out.marks.turns, begin, end);
  cut_marks(marks.generation, out.marks.generation, begin, end);
  return out;
}

Text Text::rewritten(std::string new_bytes) const {
  Text out{std::move(new_bytes), {}};
  stretch_marks(marks.content, out.marks.content, bytes.size(), out.bytes.size());
  stretch_marks(marks.turns, out.marks.turns, bytes.size(), out.bytes.size());
  stretch_marks(marks.generation, out.marks.generation, bytes.size(), out.bytes.size());
  return out;
}

}   // namespace lift::jinja
