#include "core/kernels/matvec/matvec.h"

#include <QtTest>

#include <cmath>

#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

#include "core/base/seed.h"
#include "core/kernels/attention/cached_attention.h"
#include "core/kernels/isa/cpu_features.h"

using namespace lift;

namespace {

at::Tensor random_tensor(at::IntArrayRef shape, at::ScalarType type, std::uint64_t seed) {
  at::Tensor values = at::empty(shape, at::kDouble);
  RandomStream random(seed);
  for (std::int64_t i = 0; i < values.numel(); ++i) values.data_ptr<double>()[i] = random.normal();
  return values.to(type);
}

double largest_difference(const at::Tensor& a, const at::Tensor& b) {
  return a.to(at::kDouble).sub(b.to(at::kDouble)).abs().max().item<double>();
}

double relative_error(at::ScalarType type) { return type == at::kDouble ? 1e-13 : type == at::kFloat ? 2e-6 : 6e-3; }

// Attention of one query over its tokens in double, head by head.
at::Tensor plain_attention(const at::Tensor& q_HD, const at::Tensor& k_GTD, const at::Tensor& v_GTD, double scale = 0,
                           double soft_cap = 0) {
  const std::int64_t group = q_HD.size(0) / k_GTD.size(0);
  at::Tensor out = at::empty(q_HD.sizes(), at::kDouble);
  for (std::int64_t h = 0; h < q_HD.size(0); ++h) {
    const at::Tensor k = k_GTD[h / group].to(at::kDouble), v = v_GTD[h / group].to(at::kDouble);
    at::Tensor scores =
        at::matmul(k, q_HD[h].to(at::kDouble)).mul(scale > 0 ? scale : 1 / std::sqrt(double(q_HD.size(1))));
    if (soft_cap > 0) scores = scores.div(soft_cap).tanh().mul(soft_cap);
    out[h].copy_(at::matmul(at::softmax(scores, 0), v));
  }
  return out;
}

}   // namespace

class MatvecTest : public QObject {
  Q_OBJECT

  // Every dtype on every instruction set of this machine.
  template <class Body>
  void everywhere(Body&& body) {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (at::ScalarType type : {at::kDouble, at::kFloat, at::kBFloat16}) body(isa, type);
    }
  }

 private Q_SLOTS:
  void every_instruction_set_gives_the_products_of_a_dense_multiplication() {
    everywhere([](CpuIsa isa, at::ScalarType type) {
      for (const auto& [batch, width, rows] : {std::tuple{1, 576, 192},
                                               {1, 33, 17},
                                               {3, 64, 5},
                                               {4, 100, 40},
                                               {7, 1536, 61},
                                               {16, 576, 100},
                                               {21, 7, 3},
                                               {9, 33, 49},
                                               {40, 300, 71}}) {
        const at::Tensor x = random_tensor({batch, width}, type, 1);
        const std::vector<at::Tensor> weights{random_tensor({rows, width}, type, 2),
                                              random_tensor({2 * rows + 1, width}, type, 3)};
        const auto results = matvec(x, weights);
        for (std::size_t i = 0; i < weights.size(); ++i) {
          const at::Tensor expected = at::matmul(x.to(at::kDouble), weights[i].to(at::kDouble).t());
          const double scale = std::sqrt(static_cast<double>(width));
          QVERIFY2(results[i].scalar_type() == type && results[i].sizes() == expected.sizes(), "shape and dtype");
          QVERIFY2(largest_difference(results[i], expected) < 4 * scale * relative_error(type),
                   qPrintable(QString("%1, batch %2, width %3: %4")
                                  .arg(name_of(isa).data())
                                  .arg(batch)
                                  .arg(width)
                                  .arg(largest_difference(results[i], expected))));
        }
      }
    });
  }
  void a_row_does_not_depend_on_the_rows_beside_it() {
    everywhere([](CpuIsa, at::ScalarType type) {
      const at::Tensor x = random_tensor({6, 96}, type, 1);
      const std::vector<at::Tensor> weight{random_tensor({50, 96}, type, 2)};
      const at::Tensor together = matvec(x, weight)[0];
      for (std::int64_t row = 0; row < 6; ++row) {
        const at::Tensor alone = matvec(x.narrow(0, row, 1), weight)[0];
        // Tiles differ in how many outputs they hold, not in the order of a sum.
        QVERIFY(largest_difference(alone, together.narrow(0, row, 1)) <= 30 * relative_error(type));
      }
    });
  }
  void what_is_not_finite_stays_in_its_row_of_x_and_of_the_weight() {
    everywhere([](CpuIsa isa, at::ScalarType type) {
      for (const auto& [batch, width] : {std::pair{2, 33}, {12, 33}, {12, 64}, {35, 95}}) {
        at::Tensor x = random_tensor({batch, width}, type, 1), weight = random_tensor({21, width}, type, 2);
        x.select(0, 1).fill_(INFINITY);
        weight.select(0, 4).fill_(NAN);
        const at::Tensor y = matvec(x, {&weight, 1})[0].to(at::kDouble);
        for (std::int64_t b = 0; b < batch; ++b)
          for (std::int64_t m = 0; m < 21; ++m)
            QVERIFY2(std::isfinite(y.data_ptr<double>()[b * 21 + m]) == (b != 1 && m != 4),
                     qPrintable(QString("%1, batch %2, width %3: row %4, output %5")
                                    .arg(name_of(isa).data())
                                    .arg(batch)
                                    .arg(width)
                                    .arg(b)
                                    .arg(m)));
      }
    });
  }
  void attention_over_a_cache_is_the_soft_max_over_what_it_holds() {
    everywhere([](CpuIsa isa, at::ScalarType type) {
      for (const auto& [heads, kv_heads, width] : {std::tuple{9, 3, 64}, {4, 4, 8}, {6, 1, 128}, {2, 1, 20}}) {
        const std::int64_t capacity = 70;
        const at::Tensor q = random_tensor({3, heads, width}, type, 1);
        const at::Tensor k = random_tensor({3, kv_heads, capacity, width}, type, 2);
        const at::Tensor v = random_tensor({3, kv_heads, capacity, width}, type, 3);
        const std::pair<std::int64_t, std::int64_t> ranges[] = {{0, 1}, {0, capacity}, {5, 42}};
        std::vector<CachedTokens> tokens;
        for (std::int64_t b = 0; b < 3; ++b)
          tokens.push_back({k[b].data_ptr(), v[b].data_ptr(), capacity * width, ranges[b].first, ranges[b].second});
        const at::Tensor out = cached_attention(q, kv_heads, tokens);
        for (std::int64_t b = 0; b < 3; ++b) {
          const std::int64_t count = ranges[b].second - ranges[b].first;
          const at::Tensor expected =
              plain_attention(q[b], k[b].narrow(1, ranges[b].first, count), v[b].narrow(1, ranges[b].first, count));
          QVERIFY2(largest_difference(out[b], expected) < 6 * relative_error(type),
                   qPrintable(QString("%1, width %2, query %3: %4")
                                  .arg(name_of(isa).data())
                                  .arg(width)
                                  .arg(b)
                                  .arg(largest_difference(out[b], expected))));
        }
      }
    });
  }
  void a_scale_of_the_scores_is_that_of_the_queries() {
    everywhere([](CpuIsa, at::ScalarType type) {
      const std::int64_t tokens = 21, width = 64;
      const at::Tensor q = random_tensor({1, 4, width}, type, 1), k = random_tensor({2, tokens, width}, type, 2),
                       v = random_tensor({2, tokens, width}, type, 3);
      const CachedTokens seen{k.data_ptr(), v.data_ptr(), tokens * width, 0, tokens};
      // A power of two moves no rounding: four times the scale is the plain one over queries four times as long.
      for (const double times : {4.0, 0.5})
        QVERIFY(cached_attention(q, 2, {&seen, 1}, times / std::sqrt(static_cast<double>(width)))
                    .equal(cached_attention(q.mul(times), 2, {&seen, 1})));
      QVERIFY(cached_attention(q, 2, {&seen, 1}, 0.125).equal(cached_attention(q, 2, {&seen, 1})));
    });
  }
  void a_soft_cap_of_the_scores_bends_them() {
    everywhere([](CpuIsa isa, at::ScalarType type) {
      const std::int64_t tokens = 45, width = 64;
      const at::Tensor q = random_tensor({1, 4, width}, type, 1), k = random_tensor({2, tokens, width}, type, 2),
                       v = random_tensor({2, tokens, width}, type, 3);
      const CachedTokens seen{k.data_ptr(), v.data_ptr(), tokens * width, 0, tokens};
      for (const double cap : {0.3, 2.0, 50.0}) {
        const at::Tensor out = cached_attention(q, 2, {&seen, 1}, 0.5, cap);
        const double error = largest_difference(out[0], plain_attention(q[0], k, v, 0.5, cap));
        QVERIFY2(error < 6 * relative_error(type),
                 qPrintable(QString("%1, cap %2: %3").arg(name_of(isa).data()).arg(cap).arg(error)));
      }
      QVERIFY(largest_difference(cached_attention(q, 2, {&seen, 1}, 0.5, 0.3),
                                 cached_attention(q, 2, {&seen, 1}, 0.5)) > 0.1);
    });
  }
  void scores_far_apart_lose_nothing_but_what_weighs_nothing() {
    everywhere([](CpuIsa, at::ScalarType type) {
      const std::int64_t tokens = 40, width = 16;
      const at::Tensor q = random_tensor({1, 1, width}, type, 1).mul(100);
      const at::Tensor k = random_tensor({1, tokens, width}, type, 2).mul(10),
                       v = random_tensor({1, tokens, width}, type, 3);
      const CachedTokens seen{k.data_ptr(), v.data_ptr(), tokens * width, 0, tokens};
      const at::Tensor out = cached_attention(q, 1, {&seen, 1});
      QVERIFY(largest_difference(out[0], plain_attention(q[0], k, v)) < 10 * relative_error(type));
    });
  }
};

QTEST_GUILESS_MAIN(MatvecTest)
#include "matvec_test.moc"
