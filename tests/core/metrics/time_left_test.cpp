// Whole runs on a clock of their own: what is told as left against what then really is left.
#include "core/metrics/time_left.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <optional>

#include "core/base/seed.h"

using namespace lift;

namespace {

// What everything takes, in seconds.
struct Pace {
  double first_step = 2, per_token = 0.001, evaluation = 0, refresh = 0, samples = 0, save = 0;
  double slower_from = 1e9, slower_by = 1;   // from this step on
  bool rows_vary = false;
};

struct Told {
  std::int64_t step = 0;
  std::optional<double> left;
  double at = 0;   // on the run's clock
};

// A run as the trainer makes it, from after `resumed_after` on; everything before was another sitting's.
std::vector<Told> run(const RunSchedule& schedule, const Pace& pace, std::int64_t resumed_after = 0) {
  RandomStream random(stream_seed(3, "rows"));
  TimeLeft left(schedule);
  std::vector<Told> told;
  double clock = 0;
  PhaseSeconds since;
  std::int64_t evaluated = -1, sampled = -1, refreshed = -1;
  const auto spend = [&](Phase phase, double seconds) {
    clock += seconds;
    since[phase] += seconds;
  };
  const auto due = [&](std::int64_t every, std::int64_t step, std::int64_t done) {
    return step != done && (step == 0 || step == schedule.total_steps || (every > 0 && step % every == 0));
  };
  for (std::int64_t step = 0;; ++step) {
    const bool saves = schedule.save_every > 0 && step > 0 && step % schedule.save_every == 0;
    if (saves || step == schedule.total_steps) spend(Phase::Save, pace.save);
    if (schedule.evaluates && due(schedule.evaluate_every, step, evaluated)) {
      spend(Phase::Evaluate, pace.evaluation);
      EvaluationMetrics metrics;
      metrics.step = evaluated = step;
      metrics.seconds = pace.evaluation;
      left.add(metrics);
    }
    if (schedule.samples && due(schedule.sample_every, step, sampled)) {
      spend(Phase::Sample, pace.samples);
      left.add(SampleEvent{sampled = step, "?", "!"});
    }
    const bool renews = schedule.refresh_every > 0 && step < schedule.total_steps && step % schedule.refresh_every == 0;
    if ((step == 0 || renews) && refreshed != step) {
      spend(Phase::Refresh, pace.refresh);
      RefreshEvent event;
      event.step = refreshed = step;
      event.seconds = pace.refresh;
      left.add(event);
    }
    if (step == schedule.total_steps) break;
    StepMetrics metrics;
    metrics.step = step + 1;
    metrics.tokens = pace.rows_vary ? 200 + static_cast<std::int64_t>(random.below(1800)) : 1000;
    spend(Phase::ForwardBackward,
          (step == 0 ? pace.first_step : 0) + pace.per_token * static_cast<double>(metrics.tokens) *
                                                  (step + 1 >= pace.slower_from ? pace.slower_by : 1));
    metrics.seconds = std::exchange(since, {});
    left.add(metrics);
    if (step + 1 > resumed_after) told.push_back({step + 1, left.seconds(), clock});
  }
  for (Told& one : told) one.at = clock - one.at;   // what then really was left
  return told;
}

}   // namespace

class TimeLeftTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void within_a_fifth_from_the_third_step_on_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < 7; ++i) QTest::addRow("run %d", i) << i;
  }
  void within_a_fifth_from_the_third_step_on() {
    QFETCH(int, index);
    RunSchedule plain{.total_steps = 60, .tokens_per_step = 1000};
    RunSchedule full{.total_steps = 93,
                     .refresh_every = 20,
                     .evaluate_every = 10,
                     .sample_every = 30,
                     .evaluates = true,
                     .samples = true,
                     .tokens_per_step = 1000};
    const std::pair<RunSchedule, Pace> runs[] = {
        {plain, {}},
        // What was told as 1 h 11 min and was 14: the evaluation before the first step takes longer than ten steps.
        {full, {.first_step = 6, .per_token = 0.008, .evaluation = 60, .refresh = 9, .samples = 12, .save = 2}},
        {full, {.first_step = 30, .per_token = 0.002, .evaluation = 1, .refresh = 40, .samples = 0.2, .save = 0.1}},
        {{.total_steps = 8, .evaluates = true, .tokens_per_step = 1000}, {.evaluation = 50, .refresh = 4}},
        {{.total_steps = 400, .evaluate_every = 50, .save_every = 25, .evaluates = true, .tokens_per_step = 1000},
         {.evaluation = 5, .save = 2}},
        {{.total_steps = 1000, .evaluate_every = 7, .evaluates = true, .tokens_per_step = 1100},
         {.evaluation = 0.01, .rows_vary = true}},
        {{.total_steps = 50, .tokens_per_step = 0}, {}}};   // the rows are not known
    for (const Told& told : run(runs[index].first, runs[index].second)) {
      if (told.step < 3) continue;
      QVERIFY(told.left.has_value());
      QVERIFY2(std::abs(*told.left - told.at) <= 0.2 * told.at + 1e-9,
               qPrintable(QString("step %1: told %2, was %3").arg(told.step).arg(*told.left).arg(told.at)));
    }
  }

  void nothing_is_told_before_the_second_step() {
    const auto told = run({.total_steps = 5, .tokens_per_step = 1000}, {});
    QVERIFY(!told[0].left);
    QVERIFY(told[1].left.has_value());
    QCOMPARE(*told.back().left, 0.0);
  }

  void a_run_that_goes_on_knows_from_its_first_step_what_a_step_takes() {
    const auto told = run({.total_steps = 40, .evaluate_every = 10, .evaluates = true, .tokens_per_step = 1000},
                          {.first_step = 5, .evaluation = 8}, 20);
    QCOMPARE(told.front().step, std::int64_t{21});
    QVERIFY(std::abs(*told.front().left - told.front().at) <= 0.2 * told.front().at);
  }

  void a_machine_that_becomes_slower_is_believed_soon() {
    const auto told = run({.total_steps = 600, .tokens_per_step = 1000}, {.slower_from = 200, .slower_by = 3});
    const Told& later = told[199 + 90];
    QVERIFY2(std::abs(*later.left - later.at) <= 0.2 * later.at,
             qPrintable(QString("told %1, was %2").arg(*later.left).arg(later.at)));
  }

  void what_is_due_after_the_last_step_is_still_to_come() {
    TimeLeft left({.total_steps = 3, .evaluates = true, .tokens_per_step = 10});
    EvaluationMetrics before;
    before.seconds = 42;
    left.add(before);
    for (std::int64_t step = 1; step <= 3; ++step) {
      StepMetrics metrics;
      metrics.step = step;
      metrics.tokens = 10;
      metrics.seconds[Phase::ForwardBackward] = 1;
      left.add(metrics);
    }
    QCOMPARE(*left.seconds(), 42.0);
    EvaluationMetrics after = before;
    after.step = 3;
    left.add(after);
    QCOMPARE(*left.seconds(), 0.0);
  }
};

QTEST_GUILESS_MAIN(TimeLeftTest)
#include "time_left_test.moc"
