#pragma once
// Chooses the row functions of matvec_rows.h. Used by matvec.cpp and cached_attention.cpp. Private to core/kernels.
#include <type_traits>

#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/matvec/matvec_rows.h"

namespace lift {

template <class T>
MatvecRows<T> matvec_rows_for([[maybe_unused]] CpuIsa isa) {
#ifdef LIFT_KERNELS_AVX512BF16
  if constexpr (std::is_same_v<T, Bf16>) {
    if (isa >= CpuIsa::Avx512Bf16) {
      MatvecRows<Bf16> rows = matvec_avx512bf16();
#ifdef LIFT_KERNELS_AMXBF16
      if (isa >= CpuIsa::AmxBf16) rows.turned = matvec_amxbf16();
#endif
      return rows;
    }
  }
#endif
#ifdef LIFT_KERNELS_AVX512
  if (isa >= CpuIsa::Avx512) return matvec_avx512<T>();
#endif
#ifdef LIFT_KERNELS_AVX2
  if (isa >= CpuIsa::Avx2) return matvec_avx2<T>();
#endif
  return matvec_portable<T>();
}

}   // namespace lift
