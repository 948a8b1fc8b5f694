// The whole way of a delta on the demo model: real weights, 5 % of every projection.
#include <QtTest>

#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/merge.h"
#include "core/model/model_loader.h"
#include "tests/core/checkpoint/random_run.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

namespace {

// The largest weights of every projection, about that share of it: like principal weights, they crowd into few rows and
// columns. The threshold comes from a sample: a sort of the whole model would be the longest part of this test.
MaskSet largest_weights(const CausalLm& model, double density) {
  MaskSet masks;
  for (std::int32_t layer = 0; layer < model.config().layer_count; ++layer)
    for (const Projection projection : every_projection()) {
      const at::Tensor magnitude = model.weight({layer, projection}).abs();
      const at::Tensor sample = magnitude.flatten().slice(0, 0, std::nullopt, 37).to(at::kFloat);
      const auto below = static_cast<std::int64_t>((1 - density) * static_cast<double>(sample.numel()));
      masks.add({layer, projection}, pattern_of_mask(magnitude.gt(std::get<0>(sample.sort())[below].item())));
    }
  return masks;
}

void nudge(CausalLm& model, const MaskSet& masks) {
  scatter_weights(model, masks, gather_weights(model, masks).to(at::kFloat).mul(1.02).to(model.scalar_type()));
}

double seconds_of(const std::function<void()>& work) {
  QElapsedTimer timer;
  timer.start();
  work();
  return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

}   // namespace

class DemoModelDeltaTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  std::optional<CausalLm> model_;
  Delta delta_;
  std::filesystem::path file_ = folder_ / "demo.lift";

 private Q_SLOTS:
  void initTestCase() {
    LoadedModel loaded = load_model(demo_model(), {.dtype = DType::BF16}).value();
    model_.emplace(std::move(*loaded.model));
    Manifest passport;
    passport.tensors = record_base(*model_).value();
    QVERIFY(record_tokenizer(demo_model(), passport).ok());
    ChangedEntries changed;
    const MaskSet masks = largest_weights(*model_, 0.05);
    changed.join(masks, *model_);
    nudge(*model_, masks);
    const MadeDelta made = make_delta(changed, *model_, passport).value();
    delta_ = made.delta;
    undo_delta(*model_, made.base);
    QVERIFY(write_delta(file_, delta_).ok());
  }

  void a_changed_weight_takes_less_than_three_bytes_of_file() {
    const DeltaInfo info = read_delta_info(file_).value();
    QVERIFY(info.manifest.changed() > 5'000'000);
    qInfo("%lld changed weights, %lld bytes, %.3f bytes per weight", static_cast<long long>(info.manifest.changed()),
          static_cast<long long>(info.file_bytes), info.bytes_per_entry());
    QVERIFY(info.bytes_per_entry() <= 3.0);
  }

  void the_file_verifies_against_the_model_from_its_path() {
    const DeltaVerification report = verify_delta_file(demo_model(), file_).value();
    QCOMPARE(report.entries, delta_.entries.total());
    QCOMPARE(report.tensors_changed, std::int64_t(210));
    QCOMPARE(report.tensors_checked, std::int64_t(272));
  }

  void applying_and_undoing_restores_every_tensor_of_the_base() {
    const UndoRecord undo = apply_delta(*model_, delta_, {.check_base = true, .check_tuned = true}).value();
    undo_delta(*model_, undo);
    QVERIFY(check_tensors(*model_, delta_.manifest.tensors, CheckedTensors::All, ExpectedTensors::Base).ok());
  }

  void saving_reading_applying_and_undoing_are_quick() {
    UndoRecord undo;
    const double save = seconds_of([&] { QVERIFY(write_delta(folder_ / "again.lift", delta_).ok()); });
    const double read = seconds_of([&] { QVERIFY(read_delta(file_).ok()); });
    const double apply = seconds_of([&] { undo = apply_delta(*model_, delta_).value(); });
    const double back = seconds_of([&] { undo_delta(*model_, undo); });
    const double hash = seconds_of([&] { QVERIFY(record_base(*model_).ok()); });
    qInfo("save %.3f s, read %.3f s, apply with check %.3f s, undo %.3f s; hash of the whole model %.3f s", save, read,
          apply, back, hash);
    QVERIFY(undo.entries.total() == delta_.entries.total());
    // Loose: the machine may be busy. Undoing moves 5 million values; it must not touch the other 95 %.
    QVERIFY(back < 2 && save < 5 && read < 5 && apply < 5);
  }

  void a_model_with_another_tokenizer_is_refused() {
    Manifest manifest = delta_.manifest;
    manifest.tokenizer = fingerprint_of("another");
    const Status status = check_tokenizer(demo_model(), manifest);
    QVERIFY(status.error().code == ErrorCode::Mismatch);
    QVERIFY(status.error().sentence().find("tokenizer: expected SHA-256") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(DemoModelDeltaTest)
#include "demo_model_delta_test.moc"
