#include "core/base/error.h"

#include "core/base/check.h"
#include "core/base/say.h"

namespace lift {

Sentence name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidArgument: return say("invalid argument");
    case ErrorCode::NotFound: return say("not found");
    case ErrorCode::Io: return say("input/output");
    case ErrorCode::Malformed: return say("malformed");
    case ErrorCode::Unsupported: return say("unsupported");
    case ErrorCode::Mismatch: return say("mismatch");
    case ErrorCode::OutOfMemory: return say("out of memory");
    case ErrorCode::NonFinite: return say("not finite");
    case ErrorCode::Cancelled: return say("cancelled");
    case ErrorCode::Internal: return say("internal error");
  }
  fail_check("error code is one of ten", "");
}

namespace {

bool ends_a_sentence(const Sentence& part) {
  const std::string text = part.text();
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}   // namespace

Sentence Error::headline() const {
  if (subject.empty() || message.empty()) return subject.empty() ? message : subject;
  return say("{}: {}", subject, message);
}

Sentence Error::whole() const {
  Sentence all = headline();
  if (all.empty() && context.empty()) all = name_of(code);
  if (!context.empty()) {
    if (all.empty()) all = context;
    else all = ends_a_sentence(all) ? say("{} {}", all, context) : say("{}. {}", all, context);
  }
  return ends_a_sentence(all) ? all : say("{}.", all);
}

std::string Error::sentence() const { return whole().text(); }

}   // namespace lift
