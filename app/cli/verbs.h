#pragma once
// The verbs of the command line, in the order of `lift --help`. To add one, write its file and a line in
// verbs.cpp.
#include <span>

#include "app/cli/command.h"

namespace lift::cli {

std::span<const Verb> verbs();

}   // namespace lift::cli
