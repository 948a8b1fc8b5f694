// A run that is killed at ten random moments, each time resumed by the command line: the delta's bytes are those of a
// run that nobody disturbed.
#include <signal.h>

#include <QElapsedTimer>
#include <QtTest>

#include "core/base/seed.h"
#include "tests/core/session/tiny_session.h"
#include "tests/system/lift_program.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

class KillTest : public QObject {
  Q_OBJECT

  TinyFolder folder_{DType::BF16};

  QStringList start(const char* name) {
    return {QStringLiteral("train"),
            QStringLiteral("--recipe"),
            path_text(folder_ / "recipe.json"),
            QStringLiteral("--name"),
            QString::fromLatin1(name),
            QStringLiteral("--json"),
            QStringLiteral("--runs-directory"),
            path_text(folder_.runs())};
  }
  QStringList go_on(const char* name) {
    return {QStringLiteral("train"),  QStringLiteral("--resume"),         QString::fromLatin1(name),
            QStringLiteral("--json"), QStringLiteral("--runs-directory"), path_text(folder_.runs())};
  }

  std::string state_of(const std::string& name) {
    const Ran ran = run_lift({QStringLiteral("runs"), QString::fromStdString(name), QStringLiteral("--json"),
                              QStringLiteral("--runs-directory"), path_text(folder_.runs())});
    const nlohmann::json run = ran.json();
    return run.is_object() ? run.value("state", "") : "";
  }

 private Q_SLOTS:
  void initTestCase() {
    folder_.recipe().train.steps = 150;
    folder_.recipe().train.save_every = 4;
    folder_.recipe().evaluate.every = 30;
    QVERIFY(write_recipe(folder_ / "recipe.json", folder_.recipe()).ok());
  }

  void ten_kills_leave_no_trace_in_the_delta() {
    QElapsedTimer clock;
    clock.start();
    const Ran whole = run_lift(start("whole"));
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    const qint64 whole_ms = clock.elapsed();
    const std::string expected = bytes_of(folder_.runs() / "whole" / "delta.safetensors");
    QVERIFY(!expected.empty());

    RandomStream random(20240817);
    int kills = 0;
    for (int sitting = 0; kills < 10; ++sitting) {
      QVERIFY2(sitting < 60, "the run ends before it can be killed ten times");
      // Every run is killed until it ends; then another begins.
      const std::string name = "killed-" + std::to_string(sitting);
      bool ended = false;
      for (QStringList arguments = start(name.c_str()); !ended; arguments = go_on(name.c_str())) {
        QProcess process;
        process.start(lift_program(), arguments);
        QVERIFY(process.waitForStarted());
        const int moment = static_cast<int>(random.below(static_cast<std::uint64_t>(whole_ms))) + 1;
        if (kills < 10 && !process.waitForFinished(moment)) {
          ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
          ++kills;
          process.waitForFinished();
          // Before its folder was made there is nothing to go on with: the run begins anew.
          if (!fs::exists(folder_.runs() / name / "recipe.json")) arguments.clear();
          if (arguments.isEmpty()) break;
          // Killed while the delta was being proven: the run itself was done.
          ended = state_of(name) == "done";
          continue;
        }
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(120000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        ended = true;
      }
      if (ended) QCOMPARE(bytes_of(folder_.runs() / name / "delta.safetensors"), expected);
    }
    QVERIFY(kills >= 10);
  }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
