#include "core/tokenizer/normalizer.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/io/fingerprint.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

using Kind = NormalizerStep::Kind;

int utf8proc_options(Kind kind) {
  const int stable = UTF8PROC_STABLE;
  switch (kind) {
    case Kind::Nfc: return stable | UTF8PROC_COMPOSE;
    case Kind::Nfd: return stable | UTF8PROC_DECOMPOSE;
    case Kind::Nfkc: return stable | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    default: return stable | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
  }
}

// The Unicode form of valid UTF-8; bytes that are none are given back as they are.
std::string unicode_form(std::string_view text, Kind kind) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(utf8proc_options(kind)));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

// Characters before which text may be cut without changing its form: those whose decomposition begins with nothing
// that combines backwards (marks, the vowels and final consonants of Hangul).
bool may_begin_segment(char32_t code) {
  if (code < 0x300) return true;
  utf8proc_int32_t parts[32];
  int last_class = UTF8PROC_BOUNDCLASS_START;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts, 32,
                              static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &last_class);
  const utf8proc_int32_t first = count > 0 && count <= 32 ? parts[0] : static_cast<utf8proc_int32_t>(code);
  const utf8proc_property_t* property = utf8proc_get_property(first);
  const bool mark = property->category == UTF8PROC_CATEGORY_MN || property->category == UTF8PROC_CATEGORY_MC ||
                    property->category == UTF8PROC_CATEGORY_ME;
  const bool hangul_vowel_or_final = first >= 0x1160 && first <= 0x11FF;
  return property->combining_class == 0 && !mark && !hangul_vowel_or_final;
}

// The end of the segment that begins at `at`: one character and all that combine with it.
std::uint32_t segment_end(std::string_view text, std::uint32_t at) {
  at += utf8_at(text, at).bytes;
  while (at < text.size()) {
    const Utf8Character next = utf8_at(text, at);
    if (!next.valid || may_begin_segment(next.code)) break;
    at += next.bytes;
  }
  return at;
}

void apply_unicode_form(AlignedText& text, Kind kind) {
  const std::string_view old = text.view();
  AlignedText::Rewrite rewrite(text);
  bool changed = false;
  for (std::uint32_t at = 0; at < old.size();) {
    std::uint32_t end = at;
    while (end < old.size() && is_ascii(old[end]) && (end + 1 == old.size() || is_ascii(old[end + 1]))) ++end;
    if (end > at) {
      rewrite.keep(at, end);
      at = end;
      continue;
    }
    end = segment_end(old, at);
    const std::string form = unicode_form(old.substr(at, end - at), kind);
    if (form == old.substr(at, end - at)) rewrite.keep(at, end);
    else rewrite.put(form, at, end), changed = true;
    at = end;
  }
  if (changed) text.replace_with(std::move(rewrite));
}

void apply_prepend(AlignedText& text, const std::string& content) {
  if (text.view().empty()) return;
  AlignedText::Rewrite rewrite(text);
  rewrite.put(content, 0, 0);
  rewrite.keep(0, static_cast<std::uint32_t>(text.view().size()));
  text.replace_with(std::move(rewrite));
}

void apply_replace(AlignedText& text, const NormalizerStep& step) {
  std::vector<ByteSpan> matches;
  step.regex->find_all(text.view(), matches);
  if (matches.empty()) return;
  AlignedText::Rewrite rewrite(text);
  std::uint32_t at = 0;
  for (const ByteSpan match : matches) {
    rewrite.keep(at, match.begin);
    rewrite.put(step.content, match.begin, match.end);
    at = match.end;
  }
  rewrite.keep(at, static_cast<std::uint32_t>(text.view().size()));
  text.replace_with(std::move(rewrite));
}

bool is_white_space(char32_t code) {
  return (code >= 9 && code <= 13) || code == 32 || code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

void apply_strip(AlignedText& text, bool left, bool right) {
  const std::string_view old = text.view();
  std::uint32_t begin = 0, end = static_cast<std::uint32_t>(old.size()), last = 0;
  bool leading = left;
  for (std::uint32_t at = 0; at < old.size();) {
    const Utf8Character character = utf8_at(old, at);
    const bool blank = character.valid && is_white_space(character.code);
    if (blank && leading) begin = at + character.bytes;
    if (!blank) leading = false, last = at + character.bytes;
    at += character.bytes;
  }
  if (right) end = std::max(last, begin);
  if (begin == 0 && end == old.size()) return;
  AlignedText::Rewrite rewrite(text);
  rewrite.keep(begin, end);
  text.replace_with(std::move(rewrite));
}

void apply_lowercase(AlignedText& text) {
  const std::string_view old = text.view();
  AlignedText::Rewrite rewrite(text);
  for (std::uint32_t at = 0; at < old.size();) {
    const Utf8Character character = utf8_at(old, at);
    if (!character.valid) {
      rewrite.keep(at, at + character.bytes);
    } else {
      std::string lower;
      constexpr char32_t capital_i_with_dot = 0x130;   // the one letter whose small form is two characters
      if (character.code == capital_i_with_dot) lower = "i\xCC\x87";
      else append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character.code))));
      rewrite.put(lower, at, at + character.bytes);
    }
    at += character.bytes;
  }
  text.replace_with(std::move(rewrite));
}

// The end of the grapheme that begins at `at`.
std::uint32_t grapheme_end(std::string_view text, std::uint32_t at) {
  utf8proc_int32_t state = 0;
  Utf8Character last = utf8_at(text, at);
  at += last.bytes;
  while (at < text.size()) {
    const Utf8Character next = utf8_at(text, at);
    if (!last.valid || !next.valid ||
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last.code),
                                         static_cast<utf8proc_int32_t>(next.code), &state))
      break;
    at += next.bytes;
    last = next;
  }
  return at;
}

void apply_charsmap(AlignedText& text, const Charsmap& map) {
  constexpr std::uint32_t longest_grapheme = 5;
  const std::string_view old = text.view();
  AlignedText::Rewrite rewrite(text);
  for (std::uint32_t at = 0; at < old.size();) {
    const std::uint32_t end = grapheme_end(old, at);
    const auto whole =
        end - at <= longest_grapheme ? map.replacement(old.substr(at, end - at)) : std::optional<std::string_view>();
    if (whole) {
      rewrite.put(*whole, at, end);
      at = end;
    }
    while (at < end) {
      const std::uint32_t next = at + utf8_at(old, at).bytes;
      if (const auto part = map.replacement(old.substr(at, next - at))) rewrite.put(*part, at, next);
      else rewrite.keep(at, next);
      at = next;
    }
  }
  text.replace_with(std::move(rewrite));
}

bool is_mark(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

// Leaves out combining marks; taking them off their letters is a step of its own (NFD).
void apply_strip_accents(AlignedText& text) {
  const std::string_view old = text.view();
  AlignedText::Rewrite rewrite(text);
  for (std::uint32_t at = 0; at < old.size();) {
    const Utf8Character character = utf8_at(old, at);
    if (!character.valid || !is_mark(static_cast<utf8proc_int32_t>(character.code)))
      rewrite.keep(at, at + character.bytes);
    at += character.bytes;
  }
  text.replace_with(std::move(rewrite));
}

std::string describe(const NormalizerStep& step) {
  switch (step.kind) {
    case Kind::Nfc: return "NFC";
    case Kind::Nfd: return "NFD";
    case Kind::Nfkc: return "NFKC";
    case Kind::Nfkd: return "NFKD";
    case Kind::Prepend: return "prepend " + quote_name(step.content);
    case Kind::Replace: return fmt::format("replace {} by {}", quote_name(step.pattern), quote_name(step.content));
    case Kind::Strip: return fmt::format("strip{}{}", step.strip_left ? " left" : "", step.strip_right ? " right" : "");
    case Kind::Lowercase: return "lowercase";
    case Kind::StripAccents: return "strip accents";
    case Kind::Precompiled: {
      Fingerprinter all;
      all.add(step.charsmap->bytes());
      return "charsmap " + all.finish().hex();
    }
  }
  return {};
}

}   // namespace

NormalizerStep replace_step(Regex regex, std::string pattern, std::string content) {
  NormalizerStep step;
  step.kind = Kind::Replace;
  step.regex = std::move(regex);
  step.pattern = std::move(pattern);
  step.content = std::move(content);
  return step;
}

NormalizerStep prepend_step(std::string content) {
  NormalizerStep step;
  step.kind = Kind::Prepend;
  step.content = std::move(content);
  return step;
}

void Normalizer::apply(AlignedText& text) const {
  for (const NormalizerStep& step : steps_) {
    switch (step.kind) {
      case Kind::Prepend: apply_prepend(text, step.content); break;
      case Kind::Replace: apply_replace(text, step); break;
      case Kind::Strip: apply_strip(text, step.strip_left, step.strip_right); break;
      case Kind::Lowercase: apply_lowercase(text); break;
      case Kind::StripAccents: apply_strip_accents(text); break;
      case Kind::Precompiled: apply_charsmap(text, *step.charsmap); break;
      default: apply_unicode_form(text, step.kind);
    }
  }
}

std::string Normalizer::apply(std::string_view text) const {
  AlignedText aligned(text, 0);
  apply(aligned);
  return std::string(aligned.view());
}

std::string Normalizer::description() const {
  std::string text;
  for (const NormalizerStep& step : steps_) text += (text.empty() ? "" : ", ") + describe(step);
  return text;
}

}   // namespace lift
