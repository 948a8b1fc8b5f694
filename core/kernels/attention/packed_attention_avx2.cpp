#include "core/kernels/attention/packed_attention_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include "core/kernels/isa/vector_avx2.h"

#include "core/kernels/isa/vector_math.h"

#include "core/kernels/attention/attention_operands.h"
#include "core/kernels/attention/packed_attention_vector.h"

namespace lift {

template <class T>
AttentionRows<T> packed_attention_avx2() {
  return attention_rows<Fp32Operands, T>();
}
template AttentionRows<Bf16> packed_attention_avx2();
template AttentionRows<float> packed_attention_avx2();

}   // namespace lift
#endif
