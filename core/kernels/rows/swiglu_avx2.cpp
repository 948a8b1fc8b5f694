#include "core/kernels/rows/swiglu_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include "core/kernels/isa/vector_avx2.h"

#include "core/kernels/rows/swiglu_vector.h"

namespace lift {

template <class T>
SwigluRows<T> swiglu_avx2() {
  return {swiglu_forward<T>, swiglu_backward<T>};
}
template SwigluRows<Bf16> swiglu_avx2();
template SwigluRows<float> swiglu_avx2();

}   // namespace lift
#endif
