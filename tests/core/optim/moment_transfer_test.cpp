#include "core/optim/moment_transfer.h"

#include <QtTest>

#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>
#include <ATen/ops/randint.h>

using namespace lift;

class MomentTransferTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void what_a_gpu_does_equals_the_loop_of_the_cpu() {
    for (const auto type : {at::kFloat, at::kDouble, at::kShort})
      for (const auto& [before, after] : {std::pair{50, 70}, {1, 3}, {7, 0}, {0, 5}}) {
        const at::Tensor values = at::arange(before, at::TensorOptions(type)).add(1);
        const at::Tensor source = before > 0 ? at::randint(-1, before, {after}, at::TensorOptions(at::kInt))
                                             : at::full({after}, -1, at::TensorOptions(at::kInt));
        for (const at::Tensor& fallback :
             {at::full({1}, -3, at::TensorOptions(type)), at::arange(after, at::TensorOptions(type)).mul(-1)}) {
          if (fallback.numel() != 1 && fallback.numel() != after) continue;
          const at::Tensor expected = carry_over(values, source, fallback);
          const at::Tensor found = carry_over_by_index(values, source, fallback);
          QVERIFY(found.scalar_type() == type && found.equal(expected));
        }
      }
  }

  void an_entry_that_stays_keeps_its_number_and_a_new_one_takes_the_fallback() {
    const at::Tensor values = at::arange(4, at::TensorOptions(at::kFloat)).add(10);
    const at::Tensor source = at::arange(-1, 3, at::TensorOptions(at::kInt));
    const at::Tensor out = carry_over(values, source, at::full({1}, 0.5, at::TensorOptions(at::kFloat)));
    QCOMPARE(out[0].item<float>(), 0.5f);
    QCOMPARE(out[1].item<float>(), 10.0f);
    QCOMPARE(out[3].item<float>(), 12.0f);
  }
};

QTEST_GUILESS_MAIN(MomentTransferTest)
#include "moment_transfer_test.moc"
