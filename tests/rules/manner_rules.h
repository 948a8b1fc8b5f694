#pragma once
// How files are named, opened and written. Each function names every violation; an empty list means the rule holds.
#include <map>
#include <string>

#include "tests/rules/include_rules.h"

namespace lift::rules {

// The engine never prints, never ends the process.
Violations printing_in_core(const SourceTree& tree);
// A tensor may lie on a GPU: outside of kernels/ the engine reads values through core/kernels/host_data.h, which looks.
Violations naked_tensor_pointers(const SourceTree& tree);
Violations headers_without_guard(const SourceTree& tree);
Violations names_not_snake_case(const SourceTree& tree);
// `listed`: path -> why that file is longer than 500 lines. A listed file that is no longer so long is a violation too.
Violations long_files(const SourceTree& tree, const std::map<std::string, std::string>& listed);
// No line of source is wider than 120 columns, literals included.
Violations wide_lines(const SourceTree& tree);
// One way to write each: constants of a namespace kLikeThis, QString literals u"..."_s, casts static_cast<T>(...).
Violations other_spellings(const SourceTree& tree);
// What a program sets for its whole process it sets in main, by prepare_process(): an initialiser of a static that does
// something happens in every program that links the file, in an order nobody knows.
Violations static_initialisers_that_act(const SourceTree& tree);
Violations programs_that_do_not_prepare(const SourceTree& tree);
// The version in core/base/version.h, in the metainfo (when there is one) and in CMakeLists.txt is one.
Violations versions_that_differ(const SourceTree& tree);
// Folders of one machine's users, private addresses and hosts: nobody else has them.
Violations machine_places(const SourceTree& tree);

// Lines "PATH REASON" of tests/rules/long_files.txt; "#" opens a comment.
std::map<std::string, std::string> read_list(const std::string& text);

}   // namespace lift::rules
