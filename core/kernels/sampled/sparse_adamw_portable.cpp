#include <cmath>

#include "core/kernels/sampled/sparse_adamw_entries.h"

namespace lift {
namespace {

template <class T>
void update(const AdamWCoefficients<Compute<T>>& by, const AdamWEntries<T>& entries, std::int64_t first,
            std::int64_t last, T* weight_row) {
  using C = Compute<T>;
  for (std::int64_t e = first; e < last; ++e) {
    const std::int16_t generation = entries.generation[e];
    const C grad = entries.grad[e] * by.gradient_scale;
    const C exp_avg = by.beta1 * entries.exp_avg[e] + by.one_minus_beta1 * grad;
    const C exp_avg_sq = by.beta2 * entries.exp_avg_sq[e] + by.one_minus_beta2 * grad * grad;
    const C root = std::sqrt(exp_avg_sq) * by.root_scale[generation] + by.eps;
    const C master = entries.master[e] * by.decay - by.step_size[generation] * exp_avg / root;
    entries.exp_avg[e] = exp_avg;
    entries.exp_avg_sq[e] = exp_avg_sq;
    entries.master[e] = master;
    store(weight_row + entries.columns[e], master);
  }
}

}   // namespace

template <class T>
SparseAdamWEntries<T> sparse_adamw_portable() {
  return update<T>;
}
template SparseAdamWEntries<Bf16> sparse_adamw_portable();
template SparseAdamWEntries<float> sparse_adamw_portable();
template SparseAdamWEntries<double> sparse_adamw_portable();

}   // namespace lift
