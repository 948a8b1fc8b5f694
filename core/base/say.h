#pragma once
// say("expected {} bytes, found {}", n, m): a Sentence, checked while compiling as fmt::format is. Every value is
// formatted by its own gap ({:.2f}), so a translation may move it; a Sentence as a value is translated with it.
// The pattern is a literal in the call: resources/translations/core_sentences.py collects them for the translators.
// Included by sources. Tensor-free.
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/core.h>
#if FMT_VERSION >= 110000   // from then on core.h makes no strings
#include <fmt/format.h>
#endif

#include "core/base/sentence.h"

namespace lift {

// What fmt is told of a value while it checks the pattern: a Sentence fills its gap as text.
template <typename T>
using CheckedAs = std::conditional_t<std::is_same_v<std::remove_cvref_t<T>, Sentence>, std::string_view, T>;

template <typename... T>
Sentence say(fmt::format_string<CheckedAs<T>...> pattern, T&&... values) {
#if FMT_VERSION >= 110000   // the conversion is deprecated from 12 on
  const fmt::string_view text = pattern.get();
#else
  const fmt::string_view text = pattern;
#endif
  const std::string_view form(text.data(), text.size());
  std::vector<Sentence> parts;
  if constexpr (sizeof...(T) > 0) {
    parts.reserve(sizeof...(T));
    const auto add = [&](const auto& value) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Sentence>) parts.push_back(value);
      else
        parts.push_back(Sentence::verbatim(fmt::vformat(gap_format(form, parts.size()), fmt::make_format_args(value))));
    };
    (add(values), ...);
  }
  return Sentence::of(form, std::move(parts));
}

}   // namespace lift
