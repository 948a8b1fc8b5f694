#include <QtTest>

#include <chrono>

#include <ATen/core/Tensor.h>

#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;

class ModelLoadTimeHeavyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_bf16_model_of_270_megabytes_is_mapped_within_three_tenths_of_a_second() {
    test::TemporaryFolder folder;
    {
      const auto demo = load_model(test::demo_model(), {.dtype = DType::BF16});
      QVERIFY2(demo.ok(), demo.ok() ? "" : demo.error().sentence().c_str());
      test::write_tiny_folder(folder.path(), *demo->model);   // its weights, with the tiny tokenizer
    }
    double best = 1e9;
    for (int attempt = 0; attempt < 3; ++attempt) {
      const auto begin = std::chrono::steady_clock::now();
      const auto loaded = load_model(folder.path(), {.dtype = DType::BF16});
      best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
      QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
      QVERIFY(loaded->model->weight_bytes() > 260'000'000);
    }
    QVERIFY2(best < 0.3, qPrintable(QString::number(best)));
  }
};

QTEST_GUILESS_MAIN(ModelLoadTimeHeavyTest)
#include "model_load_time_heavy_test.moc"
