#ifdef LIFT_KERNELS_AVX512
#include "core/kernels/matvec_lanes.h"

namespace lift {

template <class T>
MatvecRows<T> matvec_avx512() {
  return matvec_rows_of<T, 64>();
}
template MatvecRows<Bf16> matvec_avx512();
template MatvecRows<float> matvec_avx512();
template MatvecRows<double> matvec_avx512();

}  // namespace lift
#endif
