#pragma once
// packaging/packages.txt is the single list of what the build takes from the distribution: it holds what CMake asks
// for.
#include <map>
#include <string>

#include "tests/rules/include_rules.h"

namespace lift::rules {

// Every find_package, pkg_check_modules and find_program of our CMake files has its line in `providers` (name in CMake
// -> packages, or "-" for what comes from elsewhere), and each of those packages stands in packages.txt.
Violations packages_not_listed(const SourceTree& tree, const std::map<std::string, std::string>& providers);

}   // namespace lift::rules
