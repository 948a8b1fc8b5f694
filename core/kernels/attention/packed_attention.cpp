#include "core/kernels/attention/packed_attention.h"

#include <cmath>
#include <numeric>
#include <vector>

#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/attention/attention_by_rows.h"
#include "core/kernels/attention/packed_attention_rows.h"
#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"

namespace lift {
namespace {

constexpr std::int64_t kQueriesPerPart = 512;

// Pairs of bf16 values are read as one word: widths and strides must be even for that.
bool reads_pairs(const AttentionSlice<Bf16>& s) { return (s.head_dim | s.q_stride | s.k_stride | s.v_stride) % 2 == 0; }

template <class T>
AttentionRows<T> rows_for(CpuIsa isa, [[maybe_unused]] const AttentionSlice<T>& all) {
  if constexpr (std::is_same_v<T, Bf16> && kVectorised<T, CpuIsa::AmxBf16>) {
    if (isa >= CpuIsa::AmxBf16 && reads_pairs(all)) return packed_attention_amxbf16();
  }
  if constexpr (std::is_same_v<T, Bf16> && kVectorised<T, CpuIsa::Avx512Bf16>) {
    if (isa >= CpuIsa::Avx512Bf16 && reads_pairs(all)) return packed_attention_avx512bf16();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return packed_attention_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return packed_attention_avx2<T>();
  }
  return packed_attention_portable<T>();
}

void check_heads(const at::Tensor& x_THD, const at::Tensor& like, std::int64_t tokens, const char* name) {
  const std::string what = std::string("packed attention: ") + name;
  LIFT_CHECK(x_THD.is_cpu(), what + " on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(x_THD.dim() == 3 && x_THD.size(0) == tokens && x_THD.size(2) == like.size(2) &&
                 x_THD.scalar_type() == like.scalar_type(),
             what + " is [tokens, heads, head_dim] of its rows' tokens and the queries' width and dtype");
  LIFT_CHECK(x_THD.numel() == 0 || (x_THD.stride(2) == 1 && (x_THD.size(1) == 1 || x_THD.stride(1) == x_THD.size(2))),
             what + ": the heads of a token lie side by side");
}

void check_offsets(const at::Tensor& offsets, std::int64_t tokens) {
  LIFT_CHECK(offsets.is_cpu() && offsets.scalar_type() == at::kInt && offsets.dim() == 1 && offsets.is_contiguous() &&
                 offsets.size(0) >= 1,
             "packed attention: row offsets are int32 on the CPU");
  const std::int32_t* values = data_of<std::int32_t>(offsets);
  const std::int64_t rows = offsets.size(0) - 1;
  LIFT_CHECK(values[0] == 0 && values[rows] == tokens, "packed attention: the rows cover all tokens");
  for (std::int64_t r = 0; r < rows; ++r) {
    LIFT_CHECK(values[r] <= values[r + 1], "packed attention: row offsets ascend");
  }
}

void check_operands(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                    const at::Tensor& query_offsets, const at::Tensor& key_offsets) {
  LIFT_CHECK(q_THD.dim() == 3 && k_TKD.dim() == 3, "packed attention: q and k are [tokens, heads, head_dim]");
  check_heads(q_THD, q_THD, q_THD.size(0), "q");
  check_heads(k_TKD, q_THD, k_TKD.size(0), "k");
  check_heads(v_TKD, q_THD, k_TKD.size(0), "v");
  LIFT_CHECK(k_TKD.size(1) == v_TKD.size(1) && k_TKD.size(1) > 0 && q_THD.size(1) % k_TKD.size(1) == 0,
             "packed attention: the query heads are a multiple of the key/value heads");
  check_offsets(query_offsets, q_THD.size(0));
  check_offsets(key_offsets, k_TKD.size(0));
  LIFT_CHECK(query_offsets.size(0) == key_offsets.size(0), "packed attention: as many rows of queries as of keys");
  const std::int32_t *queries = data_of<std::int32_t>(query_offsets), *keys = data_of<std::int32_t>(key_offsets);
  for (std::int64_t r = 0; r + 1 < query_offsets.size(0); ++r) {
    LIFT_CHECK(queries[r + 1] - queries[r] <= keys[r + 1] - keys[r],
               "packed attention: every query is one of the keys");
  }
}

// The operands as plain pointers, and the slice of any row and key/value head.
template <class T>
struct Operands {
  Operands(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD, const at::Tensor& query_offsets_,
           const at::Tensor& key_offsets_, const AttentionOptions& options)
      : query_offsets(data_of<std::int32_t>(query_offsets_)),
        key_offsets(data_of<std::int32_t>(key_offsets_)),
        rows(query_offsets_.size(0) - 1),
        kv_heads(k_TKD.size(1)) {
    all.q = data_of<T>(q_THD);
    all.k = data_of<T>(k_TKD);
    all.v = data_of<T>(v_TKD);
    all.q_stride = q_THD.stride(0);
    all.k_stride = k_TKD.stride(0);
    all.v_stride = v_TKD.stride(0);
    all.group = q_THD.size(1) / kv_heads;
    all.head_dim = q_THD.size(2);
    all.window = options.sliding_window > 0 ? options.sliding_window : k_TKD.size(0) + 1;
    all.scale =
        static_cast<Compute<T>>(options.scale != 0 ? options.scale : 1 / std::sqrt(static_cast<double>(all.head_dim)));
    all.soft_cap = static_cast<Compute<T>>(options.soft_cap);
  }

  std::int64_t tokens(std::int64_t row) const { return key_offsets[row + 1] - key_offsets[row]; }
  std::int64_t first_query(std::int64_t row) const {
    return tokens(row) - (query_offsets[row + 1] - query_offsets[row]);
  }

  AttentionSlice<T> slice(std::int64_t row, std::int64_t kv_head) const {
    AttentionSlice<T> one = all;
    one.tokens = tokens(row);
    one.first_query = first_query(row);
    one.q += query_offsets[row] * all.q_stride + kv_head * all.group * all.head_dim;
    one.k += key_offsets[row] * all.k_stride + kv_head * all.head_dim;
    one.v += key_offsets[row] * all.v_stride + kv_head * all.head_dim;
    return one;
  }

  AttentionSlice<T> all;
  const std::int32_t *query_offsets, *key_offsets;
  std::int64_t rows, kv_heads;
};

// Queries [first, last) of one row and key/value head, and how many scores they are about.
struct Task {
  std::int64_t row, kv_head, first, last, cost;
};

std::int64_t score_count(std::int64_t first, std::int64_t last, std::int64_t window) {
  return (last - first) * std::min(window, (first + last + 1) / 2 + kAttentionTile / 2);
}

// Which thread does which tasks: the longest first, each to the thread with the least. Results do not depend on it.
std::vector<std::vector<std::size_t>> balance(const std::vector<Task>& tasks, int threads) {
  std::vector<std::size_t> order(tasks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return tasks[a].cost > tasks[b].cost; });
  std::vector<std::vector<std::size_t>> lists(static_cast<std::size_t>(threads));
  std::vector<std::int64_t> load(lists.size(), 0);
  for (std::size_t task : order) {
    const auto least = static_cast<std::size_t>(std::min_element(load.begin(), load.end()) - load.begin());
    load[least] += tasks[task].cost;
    lists[least].push_back(task);
  }
  return lists;
}

// f(index of the task, task, workspace) for all tasks.
template <class T, class F>
void run(const AttentionRows<T>& rows, const Operands<T>& operands, const std::vector<Task>& tasks, F&& f) {
  std::int64_t workspace = 0;
  for (std::int64_t row = 0; row < operands.rows; ++row) {
    workspace = std::max(workspace, rows.workspace(operands.slice(row, 0)));
  }
  const auto lists = balance(tasks, at::get_num_threads());
  const auto type = c10::CppTypeToScalarType<Compute<T>>::value;
  at::parallel_for(0, static_cast<std::int64_t>(lists.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t list = begin; list < end; ++list) {
      const at::Tensor buffer = at::empty({workspace}, type);
      for (std::size_t task : lists[static_cast<std::size_t>(list)]) f(task, tasks[task], data_of<Compute<T>>(buffer));
    }
  });
}

template <class T>
void forward(const Operands<T>& operands, AttentionOutput<T> all) {
  const auto rows = rows_for<T>(active_cpu_isa(), operands.all);
  const std::int64_t group = operands.all.group;
  std::vector<Task> tasks;
  for (std::int64_t row = 0; row < operands.rows; ++row) {
    for (std::int64_t first = operands.first_query(row), last; first < operands.tokens(row); first = last) {
      last = std::min(operands.tokens(row), end_of_tile(first));
      for (std::int64_t kv_head = 0; kv_head < operands.kv_heads; ++kv_head) {
        tasks.push_back({row, kv_head, first, last, score_count(first, last, operands.all.window)});
      }
    }
  }
  run<T>(rows, operands, tasks, [&](std::size_t, const Task& task, Compute<T>* workspace) {
    const std::int64_t first = operands.query_offsets[task.row];
    AttentionOutput<T> output = all;
    output.out += first * all.out_stride + task.kv_head * group * operands.all.head_dim;
    if (all.log_sum_exp) output.log_sum_exp += first * all.log_sum_exp_stride + task.kv_head * group;
    rows.forward(operands.slice(task.row, task.kv_head), output, task.first, task.last, workspace);
  });
}

// Bounds of the queries [first, tokens). Long rows in parts of about equally many scores, so that the threads find
// enough tasks; how many does not depend on the threads.
std::vector<std::int64_t> query_parts(std::int64_t first, std::int64_t tokens) {
  const std::int64_t parts = (tokens + kQueriesPerPart - 1) / kQueriesPerPart;
  std::vector<std::int64_t> bounds{first};
  for (std::int64_t part = 1; part < parts; ++part) {
    const double share = std::sqrt(static_cast<double>(part) / static_cast<double>(parts));
    const auto bound = static_cast<std::int64_t>(share * static_cast<double>(tokens)) / kAttentionTile * kAttentionTile;
    if (bound > first) bounds.push_back(bound);
  }
  bounds.push_back(tokens);
  return bounds;
}

template <class T>
class Backward {
 public:
  Backward(const Operands<T>& operands, const AttentionGradient<T>& all, const at::Tensor& grad_k_TKD,
           const at::Tensor& grad_v_TKD)
      : operands_(operands),
        all_(all),
        grad_k_(data_of<T>(grad_k_TKD)),
        grad_v_(data_of<T>(grad_v_TKD)),
        grad_k_stride_(grad_k_TKD.stride(0)),
        grad_v_stride_(grad_v_TKD.stride(0)) {
    for (std::int64_t row = 0; row < operands.rows; ++row) {
      const std::vector<std::int64_t> bounds = query_parts(operands.first_query(row), operands.tokens(row));
      for (std::int64_t kv_head = 0; kv_head < operands.kv_heads; ++kv_head) {
        for (std::size_t part = 0; part + 1 < bounds.size(); ++part) {
          tasks_.push_back({row, kv_head, bounds[part], bounds[part + 1],
                            score_count(bounds[part], bounds[part + 1], operands.all.window)});
        }
      }
    }
    partial_.resize(tasks_.size());
  }

  void run_all() {
    const auto rows = rows_for<T>(active_cpu_isa(), operands_.all);
    run<T>(rows, operands_, tasks_, [&](std::size_t index, const Task& task, Compute<T>* workspace) {
      partial_[index] =
          at::zeros({2, operands_.tokens(task.row) * width()}, c10::CppTypeToScalarType<Compute<T>>::value);
      rows.backward(operands_.slice(task.row, task.kv_head), gradient_of(task, partial_[index]), task.first, task.last,
                    workspace);
      if (is_whole(task)) write(index, index + 1);
    });
    for (std::size_t first = 0, last; first < tasks_.size(); first = last) {
      for (last = first + 1; last < tasks_.size() && !begins_head(tasks_[last]);) ++last;
      if (last > first + 1) write(first, last);
    }
  }

 private:
  std::int64_t width() const { return padded_head_dim(operands_.all.head_dim); }
  bool begins_head(const Task& task) const { return task.first == operands_.first_query(task.row); }
  bool is_whole(const Task& task) const { return begins_head(task) && task.last == operands_.tokens(task.row); }

  AttentionGradient<T> gradient_of(const Task& task, const at::Tensor& partial) const {
    const std::int64_t first = operands_.query_offsets[task.row], group = operands_.all.group;
    const std::int64_t head = task.kv_head * group * operands_.all.head_dim;
    AttentionGradient<T> gradient = all_;
    gradient.grad_out += first * all_.grad_out_stride + head;
    gradient.out += first * all_.out_stride + head;
    gradient.log_sum_exp += first * all_.log_sum_exp_stride + task.kv_head * group;
    gradient.grad_q += first * all_.grad_q_stride + head;
    gradient.grad_k = data_of<Compute<T>>(partial);
    gradient.grad_v = gradient.grad_k + partial.stride(0);
    return gradient;
  }

  // The keys' gradients of one row and head, from its parts in order.
  void write(std::size_t first, std::size_t last) {
    const Task& task = tasks_[first];
    for (std::size_t part = first + 1; part < last; ++part) partial_[first].add_(partial_[part]);
    const Compute<T>* from = data_of<Compute<T>>(partial_[first]);
    const std::int64_t tokens = operands_.tokens(task.row), token = operands_.key_offsets[task.row];
    const std::int64_t head = task.kv_head * operands_.all.head_dim;
    for (std::int64_t t = 0; t < tokens; ++t) {
      for (std::int64_t d = 0; d < operands_.all.head_dim; ++d) {
        store(grad_k_ + (token + t) * grad_k_stride_ + head + d, from[t * width() + d]);
        store(grad_v_ + (token + t) * grad_v_stride_ + head + d, from[(tokens + t) * width() + d]);
      }
    }
    for (std::size_t part = first; part < last; ++part) partial_[part].reset();
  }

  const Operands<T>& operands_;
  AttentionGradient<T> all_;
  T *grad_k_, *grad_v_;
  std::int64_t grad_k_stride_, grad_v_stride_;
  std::vector<Task> tasks_;           // the parts of a row and head one after another
  std::vector<at::Tensor> partial_;   // of each task: [2, tokens * width], gradients of k and v
};

void check_log_sum_exp(const at::Tensor& log_sum_exp_TH, const at::Tensor& q_THD) {
  LIFT_CHECK(log_sum_exp_TH.dim() == 2 && log_sum_exp_TH.size(0) == q_THD.size(0) &&
                 log_sum_exp_TH.size(1) == q_THD.size(1) && log_sum_exp_TH.is_contiguous() &&
                 log_sum_exp_TH.scalar_type() == compute_type(q_THD.scalar_type()),
             "packed attention: log-sum-exp is the forward pass's");
}

bool whole_scores(const at::Tensor& q_THD) { return cuda::kBuilt && q_THD.is_cuda(); }

at::Tensor attend(const at::Tensor& q_THD, const at::Tensor& k_SKD, const at::Tensor& v_SKD,
                  const at::Tensor& query_offsets, const at::Tensor& key_offsets, const AttentionOptions& options,
                  at::Tensor* log_sum_exp_TH) {
  if (whole_scores(q_THD))
    return attention_by_rows(q_THD, k_SKD, v_SKD, query_offsets, key_offsets, options, log_sum_exp_TH);
  check_operands(q_THD, k_SKD, v_SKD, query_offsets, key_offsets);
  at::Tensor out_THD = at::empty(q_THD.sizes(), q_THD.options());
  if (log_sum_exp_TH) {
    *log_sum_exp_TH =
        at::empty({q_THD.size(0), q_THD.size(1)}, q_THD.options().dtype(compute_type(q_THD.scalar_type())));
  }
  by_dtype(q_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    forward<T>(Operands<T>(q_THD, k_SKD, v_SKD, query_offsets, key_offsets, options),
               {data_of<T>(out_THD), log_sum_exp_TH ? data_of<Compute<T>>(*log_sum_exp_TH) : nullptr, out_THD.stride(0),
                q_THD.size(1)});
  });
  return out_THD;
}

}   // namespace

at::Tensor packed_attention(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                            const at::Tensor& row_offsets, const AttentionOptions& options,
                            at::Tensor* log_sum_exp_TH) {
  return attend(q_THD, k_TKD, v_TKD, row_offsets, row_offsets, options, log_sum_exp_TH);
}

at::Tensor prefixed_attention(const at::Tensor& q_THD, const at::Tensor& k_SKD, const at::Tensor& v_SKD,
                              const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                              const AttentionOptions& options, at::Tensor* log_sum_exp_TH) {
  return attend(q_THD, k_SKD, v_SKD, query_offsets, key_offsets, options, log_sum_exp_TH);
}

void packed_attention_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TKD,
                               const at::Tensor& v_TKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                               const at::Tensor& row_offsets, const AttentionOptions& options, at::Tensor& grad_q_THD,
                               at::Tensor& grad_k_TKD, at::Tensor& grad_v_TKD) {
  prefixed_attention_backward(grad_out_THD, q_THD, k_TKD, v_TKD, out_THD, log_sum_exp_TH, row_offsets, row_offsets,
                              options, grad_q_THD, grad_k_TKD, grad_v_TKD);
}

void prefixed_attention_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_SKD,
                                 const at::Tensor& v_SKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                                 const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                                 const AttentionOptions& options, at::Tensor& grad_q_THD, at::Tensor& grad_k_SKD,
                                 at::Tensor& grad_v_SKD) {
  if (whole_scores(q_THD)) {
    return attention_by_rows_backward(grad_out_THD, q_THD, k_SKD, v_SKD, out_THD, log_sum_exp_TH, query_offsets,
                                      key_offsets, options, grad_q_THD, grad_k_SKD, grad_v_SKD);
  }
  check_operands(q_THD, k_SKD, v_SKD, query_offsets, key_offsets);
  check_operands(grad_q_THD, grad_k_SKD, grad_v_SKD, query_offsets, key_offsets);
  check_heads(grad_out_THD, q_THD, q_THD.size(0), "grad_out");
  check_heads(out_THD, q_THD, q_THD.size(0), "out");
  check_log_sum_exp(log_sum_exp_TH, q_THD);
  LIFT_CHECK(grad_q_THD.sizes() == q_THD.sizes() && grad_k_SKD.sizes() == k_SKD.sizes() &&
                 grad_q_THD.scalar_type() == q_THD.scalar_type() && grad_out_THD.sizes() == q_THD.sizes() &&
                 out_THD.sizes() == q_THD.sizes(),
             "packed attention: gradients have the shape and dtype of their operands");
  by_dtype(q_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const Operands<T> operands(q_THD, k_SKD, v_SKD, query_offsets, key_offsets, options);
    const AttentionGradient<T> all{data_of<T>(grad_out_THD),
                                   data_of<T>(out_THD),
                                   data_of<Compute<T>>(log_sum_exp_TH),
                                   data_of<T>(grad_q_THD),
                                   grad_out_THD.stride(0),
                                   out_THD.stride(0),
                                   q_THD.size(1),
                                   grad_q_THD.stride(0)};
    Backward<T>(operands, all, grad_k_SKD, grad_v_SKD).run_all();
  });
}

}   // namespace lift
