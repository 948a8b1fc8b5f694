// Real weights against transformers 5.24.0 on the same GGUF file dequantised to fp32: the next token of one text.
// tests/golden/model/fetch_real_models.py fetches the files; LIFT_REAL_MODELS names their folder.
#include <QtTest>

#include <cmath>

#include <ATen/ops/log_softmax.h>
#include <ATen/ops/topk.h>

#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "core/tokenizer/tokenizer.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

struct RealModel {
  const char *name, *file;
  float expected[3];   // the highest log-probabilities
  std::int64_t ids[3];
};
constexpr RealModel kModels[] = {
    {"Qwen2.5-Coder 0.5B", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", {-0.0984f, -4.312f, -5.297f}, {12095, -1, -1}},
    {"Gemma 3 270M", "gemma-3-270m-q4_k_m.gguf", {-1.6540f, -2.1979f, -2.4768f}, {506, 496, 9079}},
};

}   // namespace

class RealModelsHeavyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_next_token_has_the_log_probabilities_of_transformers_data() {
    QTest::addColumn<int>("model");
    for (int i = 0; i < static_cast<int>(std::size(kModels)); ++i) QTest::newRow(kModels[i].name) << i;
  }
  void the_next_token_has_the_log_probabilities_of_transformers() {
    QFETCH(int, model);
    const RealModel& real = kModels[model];
    const fs::path path = fs::path(qgetenv("LIFT_REAL_MODELS").toStdString()) / real.file;
    if (!fs::exists(path)) QSKIP("LIFT_REAL_MODELS names no folder with the file");
    const auto loaded = load_model(path, {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    const auto tokenizer = load_tokenizer(path);
    QVERIFY(tokenizer.ok());
    PackedBatch batch;
    batch.ids = prompt_ids(**tokenizer, "The capital of France is", {.add_special = true});
    for (std::size_t i = 0; i < batch.ids.size(); ++i) batch.positions.push_back(static_cast<std::int32_t>(i));
    batch.row_offsets = {0, static_cast<std::int32_t>(batch.ids.size())};
    batch.source_rows = {0};
    const std::int32_t last = static_cast<std::int32_t>(batch.ids.size()) - 1;
    const auto [values, ids] = at::topk(at::log_softmax(loaded->model->logits(batch, {&last, 1}), -1), 3);
    for (std::int64_t i = 0; i < 3; ++i) {
      const float found = values[0][i].item<float>();
      QVERIFY2(std::abs(found - real.expected[i]) < 0.002f, qPrintable(QString("%1: %2").arg(i).arg(found)));
      if (real.ids[i] >= 0) QCOMPARE(ids[0][i].item<std::int64_t>(), real.ids[i]);
    }
  }
};

QTEST_GUILESS_MAIN(RealModelsHeavyTest)
#include "real_models_heavy_test.moc"
