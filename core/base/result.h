#pragma once
// Result<T>: a value or an Error. Status: success or an Error. Tensor-free (but T may contain tensors).
//
//   Result<Config> read_config(path);
//   LIFT_ASSIGN(Config config, read_config(path));   // returns the error to the caller
//   LIFT_RETURN_IF_ERROR(config.validate());
#include <optional>
#include <utility>
#include <variant>

#include "core/base/check.h"
#include "core/base/error.h"

namespace lift {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value. Throws InvariantError when the result holds an error.
  T& value() & { return require(), std::get<0>(state_); }
  const T& value() const& { return require(), std::get<0>(state_); }
  T&& value() && { return require(), std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return require_error(), std::get<1>(state_); }
  Error&& error() && { return require_error(), std::get<1>(std::move(state_)); }

 private:
  void require() const {
    if (!ok()) fail_check("Result holds a value", std::get<1>(state_).sentence());
  }
  void require_error() const {
    if (ok()) fail_check("Result holds an error", "");
  }
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const& {
    if (ok()) fail_check("Status holds an error", "");
    return *error_;
  }
  Error&& error() && {
    if (ok()) fail_check("Status holds an error", "");
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

inline Error make_error(ErrorCode code, Sentence subject, Sentence message, Sentence context = {},
                        std::source_location where = std::source_location::current()) {
  return Error{code, std::move(subject), std::move(message), std::move(context), where};
}

// The same where the subject is a file or a name, which is never translated.
inline Error make_error(ErrorCode code, std::string subject, Sentence message, Sentence context = {},
                        std::source_location where = std::source_location::current()) {
  return Error{code, Sentence::verbatim(std::move(subject)), std::move(message), std::move(context), where};
}

// No overload for literals: the caller says whether it is English, say("row"), or a name, Sentence::verbatim("steps").
template <std::size_t size, typename... Rest>
Error make_error(ErrorCode code, const char (&subject)[size], Rest&&... rest) = delete;

}   // namespace lift

#define LIFT_CONCAT_(a, b) a##b
#define LIFT_CONCAT(a, b) LIFT_CONCAT_(a, b)

#define LIFT_RETURN_IF_ERROR(expression)                                                           \
  do {                                                                                             \
    if (auto lift_status = (expression); !lift_status.ok()) return std::move(lift_status).error(); \
  } while (false)

// LIFT_ASSIGN(declaration, expression): assigns the value to `declaration`, or returns the error to the caller.
#define LIFT_ASSIGN(declaration, ...) LIFT_ASSIGN_(LIFT_CONCAT(lift_result_, __LINE__), declaration, __VA_ARGS__)
#define LIFT_ASSIGN_(temporary, declaration, ...)           \
  auto temporary = (__VA_ARGS__);                           \
  if (!temporary.ok()) return std::move(temporary).error(); \
  declaration = std::move(temporary).value()
