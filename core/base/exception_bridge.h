#pragma once
// The only place where exceptions of other libraries (LibTorch, the standard library) become Errors.
// Used at the outer edge of a room or of a session call, never inside a loop.
#include <functional>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace lift {

// Converts the exception being handled; call it inside a catch block. std::bad_alloc and LibTorch's allocator errors
// become OutOfMemory; LibTorch's message is kept up to its first line, which usually names the bytes requested.
Error error_from_current_exception(const Sentence& subject);

// Runs `body` and passes on the Result or Status that it returns; anything it throws becomes an Error about `subject`.
template <typename Body>
auto catch_exceptions(const Sentence& subject, Body&& body) -> decltype(body()) {
  try {
    return body();
  } catch (...) {
    return error_from_current_exception(subject);
  }
}

// The same where the subject is a file or a name, which is never translated.
template <typename Body>
auto catch_exceptions(const std::string& subject, Body&& body) -> decltype(body()) {
  return catch_exceptions(Sentence::verbatim(subject), std::forward<Body>(body));
}

template <std::size_t size, typename Body>
auto catch_exceptions(const char (&subject)[size], Body&& body) = delete;

}   // namespace lift
