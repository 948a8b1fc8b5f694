#ifdef LIFT_KERNELS_AVX2
// A product and the sum that takes it are one instruction here (the portable twin rounds in between).
#if defined(__clang__)
#pragma clang fp contract(fast)
#else
#pragma GCC optimize("fp-contract=fast")
#endif
#include "core/kernels/matvec/matvec_lanes.h"

namespace lift {

template <class T>
MatvecRows<T> matvec_avx2() {
  return matvec_rows_of<T, 32>();
}
template MatvecRows<Bf16> matvec_avx2();
template MatvecRows<float> matvec_avx2();
template MatvecRows<double> matvec_avx2();

}   // namespace lift
#endif
