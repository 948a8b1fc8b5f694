#pragma once
// How many threads the kernels and the library's products compute with. Used by session/.
#include <cstdint>

namespace lift {

// `wanted`, or all cores for 0; never more than OMP_THREAD_LIMIT lets start, for the library's products count on every
// thread of theirs and leave parts undone where one is missing.
std::int64_t usable_threads(std::int64_t wanted);

// From now on, for the calling thread's work and all that is not told otherwise.
void use_threads(std::int64_t wanted);

}   // namespace lift
