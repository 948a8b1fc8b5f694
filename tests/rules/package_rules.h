#pragma once
// packaging/packages.txt must list all packages of the distribution that the build needs, which are those that CMake
// asks for.
#include <map>
#include <string>

#include "tests/rules/include_rules.h"

namespace lift::rules {

// Every find_package, pkg_check_modules and find_program in our CMake files needs a line in `providers` (name in CMake
// -> packages, or "-" if it comes from elsewhere), and each of those packages must be in packages.txt.
Violations packages_not_listed(const SourceTree& tree, const std::map<std::string, std::string>& providers);

}   // namespace lift::rules
