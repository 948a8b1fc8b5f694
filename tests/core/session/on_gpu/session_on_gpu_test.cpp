// What a person does with a model, on a GPU and on the CPU, side by side; and the self-check's rows of a GPU.
// The device is the tests' own, whose memory the host cannot touch: tests/support/emulated_gpu/README.md.
#include <QtTest>

#include <cmath>
#include <set>

#include "core/session/self_check.h"
#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr Device kCpu{}, kGpu{Device::Kind::Cuda, 0};

struct Run {
  explicit Run(Device device, DType dtype = DType::F32) : folder(dtype), session(folder.options()) {
    Recipe& recipe = folder.recipe();
    recipe.train.device = device;
    // Every thread of every kernel runs one after another: as little as shows all.
    recipe.train.steps = 4;
    recipe.train.batch_rows = 2;
    recipe.selection.refresh_every = 2;
    recipe.evaluate.every = 0;
    recipe.evaluate.probe_items = 3;
    recipe.evaluate.held_out_rows = 4;
  }
  RunOutcome train() {
    RunControl control;
    auto outcome = session.train(folder.recipe(), control, observer);
    if (!outcome.ok()) throw std::runtime_error(outcome.error().sentence());
    return *outcome;
  }
  template <class T>
  static T value(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().sentence());
    return std::move(result).value();
  }

  TinyFolder folder;
  Session session;
  WatchingObserver observer;
};

bool near(double a, double b, double bound = 1e-4) { return std::abs(a - b) <= bound * std::max(1.0, std::abs(b)); }

}   // namespace

class SessionOnGpuTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_run_learns_there_as_on_the_cpu() {
    Run cpu(kCpu), gpu(kGpu);
    const RunOutcome expected = cpu.train(), found = gpu.train();
    QCOMPARE(found.state, RunState::Done);
    QVERIFY(near(*found.after->held_out_loss, *expected.after->held_out_loss));
    QCOMPARE(found.before->probe_score, expected.before->probe_score);
    QCOMPARE(gpu.observer.steps.size(), cpu.observer.steps.size());
    for (std::size_t i = 0; i < gpu.observer.steps.size(); ++i)
      QVERIFY(near(gpu.observer.steps[i].loss, cpu.observer.steps[i].loss));
    for (std::size_t i = 0; i < gpu.observer.refreshes.size(); ++i)
      QVERIFY(near(gpu.observer.refreshes[i].overlap, cpu.observer.refreshes[i].overlap, 0.02));
    QCOMPARE(gpu.observer.samples.front().answer, cpu.observer.samples.front().answer);
    // The delta of the GPU's run, proven by the CPU.
    const auto proof = Run::value(gpu.session.verify_delta(gpu.folder.model(), found.summary.delta));
    QCOMPARE(proof.entries, found.changed);
    QCOMPARE(gpu.session.changes().changed, found.changed);
  }

  void a_stopped_run_goes_on_to_the_delta_of_one_never_stopped() {
    Run run(kGpu, DType::BF16);
    const RunOutcome expected = run.train();
    RunControl control;
    WatchingObserver stopping;
    stopping.at_step = [&](std::int64_t step) {
      if (step == 2) control.request_stop(StopKind::SaveAndStop);
    };
    const auto half = Run::value(run.session.train(run.folder.recipe(), control, stopping));
    QCOMPARE(half.state, RunState::Stopped);
    Session session(run.folder.options());
    RunControl none;
    WatchingObserver observer;
    const auto whole = Run::value(session.resume(half.summary.folder, none, observer));
    QCOMPARE(whole.state, RunState::Done);
    QVERIFY(bytes_of(whole.summary.delta) == bytes_of(expected.summary.delta));
  }

  void a_delta_is_attached_scaled_shown_and_taken_off() {
    Run gpu(kGpu), cpu(kCpu);
    const std::filesystem::path delta = gpu.train().summary.delta;
    for (auto [session, device] : {std::pair{&gpu.session, kGpu}, {&cpu.session, kCpu}}) {
      Run::value(session->open_model(gpu.folder.model(), DType::F32, device));
      QVERIFY(session->attach_delta(delta).ok());
      QVERIFY(session->set_delta_strength(0.5).ok());
    }
    const MatrixId id{1, Projection::Up};
    const CellRectangle area{0, 0, 8, 8};
    const SelectionConfig& selection = gpu.folder.recipe().selection;
    QCOMPARE(gpu.session.changes().matrices.front().mean_change, cpu.session.changes().matrices.front().mean_change);
    const auto tiles = [&](Session& session) {
      return Run::value(session.tiles(
          {.matrix = id, .area = area, .selection = selection, .seed = 1, .tile_rows = 2, .tile_columns = 2}));
    };
    QCOMPARE(tiles(gpu.session).selected, tiles(cpu.session).selected);
    QCOMPARE(tiles(gpu.session).weight_magnitude, tiles(cpu.session).weight_magnitude);
    const auto newly = [&](Session& session) {
      return Run::value(session.cells(
          {.of = MapQuery::Of::NewlySelected, .matrix = id, .area = area, .selection = selection, .seed = 1}));
    };
    QCOMPARE(newly(gpu.session).selected, newly(cpu.session).selected);
    QCOMPARE(newly(gpu.session).weight, newly(cpu.session).weight);
    const auto changed = [&](Session& session) {
      return Run::value(
          session.tiles({.of = MapQuery::Of::Changes, .matrix = id, .area = area, .tile_rows = 2, .tile_columns = 2}));
    };
    QCOMPARE(changed(gpu.session).selected, changed(cpu.session).selected);
    for (Session* session : {&gpu.session, &cpu.session}) QVERIFY2(session->detach_delta().ok(), "exact undo");
  }

  void spectra_selection_scores_and_answers_equal_the_cpu() {
    Run gpu(kGpu), cpu(kCpu);
    for (auto [run, device] : {std::pair{&gpu, kGpu}, {&cpu, kCpu}}) {
      Run::value(run->session.open_model(run->folder.model(), DType::F32, device));
      Run::value(run->session.open_data(run->folder.recipe().data));
    }
    const std::vector<MatrixId> ids{{0, Projection::Q}, {1, Projection::Down}};
    const auto expected = Run::value(cpu.session.spectra(ids)), found = Run::value(gpu.session.spectra(ids));
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t v = 0; v < expected[i].singular_values.size(); ++v)
        QVERIFY(near(found[i].singular_values[v], expected[i].singular_values[v], 1e-5));
    const auto chosen = [](Run& run) { return Run::value(run.session.select(run.folder.recipe().selection, 3)); };
    const SelectionReport by_cpu = chosen(cpu), by_gpu = chosen(gpu);
    QCOMPARE(by_gpu.total_entries, by_cpu.total_entries);
    QVERIFY(near(by_gpu.overlap_bound, by_cpu.overlap_bound, 0.05));
    const auto scores = [](Run& run) {
      return Run::value(run.session.evaluate({"held_out", "probe:" + (run.folder / "probe.json").string()}, 4));
    };
    const auto of_cpu = scores(cpu), of_gpu = scores(gpu);
    QVERIFY(near(of_gpu[0].score, of_cpu[0].score));
    QCOMPARE(of_gpu[1].score, of_cpu[1].score);
    SamplingConfig greedy;
    greedy.max_new_tokens = 12;
    const auto answer = [&](Run& run) { return Run::value(run.session.generate("3 plus 4?", true, greedy)).text; };
    QCOMPARE(answer(gpu), answer(cpu));
  }

  void the_tuned_model_is_exported_and_compared() {
    Run gpu(kGpu);
    gpu.train();
    const ExportReport report = Run::value(gpu.session.export_model("hf_folder", gpu.folder / "exported"));
    QVERIFY(report.exact);
    QCOMPARE(report.same_text, report.prompts);
  }

  void the_self_check_compares_kernels_and_training_with_it() {
    const SelfCheckReport report = Run::value(self_check());
    std::set<std::string> on_gpu;
    for (const SelfCheckRow& row : report.rows) {
      QVERIFY2(row.passed,
               qPrintable(QString::fromStdString(row.what + " on " + row.ran_on) + QString::number(row.difference)));
      if (row.ran_on == "cuda:0") on_gpu.insert(row.what);
    }
    QVERIFY(on_gpu.contains("ten training steps, fp32") && on_gpu.contains("ten training steps, bf16"));
    for (const char* kernel : {"sampled gradient", "sparse AdamW", "RMSNorm", "RMSNorm backward", "rotary",
                               "SwiGLU and backward", "head and cross-entropy", "attention and backward"})
      QVERIFY2(on_gpu.contains(std::string(kernel) + ", bf16") && on_gpu.contains(std::string(kernel) + ", fp32"),
               kernel);
    QVERIFY(on_gpu.contains("decoding, fp32"));
    QVERIFY(on_gpu.contains("top-k, fp32") && on_gpu.contains("gradient norm, fp32"));
    QVERIFY(report.gpu.find("emulated GPU") != std::string::npos);
  }

  void a_gpu_that_is_not_there_is_refused_in_words() {
    Run gpu({Device::Kind::Cuda, 3});
    const auto opened = gpu.session.open_model(gpu.folder.model(), DType::F32, {Device::Kind::Cuda, 3});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::Unsupported);
    QVERIFY(opened.error().sentence().find("cuda:3") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(SessionOnGpuTest)
#include "session_on_gpu_test.moc"
