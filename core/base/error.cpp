#include "core/base/error.h"

namespace lift {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidArgument: return "invalid argument";
    case ErrorCode::NotFound: return "not found";
    case ErrorCode::Io: return "input/output";
    case ErrorCode::Malformed: return "malformed";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Mismatch: return "mismatch";
    case ErrorCode::OutOfMemory: return "out of memory";
    case ErrorCode::NonFinite: return "not finite";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal error";
  }
  return "unknown";
}

namespace {

void append_part(std::string& text, std::string_view part, std::string_view separator) {
  if (part.empty()) return;
  if (!text.empty()) {
    if (separator == " " && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
    text += separator;
  }
  text += part;
}

}  // namespace

std::string Error::sentence() const {
  std::string text = subject;
  append_part(text, message, ": ");
  append_part(text, context, " ");
  if (text.empty()) text = name_of(code);
  if (text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
  return text;
}

}  // namespace lift
