// SparseAdamW over a tiny model: steps, refreshes, state, errors.
#include <QtTest>

#include <cmath>

#include "core/optim/sparse_adamw.h"
#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/support/tiny_model.h"

using namespace lift;

namespace {

constexpr MatrixId kUp{0, Projection::Up};

MaskSet masks_of(const CausalLm& model, std::uint64_t seed) {
  SelectionConfig config;
  config.criterion = "random";
  config.density = 0.25;
  return select(model, config, seed).value();
}

}  // namespace

class SparseAdamWTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_first_step_moves_every_selected_weight_by_the_learning_rate_and_no_other() {
    CausalLm model = test::tiny_model(test::tiny_config(), DType::F32);
    SparseAdamW optimizer({}, masks_of(model, 1), model);
    const at::Tensor before = model.weight(kUp).clone();
    optimizer.gradient(kUp).fill_(0.5);
    optimizer.step(0.01, 1, model);
    const at::Tensor moved = model.weight(kUp).sub(before);
    const at::Tensor mask = mask_of_pattern(optimizer.masks().find(kUp)->pattern);
    QVERIFY(moved.masked_select(mask).add(0.01).abs().max().item().toDouble() < 1e-6);
    QVERIFY(moved.masked_select(mask.logical_not()).eq(0).all().item().toBool());
    QCOMPARE(optimizer.steps(), std::int64_t(1));
  }
};

QTEST_GUILESS_MAIN(SparseAdamWTest)
#include "sparse_adamw_test.moc"
