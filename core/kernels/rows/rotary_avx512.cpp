#include "core/kernels/rows/rotary_rows.h"

#ifdef LIFT_KERNELS_AVX512
#include "core/kernels/isa/vector_avx512.h"

#include "core/kernels/rows/rotary_vector.h"

namespace lift {

template <class T>
RotaryRow<T> rotary_avx512() {
  return rotate<T>;
}
template RotaryRow<Bf16> rotary_avx512();
template RotaryRow<float> rotary_avx512();

}   // namespace lift
#endif
