#include "core/kernels/thread_count.h"

#include <omp.h>

#include <algorithm>
#include <thread>

#include <ATen/Parallel.h>

namespace lift {

std::int64_t usable_threads(std::int64_t wanted) {
  const auto cores = static_cast<std::int64_t>(std::max(1u, std::thread::hardware_concurrency()));
  return std::min<std::int64_t>(wanted > 0 ? wanted : cores, omp_get_thread_limit());
}

void use_threads(std::int64_t wanted) { at::set_num_threads(static_cast<int>(usable_threads(wanted))); }

}   // namespace lift
