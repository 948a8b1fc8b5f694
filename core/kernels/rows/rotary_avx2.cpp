#include "core/kernels/rows/rotary_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include "core/kernels/isa/vector_avx2.h"

#include "core/kernels/rows/rotary_vector.h"

namespace lift {

template <class T>
RotaryRow<T> rotary_avx2() {
  return rotate<T>;
}
template RotaryRow<Bf16> rotary_avx2();
template RotaryRow<float> rotary_avx2();

}   // namespace lift
#endif
