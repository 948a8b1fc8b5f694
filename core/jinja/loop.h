#pragma once
// A running for loop: what `loop` is inside it. It looks ahead only when it is asked to, as Jinja does: a condition of
// the loop is asked for the next item when the body of the one before has run. Tensor-free. Private to core/jinja.
#include <cstdint>
#include <memory>
#include <optional>

#include "core/jinja/program.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// Variables by name, and those around them.
struct Scope {
  std::vector<std::pair<std::string, Value>> variables;
  std::shared_ptr<Scope> around;
};
using ScopePtr = std::shared_ptr<Scope>;

class LoopState {
 public:
  const Node* node = nullptr;
  ScopePtr around;   // the scope that the loop stands in
  Value source;      // what is looped over: a list or an iterator
  std::size_t taken = 0;
  std::int64_t index0 = -1, depth0 = 0;
  std::optional<std::int64_t> length;
  Value before, current;
  std::optional<Value> after;   // looked at ahead
  bool ended = false;           // nothing is left behind `after`
  bool asked = false;           // what is left of the source has passed the condition already
  std::optional<List> last_changed;
};

}   // namespace lift::jinja
