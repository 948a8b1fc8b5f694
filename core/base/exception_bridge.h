#pragma once
// The one place where exceptions of third parties (LibTorch, the standard library) become Errors.
// Used at the outer edge of a room or a session call, never inside a loop.
#include <functional>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace lift {

// The current exception as an Error; call inside a catch block. Out of memory (std::bad_alloc and LibTorch's
// allocator message) gets OutOfMemory with the bytes it asked for where the text names them.
Error error_from_current_exception(const Sentence& subject);

// Runs `body`; a Result or Status it returns goes through, what it throws becomes an Error about `subject`.
template <typename Body>
auto catch_exceptions(const Sentence& subject, Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (...) {
    return error_from_current_exception(subject);
  }
}

// About a file or a name.
template <typename Body>
auto catch_exceptions(const std::string& subject, Body&& body) -> decltype(body()) {
  return catch_exceptions(Sentence::verbatim(subject), std::forward<Body>(body));
}

template <std::size_t size, typename Body>
auto catch_exceptions(const char (&subject)[size], Body&& body) = delete;

}   // namespace lift
