#pragma once
// Rules about includes: the levels of rooms and the fences of core/README.md. Each function lists all violations as
// "path:line: what is wrong"; an empty list means that the rule holds.
#include <string>
#include <vector>

#include "tests/rules/source_tree.h"

namespace lift::rules {

using Violations = std::vector<std::string>;

// app may include ui and core, ui may include core; a room of core only itself and rooms of a lower level.
Violations upward_includes(const SourceTree& tree);
// A header whose opening comment says "Private to core/ROOM" may be included by that room and by tests only.
Violations private_headers_from_outside(const SourceTree& tree);
// Includes of a room or of a file of ours that does not exist; rooms missing from the list of levels.
Violations unknown_places(const SourceTree& tree);
Violations qt_in_core(const SourceTree& tree);
// No header of LibTorch may be reached, directly or indirectly, from what ui and app include, from session's public
// headers, and from headers whose opening comment says "Tensor-free".
Violations tensors_outside_core(const SourceTree& tree);
// torch/torch.h and ATen/ATen.h, which take 10 to 20 seconds to compile per file.
Violations umbrella_headers(const SourceTree& tree);

}   // namespace lift::rules
