// The product kernel for matrices with few columns, against ATen in fp64.
#include <QtTest>

#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/mm.h>

#include "core/base/seed.h"
#include "core/kernels/matvec/tile_product.h"

using namespace lift;

namespace {

at::Tensor normal(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  at::Tensor values = at::empty({rows, columns}, at::TensorOptions().dtype(at::kFloat));
  RandomStream random(seed);
  float* data = values.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < values.numel(); ++i) data[i] = static_cast<float>(random.normal());
  return values;
}

}   // namespace

class TileProductTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void it_agrees_with_fp64_for_every_shape_and_stride() {
    const TileProductFunction kernel = tile_product_for(active_cpu_isa());
    if (!kernel) QSKIP("this CPU has no AVX-512: ATen's GEMM serves, and low_rank_test covers it");
    for (auto [rows, columns, depth] : {std::tuple{1, 1, 1},
                                        {12, 32, 96},
                                        {13, 33, 97},
                                        {96, 32, 576},
                                        {7, 16, 200},
                                        {25, 17, 1},
                                        {192, 192, 512},
                                        {5, 100, 300}}) {
      for (bool transposed : {false, true}) {
        for (bool added : {false, true}) {
          const at::Tensor left =
              transposed ? normal(depth, rows + 3, 1).narrow(1, 2, rows).t() : normal(rows, depth, 1);
          const at::Tensor right = normal(depth, columns + 5, 2).narrow(1, 5, columns);
          const at::Tensor addend = normal(rows, columns + 7, 3);
          // Sentinels right of the result must survive.
          at::Tensor out = at::full({rows, columns + 7}, 77.0f);
          kernel({rows, columns, depth, left.const_data_ptr<float>(), left.stride(0), left.stride(1),
                  right.const_data_ptr<float>(), right.stride(0), out.mutable_data_ptr<float>(), out.stride(0),
                  added ? addend.const_data_ptr<float>() : nullptr, 0.5f, -2.0f});
          at::Tensor expected = at::mm(left.to(at::kDouble), right.to(at::kDouble)).mul(0.5);
          if (added) expected = expected.sub(addend.narrow(1, 0, columns).to(at::kDouble), 2);
          const double error = out.narrow(1, 0, columns).to(at::kDouble).sub(expected).abs().max().item().toDouble();
          QVERIFY2(error <= 1e-6 * (8 + depth / 8.0), std::to_string(error).c_str());
          QVERIFY(out.narrow(1, columns, 7).eq(77).all().item().toBool());
        }
      }
    }
  }
};

QTEST_GUILESS_MAIN(TileProductTest)
#include "tile_product_test.moc"
