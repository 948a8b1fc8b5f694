#include "core/session/run_verdict.h"

#include <QtTest>

using namespace lift;
using Grade = RunVerdict::Grade;

namespace {

EvaluationMetrics at(std::int64_t step, std::optional<double> held_out, std::optional<double> probe = {}) {
  EvaluationMetrics metrics;
  metrics.step = step;
  metrics.held_out_loss = held_out;
  metrics.probe_score = probe;
  if (probe) metrics.probe_items = 100;
  return metrics;
}

EvaluationMetrics kept(EvaluationMetrics metrics, double share, double low, double high, bool alarm) {
  metrics.retention = share;
  metrics.retention_low = low;
  metrics.retention_high = high;
  metrics.alarm = alarm;
  return metrics;
}

std::vector<StepMetrics> losses(double from, double to, std::int64_t count, double rate = 5e-4) {
  std::vector<StepMetrics> steps(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    StepMetrics& step = steps[static_cast<std::size_t>(i)];
    step.step = i + 1;
    step.loss = from + (to - from) * static_cast<double>(i) / static_cast<double>(count - 1);
    step.learning_rate = rate;
  }
  return steps;
}

bool says(const RunVerdict& verdict, const std::string& words) {
  const std::string text = verdict.text().text() + " " + verdict.advice.text();
  if (text.find(words) != std::string::npos) return true;
  qWarning("%s", text.c_str());
  return false;
}

}   // namespace

class RunVerdictTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_held_out_loss_that_rose_is_worse_however_low_the_training_loss() {
    const RunVerdict verdict = judge_run({at(0, 2.276), at(25, 6.067)}, losses(2, 0.1, 25, 1.0));
    QCOMPARE(verdict.grade, Grade::Worse);
    QVERIFY(!verdict.good());
    QVERIFY(says(verdict, "2.276 to 6.067") && says(verdict, "learning rate of 5e-04"));
  }
  void a_held_out_loss_that_fell_is_better() {
    const RunVerdict verdict = judge_run({at(0, 1.84), at(20, 0.3), at(40, 0.105)}, losses(2, 0.1, 40));
    QCOMPARE(verdict.grade, Grade::Better);
    QVERIFY(verdict.good() && verdict.advice.empty() && says(verdict, "1.840 to 0.105"));
  }
  void one_that_rose_again_is_no_clean_success() {
    const RunVerdict verdict = judge_run({at(0, 2), at(10, 0.9), at(20, 1.3), at(30, 1.6)}, losses(2, 0.01, 30));
    QCOMPARE(verdict.grade, Grade::Mixed);
    QVERIFY(says(verdict, "after step 10") && says(verdict, "about 10 steps"));
    QVERIFY(judge_run({at(0, 2), at(10, 0.9), at(20, 0.91)}, {}).good());   // within what changes from time to time
  }
  void what_was_lost_of_the_base_is_said_beside_what_was_learned() {
    const RunVerdict forgot = judge_run({at(0, 2, 0.6), kept(at(10, 1, 0.3), 0.5, 0.4, 0.62, true)}, {});
    QCOMPARE(forgot.grade, Grade::Mixed);
    QVERIFY(says(forgot, "60 of 100 right before, 30 after") && says(forgot, "held-out loss 2.000 to 1.000"));
    // One question of a hundred tells nothing.
    const RunVerdict same = judge_run({at(0, 2, 0.53), kept(at(10, 1, 0.54), 1.02, 0.97, 1.07, false)}, {});
    QCOMPARE(same.grade, Grade::Better);
    QVERIFY(says(same, "Not changed: retention probe 53 of 100 right before, 54 after"));
  }
  void without_held_out_rows_the_training_loss_tells() {
    QCOMPARE(judge_run({}, losses(0.26, 36.8, 25, 1.0)).grade, Grade::Worse);
    QCOMPARE(judge_run({}, losses(2, 1, 25)).grade, Grade::Better);
    QCOMPARE(judge_run({at(0, {}, 0.5)}, losses(2, 1, 25)).grade, Grade::Better);
  }
  void what_nothing_was_measured_of_is_unknown() {
    QCOMPARE(judge_run({}, {}).grade, Grade::Unknown);
    QCOMPARE(judge_run({at(0, 2.0)}, losses(2, 1, 3)).grade, Grade::Unknown);
    QVERIFY(judge_run({}, {}).text().empty());
  }
  void half_a_percent_is_no_difference() {
    QCOMPARE(judge_run({at(0, 2), at(5, 2.004)}, {}).grade, Grade::Same);
    QCOMPARE(judge_run({at(0, 2), at(5, 2.02)}, {}).grade, Grade::Worse);
  }
};

QTEST_GUILESS_MAIN(RunVerdictTest)
#include "run_verdict_test.moc"
