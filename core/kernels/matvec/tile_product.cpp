#include "core/kernels/matvec/tile_product.h"

namespace lift {

void tile_product_avx512(const TileProduct& product);

TileProductFunction tile_product_for([[maybe_unused]] CpuIsa isa) {
#ifdef LIFT_KERNELS_AVX512
  if (isa >= CpuIsa::Avx512) return tile_product_avx512;
#endif
  return nullptr;
}

}   // namespace lift
