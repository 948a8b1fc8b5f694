#include "core/kernels/rows/cross_entropy_rows.h"

#ifdef LIFT_KERNELS_AVX512
#include "core/kernels/isa/vector_avx512.h"

#include "core/kernels/rows/cross_entropy_vector.h"

namespace lift {

template <class T>
CrossEntropyRow<T> cross_entropy_avx512() {
  return loss_of_row<T>;
}
template CrossEntropyRow<Bf16> cross_entropy_avx512();
template CrossEntropyRow<float> cross_entropy_avx512();

}   // namespace lift
#endif
