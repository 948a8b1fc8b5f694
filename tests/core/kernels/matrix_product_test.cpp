#include "core/kernels/matvec/matrix_product.h"

#include <cmath>

#include <QtTest>

#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mm.h>

#include "core/kernels/isa/cpu_features.h"

using namespace lift;

namespace {

at::Tensor waves(std::int64_t rows, std::int64_t columns, double step) {
  return at::arange(rows * columns, at::kDouble).mul(step).sin().view({rows, columns});
}

// Half a unit of bf16's last place, and what fp32 may lose over a sum of so many terms of at most 1.
bool is_rounded_once(const at::Tensor& found, const at::Tensor& exact, std::int64_t terms) {
  const at::Tensor off = found.to(at::kDouble).sub(exact).abs();
  return off.le(exact.abs().mul(std::ldexp(1.0, -8)).add(1e-7 * static_cast<double>(terms))).all().item<bool>();
}

}   // namespace

class MatrixProductTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void products_equal_those_of_double_to_the_dtypes_precision() {
    const at::Tensor x = waves(70, 96, 0.7), weight = waves(33, 96, 0.3), y = waves(70, 33, 1.1);
    for (const auto& [type, tolerance] : {std::pair{at::kDouble, 1e-12}, {at::kFloat, 1e-4}, {at::kBFloat16, 0.4}}) {
      const at::Tensor w = weight.to(type);
      const at::Tensor forward = product_with_transposed(x.to(type), w), backward = product(y.to(type), w);
      QVERIFY(forward.scalar_type() == type && forward.is_contiguous() && backward.is_contiguous());
      QVERIFY(forward.to(at::kDouble).sub(at::mm(x, weight.t())).abs().max().item<double>() < tolerance);
      QVERIFY(backward.to(at::kDouble).sub(at::mm(y, weight)).abs().max().item<double>() < tolerance);
    }
  }
  void a_product_is_added_in_place() {
    const at::Tensor y = waves(70, 33, 1.1), weight = waves(33, 96, 0.3), start = waves(70, 96, 0.9);
    for (const auto& [type, tolerance] : {std::pair{at::kDouble, 1e-12}, {at::kFloat, 1e-4}, {at::kBFloat16, 0.4}}) {
      at::Tensor sum = start.to(type, false, true);
      const void* place = sum.data_ptr();
      add_product(sum, y.to(type), weight.to(type));
      QVERIFY(sum.scalar_type() == type && sum.data_ptr() == place);
      QVERIFY(sum.to(at::kDouble).sub(at::mm(y, weight).add(start)).abs().max().item<double>() < tolerance);
    }
  }
  void bf16_without_bf16_instructions_is_widened_in_panels_and_rounded_once_data() {
    QTest::addColumn<int>("isa");
    for (const CpuIsa isa : available_cpu_isas())
      if (isa < CpuIsa::Avx512Bf16) QTest::newRow(std::string(name_of(isa)).c_str()) << static_cast<int>(isa);
  }
  void bf16_without_bf16_instructions_is_widened_in_panels_and_rounded_once() {
    QFETCH(int, isa);
    const CpuIsaLimit limit(static_cast<CpuIsa>(isa));
    // More tokens, and more rows of the weight, than are widened at once.
    for (const auto& [tokens, rows, columns] : {std::tuple{70, 33, 96}, {2100, 9, 10}, {3, 65600, 65}}) {
      const at::Tensor x = waves(tokens, columns, 0.7).to(at::kBFloat16),
                       weight = waves(rows, columns, 0.3).to(at::kBFloat16);
      const at::Tensor y = waves(tokens, rows, 1.1).to(at::kBFloat16),
                       start = waves(tokens, columns, 0.9).to(at::kBFloat16);
      at::Tensor sum = start.clone(), forward = at::empty({tokens, rows}, x.options()), backward = at::empty_like(x);
      add_product(sum, y, weight);
      product_with_transposed_into(forward, x, weight);
      product_into(backward, y, weight);
      QVERIFY(forward.equal(product_with_transposed(x, weight)) && backward.equal(product(y, weight)));
      const at::Tensor there = at::mm(x.to(at::kDouble), weight.to(at::kDouble).t());
      const at::Tensor back = at::mm(y.to(at::kDouble), weight.to(at::kDouble));
      QVERIFY(is_rounded_once(forward, there, columns));
      QVERIFY(is_rounded_once(backward, back, rows));
      QVERIFY(is_rounded_once(sum, back.add(start.to(at::kDouble)), rows));
    }
  }
  void what_is_widened_is_known_before() {
    const CpuIsaLimit limit(CpuIsa::Portable);
    QCOMPARE(widening_bytes(70, 33, 96), std::int64_t{4 * (70 * (96 + 33) + 2 * 33 * 96)});
    QVERIFY(widening_bytes(100'000, 1'000'000, 576) < std::int64_t{128} << 20);
  }
  void slices_and_single_rows_are_taken_as_they_lie() {
    const at::Tensor x = waves(5, 64, 0.7).to(at::kFloat), weight = waves(40, 64, 0.3).to(at::kFloat);
    const at::Tensor expected = at::mm(x.narrow(1, 8, 32), weight.narrow(1, 16, 32).t());
    QVERIFY(
        product_with_transposed(x.narrow(1, 8, 32), weight.narrow(1, 16, 32)).sub(expected).abs().max().item<float>() <
        1e-5f);
    QVERIFY(product_with_transposed(x.narrow(0, 2, 1), weight)
                .sub(at::mm(x.narrow(0, 2, 1), weight.t()))
                .abs()
                .max()
                .item<float>() < 1e-5f);
    QCOMPARE(product_with_transposed(x.narrow(0, 0, 0), weight).size(1), std::int64_t{40});
  }
};

QTEST_GUILESS_MAIN(MatrixProductTest)
#include "matrix_product_test.moc"
