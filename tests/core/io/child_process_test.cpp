// Other programs: what they say and how they end comes back, and a stop ends them.
#include "core/io/child_process.h"

#include <QtTest>

#include <chrono>
#include <thread>

#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;

class ChildProcessTest : public QObject {
  Q_OBJECT

  static Result<ChildEnd> shell(const std::string& script, const TaskContext& task = {}) {
    return run_program("/bin/sh", {"-c", script}, task);
  }

 private Q_SLOTS:
  void words_and_status_come_back() {
    const auto end = shell("echo out; echo trouble >&2; exit 3");
    QVERIFY(end.ok());
    QCOMPARE(end->status, 3);
    QCOMPARE(end->output, std::string("out\ntrouble\n"));
  }
  void arguments_stay_whole() {
    const auto end = run_program("/bin/sh", {"-c", "printf '%s|' \"$@\"", "sh", "a b", "", "$HOME"}, {});
    QCOMPARE(end.value().output, std::string("a b||$HOME|"));
  }
  void the_end_of_a_long_output_is_kept() {
    const auto end = shell("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done");
    QVERIFY(end->output.size() <= 64 * 1024);
    QVERIFY(end->output.ends_with("line 19999\n"));
  }
  void a_signal_is_told_as_shells_do() { QCOMPARE(shell("kill -9 $$").value().status, 137); }
  void a_program_that_is_not_there_is_named() {
    const auto end = run_program("/nowhere/ollama", {}, {});
    QVERIFY(!end.ok());
    QVERIFY(end.error().sentence().find("/nowhere/ollama") != std::string::npos);
    QVERIFY(!program_in_path("no-such-program-anywhere"));
    QVERIFY(program_in_path("sh"));
  }
  void a_stop_ends_it_also_one_that_does_not_listen() {
    std::stop_source stop;
    std::thread asks([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      stop.request_stop();
    });
    const auto end = shell("trap '' TERM; while :; do :; done", {.stop = stop.get_token()});
    asks.join();
    QVERIFY(!end.ok());
    QVERIFY(end.error().code == ErrorCode::Cancelled);
  }
};

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "child_process_test.moc"
