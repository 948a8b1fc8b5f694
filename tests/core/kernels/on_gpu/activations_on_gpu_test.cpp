// Norms, rotary, SwiGLU, the head's loss and attention as a GPU runs them, against the portable kernels of the CPU.
// The device is the tests' own: tests/support/emulated_gpu/README.md.
#include <QtTest>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full.h>

#include "core/kernels/attention/packed_attention.h"
#include "core/kernels/rows/cross_entropy.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/kernels/rows/rotary.h"
#include "core/kernels/rows/swiglu.h"
#include "tests/core/kernels/kernel_cases.h"
#include "tests/support/emulated_gpu/schedules.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr double kEps = 1e-5;
using Tensors = std::vector<at::Tensor>;

// Sums in another order: a few roundings of the computing type, and one of bf16 where the result is near a tie.
double bound_of(at::ScalarType type) { return type == at::kBFloat16 ? 0x1p-7 : type == at::kFloat ? 2e-6 : 1e-14; }

// compute(device) on the host with portable kernels and on the GPU under every schedule. Empty: the same within the
// bound.
template <class F>
QString difference(at::ScalarType type, F&& compute) {
  Tensors expected;
  {
    const CpuIsaLimit limit(CpuIsa::Portable);
    expected = compute(at::Device(at::kCPU));
  }
  bool same = false;
  const Tensors found = gpu::under_every_schedule([&] { return compute(gpu::kDevice); }, same);
  if (!same) return "the order of threads or the number of blocks changes the result";
  if (found.size() != expected.size()) return "another number of results";
  for (std::size_t i = 0; i < found.size(); ++i) {
    const at::Tensor wanted = expected[i].contiguous();
    if (found[i].scalar_type() != wanted.scalar_type()) return QStringLiteral("result %1 has another dtype").arg(i);
    if (!at::equal(found[i].isnan(), wanted.isnan())) return QStringLiteral("result %1 has NaN elsewhere").arg(i);
    const double error = relative_error(found[i].nan_to_num(0, 0, 0), wanted.nan_to_num(0, 0, 0));
    if (error > bound_of(type)) return QStringLiteral("result %1 differs by %2").arg(i).arg(error);
  }
  return {};
}

constexpr at::ScalarType kTypes[] = {at::kBFloat16, at::kFloat, at::kDouble};
#define SAME(type, ...) QCOMPARE(difference(type, __VA_ARGS__), QString())

}   // namespace

class ActivationsOnGpuTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  // Captured by name: clang 16 can't capture a structured binding where OpenMP is on.
  void norms_equal_the_cpu() {
    for (const auto type : kTypes)
      for (const auto& [rows, width] : {std::pair{5, 3}, {3, 256}, {9, 257}, {2, 1003}, {1, 1}, {0, 8}, {7, 64}})
        SAME(type, [&, rows = rows, width = width](at::Device device) {
          Cases cases(1);
          const at::Tensor x = cases.normal({rows, width}, type, 3).to(device),
                           weight = cases.normal({width}, type).to(device);
          const at::Tensor grad_y = cases.normal({rows, width}, type).to(device);
          at::Tensor grad_x = cases.normal({rows, width}, type, 0.1).to(device);
          at::Tensor residual = cases.normal({rows, width}, type).to(device), rstd, sum_rstd;
          const at::Tensor y = rms_norm(x, weight, kEps, &rstd), unkept = rms_norm(x, weight, kEps, nullptr);
          const at::Tensor added = add_rms_norm(residual, x, weight, kEps, &sum_rstd);
          rms_norm_backward(grad_y, x, weight, rstd, grad_x);
          return Tensors{y, rstd, unkept, added, residual, sum_rstd, grad_x};
        });
  }

  void a_nan_stays_in_its_row() {
    for (const auto type : kTypes)
      SAME(type, [&](at::Device device) {
        at::Tensor x = Cases(5).normal({3, 300}, type).to(device), rstd;
        x.select(0, 1).select(0, 299).fill_(NAN);
        at::Tensor gate = x.clone(), up = x.clone();
        const at::Tensor y = rms_norm(x, Cases(6).normal({300}, type).to(device), kEps, &rstd);
        swiglu_backward_(x, gate, up, nullptr);
        return Tensors{y, rstd, gate, up};
      });
  }

  void rotation_equals_the_cpu() {
    for (const auto type : kTypes)
      for (const auto& [tokens, heads, half] : {std::tuple{5, 3, 4}, {1, 1, 1}, {61, 2, 24}, {0, 2, 4}, {9, 9, 32}})
        SAME(type, [&, tokens = tokens, heads = heads, half = half](at::Device device) {
          Cases cases(2);
          const auto table = type == at::kDouble ? at::kDouble : at::kFloat;
          // A slice of a fused projection: a token's distance to the next is larger than its heads.
          const at::Tensor fused = cases.normal({tokens, heads * half * 2 + 6}, type).to(device);
          at::Tensor x = fused.narrow(1, 4, heads * half * 2).view({tokens, heads, half * 2}), back = x.clone();
          const at::Tensor angles = cases.normal({70, half > 1 ? half - half / 4 : half}, table);
          const at::Tensor cosines = angles.cos().to(device), sines = angles.sin().to(device);
          const at::Tensor positions = cases.below(70, tokens).to(device);
          rotary_(x, cosines, sines, positions, false);
          rotary_(back, cosines, sines, positions, true);
          return Tensors{fused, back};
        });
  }

  void a_position_outside_the_tables_makes_its_token_nan() {
    at::Tensor x = Cases(3).normal({3, 2, 8}, at::kFloat).to(gpu::kDevice);
    const at::Tensor table = Cases(3).normal({4, 4}, at::kFloat).to(gpu::kDevice);
    rotary_(x, table, table, Cases::int32s({0, 4, -1}).to(gpu::kDevice), false);
    const at::Tensor nan = x.isnan().flatten(1).to(at::kCPU);
    QVERIFY(!nan.select(0, 0).any().item<bool>() && nan.select(0, 1).all().item<bool>() &&
            nan.select(0, 2).all().item<bool>());
  }

  void gates_equal_the_cpu() {
    for (const auto type : kTypes)
      for (const auto& [rows, width] : {std::pair{5, 3}, {3, 256}, {61, 203}, {1, 1}, {0, 8}, {4, 0}})
        SAME(type, [&, rows = rows, width = width](at::Device device) {
          Cases cases(4);
          at::Tensor both = cases.normal({rows, 2 * width}, type, 4).to(device);   // gate beside up
          at::Tensor gate = both.narrow(1, 0, width), up = both.narrow(1, width, width);
          const at::Tensor grad = cases.normal({rows, width}, type).to(device), forward = swiglu(gate, up);
          at::Tensor hidden, other_gate = gate.clone(), other_up = up.clone();
          swiglu_backward_(grad, gate, up, &hidden);
          swiglu_backward_(grad, other_gate, other_up, nullptr);
          return Tensors{forward, hidden, both, other_gate, other_up};
        });
  }

  void the_loss_and_its_gradient_equal_the_cpu() {
    for (const auto type : kTypes)
      for (const auto& [labels, width, vocabulary, chunk] :
           {std::tuple{5, 3, 7, 0}, {45, 64, 301, 16}, {1, 8, 1, 0}, {9, 16, 1030, 4}, {0, 8, 11, 0}})
        SAME(type, [&, labels = labels, width = width, vocabulary = vocabulary, chunk = chunk](at::Device device) {
          Cases cases(5);
          const at::Tensor hidden = cases.normal({labels, width}, type).to(device);
          const at::Tensor head = cases.normal({vocabulary, width}, type).to(device);
          const at::Tensor ids = cases.below(vocabulary, labels).to(device);
          const HeadLoss with = head_cross_entropy(
              hidden, head, ids,
              {.with_losses = true, .with_gradient = true, .gradient_scale = 0.01, .chunk_labels = chunk});
          const HeadLoss without = head_cross_entropy(hidden, head, ids, {});
          const at::Tensor sums = at::cat({at::full({1}, with.loss_sum()), at::full({1}, without.loss_sum())});
          return Tensors{with.losses_L, with.grad_hidden_LD, sums};
        });
  }

  void huge_logits_give_a_finite_loss() {
    for (const auto type : {at::kFloat, at::kDouble}) {
      const at::Tensor hidden = at::full({2, 4}, 1e4, at::TensorOptions(type)).to(gpu::kDevice);
      const at::Tensor head = Cases(6).normal({300, 4}, type).to(gpu::kDevice);
      const HeadLoss loss =
          head_cross_entropy(hidden, head, Cases::int32s({0, 299}).to(gpu::kDevice), {.with_losses = true});
      QVERIFY(loss.losses_L.isfinite().all().item<bool>() && std::isfinite(loss.loss_sum()));
    }
  }

  void attention_equals_the_cpu() {
    for (const auto type : kTypes)
      for (const std::int64_t window : {0, 5})
        SAME(type, [&](at::Device device) {
          Cases cases(7);
          const at::Tensor qkv = cases.normal({31, 8 * 16}, type).to(device),
                           grad = cases.normal({31, 4, 16}, type).to(device);
          const auto part = [&](std::int64_t first, std::int64_t heads) {
            return qkv.narrow(1, first * 16, heads * 16).view({31, heads, 16});
          };
          const at::Tensor q = part(0, 4), k = part(4, 2), v = part(6, 2), rows = Cases::int32s({0, 7, 7, 30, 31});
          const AttentionOptions options{.sliding_window = window};
          at::Tensor sums, grad_q = at::empty_like(q), grad_k = at::empty_like(k), grad_v = at::empty_like(v);
          const at::Tensor out = packed_attention(q, k, v, rows, options, &sums);
          packed_attention_backward(grad, q, k, v, out, sums, rows, options, grad_q, grad_k, grad_v);
          const at::Tensor tail =
              prefixed_attention(q.narrow(0, 28, 3), k, v, Cases::int32s({0, 3}), Cases::int32s({0, 31}), options);
          return Tensors{out, sums, grad_q, grad_k, grad_v, tail};
        });
  }
};

QTEST_GUILESS_MAIN(ActivationsOnGpuTest)
#include "activations_on_gpu_test.moc"
