// What every method owes a run, through the session alone: a delta that verifies, a stop that nobody notices, the base
// back when nothing is kept, and of LoRA the adapter.
#include <algorithm>

#include <QtTest>

#include "core/io/json.h"
#include "tests/core/session/tiny_session.h"

#include <nlohmann/json.hpp>

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

void choose(Recipe& recipe, const std::string& method) {
  std::vector<std::string> fields{"train.method=" + (method == "pissa" ? "lora" : method)};
  if (method == "pissa") fields.push_back("lora.init=pissa");
  if (method == "lora" || method == "pissa") fields.push_back("lora.rank=3");
  if (method == "gradient" || method == "movement") fields = {"selection.criterion=" + method};
  for (const std::string& field : fields)
    if (const Status status = set_field(recipe, field); !status.ok()) throw std::runtime_error(sentence_of(status));
}

ModelConfig with_delta_nets() {
  ModelConfig config = tiny_config();
  config.family = "qwen3_5_text";
  config.layer_count = 3;
  config.delta_layers = {1, 1, 0};
  config.delta = {.key_heads = 2, .value_heads = 4, .key_width = 6, .value_width = 5, .taps = 4};
  set_output_gate(config.layer);
  add_head_norms(config.layer, Extent::Head, Extent::Head);
  add_delta_net(config.layer);
  config.layer.norms_add_one = true;
  config.rope.rotated = 4;
  return config;
}

}   // namespace

class MethodRunsTest : public QObject {
  Q_OBJECT

  static void every_method() {
    QTest::addColumn<QString>("method");
    for (const char* method : {"full", "lora", "pissa", "gradient", "movement"}) QTest::newRow(method) << method;
  }

 private Q_SLOTS:
  void a_run_learns_and_leaves_a_delta_that_verifies_data() { every_method(); }
  void a_run_learns_and_leaves_a_delta_that_verifies() {
    QFETCH(QString, method);
    TinyFolder folder(DType::BF16);
    choose(folder.recipe(), method.toStdString());
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(*outcome->after->held_out_loss < *outcome->before->held_out_loss);
    QCOMPARE(observer.begins.front().trainable, observer.refreshes.front().entries);
    QVERIFY(outcome->changed > 0);
    QCOMPARE(outcome->changed, session.changes().changed);
    const auto proof = session.verify_delta(folder.model(), outcome->summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    QVERIFY(session.detach_delta().ok());
    QVERIFY(session.attach_delta(outcome->summary.delta).ok());
  }

  void layers_that_differ_in_what_they_have_train_and_their_delta_verifies_data() { every_method(); }
  void layers_that_differ_in_what_they_have_train_and_their_delta_verifies() {
    QFETCH(QString, method);
    TinyFolder folder(DType::F32, with_delta_nets());
    choose(folder.recipe(), method.toStdString());
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QVERIFY(*outcome->after->held_out_loss < *outcome->before->held_out_loss);
    // Of two layers with a delta net (q, k and v as one, z, out) and one with attention; and three each behind them.
    QCOMPARE(session.changes().matrices.size(), std::size_t{2 * 3 + 4 + 3 * 3});
    const auto proof = session.verify_delta(folder.model(), outcome->summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    QVERIFY(session.detach_delta().ok());
    QVERIFY(session.attach_delta(outcome->summary.delta).ok());
    for (const MatrixId id : {MatrixId{0, Projection::Q}, MatrixId{2, Projection::DeltaOut}}) {
      const auto none = session.spectra({&id, 1});
      QVERIFY2(!none.ok() && sentence_of(none).find("matrix that layer") != std::string::npos,
               sentence_of(none).c_str());
    }
  }

  void a_stopped_run_goes_on_to_the_delta_of_one_never_stopped_data() { every_method(); }
  void a_stopped_run_goes_on_to_the_delta_of_one_never_stopped() {
    QFETCH(QString, method);
    TinyFolder folder(DType::BF16);
    choose(folder.recipe(), method.toStdString());
    const RunOutcome straight = train(folder);
    for (const std::int64_t step : {1, 4}) {
      const RunOutcome stopped = train(folder, step);
      QCOMPARE(stopped.state, RunState::Stopped);
      Session session(folder.options());
      RunControl control;
      WatchingObserver observer;
      const auto resumed = session.resume(stopped.summary.folder, control, observer);
      QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
      QCOMPARE(observer.begins.front().first_step, step + 1);
      QVERIFY(bytes_of(resumed->summary.delta) == bytes_of(straight.summary.delta));
    }
  }

  void stopping_without_saving_leaves_the_base_data() { every_method(); }
  void stopping_without_saving_leaves_the_base() {
    QFETCH(QString, method);
    TinyFolder folder(DType::BF16);
    const RunOutcome plain = train(folder);
    choose(folder.recipe(), method.toStdString());
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 3) control.request_stop(StopKind::StopWithoutSaving);
    };
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QCOMPARE(outcome->state, RunState::Discarded);
    QVERIFY(session.attach_delta(plain.summary.delta).ok());   // which checks the base's tensors
  }

  void an_adapter_that_was_trained_can_be_exported_and_no_other_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("rank");
    QTest::newRow("lora") << "lora" << 3;
    QTest::newRow("pissa") << "pissa" << 6;   // [B, -B0] [A; A0]
    QTest::newRow("lift") << "lift" << 0;
  }
  void an_adapter_that_was_trained_can_be_exported_and_no_other() {
    QFETCH(QString, method);
    QFETCH(int, rank);
    TinyFolder folder(DType::F32);
    choose(folder.recipe(), method.toStdString());
    const RunOutcome outcome = train(folder);
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType::F32, {}, {}).ok());
    QVERIFY(session.attach_delta(outcome.summary.delta).ok());
    const auto written = session.export_model("lora", folder / "adapter");
    if (rank == 0) {
      QVERIFY(!written.ok());
      QVERIFY2(sentence_of(written).find("train.method=lora") != std::string::npos, sentence_of(written).c_str());
      QVERIFY(!fs::exists(folder / "adapter"));
      return;
    }
    QVERIFY2(written.ok(), sentence_of(written).c_str());
    if (method == "lora") QVERIFY(written->exact);
    const auto config = read_json_file(folder / "adapter" / "adapter_config.json");
    QVERIFY(config.ok());
    QCOMPARE(config->at("r").get<int>(), rank);
    QCOMPARE(config->at("peft_type").get<std::string>(), std::string("LORA"));
    QCOMPARE(config->at("lora_alpha").get<double>(), 32.0 / 3 * rank);
    QVERIFY(session.set_delta_strength(0.5).ok());
    QVERIFY(session.export_model("lora", folder / "half").ok());
    const auto half = read_json_file(folder / "half" / "adapter_config.json");
    QCOMPARE(half->at("lora_alpha").get<double>(), 16.0 / 3 * rank);
  }

  // Phi-3 stores q, k and v as one matrix, and gate and up. PEFT knows those modules only, and an adapter of three
  // parts of one is none of it: the delta holds the merged weights of the stored tensors and no factors.
  void adapters_of_matrices_that_are_stored_together_are_a_delta_of_what_is_stored() {
    ModelConfig config = tiny_config();
    config.family = "phi3";
    config.head_dim = config.hidden_size / config.head_count;   // the family has no other
    fuse_qkv(config.layer);
    fuse_gate_up(config.layer);
    TinyFolder folder(DType::F32, config);
    choose(folder.recipe(), "lora");
    const RunOutcome outcome = train(folder);
    QVERIFY(*outcome.after->held_out_loss < *outcome.before->held_out_loss);
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType::F32, {}, {}).ok());
    const auto proof = session.verify_delta(folder.model(), outcome.summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    QCOMPARE(proof->tensors_changed, std::int64_t{2 * 4});   // qkv, o, gate and up, down
    QVERIFY(session.attach_delta(outcome.summary.delta).ok());
    QCOMPARE(session.changes().matrices.size(), std::size_t{2 * 7});
    const auto written = session.export_model("lora", folder / "adapter");
    QVERIFY(!written.ok() && !fs::exists(folder / "adapter"));
    QVERIFY2(sentence_of(written).find("several projections as one tensor") != std::string::npos,
             sentence_of(written).c_str());
    const auto merged = session.export_model("hf_folder", folder / "merged");
    QVERIFY2(merged.ok() && merged->exact, sentence_of(merged).c_str());
  }

  void a_section_of_another_method_is_told_and_decides_nothing() {
    TinyFolder folder(DType::BF16);
    const RunOutcome plain = train(folder);
    QVERIFY(set_field(folder.recipe(), "lora.rank=7").ok());
    std::vector<std::string> told;
    SessionOptions options = folder.options();
    options.notices = [&](const Notice& notice) { told.push_back(notice.text.text()); };
    Session session(options);
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QVERIFY(bytes_of(outcome->summary.delta) == bytes_of(plain.summary.delta));
    QVERIFY(std::ranges::any_of(told, [](const std::string& text) { return text.starts_with("lora.rank is set"); }));
  }
};

QTEST_GUILESS_MAIN(MethodRunsTest)
#include "method_runs_test.moc"
