#pragma once
// LIFT_CHECK(condition, detail): throws InvariantError when this program breaks its own rule. Bad input is a Result.
#include <source_location>
#include <stdexcept>
#include <string>

namespace lift {

class InvariantError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_check(const char* condition, const std::string& detail,
                                    std::source_location at = std::source_location::current()) {
  throw InvariantError(std::string(at.file_name()) + ":" + std::to_string(at.line()) +
                       ": broken invariant: " + condition + (detail.empty() ? "" : " (" + detail + ")"));
}

}   // namespace lift

#define LIFT_CHECK(condition, ...)                                              \
  do {                                                                          \
    if (!(condition)) ::lift::fail_check(#condition, std::string{__VA_ARGS__}); \
  } while (false)
