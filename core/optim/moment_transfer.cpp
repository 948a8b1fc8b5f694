#include "core/optim/moment_transfer.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/where.h>

#include "core/base/check.h"
#include "core/kernels/host_data.h"
#include "core/selection/pattern_rows.h"

namespace lift {

at::Tensor source_positions(const SparsePattern& next, const SparsePattern& previous) {
  LIFT_CHECK(next.rows == previous.rows && next.columns_count == previous.columns_count,
             "source_positions: patterns of one shape");
  at::Tensor source = at::empty({next.entries()}, at::TensorOptions().dtype(at::kInt));
  auto* out = mutable_host_data<std::int32_t>(source);
  const PatternRows next_rows(next), previous_rows(previous);
  at::parallel_for(0, next.rows, 64, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      const auto old_columns = previous_rows.columns(row);
      const auto first = static_cast<std::int32_t>(previous_rows.first_entry(row));
      std::size_t old = 0;
      std::int32_t* at = out + next_rows.first_entry(row);
      for (std::int32_t column : next_rows.columns(row)) {
        while (old < old_columns.size() && old_columns[old] < column) ++old;
        const bool kept = old < old_columns.size() && old_columns[old] == column;
        *at++ = kept ? first + static_cast<std::int32_t>(old) : -1;
      }
    }
  });
  return source;
}

namespace {

template <class T>
void carry(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback, at::Tensor& out) {
  const T* from = host_data<T>(values);
  const T* otherwise = host_data<T>(fallback);
  const auto* position = host_data<std::int32_t>(source);
  const std::int64_t stride = fallback.numel() == 1 ? 0 : 1;
  T* to = mutable_host_data<T>(out);
  at::parallel_for(0, source.numel(), 1 << 14, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t e = begin; e < end; ++e) to[e] = position[e] < 0 ? otherwise[e * stride] : from[position[e]];
  });
}

}   // namespace

at::Tensor carry_over_by_index(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback) {
  const at::Tensor otherwise = fallback.expand(source.sizes());
  if (values.numel() == 0) return otherwise.clone();
  const at::Tensor position = sent_to(source, values.device());
  return at::where(position.lt(0), otherwise, values.index_select(0, position.clamp_min(0)));
}

at::Tensor carry_over(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback) {
  LIFT_CHECK(fallback.scalar_type() == values.scalar_type() && fallback.device() == values.device(),
             "carry_over: values and fallback of one dtype and device");
  LIFT_CHECK(fallback.numel() == 1 || fallback.numel() == source.numel(),
             "carry_over: one fallback for all entries, or one for each");
  if (!values.is_cpu()) return carry_over_by_index(values, source, fallback);
  at::Tensor out = at::empty(source.sizes(), values.options());
  const at::Tensor from = values.contiguous(), otherwise = fallback.contiguous();
  switch (values.scalar_type()) {
    case at::kFloat: carry<float>(from, source, otherwise, out); break;
    case at::kDouble: carry<double>(from, source, otherwise, out); break;
    case at::kShort: carry<std::int16_t>(from, source, otherwise, out); break;
    default: fail_check("carry_over: fp32, fp64 or int16", c10::toString(values.scalar_type()));
  }
  return out;
}

}   // namespace lift
