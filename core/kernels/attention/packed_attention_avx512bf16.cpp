#include "core/kernels/attention/packed_attention_rows.h"

#ifdef LIFT_KERNELS_AVX512BF16
#include "core/kernels/isa/vector_avx512.h"

#include "core/kernels/attention/attention_operands_bf16.h"
#include "core/kernels/attention/packed_attention_vector.h"

namespace lift {

AttentionRows<Bf16> packed_attention_avx512bf16() { return attention_rows<Bf16Operands, Bf16>(); }

}   // namespace lift
#endif
