#pragma once
// The program's version, as deltas, logs and --version name it. Kept equal to CMakeLists.txt by tests/rules.

namespace lift {

inline constexpr const char* kVersion = "0.1.0";

}   // namespace lift
