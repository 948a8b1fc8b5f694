#include "core/metrics/step_timer.h"

#include <QtTest>

#include <thread>

using namespace lift;
using namespace std::chrono_literals;

class StepTimerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_scope_counts_for_its_phase() {
    StepTimer timer;
    {
      StepTimer::Scope scope(timer, Phase::Optimizer);
      std::this_thread::sleep_for(20ms);
    }
    std::this_thread::sleep_for(20ms);
    const PhaseSeconds seconds = timer.take();
    QVERIFY(seconds[Phase::Optimizer] >= 0.02);
    QCOMPARE(seconds.total(), seconds[Phase::Optimizer]);
  }

  void a_scope_inside_another_counts_once() {
    StepTimer timer;
    const auto begin = StepTimer::Clock::now();
    {
      StepTimer::Scope outer(timer, Phase::Refresh);
      std::this_thread::sleep_for(10ms);
      {
        StepTimer::Scope inner(timer, Phase::Save);
        std::this_thread::sleep_for(30ms);
      }
      std::this_thread::sleep_for(10ms);
    }
    const double wall = std::chrono::duration<double>(StepTimer::Clock::now() - begin).count();
    const PhaseSeconds seconds = timer.take();
    QVERIFY(seconds[Phase::Save] >= 0.03);
    QVERIFY(seconds[Phase::Refresh] >= 0.02);
    QVERIFY(seconds.total() <= wall);
  }

  void taking_begins_a_new_count_and_an_open_scope_goes_on() {
    StepTimer timer;
    StepTimer::Scope scope(timer, Phase::Data);
    std::this_thread::sleep_for(10ms);
    QVERIFY(timer.take()[Phase::Data] >= 0.01);
    std::this_thread::sleep_for(10ms);
    const double again = timer.take()[Phase::Data];
    QVERIFY(again >= 0.01);
    QVERIFY(timer.take()[Phase::Data] < again);
  }

  void throughput_leaves_out_what_is_not_training() {
    StepMetrics step;
    step.tokens = 100;
    step.seconds[Phase::ForwardBackward] = 1.5;
    step.seconds[Phase::Data] = 0.25;
    step.seconds[Phase::Optimizer] = 0.25;
    step.seconds[Phase::Evaluate] = 100;
    QCOMPARE(step.tokens_per_second(), 50.0);
    QCOMPARE(StepMetrics{}.tokens_per_second(), 0.0);
  }
};

QTEST_GUILESS_MAIN(StepTimerTest)
#include "step_timer_test.moc"
