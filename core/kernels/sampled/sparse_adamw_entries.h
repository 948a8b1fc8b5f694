#pragma once
// AdamW's update of consecutive entries within one row, for sparse_adamw.cpp. Plain pointers only (see bf16.h).
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"
#include "core/kernels/isa/cpu_features.h"

namespace lift {

template <class C>
struct AdamWCoefficients {
  C gradient_scale, beta1, one_minus_beta1, beta2, one_minus_beta2, eps, decay;
  const C* step_size;    // per generation: learning_rate / (1 - beta1^t)
  const C* root_scale;   // per generation: 1 / sqrt(1 - beta2^t)
};

// The flat arrays of one matrix.
template <class T>
struct AdamWEntries {
  const Compute<T>* grad;
  const std::int16_t* generation;
  Compute<T>*master, *exp_avg, *exp_avg_sq;
  const std::int32_t* columns;
};

// Updates entries [first, last) and writes them into their row of the weight.
template <class T>
using SparseAdamWEntries = void (*)(const AdamWCoefficients<Compute<T>>& coefficients, const AdamWEntries<T>& entries,
                                    std::int64_t first, std::int64_t last, T* weight_row);

template <class T>
SparseAdamWEntries<T> sparse_adamw_portable();

// The row function for a level. So far there is only the portable one.
template <class T>
SparseAdamWEntries<T> sparse_adamw_for(CpuIsa) {
  return sparse_adamw_portable<T>();
}

}   // namespace lift
