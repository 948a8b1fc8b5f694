#include "core/kernels/packed_attention.h"

#include <cmath>
#include <vector>

#include <ATen/ops/empty.h>

#include "core/kernels/dispatch.h"
#include "core/kernels/packed_attention_rows.h"

namespace lift {
namespace {

constexpr std::int64_t kQueriesPerTask = 64;

template <class T>
AttentionRows<T> rows_for(CpuIsa) {
  return packed_attention_portable<T>();
}

void check_heads(const at::Tensor& x_THD, const at::Tensor& like, const char* name) {
  const std::string what = std::string("packed attention: ") + name;
  LIFT_CHECK(x_THD.is_cpu(), what + " on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(x_THD.dim() == 3 && x_THD.size(0) == like.size(0) && x_THD.size(2) == like.size(2) &&
                 x_THD.scalar_type() == like.scalar_type(),
             what + " is [tokens, heads, head_dim] of the queries' tokens, width and dtype");
  LIFT_CHECK(x_THD.numel() == 0 || (x_THD.stride(2) == 1 && (x_THD.size(1) == 1 || x_THD.stride(1) == x_THD.size(2))),
             what + ": the heads of a token lie side by side");
}

void check_operands(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                    const at::Tensor& row_offsets) {
  check_heads(q_THD, q_THD, "q");
  check_heads(k_TKD, q_THD, "k");
  check_heads(v_TKD, q_THD, "v");
  LIFT_CHECK(k_TKD.size(1) == v_TKD.size(1) && k_TKD.size(1) > 0 && q_THD.size(1) % k_TKD.size(1) == 0,
             "packed attention: the query heads are a multiple of the key/value heads");
  LIFT_CHECK(row_offsets.is_cpu() && row_offsets.scalar_type() == at::kInt && row_offsets.dim() == 1 &&
                 row_offsets.is_contiguous() && row_offsets.size(0) >= 1,
             "packed attention: row offsets are int32 on the CPU");
  const std::int32_t* offsets = data_of<std::int32_t>(row_offsets);
  const std::int64_t rows = row_offsets.size(0) - 1;
  LIFT_CHECK(offsets[0] == 0 && offsets[rows] == q_THD.size(0), "packed attention: the rows cover all tokens");
  for (std::int64_t r = 0; r < rows; ++r) {
    LIFT_CHECK(offsets[r] <= offsets[r + 1], "packed attention: row offsets ascend");
  }
}

// The operands as plain pointers, and the slice of any row and key/value head.
template <class T>
struct Operands {
  Operands(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD, const at::Tensor& row_offsets,
           const AttentionOptions& options)
      : offsets(data_of<std::int32_t>(row_offsets)), rows(row_offsets.size(0) - 1), kv_heads(k_TKD.size(1)) {
    all.q = data_of<T>(q_THD);
    all.k = data_of<T>(k_TKD);
    all.v = data_of<T>(v_TKD);
    all.q_stride = q_THD.stride(0);
    all.k_stride = k_TKD.stride(0);
    all.v_stride = v_TKD.stride(0);
    all.group = q_THD.size(1) / kv_heads;
    all.head_dim = q_THD.size(2);
    all.window = options.sliding_window > 0 ? options.sliding_window : q_THD.size(0) + 1;
    all.scale = static_cast<Compute<T>>(options.scale != 0 ? options.scale
                                                           : 1 / std::sqrt(static_cast<double>(all.head_dim)));
  }

  AttentionSlice<T> slice(std::int64_t row, std::int64_t kv_head) const {
    AttentionSlice<T> one = all;
    one.tokens = offsets[row + 1] - offsets[row];
    one.q += offsets[row] * all.q_stride + kv_head * all.group * all.head_dim;
    one.k += offsets[row] * all.k_stride + kv_head * all.head_dim;
    one.v += offsets[row] * all.v_stride + kv_head * all.head_dim;
    return one;
  }

  AttentionSlice<T> all;
  const std::int32_t* offsets;
  std::int64_t rows, kv_heads;
};

struct QueryTile {
  std::int64_t row, first, last;
};

std::vector<QueryTile> query_tiles(const std::int32_t* offsets, std::int64_t rows) {
  std::vector<QueryTile> tiles;
  for (std::int64_t row = 0; row < rows; ++row) {
    const std::int64_t tokens = offsets[row + 1] - offsets[row];
    for (std::int64_t first = 0; first < tokens; first += kQueriesPerTask) {
      tiles.push_back({row, first, std::min(tokens, first + kQueriesPerTask)});
    }
  }
  return tiles;
}

template <class T>
void forward(const Operands<T>& operands, AttentionOutput<T> all) {
  const auto rows = rows_for<T>(active_cpu_isa());
  const std::vector<QueryTile> tiles = query_tiles(operands.offsets, operands.rows);
  const std::int64_t group = operands.all.group, heads = group * operands.kv_heads;
  at::parallel_for(0, static_cast<std::int64_t>(tiles.size()) * heads, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t task = begin; task < end; ++task) {
      const QueryTile& tile = tiles[static_cast<std::size_t>(task / heads)];
      const std::int64_t kv_head = task % heads / group, first = operands.offsets[tile.row];
      AttentionOutput<T> output = all;
      output.out += first * all.out_stride + kv_head * group * operands.all.head_dim;
      if (all.log_sum_exp) output.log_sum_exp += first * all.log_sum_exp_stride + kv_head * group;
      rows.forward(operands.slice(tile.row, kv_head), output, task % group, tile.first, tile.last);
    }
  });
}

template <class T>
void backward(const Operands<T>& operands, const AttentionGradient<T>& all) {
  const auto rows = rows_for<T>(active_cpu_isa());
  const std::int64_t kv_heads = operands.kv_heads, group = operands.all.group, width = operands.all.head_dim;
  at::parallel_for(0, operands.rows * kv_heads, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t task = begin; task < end; ++task) {
      const std::int64_t kv_head = task % kv_heads, first = operands.offsets[task / kv_heads];
      AttentionGradient<T> gradient = all;
      gradient.grad_out += first * all.grad_out_stride + kv_head * group * width;
      gradient.out += first * all.out_stride + kv_head * group * width;
      gradient.log_sum_exp += first * all.log_sum_exp_stride + kv_head * group;
      gradient.grad_q += first * all.grad_q_stride + kv_head * group * width;
      gradient.grad_k += first * all.grad_k_stride + kv_head * width;
      gradient.grad_v += first * all.grad_v_stride + kv_head * width;
      rows.backward(operands.slice(task / kv_heads, kv_head), gradient);
    }
  });
}

void check_log_sum_exp(const at::Tensor& log_sum_exp_TH, const at::Tensor& q_THD) {
  LIFT_CHECK(log_sum_exp_TH.dim() == 2 && log_sum_exp_TH.size(0) == q_THD.size(0) &&
                 log_sum_exp_TH.size(1) == q_THD.size(1) && log_sum_exp_TH.is_contiguous() &&
                 log_sum_exp_TH.scalar_type() == compute_type(q_THD.scalar_type()),
             "packed attention: log-sum-exp is the forward pass's");
}

}  // namespace

at::Tensor packed_attention(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                            const at::Tensor& row_offsets, const AttentionOptions& options,
                            at::Tensor* log_sum_exp_TH) {
  check_operands(q_THD, k_TKD, v_TKD, row_offsets);
  at::Tensor out_THD = at::empty(q_THD.sizes(), q_THD.options());
  if (log_sum_exp_TH) {
    *log_sum_exp_TH =
        at::empty({q_THD.size(0), q_THD.size(1)}, q_THD.options().dtype(compute_type(q_THD.scalar_type())));
  }
  by_dtype(q_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    forward<T>(Operands<T>(q_THD, k_TKD, v_TKD, row_offsets, options),
               {data_of<T>(out_THD), log_sum_exp_TH ? data_of<Compute<T>>(*log_sum_exp_TH) : nullptr,
                out_THD.stride(0), q_THD.size(1)});
  });
  return out_THD;
}

void packed_attention_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TKD,
                               const at::Tensor& v_TKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                               const at::Tensor& row_offsets, const AttentionOptions& options, at::Tensor& grad_q_THD,
                               at::Tensor& grad_k_TKD, at::Tensor& grad_v_TKD) {
  check_operands(q_THD, k_TKD, v_TKD, row_offsets);
  check_operands(grad_q_THD, grad_k_TKD, grad_v_TKD, row_offsets);
  check_heads(grad_out_THD, q_THD, "grad_out");
  check_heads(out_THD, q_THD, "out");
  check_log_sum_exp(log_sum_exp_TH, q_THD);
  LIFT_CHECK(grad_q_THD.sizes() == q_THD.sizes() && grad_k_TKD.sizes() == k_TKD.sizes() &&
                 grad_q_THD.scalar_type() == q_THD.scalar_type() && grad_out_THD.sizes() == q_THD.sizes() &&
                 out_THD.sizes() == q_THD.sizes(),
             "packed attention: gradients have the shape and dtype of their operands");
  by_dtype(q_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    backward<T>(Operands<T>(q_THD, k_TKD, v_TKD, row_offsets, options),
                {data_of<T>(grad_out_THD), data_of<T>(out_THD), data_of<Compute<T>>(log_sum_exp_TH),
                 data_of<T>(grad_q_THD), data_of<T>(grad_k_TKD), data_of<T>(grad_v_TKD), grad_out_THD.stride(0),
                 out_THD.stride(0), q_THD.size(1), grad_q_THD.stride(0), grad_k_TKD.stride(0), grad_v_TKD.stride(0)});
  });
}

}  // namespace lift
