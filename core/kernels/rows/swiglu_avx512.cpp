#include "core/kernels/rows/swiglu_rows.h"

#ifdef LIFT_KERNELS_AVX512
#include "core/kernels/isa/vector_avx512.h"

#include "core/kernels/rows/swiglu_vector.h"

namespace lift {

template <class T>
SwigluRows<T> swiglu_avx512() {
  return {swiglu_forward<T>, swiglu_backward<T>};
}
template SwigluRows<Bf16> swiglu_avx512();
template SwigluRows<float> swiglu_avx512();

}   // namespace lift
#endif
