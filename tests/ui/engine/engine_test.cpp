#include "ui/engine/engine.h"

#include <atomic>
#include <semaphore>

#include "core/memory/memory_usage.h"
#include "tests/support/paths.h"
#include "tests/ui/support/ui_test.h"

using namespace Qt::StringLiterals;
using lift::Result;
using lift::Session;
using lift::TaskContext;
using ui::Engine;
using ui::JobState;

namespace {

// A body that waits until it is told to stop or let go.
auto waiting(std::binary_semaphore& begun, std::atomic<bool>& let_go) {
  return [&](Session&, const TaskContext& task) -> Result<int> {
    begun.release();
    while (!let_go) {
      if (task.stop_requested())
        return lift::Error{.code = lift::ErrorCode::Cancelled, .message = lift::Sentence::verbatim("cancelled")};
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return 1;
  };
}

}   // namespace

class EngineTest : public QObject {
  Q_OBJECT
  lift::test::TemporaryFolder home_;
  lift::SessionOptions options() { return {.runs_directory = home_ / "runs", .threads = 1}; }

 private Q_SLOTS:
  void answers_come_in_the_order_of_the_questions_on_the_thread_that_asked() {
    Engine engine(options());
    std::vector<int> answers;
    const QThread* window = QThread::currentThread();
    for (int i = 0; i < 100; ++i)
      engine.submit(
          {u"count"_s, {}, false}, this,
          [i, window](Session&, const TaskContext&) -> Result<int> {
            return QThread::currentThread() == window ? -1 : i;
          },
          [&, window](Result<int> answer) {
            QCOMPARE(QThread::currentThread(), window);
            answers.push_back(*answer);
          });
    QTRY_COMPARE(answers.size(), 100u);
    for (int i = 0; i < 100; ++i) QCOMPARE(answers[static_cast<std::size_t>(i)], i);
  }

  void a_newer_job_of_a_slot_stops_the_older_one_and_only_it_is_answered() {
    Engine engine(options());
    std::binary_semaphore begun{0};
    std::atomic<bool> let_go = false;
    std::vector<int> answers;
    engine.submit({u"old"_s, u"slider"_s, false}, this, waiting(begun, let_go),
                  [&](Result<int>) { answers.push_back(0); });
    begun.acquire();
    for (int i = 1; i <= 20; ++i)
      engine.submit(
          {u"new"_s, u"slider"_s, false}, this, [i](Session&, const TaskContext&) -> Result<int> { return i; },
          [&](Result<int> answer) { answers.push_back(*answer); });
    QTRY_COMPARE(answers.size(), 1u);
    QCOMPARE(answers[0], 20);
    QTest::qWait(20);
    QCOMPARE(answers.size(), 1u);
  }

  void jobs_of_other_slots_are_left_alone() {
    Engine engine(options());
    int answered = 0;
    for (const QString& slot : {u"a"_s, u"b"_s, u"c"_s})
      engine.submit(
          {slot, slot, false}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; },
          [&](Result<int>) { ++answered; });
    QTRY_COMPARE(answered, 3);
  }

  void what_jobs_have_freed_goes_back_to_the_system_once_nobody_asks_for_more() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers bring heaps of their own");
#endif
    Engine engine(options());
    constexpr qint64 mib = 1 << 20;
    const qint64 before = lift::memory_usage().resident_bytes;
    qint64 during = 0;
    engine.submit(
        {u"large"_s, {}, false}, this,
        [](Session&, const TaskContext&) -> Result<qint64> {
          const std::vector<std::vector<char>> pieces(160, std::vector<char>(3 * mib / 2, 1));
          return lift::memory_usage().resident_bytes;
        },
        [&](Result<qint64> answer) { during = *answer; });
    QTRY_VERIFY(during > 0);
    QVERIFY(during - before > 200 * mib);
    QTRY_VERIFY2(lift::memory_usage().resident_bytes - before < 64 * mib,   // a heap's segment is 32 MiB
                 qPrintable(u"%1 MiB"_s.arg((lift::memory_usage().resident_bytes - before) / mib)));
  }

  void a_cancelled_job_is_answered_whether_it_runs_or_waits() {
    Engine engine(options());
    std::binary_semaphore begun{0};
    std::atomic<bool> let_go = false;
    std::vector<lift::ErrorCode> codes;
    const auto note = [&](Result<int> answer) {
      codes.push_back(answer.ok() ? lift::ErrorCode::Internal : answer.error().code);
    };
    engine.submit({u"runs"_s, u"runs"_s, false}, this, waiting(begun, let_go), note);
    engine.submit(
        {u"waits"_s, u"waits"_s, false}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; }, note);
    begun.acquire();
    engine.cancelSlot(u"waits"_s);
    engine.cancelSlot(u"runs"_s);
    QTRY_COMPARE(codes.size(), 2u);
    QCOMPARE(codes[0], lift::ErrorCode::Cancelled);
    QCOMPARE(codes[1], lift::ErrorCode::Cancelled);
  }

  void nobody_is_called_who_is_gone() {
    Engine engine(options());
    bool called = false;
    auto receiver = std::make_unique<QObject>();
    std::binary_semaphore begun{0};
    std::atomic<bool> let_go = false;
    engine.submit({u"slow"_s, {}, false}, receiver.get(), waiting(begun, let_go), [&](Result<int>) { called = true; });
    begun.acquire();
    receiver.reset();
    let_go = true;
    bool after = false;
    engine.submit(
        {u"after"_s, {}, false}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; },
        [&](Result<int>) { after = true; });
    QTRY_VERIFY(after);
    QVERIFY(!called);
  }

  void short_questions_are_answered_between_the_steps_of_a_run() {
    Engine engine(options());
    std::binary_semaphore begun{0};
    std::atomic<bool> let_go = false;
    std::vector<QString> answered;
    engine.submit(
        {u"run"_s, {}, false}, this,
        [&](Session& session, const TaskContext&) -> Result<int> {
          begun.release();
          while (!let_go) {
            engine.serveBetweenSteps(session);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
          return 1;
        },
        [&](Result<int>) { answered.push_back(u"run"_s); });
    begun.acquire();
    engine.submit(
        {u"long"_s, {}, false}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; },
        [&](Result<int>) { answered.push_back(u"long"_s); });
    engine.submit(
        {u"short"_s, {}, true}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; },
        [&](Result<int>) { answered.push_back(u"short"_s); });
    QTRY_COMPARE(answered, (std::vector<QString>{u"short"_s}));
    let_go = true;
    QTRY_COMPARE(answered, (std::vector<QString>{u"short"_s, u"run"_s, u"long"_s}));
  }

  void it_goes_while_it_works() {
    std::binary_semaphore begun{0};
    std::atomic<bool> let_go = false;
    bool called = false;
    QElapsedTimer clock;
    {
      Engine engine(options());
      engine.submit({u"slow"_s, {}, false}, this, waiting(begun, let_go), [&](Result<int>) { called = true; });
      for (int i = 0; i < 10; ++i)
        engine.submit(
            {u"waits"_s, {}, false}, this, [](Session&, const TaskContext&) -> Result<int> { return 1; },
            [&](Result<int>) { called = true; });
      begun.acquire();
      clock.start();
    }
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QTest::qWait(20);
    QVERIFY(!called);
  }

  void progress_is_told_at_most_thirty_times_a_second() {
    Engine engine(options());
    int told = 0;
    qint64 last = 0;
    bool done = false;
    connect(&engine, &Engine::jobProgressed, this, [&](ui::JobId, const QString&, qint64 count, qint64) {
      ++told;
      last = count;
    });
    engine.submit(
        {u"many"_s, {}, false}, this,
        [](Session&, const TaskContext& task) -> Result<int> {
          for (int i = 1; i <= 200000; ++i) task.report(lift::Sentence::verbatim("counting"), i, 200000);
          std::this_thread::sleep_for(std::chrono::milliseconds(100));
          return 1;
        },
        [&](Result<int>) { done = true; });
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(done);
    QVERIFY(told >= 1);
    QVERIFY2(told <= 2 + clock.elapsed() / 30, qPrintable(QString::number(told)));
    QCOMPARE(last, 200000);
  }
};

UI_TEST_MAIN(EngineTest)
#include "engine_test.moc"
