// Two steps of the demo model, selection and all, on the emulated GPU and on the CPU: shapes that users train.
#include <QtTest>

#include <cmath>

#include "core/model/model_loader.h"
#include "tests/core/train/trainer_fixture.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

class DemoOnGpuHeavyTest : public QObject {
  Q_OBJECT

  static CausalLm loaded(Device device) {
    auto model = load_model(demo_model(), {.dtype = DType::BF16, .device = device});
    if (!model.ok()) throw std::runtime_error(model.error().sentence());
    return std::move(*model->model);
  }

 private Q_SLOTS:
  void two_steps_equal_the_cpu() {
    RandomRows cpu_rows(7, 1000), gpu_rows(7, 1000);
    TinyRun cpu(loaded({}), cpu_rows, 2), gpu(loaded({Device::Kind::Cuda, 0}), gpu_rows, 2);
    for (TinyRun* run : {&cpu, &gpu}) {
      run->selection.rank = 16;
      run->selection.refresh_every = 0;
      const auto end = run->run();
      QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
    }
    const auto expected = cpu.host.steps(), found = gpu.host.steps();
    QCOMPARE(found.size(), std::size_t{2});
    for (std::size_t i = 0; i < found.size(); ++i) {
      QVERIFY2(std::abs(found[i].loss - expected[i].loss) <= 0.02 * expected[i].loss,
               qPrintable(QStringLiteral("%1, %2 on the CPU").arg(found[i].loss).arg(expected[i].loss)));
      QVERIFY(std::abs(found[i].gradient_norm - expected[i].gradient_norm) <= 0.05 * expected[i].gradient_norm);
    }
    // Entries at the threshold may fall to either side: another library multiplies.
    const MaskOverlap shared = overlap(gpu.method->state().masks, cpu.method->state().masks);
    QVERIFY2(shared.share() > 0.9999, qPrintable(QString::number(shared.share(), 'g', 10)));
  }
};

QTEST_GUILESS_MAIN(DemoOnGpuHeavyTest)
#include "demo_on_gpu_heavy_test.moc"
