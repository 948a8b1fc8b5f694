#include "core/kernels/matrix_product.h"

#include <QtTest>

#include <ATen/ops/arange.h>
#include <ATen/ops/mm.h>

using namespace lift;

namespace {

at::Tensor waves(std::int64_t rows, std::int64_t columns, double step) {
  return at::arange(rows * columns, at::kDouble).mul(step).sin().view({rows, columns});
}

}  // namespace

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
  void slices_and_single_rows_are_taken_as_they_lie() {
    const at::Tensor x = waves(5, 64, 0.7).to(at::kFloat), weight = waves(40, 64, 0.3).to(at::kFloat);
    const at::Tensor expected = at::mm(x.narrow(1, 8, 32), weight.narrow(1, 16, 32).t());
    QVERIFY(product_with_transposed(x.narrow(1, 8, 32), weight.narrow(1, 16, 32)).sub(expected).abs().max().item<float>() < 1e-5f);
    QVERIFY(product_with_transposed(x.narrow(0, 2, 1), weight).sub(at::mm(x.narrow(0, 2, 1), weight.t())).abs().max().item<float>() < 1e-5f);
    QCOMPARE(product_with_transposed(x.narrow(0, 0, 0), weight).size(1), std::int64_t{40});
  }
};

QTEST_GUILESS_MAIN(MatrixProductTest)
#include "matrix_product_test.moc"
