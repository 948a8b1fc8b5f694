// Qwen2.5-Coder-0.5B-Instruct, real weights, against transformers 5.24.0 on the same GGUF file dequantised to fp32.
// tests/golden/model/fetch_qwen_coder.py fetches the file; LIFT_QWEN_CODER names it.
#include <QtTest>

#include <cmath>

#include <ATen/ops/log_softmax.h>
#include <ATen/ops/topk.h>

#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "core/tokenizer/tokenizer.h"

using namespace lift;

class QwenCoderHeavyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_next_token_has_the_log_probabilities_of_transformers() {
    const QByteArray path = qgetenv("LIFT_QWEN_CODER");
    if (path.isEmpty()) QSKIP("LIFT_QWEN_CODER names no file");
    const auto loaded = load_model(path.toStdString(), {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    const auto tokenizer = load_tokenizer(path.toStdString());
    QVERIFY(tokenizer.ok());
    PackedBatch batch;
    for (const auto& token : (*tokenizer)->encode("The capital of France is")) batch.ids.push_back(token.id);
    for (std::size_t i = 0; i < batch.ids.size(); ++i) batch.positions.push_back(static_cast<std::int32_t>(i));
    batch.row_offsets = {0, static_cast<std::int32_t>(batch.ids.size())};
    batch.source_rows = {0};
    const std::int32_t last = static_cast<std::int32_t>(batch.ids.size()) - 1;
    const at::Tensor top =
        std::get<0>(at::topk(at::log_softmax(loaded->model->logits(batch, {&last, 1}), -1), 3)).contiguous();
    const float expected[] = {-0.0984f, -4.312f, -5.297f};
    for (int i = 0; i < 3; ++i) {
      const float found = top.data_ptr<float>()[i];
      QVERIFY2(std::abs(found - expected[i]) < 0.002f, qPrintable(QString("%1: %2").arg(i).arg(found)));
    }
  }
};

QTEST_GUILESS_MAIN(QwenCoderHeavyTest)
#include "qwen_coder_heavy_test.moc"
