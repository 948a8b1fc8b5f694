#pragma once
// How many times longer a time limit is in a build with a sanitizer (the presets asan and tsan): what is to be quick is
// claimed of the others.
namespace lift::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 10;
#else
inline constexpr int kSlowdown = 1;
#endif

}   // namespace lift::test
