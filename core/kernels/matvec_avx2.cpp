#ifdef LIFT_KERNELS_AVX2
#include "core/kernels/matvec_lanes.h"

namespace lift {

template <class T>
MatvecRows<T> matvec_avx2() {
  return matvec_rows_of<T, 32>();
}
template MatvecRows<Bf16> matvec_avx2();
template MatvecRows<float> matvec_avx2();
template MatvecRows<double> matvec_avx2();

}  // namespace lift
#endif
