// The real model against transformers in fp32: tests/golden/model/make_model_golden.py made the numbers.
#include <QtTest>

#include <ATen/ops/from_blob.h>
#include <fmt/format.h>

#include "core/io/safetensors_reader.h"
#include "core/model/causal_lm.h"
#include "core/model/kv_cache.h"
#include "core/model/model_loader.h"
#include "tests/support/dense_gradient_sink.h"
#include "tests/support/paths.h"

using namespace lift;

namespace {

constexpr int kTexts = 10, kPrompts = 4, kColumnStep = 97;

PackedBatch one_row(const std::vector<TokenId>& ids) {
  PackedBatch batch;
  batch.ids = ids;
  for (std::size_t i = 0; i < ids.size(); ++i) batch.positions.push_back(static_cast<std::int32_t>(i));
  batch.row_offsets = {0, static_cast<std::int32_t>(ids.size())};
  batch.source_rows = {0};
  return batch;
}

}   // namespace

class GoldenModelTest : public QObject {
  Q_OBJECT

  std::optional<SafetensorsReader> golden_;
  std::shared_ptr<CausalLm> model_;

  template <class T>
  std::vector<T> golden(const std::string& name) const {
    const TensorView* view = golden_->find(name);
    if (!view) throw std::runtime_error("no golden tensor " + name);
    std::vector<T> values(view->bytes.size() / sizeof(T));
    std::memcpy(values.data(), view->bytes.data(), view->bytes.size());
    return values;
  }

 private Q_SLOTS:
  void initTestCase() {
    auto opened = SafetensorsReader::open(test::golden("model/smollm2.safetensors"));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().sentence().c_str());
    golden_.emplace(std::move(opened).value());
    auto loaded = load_model(test::demo_model(), {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    model_ = loaded->model;
  }

  void logits_lie_within_a_ten_thousandth_of_the_largest_on_ten_real_texts() {
    for (int text = 0; text < kTexts; ++text) {
      const std::string name = fmt::format("text.{}.", text);
      const auto positions = golden<std::int32_t>(name + "positions");
      const at::Tensor logits = model_->logits(one_row(golden<TokenId>(name + "ids")), positions);
      const auto last = golden<float>(name + "last"), columns = golden<float>(name + "columns");
      float largest = 0, difference = 0;
      for (float value : last) largest = std::max(largest, std::abs(value));
      const std::int64_t vocabulary = logits.size(1), shown = (vocabulary + kColumnStep - 1) / kColumnStep;
      QCOMPARE(std::ssize(last), vocabulary);
      const float* ours = logits.data_ptr<float>();
      for (std::int64_t i = 0; i < vocabulary; ++i)
        difference = std::max(
            difference, std::abs(ours[(logits.size(0) - 1) * vocabulary + i] - last[static_cast<std::size_t>(i)]));
      for (std::int64_t p = 0; p < logits.size(0); ++p)
        for (std::int64_t c = 0; c < shown; ++c)
          difference = std::max(difference, std::abs(ours[p * vocabulary + c * kColumnStep] -
                                                     columns[static_cast<std::size_t>(p * shown + c)]));
      QVERIFY2(difference <= 1e-4f * largest,
               qPrintable(QString("text %1: %2 of %3").arg(text).arg(difference).arg(largest)));
    }
  }

  void greedy_decoding_gives_the_same_128_tokens() {
    for (int prompt = 0; prompt < kPrompts; ++prompt) {
      const auto ids = golden<TokenId>(fmt::format("greedy.{}.prompt", prompt));
      const auto expected = golden<TokenId>(fmt::format("greedy.{}.tokens", prompt));
      KvCache cache(model_->config(), 1, std::ssize(ids) + std::ssize(expected), DType::F32, Device{});
      at::Tensor logits = model_->prefill(cache, 0, ids);
      std::vector<TokenId> tokens;
      const std::int64_t sequence = 0;
      while (tokens.size() < expected.size()) {
        tokens.push_back(static_cast<TokenId>(logits.argmax(-1).item<std::int64_t>()));
        logits = model_->decode_step(cache, {&sequence, 1}, {&tokens.back(), 1});
      }
      QCOMPARE(tokens, expected);
    }
  }

  void loss_and_gradients_equal_those_of_autograd() {
    PackedBatch batch;
    batch.ids = golden<TokenId>("gradient.ids");
    batch.row_offsets = golden<std::int32_t>("gradient.row_offsets");
    batch.labelled = golden<std::int32_t>("gradient.labelled");
    batch.label_ids = golden<TokenId>("gradient.label_ids");
    for (std::size_t row = 0; row + 1 < batch.row_offsets.size(); ++row)
      for (std::int32_t i = 0; i < batch.row_offsets[row + 1] - batch.row_offsets[row]; ++i)
        batch.positions.push_back(i);
    test::DenseGradientSink sink([&](MatrixId id) { return golden_->find("gradient." + hf_name(id) + ".at"); });
    const LossSum loss = model_->forward_backward(batch, sink, {});
    const double expected_loss = golden<float>("gradient.loss")[0];
    QVERIFY2(std::abs(loss.loss - expected_loss) < 1e-5 * expected_loss,
             qPrintable(QString::number(loss.loss, 'g', 10)));
    QVERIFY(sink.gradients().size() >= 9);
    for (const auto& [id, gradient] : sink.gradients()) {
      const auto at = golden<std::int32_t>("gradient." + hf_name(id) + ".at");
      const auto values = golden<float>("gradient." + hf_name(id) + ".values");
      float largest = 0, difference = 0;
      for (std::size_t i = 0; i < at.size(); ++i) {
        largest = std::max(largest, std::abs(values[i]));
        difference = std::max(difference, std::abs(values[i] - gradient.data_ptr<float>()[at[i]]));
      }
      QVERIFY2(difference < 2e-4f * largest,
               qPrintable(QString("%1: %2 of %3").arg(hf_name(id).c_str()).arg(difference).arg(largest)));
    }
  }
};

QTEST_GUILESS_MAIN(GoldenModelTest)
#include "golden_model_test.moc"
