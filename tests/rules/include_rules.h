#pragma once
// Who may include whom: the ladder of rooms and the three fences of core/README.md. Each function names every
// violation as "path:line: what is wrong"; an empty list means that the rule holds.
#include <string>
#include <vector>

#include "tests/rules/source_tree.h"

namespace lift::rules {

using Violations = std::vector<std::string>;

// app -> ui -> core, app -> core; a room of core includes only itself and rooms of a lower level.
Violations upward_includes(const SourceTree& tree);
// A header whose opening comment says "Private to core/ROOM" is included by that room, and by tests.
Violations private_headers_from_outside(const SourceTree& tree);
// An include of a room, or of a file of ours, that does not exist; a room that the ladder does not know.
Violations unknown_places(const SourceTree& tree);
Violations qt_in_core(const SourceTree& tree);
// What ui and app include, session's headers but for its private ones, and every header that calls itself "Tensor-free"
// reach no header of LibTorch, directly or through others.
Violations tensors_outside_core(const SourceTree& tree);
// torch/torch.h and ATen/ATen.h cost 10 to 20 seconds a file.
Violations umbrella_headers(const SourceTree& tree);

}   // namespace lift::rules
