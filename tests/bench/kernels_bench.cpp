// Every kernel against the ATen operations it replaces, on the shapes of SmolLM2-135M and 2,048 tokens.
// kernels_bench [THREADS] [ISA 0-4] [WORD] prints milliseconds and how many times faster ours are, of those whose name
// contains WORD. Both sides take turns, and the best turn of each counts; with one thread it is processor time, so that
// a busy machine disturbs little.
#include <ctime>

#include <cstdlib>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/_scaled_dot_product_flash_attention_for_cpu.h>
#include <ATen/ops/_scaled_dot_product_flash_attention_for_cpu_backward.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/rms_norm.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/silu_backward.h>
#include <ATen/ops/take.h>
#include <ATen/ops/topk.h>
#include <ATen/ops/zeros.h>
#include <fmt/core.h>

#include "core/kernels/attention/attention_by_rows.h"
#include "core/kernels/attention/packed_attention.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/matvec/matvec.h"
#include "core/kernels/matvec/shape_caches.h"
#include "core/kernels/rows/cross_entropy.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/kernels/rows/rotary.h"
#include "core/kernels/rows/swiglu.h"
#include "core/kernels/sampled/sampled_gradient.h"

namespace {

using namespace lift;

constexpr std::int64_t kTokens = 2048, kWidth = 576, kFeedForward = 1536, kHeads = 9, kKvHeads = 3, kHeadDim = 64;

double seconds() {
  timespec time{};
  clock_gettime(at::get_num_threads() == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double once(const std::function<void()>& body) {
  const double start = seconds();
  body();
  return seconds() - start;
}

std::string only;

void compare(const std::string& name, const std::function<void()>& ours, const std::function<void()>& aten,
             int turns = 20) {
  if (name.find(only) == std::string::npos) return;
  double our_best = 1e9, aten_best = 1e9;
  for (int turn = 0; turn < turns; ++turn) {
    our_best = std::min(our_best, once(ours));
    aten_best = std::min(aten_best, once(aten));
  }
  fmt::print("{:<52} ours {:9.3f} ms   ATen {:9.3f} ms   {:6.2f} times\n", name, our_best * 1e3, aten_best * 1e3,
             aten_best / our_best);
}

const char* text_of(at::ScalarType type) { return type == at::kBFloat16 ? "bf16" : "fp32"; }

// The k largest of a random matrix of rank 16 whose rows and columns differ in size: they gather in few of either,
// as principal weights do.
struct Mask {
  SparsePattern pattern;
  at::Tensor flat;
};

Mask principal_mask(std::int64_t rows, std::int64_t columns, double density) {
  const at::Tensor score = at::mm(at::randn({rows, 16}) * (at::randn({rows, 1}) * 0.7).exp(),
                                  at::randn({16, columns}) * (at::randn({1, columns}) * 0.5).exp());
  const auto k = static_cast<std::int64_t>(density * static_cast<double>(rows * columns));
  const at::Tensor flat = std::get<0>(std::get<1>(at::topk(score.abs().flatten(), k)).sort());
  at::Tensor offsets = at::zeros({rows + 1}, at::kInt), chosen = at::empty_like(flat, at::TensorOptions(at::kInt));
  auto* offset = static_cast<std::int32_t*>(offsets.data_ptr());
  for (std::int64_t e = 0; e < k; ++e) {
    const std::int64_t index = static_cast<const std::int64_t*>(flat.data_ptr())[e];
    ++offset[index / columns + 1];
    static_cast<std::int32_t*>(chosen.data_ptr())[e] = static_cast<std::int32_t>(index % columns);
  }
  for (std::int64_t row = 0; row < rows; ++row) offset[row + 1] += offset[row];
  return {{rows, columns, offsets, chosen}, flat};
}

void sampled_gradient(at::ScalarType type) {
  const std::pair<std::int64_t, std::int64_t> shapes[] = {
      {kWidth, kWidth}, {kKvHeads * kHeadDim, kWidth}, {kFeedForward, kWidth}, {kWidth, kFeedForward}};
  for (const auto& [rows, columns] : shapes) {
    for (const double density : {0.01, 0.05, 0.2, 0.5, 1.0}) {
      const at::Tensor input = at::randn({kTokens, columns}).to(type),
                       grad_output = at::randn({kTokens, rows}).to(type);
      const Mask mask = principal_mask(rows, columns, density);
      at::Tensor grad = at::zeros({mask.pattern.entries()});
      compare(
          fmt::format("sampled gradient {} {}x{}, {:.0f} %", text_of(type), rows, columns, density * 100),
          [&] { accumulate_sampled_gradient(input, grad_output, mask.pattern, grad); },
          [&] { grad.add_(at::take(at::mm(grad_output.t(), input), mask.flat)); });
    }
  }
}

void attention(at::ScalarType type, std::int64_t row_tokens) {
  const at::Tensor q = at::randn({kTokens, kHeads, kHeadDim}).to(type),
                   k = at::randn({kTokens, kKvHeads, kHeadDim}).to(type);
  const at::Tensor v = at::randn({kTokens, kKvHeads, kHeadDim}).to(type), grad_out = at::randn(q.sizes()).to(type);
  const std::int64_t rows = kTokens / row_tokens;
  at::Tensor offsets = at::zeros({rows + 1}, at::kInt);
  for (std::int64_t row = 0; row <= rows; ++row) offsets[row] = row * row_tokens;
  const auto row_of = [&](const at::Tensor& x, std::int64_t row) {
    return x.narrow(0, row * row_tokens, row_tokens).transpose(0, 1).unsqueeze(0);
  };
  at::Tensor out, log_sum_exp, grad_q = at::empty_like(q), grad_k = at::empty_like(k), grad_v = at::empty_like(v);
  std::vector<std::tuple<at::Tensor, at::Tensor>> flash(static_cast<std::size_t>(rows));
  const std::string name = fmt::format("{}, {} rows of {}", text_of(type), rows, row_tokens);
  compare(
      "attention forward " + name, [&] { out = packed_attention(q, k, v, offsets, {}, &log_sum_exp); },
      [&] {
        for (std::int64_t row = 0; row < rows; ++row) {
          flash[static_cast<std::size_t>(row)] = at::_scaled_dot_product_flash_attention_for_cpu(
              row_of(q, row), row_of(k, row), row_of(v, row), 0.0, true);
        }
      });
  compare(
      "attention backward " + name,
      [&] { packed_attention_backward(grad_out, q, k, v, out, log_sum_exp, offsets, {}, grad_q, grad_k, grad_v); },
      [&] {
        for (std::int64_t row = 0; row < rows; ++row) {
          const auto& [o, sums] = flash[static_cast<std::size_t>(row)];
          const std::int64_t group = kHeads / kKvHeads;
          at::_scaled_dot_product_flash_attention_for_cpu_backward(
              row_of(grad_out, row), row_of(q, row), row_of(k, row).repeat_interleave(group, 1),
              row_of(v, row).repeat_interleave(group, 1), o, sums, 0.0, true);
        }
      });
}

// Beside scores that are held whole.
void capped_attention(at::ScalarType type, std::int64_t row_tokens) {
  const at::Tensor q = at::randn({kTokens, kHeads, kHeadDim}).to(type),
                   k = at::randn({kTokens, kKvHeads, kHeadDim}).to(type);
  const at::Tensor v = at::randn({kTokens, kKvHeads, kHeadDim}).to(type), grad_out = at::randn(q.sizes()).to(type);
  const at::Tensor offsets = at::arange(0, kTokens + 1, row_tokens, at::kInt);
  const AttentionOptions options{.soft_cap = 50};
  at::Tensor out, sums, grad_q = at::empty_like(q), grad_k = at::empty_like(k), grad_v = at::empty_like(v);
  const std::string name = fmt::format("{}, {} rows of {}", text_of(type), kTokens / row_tokens, row_tokens);
  compare(
      "attention with a soft cap forward " + name, [&] { out = packed_attention(q, k, v, offsets, options, &sums); },
      [&] { out = attention_by_rows(q, k, v, offsets, offsets, options, &sums); });
  compare(
      "attention with a soft cap backward " + name,
      [&] { packed_attention_backward(grad_out, q, k, v, out, sums, offsets, options, grad_q, grad_k, grad_v); },
      [&] {
        attention_by_rows_backward(grad_out, q, k, v, out, sums, offsets, offsets, options, grad_q, grad_k, grad_v);
      });
}

void norm_and_activation(at::ScalarType type) {
  const at::Tensor x = at::randn({kTokens, kWidth}).to(type), weight = at::randn({kWidth}).to(type);
  at::Tensor residual = at::randn({kTokens, kWidth}).to(type), rstd;
  compare(
      fmt::format("add + RMSNorm forward {}", text_of(type)), [&] { add_rms_norm(residual, x, weight, 1e-5, &rstd); },
      [&] { at::rms_norm(residual.add_(x), {kWidth}, weight, 1e-5); });
  at::Tensor gate = at::randn({kTokens, kFeedForward}).to(type), up = at::randn({kTokens, kFeedForward}).to(type);
  const at::Tensor grad = at::randn({kTokens, kFeedForward}).to(type);
  compare(
      fmt::format("SwiGLU forward {}", text_of(type)), [&] { swiglu(gate, up); }, [&] { at::silu(gate) * up; });
  at::Tensor hidden = at::empty_like(gate);
  compare(
      fmt::format("SwiGLU backward {}", text_of(type)), [&] { swiglu_backward_(grad, gate, up, &hidden); },
      [&] {
        const at::Tensor activated = at::silu(gate), recomputed = activated * up, grad_up = grad * activated;
        at::silu_backward(grad * up, gate);
      });
  at::Tensor q = at::randn({kTokens, kHeads, kHeadDim}).to(type);
  const at::Tensor cos = at::randn({kTokens, kHeadDim / 2}), sin = at::randn({kTokens, kHeadDim / 2});
  const at::Tensor wide_cos = at::cat({cos, cos}, 1).unsqueeze(1).to(type),
                   wide_sin = at::cat({sin, sin}, 1).unsqueeze(1).to(type);
  const at::Tensor positions = at::randint(0, kTokens, {kTokens}, at::kInt);
  compare(
      fmt::format("rotary {}", text_of(type)), [&] { rotary_(q, cos, sin, positions, false); },
      [&] {
        q* wide_cos + at::cat({-q.narrow(2, kHeadDim / 2, kHeadDim / 2), q.narrow(2, 0, kHeadDim / 2)}, 2) * wide_sin;
      });
}

void head(at::ScalarType type) {
  constexpr std::int64_t kLabels = 512, kVocabulary = 49152;
  const at::Tensor hidden = at::randn({kLabels, kWidth}).to(type),
                   weight = (at::randn({kVocabulary, kWidth}) * 0.04).to(type);
  const at::Tensor ids = at::randint(0, kVocabulary, {kLabels}, at::kInt), long_ids = ids.to(at::kLong);
  compare(
      fmt::format("head + cross-entropy + gradient {}", text_of(type)),
      [&] {
        head_cross_entropy(hidden, weight, ids, {false, true, 1.0 / kLabels, 0});
      },
      [&] {
        at::Tensor leaf = hidden.detach().requires_grad_();
        at::cross_entropy_loss(at::linear(leaf, weight).to(at::kFloat), long_ids).backward();
      },
      3);
}

// Where matvec_row_limit() should lie: decoding's q, k and v of so many sequences, against the general product.
void few_rows(at::ScalarType type) {
  const std::vector weights{at::randn({kFeedForward, kWidth}).to(type), at::randn({kFeedForward, kWidth}).to(type)};
  for (const std::int64_t rows : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 2048}) {
    const at::Tensor x = at::randn({rows, kWidth}).to(type);
    compare(
        fmt::format("{} rows of x times gate and up {}, against our product", rows, text_of(type)),
        [&] { matvec(x, weights); },
        [&] {
          for (const at::Tensor& weight : weights) product_with_transposed(x, weight);
        });
  }
}

}   // namespace

int main(int argc, char** argv) {
  keep_shape_caches_small();
  at::set_num_threads(argc > 1 ? std::atoi(argv[1]) : 1);
  if (argc > 3) only = argv[3];
  const CpuIsaLimit limit(argc > 2 ? static_cast<CpuIsa>(std::atoi(argv[2])) : CpuIsa::AmxBf16);
  fmt::print("{} thread(s), {}\n", at::get_num_threads(), name_of(active_cpu_isa()));
  for (const auto type : {at::kBFloat16, at::kFloat}) {
    sampled_gradient(type);
    for (const std::int64_t row_tokens : {256, 2048}) attention(type, row_tokens);
    for (const std::int64_t row_tokens : {256, 2048}) capped_attention(type, row_tokens);
    norm_and_activation(type);
    head(type);
    few_rows(type);
  }
}
