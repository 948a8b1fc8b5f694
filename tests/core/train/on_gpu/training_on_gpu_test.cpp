// A whole training on a GPU against the same on the CPU: losses, masks, weights, states, and how often the host waits.
// The device is the tests' own, whose memory the host cannot touch: tests/support/emulated_gpu/README.md.
#include <QtTest>

#include <cmath>

#include <ATen/Parallel.h>

#include "core/kernels/tensor_types.h"
#include "core/model/kv_cache.h"
#include "core/selection/sparse_mask.h"
#include "tests/core/train/trainer_fixture.h"
#include "tests/support/emulated_gpu/memory.h"
#include "tests/support/emulated_gpu/operations.h"
#include "tests/support/emulated_gpu/schedules.h"

using namespace lift;
using namespace lift::test;

namespace {

CausalLm moved(const CausalLm& model, at::Device device) {
  CausalLm::Weights weights;
  const auto tensors = model.named_tensors();
  std::map<std::string, at::Tensor> by_name(tensors.begin(), tensors.end());
  const auto take = [&](const std::string& name) { return by_name.at(name).to(device).clone(); };
  weights.embedding = take("model.embed_tokens.weight");
  weights.final_norm = take("model.norm.weight");
  weights.head = model.config().tied_head ? weights.embedding : take("lm_head.weight");
  for (std::int32_t number = 0; number < model.config().layer_count; ++number) {
    const std::string prefix = "model.layers." + std::to_string(number);
    CausalLm::Layer& layer = weights.layers.emplace_back();
    for (const LayerTensor& planned : model.config().layer.tensors)
      layer[planned.role] = take(prefix + "." + planned.hf);
  }
  return CausalLm(model.config(), std::move(weights));
}

// The tiny run on the CPU and its twin on the GPU, of the same rows.
struct Twins {
  explicit Twins(DType dtype, std::int64_t steps = 10)
      : cpu(dtype, steps), rows(7, cpu.config.vocabulary_size), gpu(moved(cpu.model, gpu::kDevice), rows, steps) {
    gpu.selection = cpu.selection;
    gpu.optimizer = cpu.optimizer;
    gpu.train = cpu.train;
  }
  TinyRun cpu;
  RandomRows rows;
  TinyRun gpu;
};

double largest_difference(const at::Tensor& found, const at::Tensor& expected) {
  return found.to(at::kCPU, at::kDouble).sub(expected.to(at::kDouble)).abs().max().item<double>();
}

PackedBatch some_rows(std::uint64_t seed, std::int64_t vocabulary) {
  RandomStream random(seed);
  return join({random_row(random, vocabulary), random_row(random, vocabulary), random_row(random, vocabulary)});
}

// The second of three rows then continues the first.
void continue_first_row(PackedBatch& batch) {
  batch.prefix_rows = {-1, 0, -1};
  for (std::int32_t t = batch.row_offsets[1]; t < batch.row_offsets[2]; ++t)
    batch.positions[static_cast<std::size_t>(t)] += batch.row_offsets[1];
}

struct Nothing final : WeightGradientSink {
  bool wants(MatrixId) const override { return false; }
  void accumulate(MatrixId, const at::Tensor&, const at::Tensor&) override {}
};

}   // namespace

class TrainingOnGpuTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void a_run_equals_the_run_on_the_cpu_data() {
    QTest::addColumn<int>("dtype");
    QTest::addColumn<double>("bound");   // of the losses, relative; bf16: a rounding may fall to either side
    QTest::newRow("fp64") << int(DType::F64) << 1e-10;
    QTest::newRow("fp32") << int(DType::F32) << 1e-5;
    QTest::newRow("bf16") << int(DType::BF16) << 2e-2;
  }
  void a_run_equals_the_run_on_the_cpu() {
    QFETCH(int, dtype);
    QFETCH(double, bound);
    Twins twins{DType(dtype)};
    const std::int64_t grids = gpu::grids_run();
    QCOMPARE(*twins.cpu.run(), TrainEnd::Done);
    const auto end = twins.gpu.run();
    QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
    QVERIFY(gpu::grids_run() > grids);
    const auto expected = twins.cpu.host.steps(), found = twins.gpu.host.steps();
    QCOMPARE(found.size(), std::size_t{10});
    for (std::size_t i = 0; i < found.size(); ++i) {
      QVERIFY2(
          std::abs(found[i].loss - expected[i].loss) <= bound * expected[i].loss,
          qPrintable(QStringLiteral("step %1: %2, %3 on the CPU").arg(i).arg(found[i].loss).arg(expected[i].loss)));
      QVERIFY(std::abs(found[i].gradient_norm - expected[i].gradient_norm) <= 10 * bound * expected[i].gradient_norm);
    }
    QCOMPARE(twins.gpu.host.refreshes().size(), twins.cpu.host.refreshes().size());
    if (DType(dtype) == DType::BF16) return;
    const MaskSet masks = twins.cpu.method->state().masks;
    QVERIFY(same_masks(twins.gpu.method->state().masks, masks));
    for (const MatrixMask& mask : masks.matrices()) {
      QVERIFY(twins.gpu.model.weight(mask.id).is_cuda());
      QVERIFY(largest_difference(twins.gpu.model.weight(mask.id), twins.cpu.model.weight(mask.id)) <= 100 * bound);
    }
  }

  void every_way_to_select_works_there() {
    for (const char* criterion : {"lift", "magnitude", "random"})
      for (const char* method : {"auto", "exact", "gram", "subspace"}) {
        Twins twins(DType::F64, 2);
        for (TinyRun* run : {&twins.cpu, &twins.gpu}) {
          run->selection.criterion = criterion;
          run->selection.method = method;
        }
        QCOMPARE(*twins.cpu.run(), TrainEnd::Done);
        const auto end = twins.gpu.run();
        QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
        QVERIFY2(same_masks(twins.gpu.method->state().masks, twins.cpu.method->state().masks), criterion);
      }
  }

  void a_saved_state_goes_on_on_either_device() {
    Twins twins(DType::F32, 8);
    twins.gpu.train.save_every = 5;
    QCOMPARE(*twins.gpu.run(), TrainEnd::Done);
    const auto straight = twins.gpu.host.steps();
    ResumeState saved = twins.gpu.host.saved.front();
    QCOMPARE(saved.step, std::int64_t{5});
    for (const bool on_gpu : {true, false}) {
      Twins fresh(DType::F32, 8);
      TinyRun& run = on_gpu ? fresh.gpu : fresh.cpu;
      const auto end = run.run_from(saved);
      QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
      const auto steps = run.host.steps();
      QCOMPARE(steps.size(), std::size_t{3});
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (on_gpu) QCOMPARE(steps[i].loss, straight[5 + i].loss);
        else QVERIFY(std::abs(steps[i].loss - straight[5 + i].loss) <= 1e-4 * steps[i].loss);
      }
    }
  }

  void every_method_equals_the_cpu_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("init");   // of lora
    QTest::newRow("full") << "full"
                          << "";
    QTest::newRow("lora") << "lora"
                          << "random";
    QTest::newRow("pissa") << "lora"
                           << "pissa";
  }
  void every_method_equals_the_cpu() {
    QFETCH(QString, method);
    QFETCH(QString, init);
    Twins twins(DType::F32, 6);
    for (TinyRun* run : {&twins.cpu, &twins.gpu}) {
      run->train.method = method.toStdString();
      if (!init.isEmpty()) run->train.sections["lora"] = {{"rank", std::int64_t{3}}, {"init", init.toStdString()}};
    }
    QCOMPARE(*twins.cpu.run(), TrainEnd::Done);
    const auto end = twins.gpu.run();
    QVERIFY2(end.ok(), end.ok() ? "" : end.error().sentence().c_str());
    const auto expected = twins.cpu.host.steps(), found = twins.gpu.host.steps();
    QCOMPARE(found.size(), std::size_t{6});
    for (std::size_t i = 0; i < found.size(); ++i)
      QVERIFY2(
          std::abs(found[i].loss - expected[i].loss) <= 1e-5 * expected[i].loss,
          qPrintable(QStringLiteral("step %1: %2, %3 on the CPU").arg(i).arg(found[i].loss).arg(expected[i].loss)));
    const auto on_cpu = twins.cpu.model.named_tensors(), on_gpu = twins.gpu.model.named_tensors();
    for (std::size_t i = 0; i < on_cpu.size(); ++i)
      QVERIFY2(largest_difference(on_gpu[i].second, on_cpu[i].second) < 1e-4, on_cpu[i].first.c_str());
  }

  void a_step_waits_for_the_gpu_only_for_what_the_log_reads() {
    Twins twins(DType::F32, 4);
    twins.gpu.selection.refresh_every = 0;
    std::vector<std::int64_t> waits;
    twins.gpu.host.on_record = [&](const RunRecord& record) {
      if (std::holds_alternative<StepMetrics>(record)) waits.push_back(gpu::traffic().waits);
    };
    QCOMPARE(*twins.gpu.run(), TrainEnd::Done);
    // Two passes with a loss each, and the gradient's norm.
    for (std::size_t i = 1; i < waits.size(); ++i) QCOMPARE(waits[i] - waits[i - 1], std::int64_t{3});
  }

  void checkpointing_gives_the_same_numbers_data() {
    QTest::addColumn<bool>("continued");
    QTest::newRow("rows that stand alone") << false;
    QTest::newRow("a row that continues another") << true;
  }
  void checkpointing_gives_the_same_numbers() {
    QFETCH(bool, continued);
    const ModelConfig config = tiny_config();
    const CausalLm cpu = tiny_model(config, DType::F32), model = moved(cpu, gpu::kDevice);
    PackedBatch batch = some_rows(11, config.vocabulary_size);
    if (continued) continue_first_row(batch);
    struct Sink final : WeightGradientSink {
      bool wants(MatrixId) const override { return true; }
      void accumulate(MatrixId, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) override {
        total += grad_output_TM.t().mm(input_TN).sum().item<double>();
      }
      double total = 0;
    } kept, again, on_cpu;
    const double loss = model.forward_backward(batch, kept, {}).loss;
    QCOMPARE(model.forward_backward(batch, again, {.checkpointed_layers = 2}).loss, loss);
    QCOMPARE(again.total, kept.total);
    QVERIFY(std::abs(cpu.forward_backward(batch, on_cpu, {}).loss - loss) < 1e-4);
    QVERIFY(std::abs(on_cpu.total - kept.total) < 1e-4 * std::abs(kept.total) + 1e-5);
  }

  void losses_and_logits_equal_the_cpu() {
    const ModelConfig config = tiny_config();
    const CausalLm cpu = tiny_model(config, DType::F32), on_gpu = moved(cpu, gpu::kDevice);
    PackedBatch batch = some_rows(12, config.vocabulary_size);
    QVERIFY(std::abs(on_gpu.loss(batch).loss - cpu.loss(batch).loss) < 1e-4);
    QVERIFY(largest_difference(on_gpu.label_losses(batch), cpu.label_losses(batch)) < 1e-5);
    QVERIFY(largest_difference(on_gpu.logits(batch, batch.labelled), cpu.logits(batch, batch.labelled)) < 1e-5);
    Nothing nothing;
    QVERIFY(std::abs(on_gpu.forward_backward(batch, nothing, {}).loss - cpu.loss(batch).loss) < 1e-4);
    continue_first_row(batch);
    QVERIFY(largest_difference(on_gpu.label_losses(batch), cpu.label_losses(batch)) < 1e-5);
  }

  void decoding_equals_the_cpu_data() {
    QTest::addColumn<int>("window");
    QTest::newRow("all tokens") << 0;
    QTest::newRow("a sliding window") << 4;
  }
  void decoding_equals_the_cpu() {
    QFETCH(int, window);
    ModelConfig config = tiny_config();
    config.sliding_window = window;
    const CausalLm cpu = tiny_model(config, DType::F32), on_gpu = moved(cpu, gpu::kDevice);
    KvCache cpu_cache(config, 3, 64, DType::F32, {}), gpu_cache(config, 3, 64, DType::F32, to_device(gpu::kDevice));
    const auto compare = [&](auto&& step) {
      const at::Tensor expected = step(cpu, cpu_cache), found = step(on_gpu, gpu_cache);
      return largest_difference(found, expected);
    };
    const std::vector<TokenId> first{5, 9, 200, 31, 7}, second{5, 9, 12}, more{8, 8, 90};   // two begin alike
    const std::vector<std::int64_t> sequences{0, 2};
    const std::vector<std::span<const TokenId>> prompts{first, second};
    QVERIFY(compare([&](const CausalLm& model, KvCache& cache) { return model.prefill(cache, sequences, prompts); }) <
            1e-5);
    QVERIFY(compare([&](const CausalLm& model, KvCache& cache) { return model.prefill(cache, 0, more); }) < 1e-5);
    QVERIFY(compare([&](const CausalLm& model, KvCache& cache) { return model.prefill(cache, 1, first); }) < 1e-5);
    const std::vector<std::int64_t> all{2, 0, 1};
    for (TokenId id = 40; id < 50; ++id) {
      const std::vector<TokenId> ids{id, id + 1, id + 2};
      QVERIFY(compare([&](const CausalLm& model, KvCache& cache) { return model.decode_step(cache, all, ids); }) <
              1e-5);
    }
  }

  void no_memory_of_the_gpu_is_left_behind() {
    const std::size_t before = gpu::bytes_in_use();
    {
      Twins twins(DType::F32, 4);
      QCOMPARE(*twins.gpu.run(), TrainEnd::Done);
      QVERIFY(gpu::bytes_in_use() > before);
    }
    QCOMPARE(gpu::bytes_in_use(), before);
  }
};

QTEST_GUILESS_MAIN(TrainingOnGpuTest)
#include "training_on_gpu_test.moc"
