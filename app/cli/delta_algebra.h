#pragma once
// lift delta combine and collisions: several deltas of one base.
#include <utility>
#include <vector>

#include "app/cli/verbs.h"

namespace lift::cli {

// Adds both to `delta`, the verb's own command.
void add_delta_algebra(CLI::App& delta, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies);

}   // namespace lift::cli
