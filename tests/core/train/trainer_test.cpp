#include "core/train/trainer.h"

#include <cmath>
#include <limits>
#include <thread>

#include <ATen/Parallel.h>
#include <ATen/ops/full.h>
#include <QtTest>

#include "core/optim/lr_schedule.h"
#include "tests/core/train/trainer_fixture.h"

using namespace lift;
using namespace lift::test;

namespace {

// Gradients come from nowhere: what the trainer asks of a method is what is tested.
class ScriptedMethod final : public TrainingMethod, private WeightGradientSink {
 public:
  Result<RefreshEvent> select(const TaskContext&, const GradientProbe&) override { return RefreshEvent{}; }
  WeightGradientSink& sink() override { return *this; }
  void zero_grad() override {}
  std::vector<at::Tensor> gradients() const override { return {at::full({1}, norm, at::kDouble)}; }
  void step(double learning_rate, double gradient_scale) override {
    learning_rates.push_back(learning_rate);
    gradient_scales.push_back(gradient_scale);
  }
  Result<RefreshEvent> refresh(std::int64_t step, const TaskContext&, const GradientProbe&) override {
    refreshes.push_back(step);
    RefreshEvent event;
    event.step = step;
    return event;
  }
  std::vector<MatrixId> changed_matrices() const override { return {}; }
  BaseValues changed(MatrixId) const override { return {}; }
  void give_back_base() override {}
  MethodState state() const override { return {}; }
  Status restore(MethodState) override { return {}; }

  double norm = 0.5;
  std::vector<double> learning_rates, gradient_scales;
  std::vector<std::int64_t> refreshes;

 private:
  bool wants(MatrixId) const override { return false; }
  void accumulate(MatrixId, const at::Tensor&, const at::Tensor&) override {}
};

struct ScriptedRun : TinyRun {
  using TinyRun::TinyRun;
  Result<TrainEnd> run_scripted() {
    TrainSetup parts{.model = model,
                     .method = scripted,
                     .source = rows,
                     .optimizer = optimizer,
                     .evaluate = evaluate,
                     .train = train,
                     .refresh_every = selection.refresh_every,
                     .total_steps = total_steps};
    Trainer trainer(parts, host, control);
    return trainer.run({});
  }
  ScriptedMethod scripted;
};

}   // namespace

class TrainerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { at::set_num_threads(1); }

  void the_learning_rate_follows_the_schedule() {
    ScriptedRun run(DType::F32, 20);
    run.optimizer.warmup_ratio = 0.2;
    run.optimizer.schedule = "cosine";
    QCOMPARE(*run.run_scripted(), TrainEnd::Done);
    QCOMPARE(run.scripted.learning_rates.size(), std::size_t{20});
    for (std::int64_t step = 1; step <= 20; ++step) {
      const double expected = learning_rate_at(run.optimizer, step, 20);
      QCOMPARE(run.scripted.learning_rates[static_cast<std::size_t>(step - 1)], expected);
      QCOMPARE(run.host.steps()[static_cast<std::size_t>(step - 1)].learning_rate, expected);
    }
  }

  void a_learning_rate_set_during_the_run_counts_from_the_next_step_and_is_logged() {
    ScriptedRun run(DType::F32, 10);
    run.optimizer.schedule = "constant";
    run.optimizer.warmup_ratio = 0;
    run.host.on_record = [&](const RunRecord& record) {
      if (const auto* step = std::get_if<StepMetrics>(&record); step && step->step == 4)
        run.control.post(SetLearningRate{0.5});
    };
    QCOMPARE(*run.run_scripted(), TrainEnd::Done);
    QCOMPARE(run.scripted.learning_rates[3], 0.02);
    QCOMPARE(run.scripted.learning_rates[4], 0.5);
    QCOMPARE(run.scripted.learning_rates[9], 0.5);
    QCOMPARE(run.host.events(), (std::vector{RunEvent::Kind::LearningRateChanged, RunEvent::Kind::StateSaved}));
  }

  void gradients_are_clipped_by_a_factor_and_logged_as_they_were() {
    ScriptedRun run(DType::F32, 2);
    run.optimizer.clip_norm = 1;
    run.scripted.norm = 4;
    QCOMPARE(*run.run_scripted(), TrainEnd::Done);
    QCOMPARE(run.scripted.gradient_scales, (std::vector<double>{0.25, 0.25}));
    QCOMPARE(run.host.steps()[0].gradient_norm, 4.0);
  }

  void masks_are_refreshed_every_t_steps_but_not_after_the_last() {
    ScriptedRun run(DType::F32, 9);
    QCOMPARE(*run.run_scripted(), TrainEnd::Done);
    QCOMPARE(run.scripted.refreshes, (std::vector<std::int64_t>{3, 6}));
  }

  void a_refresh_asked_for_happens_before_the_next_step() {
    ScriptedRun run(DType::F32, 6);
    run.selection.refresh_every = 0;
    run.host.on_record = [&](const RunRecord& record) {
      if (const auto* step = std::get_if<StepMetrics>(&record); step && step->step == 2) run.control.post(RefreshNow{});
    };
    QCOMPARE(*run.run_scripted(), TrainEnd::Done);
    QCOMPARE(run.scripted.refreshes, (std::vector<std::int64_t>{2}));
  }

  void passes_together_are_the_large_batch() {
    TinyRun whole(DType::F64, 4), cut(DType::F64, 4);
    whole.rows = RandomRows(7, whole.config.vocabulary_size, 6, 6);
    cut.rows = RandomRows(7, cut.config.vocabulary_size, 6, 1);
    QVERIFY(whole.run().ok());
    QVERIFY(cut.run().ok());
    const auto a = whole.host.steps(), b = cut.host.steps();
    for (std::size_t i = 0; i < 4; ++i) {
      QCOMPARE(a[i].labels, b[i].labels);
      QVERIFY(std::abs(a[i].loss - b[i].loss) < 1e-10);
      QVERIFY(std::abs(a[i].gradient_norm - b[i].gradient_norm) < 1e-10 * a[i].gradient_norm);
    }
  }

  void a_loss_that_is_not_a_number_stops_before_the_update_and_the_last_good_state_is_kept() {
    TinyRun run;
    CausalLm before = tiny_model(run.config, DType::F32);
    run.host.on_record = [&](const RunRecord& record) {
      const auto* step = std::get_if<StepMetrics>(&record);
      if (!step || step->step != 2) return;
      for (auto& [name, tensor] : run.model.named_tensors())
        if (name == "model.norm.weight") tensor.fill_(std::numeric_limits<float>::quiet_NaN());
      for (std::int32_t layer = 0; layer < 2; ++layer)
        for (const Projection p : every_projection()) before.weight({layer, p}).copy_(run.model.weight({layer, p}));
    };
    const auto end = run.run();
    QVERIFY(!end.ok());
    QCOMPARE(end.error().code, ErrorCode::NonFinite);
    const std::string sentence = end.error().sentence();
    QVERIFY2(
        sentence.find("step 3") != std::string::npos && sentence.find("after step 2 is saved") != std::string::npos,
        sentence.c_str());
    QCOMPARE(run.host.steps().size(), std::size_t{2});
    QCOMPARE(run.host.saved.back().step, std::int64_t{2});
    for (std::int32_t layer = 0; layer < 2; ++layer)
      for (const Projection p : every_projection())
        QVERIFY(run.model.weight({layer, p}).equal(before.weight({layer, p})));
  }

  void an_infinite_gradient_norm_stops_before_the_update() {
    ScriptedRun run(DType::F32, 5);
    run.scripted.norm = std::numeric_limits<double>::infinity();
    const auto end = run.run_scripted();
    QCOMPARE(end.error().code, ErrorCode::NonFinite);
    QVERIFY(end.error().sentence().find("gradient norm") != std::string::npos);
    QVERIFY(run.scripted.learning_rates.empty());
  }

  void a_log_that_cannot_be_written_ends_the_run() {
    TinyRun run;
    run.host.fail_record =
        make_error(ErrorCode::Io, std::string("metrics.jsonl"), Sentence::verbatim("no space left on device"));
    const auto end = run.run();
    QCOMPARE(end.error().code, ErrorCode::Io);
  }

  void stopping_without_saving_saves_nothing() {
    TinyRun run;
    run.host.on_record = [&](const RunRecord& record) {
      if (const auto* step = std::get_if<StepMetrics>(&record); step && step->step == 3)
        run.control.request_stop(StopKind::StopWithoutSaving);
    };
    QCOMPARE(*run.run(), TrainEnd::Discarded);
    QVERIFY(run.host.saved.empty());
    QCOMPARE(run.host.steps().size(), std::size_t{3});
  }

  void the_state_after_the_last_step_is_saved_before_what_can_still_fail() {
    TinyRun run;
    RandomStream random(3);
    const PackedBatch held_out = random_row(random, run.config.vocabulary_size);
    run.host.evaluated = &held_out;
    std::vector<std::string> order;
    run.host.on_record = [&](const RunRecord& record) {
      if (step_of(record) < 9) return;
      if (std::get_if<StepMetrics>(&record)) order.push_back("step");
      if (std::get_if<EvaluationMetrics>(&record)) order.push_back("evaluation");
      if (const auto* event = std::get_if<RunEvent>(&record); event && event->kind == RunEvent::Kind::StateSaved)
        order.push_back("saved");
    };
    QCOMPARE(*run.run(), TrainEnd::Done);
    QCOMPARE(order, (std::vector<std::string>{"step", "saved", "evaluation"}));
    // From there only the end is left.
    TinyRun again;
    again.host.evaluated = &held_out;
    QCOMPARE(*again.run_from(run.host.saved.back()), TrainEnd::Done);
    QVERIFY(again.host.steps().empty());
    QVERIFY(same_weights(again.model, run.model));
  }

  // A weight that does not train is made larger, and so are all logits: no learning rate ruins a model this small.
  static void ruin(TinyRun& run, double times) {
    for (auto& [name, tensor] : run.model.named_tensors())
      if (name == "model.norm.weight") tensor.mul_(times);
  }

  void a_loss_that_climbs_pauses_a_run_that_is_attended_and_goes_back() {
    TinyRun run(DType::F32, 20), straight(DType::F32, 20);
    run.selection.refresh_every = straight.selection.refresh_every = 0;
    run.control.set_attended(true);
    std::int64_t told = 0, began_again = -1;
    bool ruined = false;
    run.host.on_record = [&](const RunRecord& record) {
      const auto* step = std::get_if<StepMetrics>(&record);
      if (step && step->step == 8 && !std::exchange(ruined, true)) ruin(run, 64);
      const auto* event = std::get_if<RunEvent>(&record);
      if (!event) return;
      if (event->kind == RunEvent::Kind::Diverged) {
        told = event->step;
        ruin(run, 1.0 / 64);
      }
      if (event->kind == RunEvent::Kind::Paused) run.control.post(GoBack{run.optimizer.learning_rate});
      if (event->kind == RunEvent::Kind::WentBack) began_again = event->step;
    };
    QCOMPARE(*run.run(), TrainEnd::Done);
    QVERIFY2(told > 8 && told < 14, qPrintable(QString::number(told)));
    QCOMPARE(began_again, std::int64_t{0});   // this host keeps no files: to the start
    QCOMPARE(*straight.run(), TrainEnd::Done);
    QVERIFY(same_weights(run.model, straight.model));
  }

  void what_may_be_forgotten_at_most_is_a_bound_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("forgotten_at");
    QTest::addColumn<int>("ends_at");
    QTest::addColumn<bool>("is_done");
    QTest::newRow("told alone") << "tell" << 15 << 20 << true;
    QTest::newRow("stops where it is") << "stop" << 15 << 15 << false;
    QTest::newRow("ends in the last state within") << "go_back" << 15 << 10 << true;
    QTest::newRow("no state within: stops") << "go_back" << 5 << 5 << false;
    QTest::newRow("at the very end") << "go_back" << 20 << 15 << true;
    QTest::newRow("never forgotten") << "go_back" << 99 << 20 << true;
  }
  void what_may_be_forgotten_at_most_is_a_bound() {
    QFETCH(QString, action);
    QFETCH(int, forgotten_at);
    QFETCH(int, ends_at);
    QFETCH(bool, is_done);
    const auto prepare = [](TinyRun& run) {
      run.selection.refresh_every = 0;
      run.optimizer.schedule = "constant";
      run.optimizer.warmup_ratio = 0;
    };
    TinyRun run(DType::F32, 20);
    prepare(run);
    run.evaluate.every = 5;
    run.evaluate.forget_action = action.toStdString();
    run.host.keeps_states = true;
    run.host.on_evaluate = [&](EvaluationMetrics& metrics) {
      metrics.probe_score = 0.5;
      metrics.retention = metrics.step >= forgotten_at ? 0.8 : 1;
      metrics.alarm = metrics.step >= forgotten_at;
    };
    QCOMPARE(*run.run(), is_done ? TrainEnd::Done : TrainEnd::Stopped);
    TinyRun straight(DType::F32, ends_at);
    prepare(straight);
    QCOMPARE(*straight.run(), TrainEnd::Done);
    QVERIFY(same_weights(run.model, straight.model));
    const auto events = run.host.events();
    QCOMPARE(std::ranges::count(events, RunEvent::Kind::WentBack), std::ptrdiff_t{is_done && ends_at < 20});
    for (const ResumeState& state : run.host.saved)
      if (action == "go_back" && state.step > 5) QVERIFY(state.keep.has_value());
  }

  void nobody_there_to_ask_goes_on_to_the_end() {
    TinyRun run(DType::F32, 20);
    run.host.on_record = [&](const RunRecord& record) {
      if (const auto* step = std::get_if<StepMetrics>(&record); step && step->step == 8) ruin(run, 64);
    };
    QCOMPARE(*run.run(), TrainEnd::Done);
    const auto events = run.host.events();
    QCOMPARE(std::ranges::count(events, RunEvent::Kind::Diverged), std::ptrdiff_t{1});
    QCOMPARE(std::ranges::count(events, RunEvent::Kind::Paused), std::ptrdiff_t{0});
  }

  void cancelling_ends_at_once_and_saves_nothing() {
    TinyRun run;
    std::stop_source source;
    run.host.on_record = [&](const RunRecord& record) {
      if (std::get_if<StepMetrics>(&record)) source.request_stop();
    };
    const auto end = run.run({.stop = source.get_token()});
    QCOMPARE(end.error().code, ErrorCode::Cancelled);
    QVERIFY(run.host.saved.empty());
  }

  void a_paused_run_answers_and_goes_on() {
    TinyRun run;
    bool paused = false;
    run.host.on_record = [&](const RunRecord& record) {
      const auto* step = std::get_if<StepMetrics>(&record);
      if (step && step->step == 2) run.control.request_pause(true);
      if (std::get_if<SampleEvent>(&record)) run.control.request_pause(false);
      if (const auto* event = std::get_if<RunEvent>(&record); event && event->kind == RunEvent::Kind::Paused) {
        paused = true;
        run.control.post(SampleNow{"how are you?", {}});
      }
    };
    QCOMPARE(*run.run(), TrainEnd::Done);
    QVERIFY(paused);
    QCOMPARE(run.host.events(),
             (std::vector{RunEvent::Kind::Paused, RunEvent::Kind::Continued, RunEvent::Kind::StateSaved}));
    const auto sample = std::ranges::find_if(run.host.records,
                                             [](const RunRecord& r) { return std::holds_alternative<SampleEvent>(r); });
    QCOMPARE(std::get<SampleEvent>(*sample).step, std::int64_t{2});
    QCOMPARE(std::get<SampleEvent>(*sample).answer, std::string("answer to how are you?"));

    TinyRun straight;
    QCOMPARE(*straight.run(), TrainEnd::Done);
    QVERIFY(same_weights(run.model, straight.model));
  }

  void evaluations_samples_and_saves_change_nothing() {
    TinyRun plain, watched;
    RandomStream random(3);
    const PackedBatch held_out = random_row(random, watched.config.vocabulary_size);
    watched.host.evaluated = &held_out;
    watched.evaluate.every = 1;
    watched.evaluate.sample_every = 2;
    watched.evaluate.sample_prompts = {"a", "b"};
    watched.train.save_every = 1;
    QCOMPARE(*plain.run(), TrainEnd::Done);
    QCOMPARE(*watched.run(), TrainEnd::Done);
    QVERIFY(same_weights(plain.model, watched.model));
    QVERIFY(watched.host.saved.size() == 9);
    std::int64_t evaluations = 0;
    for (const RunRecord& record : watched.host.records)
      evaluations += std::holds_alternative<EvaluationMetrics>(record);
    QCOMPARE(evaluations, std::int64_t{10});
  }

  void a_run_repeated_gives_the_same_weights_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("dtype");
    for (int threads : {1, 2})
      for (DType dtype : {DType::F32, DType::BF16})
        QTest::addRow("%d threads, %s", threads, std::string(name_of(dtype)).c_str()) << threads << int(dtype);
  }
  void a_run_repeated_gives_the_same_weights() {
    QFETCH(int, threads);
    QFETCH(int, dtype);
    at::set_num_threads(threads);
    TinyRun first(static_cast<DType>(dtype)), second(static_cast<DType>(dtype));
    QVERIFY(first.run().ok());
    QVERIFY(second.run().ok());
    QVERIFY(same_weights(first.model, second.model));
    QVERIFY(!same_weights(first.model, tiny_model(first.config, static_cast<DType>(dtype))));
  }

  void a_run_stopped_anywhere_and_resumed_is_a_run_never_stopped_data() {
    QTest::addColumn<int>("dtype");
    QTest::addColumn<int>("stop_at");
    for (DType dtype : {DType::F32, DType::BF16})
      for (int step = 0; step < 9; ++step)
        QTest::addRow("%s, step %d", std::string(name_of(dtype)).c_str(), step) << int(dtype) << step;
  }
  void a_run_stopped_anywhere_and_resumed_is_a_run_never_stopped() {
    QFETCH(int, dtype);
    QFETCH(int, stop_at);
    const auto type = static_cast<DType>(dtype);
    TinyRun straight(type);
    QCOMPARE(*straight.run(), TrainEnd::Done);

    TinyRun stopped(type);
    stopped.host.on_record = [&](const RunRecord& record) {
      if (const auto* step = std::get_if<StepMetrics>(&record); step && step->step == stop_at)
        stopped.control.request_stop(StopKind::SaveAndStop);
    };
    if (stop_at == 0) stopped.control.request_stop(StopKind::SaveAndStop);
    QCOMPARE(*stopped.run(), TrainEnd::Stopped);
    QCOMPARE(stopped.host.saved.size(), std::size_t{1});

    TinyRun resumed(type);
    QCOMPARE(*resumed.run_from(stopped.host.saved.back()), TrainEnd::Done);
    QVERIFY(same_weights(resumed.model, straight.model));
    const auto steps = resumed.host.steps(), all = straight.host.steps();
    QCOMPARE(steps.size(), static_cast<std::size_t>(9 - stop_at));
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const StepMetrics& expected = all[i + static_cast<std::size_t>(stop_at)];
      QCOMPARE(steps[i].step, expected.step);
      QCOMPARE(steps[i].loss, expected.loss);
      QCOMPARE(steps[i].learning_rate, expected.learning_rate);
      QCOMPARE(steps[i].gradient_norm, expected.gradient_norm);
      QCOMPARE(steps[i].epoch, expected.epoch);
    }
  }

  void a_state_of_another_length_is_refused_and_the_base_stays() {
    TinyRun stopped;
    stopped.control.request_stop(StopKind::SaveAndStop);
    QCOMPARE(*stopped.run(), TrainEnd::Stopped);
    TinyRun longer(DType::F32, 12);
    const auto end = longer.run_from(stopped.host.saved.back());
    QCOMPARE(end.error().code, ErrorCode::Mismatch);
    QVERIFY(same_weights(longer.model, tiny_model(longer.config, DType::F32)));
  }

  void changes_are_exactly_the_union_of_the_selections() {
    TinyRun run;
    Trainer trainer(run.setup(), run.host, run.control);
    QVERIFY(trainer.run({}).ok());
    const CausalLm base = tiny_model(run.config, DType::F32);
    const ChangedEntries changed = trainer.method().state().changed;
    QCOMPARE(run.host.refreshes().back().union_entries, changed.total());
    QVERIFY(gather_weights(base, changed.entries()).equal(changed.base_values()));
    scatter_weights(run.model, changed.entries(), changed.base_values());
    QVERIFY(same_weights(run.model, base));
  }
};

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
