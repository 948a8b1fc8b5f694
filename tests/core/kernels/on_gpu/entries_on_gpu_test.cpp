// The sampled gradient, sparse AdamW, the gradient's norm and top-k as a GPU runs them, against the portable kernels of
// the CPU. The device is the tests' own: tests/support/emulated_gpu/README.md.
#include <QtTest>

#include <cmath>
#include <limits>

#include "core/kernels/sampled/sampled_gradient.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/kernels/top_k.h"
#include "tests/core/kernels/kernel_cases.h"
#include "tests/support/emulated_gpu/operations.h"
#include "tests/support/emulated_gpu/schedules.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr at::ScalarType kTypes[] = {at::kBFloat16, at::kFloat, at::kDouble};
using Tensors = std::vector<at::Tensor>;

SparsePattern on(at::Device device, SparsePattern pattern) {
  pattern.row_offsets = pattern.row_offsets.to(device);
  pattern.columns = pattern.columns.to(device);
  return pattern;
}

at::ScalarType computing(at::ScalarType type) { return type == at::kDouble ? at::kDouble : at::kFloat; }

// Ties, zeros of both signs, subnormals, infinities and NaN among numbers.
double awkward(RandomStream& random) {
  switch (random.below(9)) {
    case 0: return 0.25;
    case 1: return -0.25;
    case 2: return random.normal() * 1e-42;
    case 3: return std::numeric_limits<double>::quiet_NaN();
    case 4: return random.below(20) == 0 ? -std::numeric_limits<double>::infinity() : -0.0;
    default: return random.normal();
  }
}

at::Tensor awkward_scores(std::int64_t rows, std::int64_t columns, at::ScalarType type) {
  RandomStream random(stream_seed(5, "scores"));
  at::Tensor scores = at::empty({rows, columns}, at::TensorOptions(at::kDouble));
  for (std::int64_t i = 0; i < scores.numel(); ++i) scores.mutable_data_ptr<double>()[i] = awkward(random);
  return scores.to(type);
}

}   // namespace

class EntriesOnGpuTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void the_sampled_gradient_equals_the_cpu() {
    struct Shape {
      std::int64_t tokens, rows, columns;
      double density;
    };
    for (const auto type : kTypes)
      for (const Shape& shape :
           {Shape{31, 40, 70, 0.05}, {1, 1, 1, 1}, {17, 600, 33, 0.1}, {5, 9, 300, 0}, {0, 8, 8, 0.5}}) {
        const CpuIsaLimit limit(CpuIsa::Portable);
        const auto run = [&](at::Device device) {
          Cases cases(1);
          const at::Tensor input = cases.normal({shape.tokens, shape.columns}, type).to(device);
          const at::Tensor grad_output = cases.normal({shape.tokens, shape.rows}, type).to(device);
          const SparsePattern pattern = on(device, cases.pattern(shape.rows, shape.columns, shape.density, {3}, {5}));
          at::Tensor grad = cases.normal({pattern.entries()}, computing(type)).to(device);
          for (int microbatch = 0; microbatch < 2; ++microbatch)
            accumulate_sampled_gradient(input, grad_output, pattern, grad);
          return Tensors{grad};
        };
        bool same = false;
        const at::Tensor found = gpu::under_every_schedule([&] { return run(gpu::kDevice); }, same).front();
        QVERIFY2(same, text_of(type));
        // bf16: a GPU rounds the dense block once more.
        const double bound = type == at::kBFloat16 ? 0x1p-8 : type == at::kFloat ? 1e-6 : 1e-14;
        const double error = relative_error(found, run(at::Device(at::kCPU)).front());
        QVERIFY2(error <= bound,
                 qPrintable(QStringLiteral("%1, %2 rows: %3").arg(text_of(type)).arg(shape.rows).arg(error)));
      }
  }

  void adamw_equals_the_cpu() {
    for (const auto type : kTypes)
      for (const std::int64_t rows : {1, 9, 100}) {
        const CpuIsaLimit limit(CpuIsa::Portable);
        const auto run = [&](at::Device device) {
          Cases cases(2);
          const SparsePattern pattern = on(device, cases.pattern(rows, 77, 0.2, {0}, {4}));
          const std::int64_t k = pattern.entries();
          const auto wide = computing(type);
          at::Tensor weight = cases.normal({rows, 77}, type).to(device), master = cases.normal({k}, wide).to(device);
          const at::Tensor grad = cases.normal({k}, wide).to(device),
                           generation = cases.below(3, k).to(at::kShort).to(device);
          at::Tensor exp_avg = cases.normal({k}, wide).to(device),
                     exp_avg_sq = cases.normal({k}, wide).square().to(device);
          at::Tensor corrections = at::empty({3, 2}, at::TensorOptions(at::kDouble));
          const double values[] = {0.9, 0.3, 0.19, 0.002, 0.1, 0.001};
          std::copy(std::begin(values), std::end(values), corrections.data_ptr<double>());
          for (int step = 0; step < 3; ++step)
            sparse_adamw_step({1e-2, 0.9, 0.999, 1e-8, 0.1, 0.7}, grad, generation, corrections, master, exp_avg,
                              exp_avg_sq, pattern, weight);
          return Tensors{weight, master, exp_avg, exp_avg_sq};
        };
        bool same = false;
        const Tensors found = gpu::under_every_schedule([&] { return run(gpu::kDevice); }, same);
        const Tensors expected = run(at::Device(at::kCPU));
        QVERIFY2(same, text_of(type));
        for (std::size_t i = 0; i < found.size(); ++i) {
          const bool in_bf16 = found[i].scalar_type() == at::kBFloat16;
          QVERIFY2(relative_error(found[i], expected[i]) <= (in_bf16               ? 0x1p-8
                                                             : type == at::kDouble ? 1e-15
                                                                                   : 1e-6),
                   text_of(type));
        }
      }
  }

  void top_k_chooses_what_the_cpu_chooses() {
    for (const auto type : {at::kFloat, at::kDouble})
      for (const auto& [rows, columns] : {std::pair{1, 1}, {1, 1000}, {200, 1}, {37, 53}, {9, 32}, {70, 33}}) {
        const at::Tensor scores = awkward_scores(rows, columns, type);
        const std::int64_t all = scores.numel();
        for (const std::int64_t k : {std::int64_t{0}, std::int64_t{1}, all / 20, all / 3, all - 1, all}) {
          const SparsePattern expected = top_k_by_magnitude(scores, k);
          bool same = false;
          const Tensors found = gpu::under_every_schedule(
              [&] {
                const SparsePattern pattern = top_k_by_magnitude(scores.to(gpu::kDevice), k);
                return Tensors{pattern.row_offsets, pattern.columns};
              },
              same);
          QVERIFY(same);
          QVERIFY2(same_bytes(found[0], expected.row_offsets) && same_bytes(found[1], expected.columns),
                   qPrintable(QStringLiteral("%1 of %2 x %3").arg(k).arg(rows).arg(columns)));
        }
      }
  }

  void no_scores_give_no_entries() {
    for (const auto& [rows, columns] : {std::pair{0, 5}, {5, 0}}) {
      const SparsePattern pattern = top_k_by_magnitude(at::empty({rows, columns}, at::TensorOptions(gpu::kDevice)), 0);
      QCOMPARE(pattern.entries(), std::int64_t{0});
      QCOMPARE(pattern.row_offsets.numel(), std::int64_t{rows + 1});
    }
  }

  void the_norm_equals_the_cpu_and_shows_what_is_not_finite() {
    for (const auto type : {at::kFloat, at::kDouble}) {
      const at::Tensor values = Cases(3).normal({50001}, type);
      const double expected = sum_of_squares(values), found = sum_of_squares(values.to(gpu::kDevice));
      QVERIFY(std::abs(found - expected) <= 1e-12 * expected);
    }
    QVERIFY(std::isnan(sum_of_squares(awkward_scores(1, 300, at::kFloat).view(-1).to(gpu::kDevice))));
    QCOMPARE(sum_of_squares(at::empty({0}, at::TensorOptions(gpu::kDevice))), 0.0);
  }

  void only_what_the_host_asks_for_makes_it_wait() {
    Cases cases(4);
    const SparsePattern pattern = on(gpu::kDevice, cases.pattern(20, 30, 0.2));
    const at::Tensor scores = cases.normal({20, 30}, at::kFloat).to(gpu::kDevice);
    at::Tensor grad = cases.normal({pattern.entries()}, at::kFloat).to(gpu::kDevice);
    const at::Tensor rows = cases.normal({7, 30}, at::kFloat).to(gpu::kDevice);
    const at::Tensor grad_rows = cases.normal({7, 20}, at::kFloat).to(gpu::kDevice);
    const std::int64_t before = gpu::traffic().waits, grids = gpu::grids_run();
    accumulate_sampled_gradient(rows, grad_rows, pattern, grad);
    top_k_by_magnitude(scores, 100);
    QCOMPARE(gpu::traffic().waits, before);
    QVERIFY(gpu::grids_run() > grids);
    sum_of_squares(grad);
    QCOMPARE(gpu::traffic().waits, before + 1);
  }
};

QTEST_GUILESS_MAIN(EntriesOnGpuTest)
#include "entries_on_gpu_test.moc"
