#include "core/kernels/sampled/sparse_adamw.h"

#include <cmath>
#include <vector>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/sampled/sparse_adamw_entries.h"

namespace lift {
namespace {

// What a generation's age makes of the step: learning_rate / (1 - beta1^t) and 1 / sqrt(1 - beta2^t).
template <class C>
struct Scales {
  std::vector<C> step_size, root_scale;
};

template <class C>
Scales<C> scales_of(const AdamWStep& step, const at::Tensor& bias_correction) {
  const std::int64_t generations = bias_correction.size(0);
  const double* corrections = data_of<double>(bias_correction);
  Scales<C> scales;
  for (std::int64_t g = 0; g < generations; ++g) {
    scales.step_size.push_back(static_cast<C>(step.learning_rate / corrections[2 * g]));
    scales.root_scale.push_back(static_cast<C>(1 / std::sqrt(corrections[2 * g + 1])));
  }
  return scales;
}

void check_flat(const at::Tensor& tensor, std::int64_t entries, at::ScalarType type, const char* name) {
  LIFT_CHECK(tensor.is_cpu() && tensor.dim() == 1 && tensor.is_contiguous() && tensor.numel() == entries &&
                 tensor.scalar_type() == type,
             std::string("sparse_adamw_step: ") + name + " has one value per entry, in the computing dtype");
}

void check_operands(const at::Tensor& grad, const at::Tensor& generation, const at::Tensor& bias_correction,
                    const at::Tensor& master, const at::Tensor& exp_avg, const at::Tensor& exp_avg_sq,
                    const SparsePattern& pattern, const at::Tensor& weight) {
  LIFT_CHECK(weight.is_cpu(), "sparse_adamw_step: weight on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(weight.dim() == 2 && weight.is_contiguous() && weight.size(0) == pattern.rows &&
                 weight.size(1) == pattern.columns_count,
             "sparse_adamw_step: weight is a contiguous matrix of the pattern's shape");
  const at::ScalarType type = compute_type(weight.scalar_type());
  check_flat(grad, pattern.entries(), type, "grad");
  check_flat(master, pattern.entries(), type, "master");
  check_flat(exp_avg, pattern.entries(), type, "exp_avg");
  check_flat(exp_avg_sq, pattern.entries(), type, "exp_avg_sq");
  check_flat(generation, pattern.entries(), at::kShort, "generation");
  LIFT_CHECK(bias_correction.dim() == 2 && bias_correction.size(1) == 2 && bias_correction.is_contiguous() &&
                 bias_correction.scalar_type() == at::kDouble,
             "sparse_adamw_step: bias_correction is fp64 [generations, 2]");
}

}   // namespace

void sparse_adamw_step(const AdamWStep& step, const at::Tensor& grad, const at::Tensor& generation,
                       const at::Tensor& bias_correction, at::Tensor& master, at::Tensor& exp_avg,
                       at::Tensor& exp_avg_sq, const SparsePattern& pattern, at::Tensor& weight) {
  if constexpr (cuda::kBuilt) {
    if (weight.is_cuda())
      return cuda::sparse_adamw_step(step, grad, generation, bias_correction, master, exp_avg, exp_avg_sq, pattern,
                                     weight);
  }
  check_operands(grad, generation, bias_correction, master, exp_avg, exp_avg_sq, pattern, weight);
  by_dtype(weight.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    using C = Compute<T>;
    const Scales<C> scales = scales_of<C>(step, bias_correction);
    const AdamWCoefficients<C> coefficients{static_cast<C>(step.gradient_scale),
                                            static_cast<C>(step.beta1),
                                            static_cast<C>(1 - step.beta1),
                                            static_cast<C>(step.beta2),
                                            static_cast<C>(1 - step.beta2),
                                            static_cast<C>(step.eps),
                                            static_cast<C>(1 - step.learning_rate * step.weight_decay),
                                            scales.step_size.data(),
                                            scales.root_scale.data()};
    const AdamWEntries<T> entries{data_of<C>(grad),       data_of<std::int16_t>(generation),
                                  data_of<C>(master),     data_of<C>(exp_avg),
                                  data_of<C>(exp_avg_sq), data_of<std::int32_t>(pattern.columns)};
    const auto* offsets = data_of<std::int32_t>(pattern.row_offsets);
    T* values = data_of<T>(weight);
    const auto update = sparse_adamw_for<T>(active_cpu_isa());
    const std::int64_t entries_per_row = pattern.entries() / std::max<std::int64_t>(1, pattern.rows) + 1;
    at::parallel_for(0, pattern.rows, rows_per_task(entries_per_row * 32 + pattern.columns_count),
                     [&](std::int64_t begin, std::int64_t end) {
                       for (std::int64_t row = begin; row < end; ++row)
                         update(coefficients, entries, offsets[row], offsets[row + 1],
                                values + row * pattern.columns_count);
                     });
  });
}

double sum_of_squares(const at::Tensor& values) {
  if constexpr (cuda::kBuilt) {
    if (values.is_cuda()) return cuda::sum_of_squares(values);
  }
  LIFT_CHECK(values.is_cpu() && values.is_contiguous(), "sum_of_squares: contiguous values on the CPU");
  constexpr std::int64_t kChunk = 1 << 14;
  const std::int64_t total = values.numel(), chunks = (total + kChunk - 1) / kChunk;
  std::vector<double> partial(static_cast<std::size_t>(chunks), 0.0);
  by_dtype(values.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const T* data = data_of<T>(values);
    at::parallel_for(0, chunks, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t chunk = begin; chunk < end; ++chunk) {
        // Eight independent sums: an order of its own, fixed, that a compiler can keep in vector registers.
        double lanes[8] = {};
        const std::int64_t first = chunk * kChunk, last = std::min(total, first + kChunk);
        std::int64_t i = first;
        for (; i + 8 <= last; i += 8)
          for (int lane = 0; lane < 8; ++lane) {
            const auto value = static_cast<double>(load(data + i + lane));
            lanes[lane] += value * value;
          }
        for (; i < last; ++i) lanes[0] += static_cast<double>(load(data + i)) * static_cast<double>(load(data + i));
        for (double lane : lanes) partial[static_cast<std::size_t>(chunk)] += lane;
      }
    });
  });
  double sum = 0;
  for (double part : partial) sum += part;
  return sum;
}

}   // namespace lift
