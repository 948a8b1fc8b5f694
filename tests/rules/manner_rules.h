#pragma once
// Rules about names and contents of files. Each function lists all violations; an empty list means the rule holds.
#include <map>
#include <string>

#include "tests/rules/include_rules.h"

namespace lift::rules {

// Core must not print or end the process.
Violations printing_in_core(const SourceTree& tree);
// Tensors may be on a GPU: outside of kernels/, core reads values through core/kernels/host_data.h, which checks that.
Violations naked_tensor_pointers(const SourceTree& tree);
Violations headers_without_guard(const SourceTree& tree);
Violations names_not_snake_case(const SourceTree& tree);
// `listed`: path -> why that file is longer than 500 lines. A listed file that is shorter is a violation too.
Violations long_files(const SourceTree& tree, const std::map<std::string, std::string>& listed);
// No source line is wider than 120 columns, literals included.
Violations wide_lines(const SourceTree& tree);
// One spelling for each: constants at namespace scope kLikeThis, QString literals u"..."_s, casts static_cast<T>(...).
Violations other_spellings(const SourceTree& tree);
// Process-wide settings belong in main, in prepare_process(): a static's initialiser with side effects would run in
// every program that links the file, in an unknown order.
Violations static_initialisers_that_act(const SourceTree& tree);
Violations programs_that_do_not_prepare(const SourceTree& tree);
// The versions in core/base/version.h, CMakeLists.txt and the metainfo (if there is one) must be equal.
Violations versions_that_differ(const SourceTree& tree);
// Folders of particular users, private addresses and host names, which exist on one machine only.
Violations machine_places(const SourceTree& tree);

// Parses tests/rules/long_files.txt: lines "PATH REASON"; "#" starts a comment.
std::map<std::string, std::string> read_list(const std::string& text);

}   // namespace lift::rules
