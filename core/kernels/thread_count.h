#pragma once
// The number of threads that the kernels and LibTorch's products use. Used by session/.
#include <cstdint>

namespace lift {

// `wanted` threads, or all cores for 0, but at most OMP_THREAD_LIMIT: LibTorch's products assume that all their threads
// start, and leave parts uncomputed when one is missing.
std::int64_t usable_threads(std::int64_t wanted);

// Sets usable_threads(wanted) for work that the calling thread starts, and for threads that set no number of their own.
void use_threads(std::int64_t wanted);

}   // namespace lift
