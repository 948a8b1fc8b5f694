#include "core/base/error.h"

#include "core/base/say.h"

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

bool ends_a_sentence(const Sentence& part) {
  const std::string text = part.text();
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace

Sentence Error::headline() const {
  if (subject.empty() || message.empty()) return subject.empty() ? message : subject;
  return say("{}: {}", subject, message);
}

Sentence Error::whole() const {
  Sentence all = headline();
  if (all.empty() && context.empty()) all = Sentence::verbatim(std::string(name_of(code)));
  if (!context.empty()) {
    if (all.empty()) all = context;
    else all = ends_a_sentence(all) ? say("{} {}", all, context) : say("{}. {}", all, context);
  }
  return ends_a_sentence(all) ? all : say("{}.", all);
}

std::string Error::sentence() const { return whole().text(); }

}  // namespace lift
