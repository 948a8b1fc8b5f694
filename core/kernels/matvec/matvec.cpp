#include "core/kernels/matvec/matvec.h"

#include <numeric>

#include <ATen/ops/empty.h>

#include "core/kernels/isa/dispatch.h"
#include "core/kernels/matvec/matvec_dispatch.h"

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

constexpr std::int64_t up_to_multiple(std::int64_t count, std::int64_t of) { return (count + of - 1) / of * of; }

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

}   // namespace

std::int64_t matvec_row_limit(at::ScalarType type) {
  const bool is_bf16 = type == at::kBFloat16;
  switch (active_cpu_isa()) {
    case CpuIsa::Portable: return 8;
    case CpuIsa::Avx2: return is_bf16 ? 65 : 33;
    case CpuIsa::Avx512: return 65;
    case CpuIsa::Avx512Bf16: return is_bf16 ? 33 : 65;
    case CpuIsa::AmxBf16: return is_bf16 ? 257 : 65;
  }
  return 8;
}

std::vector<at::Tensor> matvec(const at::Tensor& x_BN, std::span<const at::Tensor> weights) {
  check_operands(x_BN, weights);
  const std::int64_t batch = x_BN.size(0), width = x_BN.size(1);
  std::vector<at::Tensor> results;
  for (const at::Tensor& weight : weights) results.push_back(at::empty({batch, weight.size(0)}, x_BN.options()));
  by_dtype(x_BN.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = matvec_rows_for<T>(active_cpu_isa());
    const at::Tensor wide = rows.reads_wide ? x_BN.to(compute_type(x_BN.scalar_type())) : at::Tensor();
    const LinearInput<T> input{data_of<T>(x_BN), rows.reads_wide ? data_of<Compute<T>>(wide) : nullptr, batch};
    const bool turn = rows.turned.linear != nullptr && batch >= rows.turned.from_batch;
    at::Tensor columns;
    TurnedInput turned{nullptr, batch, 0};
    if (turn) {
      turned.padded = up_to_multiple(batch, rows.turned.lanes);
      columns =
          at::empty({up_to_multiple(width, 32), turned.padded}, x_BN.options().dtype(compute_type(x_BN.scalar_type())));
      rows.turned.turn(input, width, turned.padded, columns.data_ptr());
      turned.columns = columns.data_ptr();
    }
    const std::int64_t row_bytes = width * static_cast<std::int64_t>(sizeof(T));
    const std::int64_t task_rows =
        turn ? rows.turned.weight_rows : std::max<std::int64_t>(16, kTaskBytes / row_bytes / 16 * 16);
    const std::vector<Task> tasks = tasks_of(weights, task_rows);
    at::parallel_for(0, std::ssize(tasks), kSerialTasks, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const auto [w, first, last] = tasks[static_cast<std::size_t>(i)];
        const T* weight = data_of<T>(weights[w]);
        T* out = data_of<T>(results[w]);
        const std::int64_t out_stride = weights[w].size(0);
        if (turn) rows.turned.linear(turned, weight, width, first, last, out, out_stride);
        else rows.linear(input, weight, width, first, last, out, out_stride);
      }
    });
  });
  return results;
}

}   // namespace lift
