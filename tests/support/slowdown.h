#pragma once
// Factor for time limits in sanitizer builds (presets asan and tsan). Only the other builds have to meet the limits
// themselves.
namespace lift::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 10;
#else
inline constexpr int kSlowdown = 1;
#endif

}   // namespace lift::test
