#include "core/base/exception_bridge.h"

#include <new>
#include <string_view>

#include "core/base/limit_exceeded.h"
#include "core/base/say.h"

namespace lift {

namespace {

// LibTorch's what() carries a C++ backtrace after the first line; a person needs the first line.
Sentence first_line(std::string_view text) { return Sentence::verbatim(std::string(text.substr(0, text.find('\n')))); }

}   // namespace

Error error_from_current_exception(const Sentence& subject) {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return make_error(ErrorCode::OutOfMemory, subject, say("there is not enough memory"),
                      say("Use a smaller batch or shorter rows, or turn activation checkpointing on"));
  } catch (const LimitExceeded& error) {
    return make_error(ErrorCode::Unsupported, subject, error.message());
  } catch (const InvariantError& error) {
    return make_error(ErrorCode::Internal, subject, Sentence::verbatim(error.what()),
                      say("This is a fault of the program: please report it"));
  } catch (const std::exception& error) {
    const std::string_view text = error.what();
    if (text.find("out of memory") != text.npos || text.find("can't allocate memory") != text.npos ||
        text.find("not enough memory") != text.npos)
      return make_error(ErrorCode::OutOfMemory, subject, first_line(text),
                        say("Use a smaller batch or shorter rows, or turn activation checkpointing on"));
    return make_error(ErrorCode::Internal, subject, first_line(text),
                      say("This is a fault of the program: please report it"));
  } catch (...) {
    return make_error(ErrorCode::Internal, subject, say("an exception of unknown type"));
  }
}

}   // namespace lift
