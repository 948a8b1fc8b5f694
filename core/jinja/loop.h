#pragma once
// The state of a running for loop, which templates see as `loop`. As in Jinja it looks ahead only when asked: the
// loop's condition sees an item only after the body has run for the one before. Tensor-free. Private to core/jinja.
#include <cstdint>
#include <memory>
#include <optional>

#include "core/jinja/program.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// Variables by name, and the enclosing scope.
struct Scope {
  std::vector<std::pair<std::string, Value>> variables;
  std::shared_ptr<Scope> around;
};
using ScopePtr = std::shared_ptr<Scope>;

class LoopState {
 public:
  const Node* node = nullptr;
  ScopePtr around;   // the scope that contains the loop
  Value source;      // what is iterated: a list or an iterator
  std::size_t taken = 0;
  std::int64_t index0 = -1, depth0 = 0;
  std::optional<std::int64_t> length;
  Value before, current;
  std::optional<Value> after;   // the next item, if it was looked ahead
  bool ended = false;           // no item follows `after`
  bool asked = false;           // the condition was already applied to the rest of the source
  std::optional<List> last_changed;
};

}   // namespace lift::jinja
