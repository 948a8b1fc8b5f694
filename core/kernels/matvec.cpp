#include "core/kernels/matvec.h"

#include <numeric>

#include <ATen/ops/empty.h>

#include "core/kernels/dispatch.h"
#include "core/kernels/matvec_dispatch.h"

namespace lift {
namespace {

// A task's part of a weight stays in the first cache; fewer tasks than this are not worth waking a thread for.
constexpr std::int64_t kTaskBytes = 1 << 15, kSerialTasks = 2;

void check_operands(const at::Tensor& x_BN, std::span<const at::Tensor> weights) {
  LIFT_CHECK(x_BN.is_cpu() && x_BN.dim() == 2 && x_BN.is_contiguous(), "matvec: x is a contiguous matrix on the CPU");
  for (const at::Tensor& weight : weights) {
    LIFT_CHECK(weight.is_cpu() && weight.dim() == 2 && weight.is_contiguous() && weight.size(1) == x_BN.size(1) &&
                   weight.scalar_type() == x_BN.scalar_type(),
               "matvec: a weight has x's columns and dtype");
  }
}

// Tasks of `rows` rows over all weights, one after the other.
struct Task {
  std::size_t weight;
  std::int64_t first, last;
};

std::vector<Task> tasks_of(std::span<const at::Tensor> weights, std::int64_t rows) {
  std::vector<Task> tasks;
  for (std::size_t w = 0; w < weights.size(); ++w)
    for (std::int64_t first = 0; first < weights[w].size(0); first += rows)
      tasks.push_back({w, first, std::min(weights[w].size(0), first + rows)});
  return tasks;
}

}  // namespace

std::int64_t matvec_row_limit(at::ScalarType type) {
  const CpuIsa isa = active_cpu_isa();
  if (isa == CpuIsa::Avx2) return 32;
  if (type == at::kBFloat16) return isa >= CpuIsa::AmxBf16 ? 8 : isa >= CpuIsa::Avx512Bf16 ? 33 : 8;
  return isa >= CpuIsa::Avx512 ? 65 : 8;
}

std::vector<at::Tensor> matvec(const at::Tensor& x_BN, std::span<const at::Tensor> weights) {
  check_operands(x_BN, weights);
  const std::int64_t batch = x_BN.size(0), width = x_BN.size(1);
  const at::Tensor x = x_BN.to(compute_type(x_BN.scalar_type()));
  std::vector<at::Tensor> results;
  for (const at::Tensor& weight : weights) results.push_back(at::empty({batch, weight.size(0)}, x_BN.options()));
  const std::int64_t row_bytes = width * static_cast<std::int64_t>(x_BN.element_size());
  const std::vector<Task> tasks = tasks_of(weights, std::max<std::int64_t>(16, kTaskBytes / row_bytes / 16 * 16));
  by_dtype(x_BN.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = matvec_rows_for<T>(active_cpu_isa());
    const LinearInput<T> input{data_of<T>(x_BN), data_of<Compute<T>>(x), batch};
    at::parallel_for(0, std::ssize(tasks), kSerialTasks, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const Task& task = tasks[static_cast<std::size_t>(i)];
        const at::Tensor& weight = weights[task.weight];
        rows.linear(input, data_of<T>(weight), width, task.first, task.last,
                    data_of<T>(results[task.weight]), weight.size(0));
      }
    });
  });
  return results;
}

}  // namespace lift
