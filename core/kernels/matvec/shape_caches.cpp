#include "core/kernels/matvec/shape_caches.h"

#include <cstdlib>

namespace lift {

// Each keeps the last 1,024 products, each up to half a megabyte, on AMX up to ten, and passes of ever new lengths fill
// both. A pass with its recomputing makes eleven shapes, layer after layer, and the head two: sixteen are as fast as
// all (64 held 160 MiB more on AMX).
void keep_shape_caches_small() {
  constexpr int kKeepTheUsersChoice = 0;
  setenv("LRU_CACHE_CAPACITY", "16", kKeepTheUsersChoice);
  setenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16", kKeepTheUsersChoice);
}

}   // namespace lift
