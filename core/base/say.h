#pragma once
// say("expected {} bytes, found {}", n, m) makes a Sentence; the pattern is checked at compile time, as in fmt::format.
// Each value is formatted by its own placeholder ({:.2f}), so a translation may reorder them. A Sentence passed as a
// value is translated too. Patterns must be literals: resources/translations/core_sentences.py collects them.
// Included by source files. Tensor-free.
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/core.h>
#if FMT_VERSION >= 110000   // since fmt 11, core.h no longer formats to strings
#include <fmt/format.h>
#endif

#include "core/base/sentence.h"

namespace lift {

// The type that fmt checks a value's placeholder against: a Sentence counts as text.
template <typename T>
using CheckedAs = std::conditional_t<std::is_same_v<std::remove_cvref_t<T>, Sentence>, std::string_view, T>;

template <typename... T>
Sentence say(fmt::format_string<CheckedAs<T>...> pattern, T&&... values) {
#if FMT_VERSION >= 110000   // fmt 12 deprecates the implicit conversion
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
