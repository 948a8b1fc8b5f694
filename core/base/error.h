#pragma once
// A failure as a value: created where it happens, carried by Result, shown to the user as one sentence.
// Used by every room. Tensor-free.
#include <source_location>
#include <string>
#include <string_view>

#include "core/base/sentence.h"

namespace lift {

enum class ErrorCode {
  InvalidArgument,   // a setting or call argument that can never work
  NotFound,          // a file, column, tensor or run does not exist
  Io,                // the operating system refused: full disk, no permission, broken device
  Malformed,         // a file that does not follow its format
  Unsupported,       // well-formed, but not something this program handles
  Mismatch,          // two things that must belong together do not, such as a delta and a base
  OutOfMemory,
  NonFinite,   // a loss, gradient or weight became NaN or infinite
  Cancelled,   // the user asked for it
  Internal,    // a bug in this program
};

Sentence name_of(ErrorCode code);

// One failure. The user reads `sentence()`: "SUBJECT: MESSAGE. CONTEXT".
//   subject: the file, item, setting or tensor concerned ("model.safetensors, tensor lm_head.weight")
//   message: what was expected and what was found, with row or byte offset where there is one
//   context: what the user can do about it; may be empty
struct Error {
  ErrorCode code = ErrorCode::Internal;
  Sentence subject;
  Sentence message;
  Sentence context;
  std::source_location where = std::source_location::current();

  Sentence headline() const;      // "SUBJECT: MESSAGE"
  Sentence whole() const;         // all parts, for a window that translates them
  std::string sentence() const;   // whole() in English, for the command line and logs
};

}   // namespace lift
