#include "core/tokenizer/pretokenizer.h"

#include <functional>

#include <fmt/format.h>

#include "core/io/quote_name.h"

namespace lift {

namespace {

using Kind = PretokenizerStep::Kind;
using Behaviour = PretokenizerStep::Behaviour;
using Prepend = PretokenizerStep::Prepend;
using Pieces = std::vector<ByteSpan>;

constexpr std::string_view kGpt2Pattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

struct Stretch {
  ByteSpan span;
  bool match = false;
};

// Matches and the text between them, in order, covering [0, size).
std::vector<Stretch> stretches(const Pieces& matches, std::uint32_t size, bool invert) {
  std::vector<Stretch> all;
  std::uint32_t at = 0;
  for (const ByteSpan match : matches) {
    if (match.begin > at) all.push_back({{at, match.begin}, invert});
    all.push_back({match, !invert});
    at = match.end;
  }
  if (at < size) all.push_back({{at, size}, invert});
  return all;
}

void append(Pieces& out, ByteSpan span, std::uint32_t base) {
  if (!span.empty()) out.push_back({base + span.begin, base + span.end});
}

// A match joins the stretch before it, unless that was a match too.
void merge_with_previous(const std::vector<Stretch>& all, std::uint32_t base, Pieces& out) {
  bool previous_match = false, any = false;
  for (const Stretch& stretch : all) {
    if (stretch.match && !previous_match && any) out.back().end = base + stretch.span.end;
    else append(out, stretch.span, base);
    previous_match = stretch.match;
    any = true;
  }
}

// A match joins the stretch after it, unless that is a match too.
void merge_with_next(const std::vector<Stretch>& all, std::uint32_t base, Pieces& out) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    ByteSpan span = all[i].span;
    if (all[i].match && i + 1 < all.size() && !all[i + 1].match) span.end = all[++i].span.end;
    append(out, span, base);
  }
}

void merge_contiguous(const std::vector<Stretch>& all, std::uint32_t base, Pieces& out) {
  for (std::size_t i = 0; i < all.size();) {
    ByteSpan span = all[i].span;
    const bool match = all[i].match;
    while (++i < all.size() && all[i].match == match) span.end = all[i].span.end;
    append(out, span, base);
  }
}

void cut(const std::vector<Stretch>& all, Behaviour behaviour, std::uint32_t base, Pieces& out) {
  switch (behaviour) {
    case Behaviour::MergedWithPrevious: return merge_with_previous(all, base, out);
    case Behaviour::MergedWithNext: return merge_with_next(all, base, out);
    case Behaviour::Contiguous: return merge_contiguous(all, base, out);
    case Behaviour::Removed:
    case Behaviour::Isolated:
      for (const Stretch& stretch : all)
        if (behaviour == Behaviour::Isolated || !stretch.match) append(out, stretch.span, base);
  }
}

Pieces split_pieces(std::string_view text, const Pieces& pieces, const Regex& regex, Behaviour behaviour, bool invert) {
  Pieces out, matches;
  out.reserve(pieces.size() * 2);
  for (const ByteSpan piece : pieces) {
    const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
    matches.clear();
    regex.find_all(word, matches, true);
    cut(stretches(matches, static_cast<std::uint32_t>(word.size()), invert), behaviour, piece.begin, out);
  }
  return out;
}

// Rebuilds the text piece by piece; `write` puts the new form of one piece into the rewrite.
Pieces rewrite_pieces(AlignedText& text, const Pieces& pieces,
                      const std::function<void(AlignedText::Rewrite&, ByteSpan)>& write) {
  AlignedText::Rewrite rewrite(text);
  Pieces out;
  for (const ByteSpan piece : pieces) {
    const std::uint32_t begin = rewrite.size();
    write(rewrite, piece);
    if (rewrite.size() > begin) out.push_back({begin, rewrite.size()});
  }
  text.replace_with(std::move(rewrite));
  return out;
}

Pieces apply_byte_level(AlignedText& text, Pieces pieces, const PretokenizerStep& step) {
  if (step.add_prefix_space) {
    pieces = rewrite_pieces(text, pieces, [&](AlignedText::Rewrite& rewrite, ByteSpan piece) {
      if (text.view()[piece.begin] != ' ') rewrite.put(" ", piece.begin, piece.begin);
      rewrite.keep(piece.begin, piece.end);
    });
  }
  if (!step.regex) return pieces;
  return split_pieces(text.view(), pieces, *step.regex, Behaviour::Isolated, false);
}

bool wants_prefix(const AlignedText& text, ByteSpan piece, const PretokenizerStep& step) {
  const std::string_view word = text.view().substr(piece.begin, piece.end - piece.begin);
  if (step.prepend == Prepend::Never || word.starts_with(step.replacement) || word.starts_with(' ')) return false;
  return step.prepend == Prepend::Always || text.source_of(piece.begin, piece.end).begin == 0;
}

Pieces apply_metaspace(AlignedText& text, const Pieces& pieces, const PretokenizerStep& step) {
  Pieces written = rewrite_pieces(text, pieces, [&](AlignedText::Rewrite& rewrite, ByteSpan piece) {
    if (wants_prefix(text, piece, step)) rewrite.put(step.replacement, piece.begin, piece.begin);
    std::uint32_t kept = piece.begin;
    for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
      if (text.view()[at] != ' ') continue;
      rewrite.keep(kept, at);
      rewrite.put(step.replacement, at, at + 1);
      kept = at + 1;
    }
    rewrite.keep(kept, piece.end);
  });
  if (!step.split) return written;
  return split_pieces(text.view(), written, Regex::literal(step.replacement), Behaviour::MergedWithNext, false);
}

Pieces apply_whole(std::string_view text, const Pieces& pieces, const AddedTokenMatcher& matcher) {
  Pieces out;
  for (const ByteSpan piece : pieces)
    for (const AddedTokenMatch& part : matcher.split(text.substr(piece.begin, piece.end - piece.begin), true))
      append(out, part.span, piece.begin);
  return out;
}

std::string describe(const PretokenizerStep& step) {
  constexpr std::string_view behaviours[] = {"removed", "isolated", "merged with previous", "merged with next",
                                             "contiguous"};
  constexpr std::string_view prepends[] = {"never", "first", "always"};
  switch (step.kind) {
    case Kind::Split:
      return fmt::format("split {} {}{}", quote_name(step.pattern, 1000),
                         behaviours[static_cast<std::size_t>(step.behaviour)], step.invert ? " inverted" : "");
    case Kind::Digits: return step.behaviour == Behaviour::Isolated ? "single digits" : "runs of digits";
    case Kind::ByteLevel:
      return fmt::format("bytes{}{}", step.add_prefix_space ? " after a blank" : "", step.regex ? " of words" : "");
    case Kind::Metaspace:
      return fmt::format("metaspace {} {}{}", quote_name(step.replacement),
                         prepends[static_cast<std::size_t>(step.prepend)], step.split ? " split" : "");
    case Kind::Whole: return "whole " + step.pattern;
  }
  return {};
}

}   // namespace

std::vector<ByteSpan> Pretokenizer::split(AlignedText& text) const {
  Pieces pieces;
  if (!text.view().empty()) pieces.push_back({0, static_cast<std::uint32_t>(text.view().size())});
  for (const PretokenizerStep& step : steps_) {
    switch (step.kind) {
      case Kind::Split:
      case Kind::Digits: pieces = split_pieces(text.view(), pieces, *step.regex, step.behaviour, step.invert); break;
      case Kind::ByteLevel: pieces = apply_byte_level(text, std::move(pieces), step); break;
      case Kind::Metaspace: pieces = apply_metaspace(text, pieces, step); break;
      case Kind::Whole: pieces = apply_whole(text.view(), pieces, *step.whole); break;
    }
  }
  return pieces;
}

std::string Pretokenizer::description() const {
  std::string text;
  for (const PretokenizerStep& step : steps_) text += (text.empty() ? "" : ", ") + describe(step);
  return text;
}

PretokenizerStep split_step(Regex regex, std::string pattern, Behaviour behaviour) {
  PretokenizerStep step;
  step.kind = Kind::Split;
  step.regex = std::move(regex);
  step.pattern = std::move(pattern);
  step.behaviour = behaviour;
  return step;
}

PretokenizerStep whole_step(const std::vector<std::string>& texts) {
  AddedTokenMatcher matcher;
  PretokenizerStep step;
  step.kind = Kind::Whole;
  for (const std::string& text : texts) {
    matcher.add({static_cast<TokenId>(0), text, false, false, false, false, false}, text);
    step.pattern += fmt::format("{}:{}", text.size(), text);
  }
  step.whole = std::make_shared<const AddedTokenMatcher>(std::move(matcher));
  return step;
}

Result<PretokenizerStep> digits_step(bool individual) {
  LIFT_ASSIGN(Regex regex, Regex::compile(individual ? "\\p{N}" : "\\p{N}+", "digits"));
  PretokenizerStep step = split_step(std::move(regex), {}, individual ? Behaviour::Isolated : Behaviour::Contiguous);
  step.kind = Kind::Digits;
  return step;
}

Result<PretokenizerStep> byte_level_step(bool add_prefix_space, bool use_regex) {
  PretokenizerStep step;
  step.kind = Kind::ByteLevel;
  step.add_prefix_space = add_prefix_space;
  if (use_regex) {
    LIFT_ASSIGN(step.regex, Regex::compile(kGpt2Pattern, "byte-level pattern"));
  }
  return step;
}

}   // namespace lift
