// The same comparison as plain_reference_test on the demo model and its word problems, in fp32.
#include <QtTest>

#include "core/data/data_loader.h"
#include "core/model/model_loader.h"
#include "tests/core/train/plain_reference.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

namespace {

// Two word problems a step, in the seeded order. The trainer packs what they begin with once, the reference does not.
class WordProblems final : public StepSource {
 public:
  WordProblems(const SftDataset& rows, const PackOptions& pack)
      : loader_(rows, {.batch_rows = 2, .microbatch_tokens = 4096, .seed = 42, .pack = pack}) {}
  std::vector<PackedBatch> next_step() override { return loader_.next().passes; }
  double epochs_done() const override { return 0; }
  std::string state_json() const override { return {}; }
  Status restore_json(const std::string&) override { return {}; }

 private:
  DataLoader loader_;
};

}   // namespace

class PlainReferenceHeavyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void twenty_steps_of_the_demo_model_are_those_of_the_plain_reference() {
    const auto tokenizer = load_tokenizer(demo_model());
    QVERIFY(tokenizer.ok());
    DataConfig data;
    data.files = {(source_dir() / "resources" / "demo" / "gsm8k-train.jsonl").string()};
    data.max_tokens = 128;
    const auto prompt = PromptTemplate::make({"alpaca", ""}, **tokenizer, std::nullopt, "alpaca");
    QVERIFY(prompt.ok());
    const auto rows = load_sft_data(data, **tokenizer, *prompt, 42);
    QVERIFY2(rows.ok(), rows.ok() ? "" : rows.error().sentence().c_str());
    auto loaded = load_model(demo_model(), {.dtype = DType::F32, .device = {}});
    QVERIFY(loaded.ok());

    WordProblems trained(rows->train, {.share_start = true}), replayed(rows->train, {.share_start = false});
    TinyRun run(std::move(*loaded->model), trained, 20);
    run.selection.rank = 16;
    run.selection.density = 0.05;
    run.selection.refresh_every = 10;
    run.selection.method = "exact";
    run.optimizer.learning_rate = 2e-4;
    const SideBySide beside = train_beside_reference(
        run, replayed, [](std::int64_t m, std::int64_t n) { return SelectionConfig{}.entries_of(m, n); });
    qInfo(
        "largest difference of losses %.2e, of gradient norms %.2e; of %lld and %lld entries %lld and %lld chosen by "
        "both",
        beside.largest_loss_difference, beside.largest_norm_difference, static_cast<long long>(beside.selected[0]),
        static_cast<long long>(beside.selected[1]), static_cast<long long>(beside.selected_by_both[0]),
        static_cast<long long>(beside.selected_by_both[1]));
    QCOMPARE(beside.steps, std::int64_t{20});
    QVERIFY(beside.largest_loss_difference < 1e-5);
    // W_r is compared in fp32 by the engine and in fp64 by the reference: an entry at the threshold may differ.
    for (const std::size_t selection : {0, 1})
      QVERIFY(beside.selected[selection] - beside.selected_by_both[selection] <=
              beside.selected[selection] / 1'000'000);
  }
};

QTEST_GUILESS_MAIN(PlainReferenceHeavyTest)
#include "plain_reference_heavy_test.moc"
