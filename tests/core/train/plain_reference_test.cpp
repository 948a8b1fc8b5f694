#include <QtTest>

#include "tests/core/train/plain_reference.h"

using namespace lift;
using namespace lift::test;

class PlainReferenceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void twenty_steps_are_those_of_the_plain_reference() {
    const SideBySide beside = twenty_steps(DType::F32);
    QCOMPARE(beside.steps, std::int64_t{20});
    QVERIFY2(beside.largest_loss_difference < 1e-5, fmt::format("{}", beside.largest_loss_difference).c_str());
    QVERIFY2(beside.largest_norm_difference < 1e-3, fmt::format("{}", beside.largest_norm_difference).c_str());
    QCOMPARE(beside.selected.size(), std::size_t{4});
    QVERIFY(beside.selected.front() > 0);
    QCOMPARE(beside.selected_by_both, beside.selected);
  }

  void in_bf16_the_loss_stays_beside_it() {
    const SideBySide beside = twenty_steps(DType::BF16);
    QCOMPARE(beside.steps, std::int64_t{20});
    // The reference never rounds its weights: half a unit of bf16 (2^-9) of a loss near five.
    QVERIFY2(beside.largest_loss_difference < 0.01, fmt::format("{}", beside.largest_loss_difference).c_str());
    QVERIFY2(beside.largest_norm_difference < 0.03, fmt::format("{}", beside.largest_norm_difference).c_str());
    QCOMPARE(beside.selected_by_both.front(), beside.selected.front());
    for (std::size_t i = 0; i < beside.selected.size(); ++i)
      QVERIFY(static_cast<double>(beside.selected_by_both[i]) >= 0.99 * static_cast<double>(beside.selected[i]));
  }

 private:
  static SideBySide twenty_steps(DType dtype) {
    TinyRun run(dtype, 20);
    run.selection.refresh_every = 5;
    run.optimizer.learning_rate = 0.005;
    run.optimizer.clip_norm = 0.5;   // bites: the norms are above it
    run.optimizer.weight_decay = 0.01;
    RandomRows rows = run.rows;
    return train_beside_reference(run, rows, [](std::int64_t m, std::int64_t n) {
      SelectionConfig config;
      config.density = 0.1;
      return config.entries_of(m, n);
    });
  }
};

QTEST_GUILESS_MAIN(PlainReferenceTest)
#include "plain_reference_test.moc"
