// top_k_by_magnitude against a full sort, with ties, NaN and extremes.
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>

#include "core/base/check.h"
#include "core/base/seed.h"
#include "core/kernels/top_k.h"

using namespace lift;

namespace {

template <class T>
at::Tensor matrix(std::int64_t rows, std::int64_t columns, const std::function<double(std::int64_t)>& value) {
  at::Tensor scores =
      at::empty({rows, columns}, at::TensorOptions().dtype(std::is_same_v<T, double> ? at::kDouble : at::kFloat));
  for (std::int64_t i = 0; i < scores.numel(); ++i) scores.mutable_data_ptr<T>()[i] = static_cast<T>(value(i));
  return scores;
}

// Flat indices, ascending, by a stable sort of all magnitudes; NaN below everything.
std::vector<std::int64_t> sorted_choice(const at::Tensor& scores, std::int64_t k) {
  const at::Tensor wide = scores.to(at::kDouble);
  const double* values = wide.const_data_ptr<double>();
  std::vector<std::int64_t> order(static_cast<std::size_t>(scores.numel()));
  std::iota(order.begin(), order.end(), 0);
  const auto magnitude = [&](std::int64_t i) { return std::isnan(values[i]) ? -1.0 : std::abs(values[i]); };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return magnitude(a) > magnitude(b); });
  order.resize(static_cast<std::size_t>(k));
  std::sort(order.begin(), order.end());
  return order;
}

std::vector<std::int64_t> flat(const SparsePattern& pattern) {
  std::vector<std::int64_t> indices;
  const auto* offsets = pattern.row_offsets.const_data_ptr<std::int32_t>();
  const auto* columns = pattern.columns.const_data_ptr<std::int32_t>();
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    for (std::int32_t e = offsets[row]; e < offsets[row + 1]; ++e)
      indices.push_back(row * pattern.columns_count + columns[e]);
  return indices;
}

double mixed(std::int64_t i) {
  RandomStream random(stream_seed(5, "scores", static_cast<std::uint64_t>(i)));
  switch (random.below(8)) {
    case 0: return 0.25;   // ties
    case 1: return -0.25;
    case 2: return random.normal() * 1e-42;   // subnormal in fp32
    case 3: return std::numeric_limits<double>::quiet_NaN();
    case 4: return random.below(50) == 0 ? std::numeric_limits<double>::infinity() : 0.0;
    default: return random.normal();
  }
}

}   // namespace

class TopKTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void it_chooses_what_a_stable_sort_chooses() {
    for (auto [rows, columns] : {std::pair{1, 1}, {1, 1000}, {1000, 1}, {37, 53}, {300, 700}}) {
      for (const at::Tensor& scores : {matrix<float>(rows, columns, mixed), matrix<double>(rows, columns, mixed)}) {
        const std::int64_t all = scores.numel();
        for (std::int64_t k : {std::int64_t(0), std::int64_t(1), all / 20, all / 3, all - 1, all})
          QCOMPARE(flat(top_k_by_magnitude(scores, k)), sorted_choice(scores, k));
      }
    }
  }
  void equal_magnitudes_are_taken_from_the_front() {
    const SparsePattern pattern = top_k_by_magnitude(matrix<float>(400, 400, [](std::int64_t) { return -2.0; }), 70000);
    const std::vector<std::int64_t> chosen = flat(pattern);
    QCOMPARE(chosen.front(), std::int64_t(0));
    QCOMPARE(chosen.back(), std::int64_t(69999));
  }
  void nan_is_chosen_last() {
    const at::Tensor scores =
        matrix<float>(1, 4, [](std::int64_t i) { return i < 2 ? std::numeric_limits<double>::quiet_NaN() : 0.0; });
    QCOMPARE(flat(top_k_by_magnitude(scores, 2)), (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(flat(top_k_by_magnitude(scores, 3)), (std::vector<std::int64_t>{0, 2, 3}));
  }
  void the_choice_is_the_same_for_any_thread_count() {
    const at::Tensor scores = matrix<float>(600, 600, mixed);
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const std::vector<std::int64_t> one = flat(top_k_by_magnitude(scores, 18000));
    at::set_num_threads(3);
    const std::vector<std::int64_t> three = flat(top_k_by_magnitude(scores, 18000));
    at::set_num_threads(before);
    QCOMPARE(one, three);
  }
  void a_k_beyond_the_matrix_is_a_broken_invariant() {
    QVERIFY_EXCEPTION_THROWN(top_k_by_magnitude(at::empty({2, 2}), 5), InvariantError);
  }
};

QTEST_GUILESS_MAIN(TopKTest)
#include "top_k_test.moc"
