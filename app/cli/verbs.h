#pragma once
// The verbs of the command line, in the order `lift --help` lists them. A new one is one file and one line in
// verbs.cpp.
#include <span>

#include "app/cli/command.h"

namespace lift::cli {

std::span<const Verb> verbs();

}   // namespace lift::cli
