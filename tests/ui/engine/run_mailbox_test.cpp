#include "ui/engine/run_mailbox.h"

#include <thread>

#include <QtTest>

class RunMailboxTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_hundred_thousand_steps_that_nobody_fetches_stay_in_a_box_of_fixed_size() {
    constexpr std::size_t kCapacity = 512;
    ui::RunMailbox mailbox(kCapacity);
    for (std::int64_t step = 1; step <= 100000; ++step) {
      lift::StepMetrics metrics;
      metrics.step = step;
      mailbox.on_step(metrics);
      QVERIFY(mailbox.waitingSteps() <= kCapacity);
    }
    const ui::RunNews news = mailbox.take();
    QCOMPARE(news.steps.back().step, 100000);
    for (std::size_t i = 1; i < news.steps.size(); ++i) QVERIFY(news.steps[i - 1].step < news.steps[i].step);
    QCOMPARE(mailbox.waitingSteps(), 0u);
  }

  void rare_news_are_never_joined() {
    ui::RunMailbox mailbox(4);
    for (std::int64_t step = 1; step <= 100; ++step) {
      lift::StepMetrics metrics;
      metrics.step = step;
      mailbox.on_step(metrics);
      lift::EvaluationMetrics evaluation;
      evaluation.step = step;
      mailbox.on_evaluation(evaluation);
    }
    const ui::RunNews news = mailbox.take();
    QCOMPARE(news.evaluations.size(), 100u);
    for (std::int64_t i = 0; i < 100; ++i) QCOMPARE(news.evaluations[static_cast<std::size_t>(i)].step, i + 1);
  }

  void what_one_thread_puts_in_another_takes_out_in_order_and_once() {
    ui::RunMailbox mailbox(1 << 20);
    constexpr std::int64_t kSteps = 20000;
    std::jthread run([&] {
      for (std::int64_t step = 1; step <= kSteps; ++step) {
        lift::StepMetrics metrics;
        metrics.step = step;
        mailbox.on_step(metrics);
      }
    });
    std::int64_t next = 1;
    while (next <= kSteps)
      for (const lift::StepMetrics& metrics : mailbox.take().steps) QCOMPARE(metrics.step, next++);
    QVERIFY(mailbox.take().empty());
  }
};

QTEST_GUILESS_MAIN(RunMailboxTest)
#include "run_mailbox_test.moc"
