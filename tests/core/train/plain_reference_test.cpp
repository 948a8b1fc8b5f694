#include <QtTest>

#include "tests/core/train/plain_reference.h"

using namespace lift;
using namespace lift::test;

class PlainReferenceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void twenty_steps_are_those_of_the_plain_reference() {
    TinyRun run(DType::F32, 20);
    run.selection.refresh_every = 5;
    run.optimizer.learning_rate = 0.005;
    run.optimizer.clip_norm = 0.5;       // bites: the norms are above it
    run.optimizer.weight_decay = 0.01;
    RandomRows rows = run.rows;
    const SideBySide beside = train_beside_reference(run, rows, [](std::int64_t m, std::int64_t n) {
      SelectionConfig config;
      config.density = 0.1;
      return config.entries_of(m, n);
    });
    QCOMPARE(beside.steps, std::int64_t{20});
    QVERIFY2(beside.largest_loss_difference < 1e-5, fmt::format("{}", beside.largest_loss_difference).c_str());
    QVERIFY2(beside.largest_norm_difference < 1e-3, fmt::format("{}", beside.largest_norm_difference).c_str());
    QCOMPARE(beside.selected.size(), std::size_t{4});
    QVERIFY(beside.selected.front() > 0);
    QCOMPARE(beside.selected_by_both, beside.selected);
  }
};

QTEST_GUILESS_MAIN(PlainReferenceTest)
#include "plain_reference_test.moc"
