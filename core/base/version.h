#pragma once
// The program's version for deltas, logs and --version. A test in tests/rules compares it with CMakeLists.txt.

namespace lift {

inline constexpr const char* kVersion = "0.1.0";

}   // namespace lift
