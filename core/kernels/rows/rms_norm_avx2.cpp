#include "core/kernels/rows/rms_norm_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include "core/kernels/isa/vector_avx2.h"

#include "core/kernels/rows/rms_norm_vector.h"

namespace lift {

template <class T>
RmsNormRows<T> rms_norm_avx2() {
  return {norm_forward<T>, norm_backward<T>};
}
template RmsNormRows<Bf16> rms_norm_avx2();
template RmsNormRows<float> rms_norm_avx2();

}   // namespace lift
#endif
