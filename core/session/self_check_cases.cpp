#include "core/session/self_check_cases.h"

#include <cmath>

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/attention/cached_attention.h"
#include "core/kernels/attention/packed_attention.h"
#include "core/kernels/host_data.h"
#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/matvec/matvec.h"
#include "core/kernels/rows/cross_entropy.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/kernels/rows/rotary.h"
#include "core/kernels/rows/swiglu.h"
#include "core/kernels/sampled/sampled_gradient.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/kernels/top_k.h"
#include "core/spectra/blocked_product.h"

namespace lift {

at::Tensor SelfCheckOperands::draw(at::IntArrayRef sizes, double mean, double deviation) {
  at::Tensor values = at::empty(sizes, at::TensorOptions(at::kDouble));
  double* to = mutable_host_data<double>(values);
  for (std::int64_t i = 0; i < values.numel(); ++i) to[i] = mean + deviation * random_.normal();
  return values;
}

at::Tensor SelfCheckOperands::normal(at::IntArrayRef sizes, double mean, double deviation) {
  return draw(sizes, mean, deviation).to(form_.stored).to(form_.computed).to(form_.device);
}

at::Tensor SelfCheckOperands::accumulators(at::IntArrayRef sizes, double mean, double deviation) {
  const auto type = form_.computed == at::kDouble ? at::kDouble : at::kFloat;
  return draw(sizes, mean, deviation).to(at::kFloat).to(type).to(form_.device);
}

at::Tensor SelfCheckOperands::int32s(const std::vector<std::int32_t>& values) const {
  at::Tensor tensor = at::empty({std::ssize(values)}, at::TensorOptions(at::kInt));
  std::copy(values.begin(), values.end(), mutable_host_data<std::int32_t>(tensor));
  return tensor.to(form_.device);
}

at::Tensor SelfCheckOperands::below(std::int64_t limit, std::int64_t count) {
  std::vector<std::int32_t> values;
  for (std::int64_t i = 0; i < count; ++i)
    values.push_back(static_cast<std::int32_t>(random_.below(static_cast<std::uint64_t>(limit))));
  return int32s(values);
}

SparsePattern SelfCheckOperands::pattern(std::int64_t rows, std::int64_t columns, double density) {
  std::vector<std::int32_t> offsets{0}, chosen;
  for (std::int64_t row = 0; row < rows; ++row) {
    for (std::int64_t column = 0; column < columns; ++column)
      if (row == 3 || (row != 5 && random_.uniform() < density)) chosen.push_back(static_cast<std::int32_t>(column));
    offsets.push_back(static_cast<std::int32_t>(chosen.size()));
  }
  return {rows, columns, int32s(offsets), int32s(chosen)};
}

namespace {

constexpr double kEps = 1e-5;

SelfCheckRun sampled_gradient(SelfCheckOperands& operands) {
  const at::Tensor input = operands.normal({301, 200}), grad_output = operands.normal({301, 120}, 0, 1e-3);
  const SparsePattern pattern = operands.pattern(120, 200, 0.05);
  at::Tensor grad = operands.accumulators({pattern.entries()}, 0, 1e-3);
  return [=]() mutable {
    accumulate_sampled_gradient(input, grad_output, pattern, grad);
    return std::vector{grad};
  };
}

SelfCheckRun adamw(SelfCheckOperands& operands) {
  const SparsePattern pattern = operands.pattern(96, 160, 0.1);
  at::Tensor weight = operands.normal({96, 160}, 0, 0.05);
  const at::Tensor grad = operands.accumulators({pattern.entries()}, 0, 1e-2);
  at::Tensor master = operands.accumulators({pattern.entries()}, 0, 0.05);
  at::Tensor exp_avg = operands.accumulators({pattern.entries()}, 0, 1e-2);
  at::Tensor exp_avg_sq = operands.accumulators({pattern.entries()}, 0, 1e-2).square();
  const at::Tensor generation = operands.below(2, pattern.entries()).to(at::kShort);
  at::Tensor correction = at::empty({2, 2}, at::TensorOptions(at::kDouble));
  const double ages[] = {0.19, 0.002, 0.1, 0.001};
  std::copy(std::begin(ages), std::end(ages), mutable_host_data<double>(correction));
  return [=]() mutable {
    sparse_adamw_step({1e-3, 0.9, 0.999, 1e-8, 0.1, 0.7}, grad, generation, correction, master, exp_avg, exp_avg_sq,
                      pattern, weight);
    return std::vector{weight, master, exp_avg, exp_avg_sq};
  };
}

SelfCheckRun gradient_norm(SelfCheckOperands& operands) {
  const at::Tensor values = operands.accumulators({50001});
  return [=] {
    at::Tensor sum = at::empty({1}, at::TensorOptions(at::kDouble));
    *mutable_host_data<double>(sum) = sum_of_squares(values);
    return std::vector{sum};
  };
}

SelfCheckRun top_k(SelfCheckOperands& operands) {
  const at::Tensor score = operands.normal({130, 170});
  return [=] {
    const SparsePattern pattern = top_k_by_magnitude(score, 1000);
    return std::vector{pattern.row_offsets, pattern.columns};
  };
}

SelfCheckRun norms(SelfCheckOperands& operands) {
  const at::Tensor x = operands.normal({67, 200}), weight = operands.normal({200}, 1, 0.2);
  at::Tensor residual = operands.normal({67, 200});
  return [=]() mutable {
    at::Tensor rstd, sum_rstd;
    const at::Tensor plain = rms_norm(x, weight, kEps, &rstd);
    const at::Tensor added = add_rms_norm(residual, x, weight, kEps, &sum_rstd);
    return std::vector{plain, rstd, added, residual, sum_rstd};
  };
}

SelfCheckRun norm_backward(SelfCheckOperands& operands) {
  const at::Tensor x = operands.normal({67, 200}), weight = operands.normal({200}, 1, 0.2);
  const at::Tensor grad_y = operands.normal({67, 200});
  const at::Tensor rstd = operands.accumulators({67}, 1, 0.05);
  at::Tensor grad_x = operands.normal({67, 200});
  return [=]() mutable {
    rms_norm_backward(grad_y, x, weight, rstd, grad_x);
    return std::vector{grad_x};
  };
}

SelfCheckRun rotation(SelfCheckOperands& operands) {
  at::Tensor there = operands.normal({61, 3, 48}), back = operands.normal({61, 3, 48});
  const at::Tensor angles = operands.accumulators({70, 24});
  const at::Tensor cosines = angles.cos(), sines = angles.sin(), positions = operands.below(70, 61);
  return [=]() mutable {
    rotary_(there, cosines, sines, positions, false);
    rotary_(back, cosines, sines, positions, true);
    return std::vector{there, back};
  };
}

SelfCheckRun gates(SelfCheckOperands& operands) {
  at::Tensor gate = operands.normal({61, 203}, 0, 2), up = operands.normal({61, 203});
  const at::Tensor grad = operands.normal({61, 203});
  return [=]() mutable {
    const at::Tensor forward = swiglu(gate, up);
    at::Tensor hidden;
    swiglu_backward_(grad, gate, up, &hidden);
    return std::vector{forward, hidden, gate, up};
  };
}

SelfCheckRun head_loss(SelfCheckOperands& operands) {
  const at::Tensor hidden = operands.normal({45, 64}), head = operands.normal({301, 64}, 0, 0.125);
  const at::Tensor labels = operands.below(301, 45);
  return [=] {
    const HeadLoss loss = head_cross_entropy(
        hidden, head, labels, {.with_losses = true, .with_gradient = true, .gradient_scale = 0.01, .chunk_labels = 16});
    return std::vector{loss.losses_L, loss.grad_hidden_LD};
  };
}

SelfCheckRun attention(SelfCheckOperands& operands) {
  const at::Tensor q = operands.normal({150, 6, 64}), k = operands.normal({150, 2, 64}),
                   v = operands.normal({150, 2, 64});
  const at::Tensor grad = operands.normal({150, 6, 64});
  const at::Tensor rows = operands.int32s({0, 70, 70, 150}).to(at::kCPU);
  return [=] {
    std::vector<at::Tensor> results;
    for (const AttentionOptions& options :
         {AttentionOptions{}, AttentionOptions{.sliding_window = 33}, AttentionOptions{.soft_cap = 2}}) {
      at::Tensor sums, grad_q = at::empty_like(q), grad_k = at::empty_like(k), grad_v = at::empty_like(v);
      const at::Tensor out = packed_attention(q, k, v, rows, options, &sums);
      packed_attention_backward(grad, q, k, v, out, sums, rows, options, grad_q, grad_k, grad_v);
      results.insert(results.end(), {out, sums, grad_q, grad_k, grad_v});
    }
    return results;
  };
}

SelfCheckRun decoding_attention(SelfCheckOperands& operands) {
  const at::Tensor q = operands.normal({2, 6, 64}), keys = operands.normal({2, 2, 90, 64}),
                   values = operands.normal({2, 2, 90, 64});
  return [=] {
    const auto seen = [&](std::int64_t sequence, std::int64_t first, std::int64_t last) {
      return CachedTokens{host_bytes(keys.select(0, sequence)), host_bytes(values.select(0, sequence)), 90 * 64, first,
                          last};
    };
    const std::vector tokens{seen(0, 0, 90), seen(1, 7, 38)};
    return std::vector{cached_attention(q, 2, tokens), cached_attention(q, 2, tokens, 0.3, 2)};
  };
}

SelfCheckRun decoding_product(SelfCheckOperands& operands) {
  const at::Tensor few = operands.normal({3, 200}), many = operands.normal({19, 200});
  const std::vector weights{operands.normal({96, 200}, 0, 0.07), operands.normal({33, 200}, 0, 0.07)};
  return [=] {
    std::vector<at::Tensor> results = matvec(few, weights);
    for (at::Tensor& result : matvec(many, weights)) results.push_back(std::move(result));
    return results;
  };
}

SelfCheckRun products(SelfCheckOperands& operands) {
  const at::Tensor x = operands.normal({70, 96}), y = operands.normal({70, 130}),
                   weight = operands.normal({130, 96}, 0, 0.1);
  return [=] { return std::vector{product_with_transposed(x, weight), product(y, weight)}; };
}

SelfCheckRun narrow_product(SelfCheckOperands& operands) {
  const at::Tensor left = operands.normal({201, 150}), right = operands.normal({150, 23});
  return [=] { return std::vector{blocked_product(left, right)}; };
}

}   // namespace

const std::vector<SelfCheckCase>& self_check_cases() {
  static const std::vector<SelfCheckCase> cases{
      {.name = "sampled gradient", .prepare = sampled_gradient},
      {.name = "sparse AdamW", .prepare = adamw},
      {.name = "gradient norm", .prepare = gradient_norm, .in_bf16 = false},
      {.name = "top-k", .prepare = top_k, .in_bf16 = false, .exact = true},
      {.name = "RMSNorm", .prepare = norms},
      {.name = "RMSNorm backward", .prepare = norm_backward},
      {.name = "rotary", .prepare = rotation},
      {.name = "SwiGLU and backward", .prepare = gates},
      {.name = "head and cross-entropy", .prepare = head_loss},
      {.name = "attention and backward", .prepare = attention},
      {.name = "decoding attention", .prepare = decoding_attention, .on_gpu = false},
      {.name = "decoding product", .prepare = decoding_product, .on_gpu = false},
      {.name = "matrix product", .prepare = products},
      {.name = "narrow product", .prepare = narrow_product, .in_bf16 = false}};
  return cases;
}

}   // namespace lift
