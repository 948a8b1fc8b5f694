// Tiny random models of every family against transformers in fp32, from the folder and from GGUF:
// tests/golden/model/make_family_golden.py made them and the numbers.
#include <QtTest>

#include <cstring>
#include <numeric>

#include <ATen/core/Tensor.h>

#include "core/io/safetensors_reader.h"
#include "core/model/causal_lm.h"
#include "core/model/kv_cache.h"
#include "core/model/model_loader.h"
#include "tests/support/dense_gradient_sink.h"
#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

struct Row {
  const char* name;
  bool gguf;   // there is a GGUF file of it too
};
constexpr Row kRows[] = {{"gemma", true},         {"gemma2", true},
                         {"gemma3", false},       {"gemma3_gguf", true},
                         {"gemma3_yarn", false},  {"llama_bias", true},
                         {"llama_linear", true},  {"llama_dynamic", false},
                         {"llama_llama3", false}, {"llama_proportional", false},
                         {"qwen2", true},         {"qwen2_window", false},
                         {"qwen2_yarn", true},    {"qwen3", true},
                         {"qwen3_bias", false},   {"qwen3_5", false},
                         {"qwen3_5_gguf", true},  {"granite", true},
                         {"smollm3", true},       {"smollm3_window", false},
                         {"olmo2", true},         {"olmo3", true},
                         {"phi3", true},          {"phi3_long", true},
                         {"glm4", true},          {"ministral3", true}};

class Golden {
 public:
  explicit Golden(const std::string& name)
      : reader_(SafetensorsReader::open(test::golden("model/families/" + name + ".safetensors")).value()) {}
  template <class T>
  std::vector<T> values(const std::string& name) const {
    const TensorView* view = reader_.find(name);
    if (!view) throw std::runtime_error("no golden tensor " + name);
    std::vector<T> list(view->bytes.size() / sizeof(T));
    std::memcpy(list.data(), view->bytes.data(), view->bytes.size());
    return list;
  }
  // Of the rows that the matrix has in the tensor it is stored in.
  std::vector<float> gradient(MatrixId id, const ModelConfig& config) const {
    const LayerTensor& planned = *config.layer.find(id.projection);
    if (!planned.within) return values<float>("gradient." + hf_name(id));
    const std::vector<float> whole = values<float>("gradient." + hf_name({id.layer, *planned.within}));
    std::int64_t before = 0;
    for (const LayerTensor& part : config.layer.parts_of(*planned.within)) {
      if (part.role == planned.role) break;
      before += config.extent(part.rows);
    }
    const auto begin = whole.begin() + before * config.columns(id.projection);
    return {begin, begin + config.rows(id.projection) * config.columns(id.projection)};
  }
  PackedBatch batch() const {
    PackedBatch batch;
    batch.ids = values<TokenId>("ids");
    for (std::size_t i = 0; i < batch.ids.size(); ++i) batch.positions.push_back(static_cast<std::int32_t>(i));
    batch.row_offsets = {0, static_cast<std::int32_t>(batch.ids.size())};
    batch.source_rows = {0};
    batch.labelled = values<std::int32_t>("labelled");
    batch.label_ids = values<TokenId>("label_ids");
    return batch;
  }

 private:
  SafetensorsReader reader_;
};

struct Distance {
  float largest = 0, difference = 0;
};

Distance distance(const at::Tensor& found, const std::vector<float>& expected) {
  Distance d;
  const at::Tensor flat = found.contiguous();
  for (std::size_t i = 0; i < expected.size(); ++i) {
    d.largest = std::max(d.largest, std::abs(expected[i]));
    d.difference = std::max(d.difference, std::abs(expected[i] - flat.data_ptr<float>()[i]));
  }
  return d;
}

fs::path path_of(const QString& name, bool gguf) {
  return test::golden("model/families/" + name.toStdString() + (gguf ? ".gguf" : ""));
}

std::shared_ptr<CausalLm> load(const fs::path& path) {
  auto loaded = load_model(path, {.dtype = DType::F32});
  if (!loaded.ok()) throw std::runtime_error(loaded.error().whole().text());
  return loaded->model;
}

std::vector<std::int32_t> places(std::size_t count) {
  std::vector<std::int32_t> list(count);
  std::iota(list.begin(), list.end(), 0);
  return list;
}

}   // namespace

class FamilyGoldenTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void logits_lie_within_a_ten_thousandth_of_the_largest_data() { rows(); }
  void logits_lie_within_a_ten_thousandth_of_the_largest() {
    QFETCH(QString, name);
    QFETCH(bool, gguf);
    const Golden golden(name.toStdString());
    const PackedBatch batch = golden.batch();
    const auto model = load(path_of(name, gguf));
    const Distance d = distance(model->logits(batch, places(batch.ids.size())), golden.values<float>("logits"));
    QVERIFY2(d.difference <= 1e-4f * d.largest, qPrintable(QString("%1 of %2").arg(d.difference).arg(d.largest)));
  }

  void loss_and_gradients_of_every_matrix_equal_those_of_autograd_data() { rows(); }
  void loss_and_gradients_of_every_matrix_equal_those_of_autograd() {
    QFETCH(QString, name);
    QFETCH(bool, gguf);
    const Golden golden(name.toStdString());
    const auto model = load(path_of(name, gguf));
    test::DenseGradientSink sink;
    const LossSum loss = model->forward_backward(golden.batch(), sink, {});
    const double expected = golden.values<float>("loss")[0];
    QVERIFY2(std::abs(loss.loss - expected) < 1e-5 * expected, qPrintable(QString::number(loss.loss, 'g', 10)));
    QCOMPARE(std::ssize(sink.gradients()), model->config().matrix_count());
    for (const auto& [id, gradient] : sink.gradients()) {
      const Distance d = distance(gradient, golden.gradient(id, model->config()));
      QVERIFY2(d.difference < 2e-4f * d.largest,
               qPrintable(QString("%1: %2 of %3").arg(hf_name(id).c_str()).arg(d.difference).arg(d.largest)));
    }
  }

  void greedy_decoding_gives_the_same_64_tokens_alone_and_among_16_data() { rows(); }
  void greedy_decoding_gives_the_same_64_tokens_alone_and_among_16() {
    QFETCH(QString, name);
    QFETCH(bool, gguf);
    const Golden golden(name.toStdString());
    const auto model = load(path_of(name, gguf));
    const auto prompt = golden.values<TokenId>("prompt"), expected = golden.values<TokenId>("tokens");
    for (const std::int64_t count : {1, 16}) {
      KvCache cache(model->config(), count, std::ssize(prompt) + std::ssize(expected), DType::F32, Device{});
      std::vector<std::int64_t> sequences;
      std::vector<std::span<const TokenId>> prompts;
      for (std::int64_t i = 0; i < count; ++i) {   // the others begin alike and go their own way
        sequences.push_back(i);
        prompts.push_back(std::span(prompt).first(prompt.size() - static_cast<std::size_t>(i % 7)));
      }
      at::Tensor logits = model->prefill(cache, sequences, prompts);
      std::vector<TokenId> tokens;
      while (tokens.size() < expected.size()) {
        std::vector<TokenId> next;
        for (std::int64_t i = 0; i < count; ++i)
          next.push_back(static_cast<TokenId>(logits[i].argmax().item<std::int64_t>()));
        tokens.push_back(next.front());
        logits = model->decode_step(cache, sequences, next);
      }
      QCOMPARE(tokens, expected);
    }
  }

 private:
  static void rows() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("gguf");
    for (const Row& row : kRows) {
      QTest::addRow("%s, folder", row.name) << QString(row.name) << false;
      if (row.gguf) QTest::addRow("%s, GGUF", row.name) << QString(row.name) << true;
    }
  }
};

QTEST_GUILESS_MAIN(FamilyGoldenTest)
#include "family_golden_test.moc"
