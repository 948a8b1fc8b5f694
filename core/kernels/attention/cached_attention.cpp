#include "core/kernels/attention/cached_attention.h"

#include <cmath>
#include <vector>

#include <ATen/ops/empty_like.h>

#include "core/kernels/isa/dispatch.h"
#include "core/kernels/matvec/matvec_dispatch.h"

namespace lift {

at::Tensor cached_attention(const at::Tensor& q_BHD, std::int64_t kv_heads, std::span<const CachedTokens> tokens,
                            double scale, double soft_cap) {
  LIFT_CHECK(q_BHD.is_cpu() && q_BHD.dim() == 3 && q_BHD.is_contiguous() && q_BHD.size(1) % kv_heads == 0,
             "cached attention: q is [queries, heads, head_dim] on the CPU, heads a multiple of the kv heads");
  LIFT_CHECK(std::ssize(tokens) == q_BHD.size(0), "cached attention: one list of tokens per query");
  for (const CachedTokens& seen : tokens)
    LIFT_CHECK(seen.first >= 0 && seen.first < seen.last, "cached attention: every query sees a token");
  at::Tensor out_BHD = at::empty_like(q_BHD);
  const std::int64_t group = q_BHD.size(1) / kv_heads, width = q_BHD.size(2);
  const double of_scores = scale != 0 ? scale : 1 / std::sqrt(static_cast<double>(width));
  by_dtype(q_BHD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    using C = Compute<T>;
    const auto rows = matvec_rows_for<T>(active_cpu_isa());
    at::parallel_for(0, std::ssize(tokens) * kv_heads, 1, [&](std::int64_t begin, std::int64_t end) {
      std::vector<C> scratch;
      for (std::int64_t task = begin; task < end; ++task) {
        const CachedTokens& seen = tokens[static_cast<std::size_t>(task / kv_heads)];
        const std::int64_t offset = task % kv_heads * seen.head_stride + seen.first * width;
        const std::int64_t count = seen.last - seen.first;
        scratch.resize(static_cast<std::size_t>(group * (count + width)));
        rows.attend(data_of<T>(q_BHD) + task * group * width, group, width, static_cast<const T*>(seen.keys) + offset,
                    static_cast<const T*>(seen.values) + offset, count, static_cast<C>(of_scores),
                    static_cast<C>(soft_cap), scratch.data(), data_of<T>(out_BHD) + task * group * width);
      }
    });
  });
  return out_BHD;
}

}   // namespace lift
