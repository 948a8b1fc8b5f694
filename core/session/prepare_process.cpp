#include "core/session/prepare_process.h"

#include "core/kernels/isa/cpu_limit.h"
#include "core/kernels/matvec/shape_caches.h"
#include "core/memory/memory_usage.h"

namespace lift {

Status prepare_process() {
  keep_shape_caches_small();
  keep_freed_memory();
  return pass_cpu_limit_to_libraries();
}

}   // namespace lift
