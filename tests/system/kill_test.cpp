// Runs of every method that are killed at random moments, each time resumed by the command line: the delta's bytes are
// those of a run that nobody disturbed.
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

  QStringList start(const std::string& name) {
    return {QStringLiteral("train"),
            QStringLiteral("--recipe"),
            path_text(folder_ / "recipe.json"),
            QStringLiteral("--name"),
            QString::fromStdString(name),
            QStringLiteral("--json"),
            QStringLiteral("--runs-directory"),
            path_text(folder_.runs())};
  }
  QStringList go_on(const std::string& name) {
    return {QStringLiteral("train"),  QStringLiteral("--resume"),         QString::fromStdString(name),
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
  }

  void kills_leave_no_trace_in_the_delta_data() {
    QTest::addColumn<QString>("setting");
    QTest::addColumn<int>("wanted");   // kills
    QTest::newRow("lift") << "train.method=lift" << 10;
    QTest::newRow("movement") << "selection.criterion=movement" << 4;
    QTest::newRow("full") << "train.method=full" << 4;
    QTest::newRow("lora") << "train.method=lora" << 4;
    QTest::newRow("pissa") << "lora.init=pissa" << 4;
  }
  void kills_leave_no_trace_in_the_delta() {
    QFETCH(QString, setting);
    QFETCH(int, wanted);
    const std::string row = QTest::currentDataTag();
    Recipe recipe = folder_.recipe();
    if (row == "pissa") recipe.train.method = "lora";
    if (row == "lora" || row == "pissa") QVERIFY(set_field(recipe, "lora.rank=3").ok());
    QVERIFY2(set_field(recipe, setting.toStdString()).ok(), qPrintable(setting));
    QVERIFY(write_recipe(folder_ / "recipe.json", recipe).ok());
    QElapsedTimer clock;
    clock.start();
    const Ran whole = run_lift(start(row));
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    const qint64 whole_ms = clock.elapsed();
    const std::string expected = bytes_of(folder_.runs() / row / "delta.safetensors");
    QVERIFY(!expected.empty());

    RandomStream random(20240817);
    int kills = 0;
    for (int sitting = 0; kills < wanted; ++sitting) {
      QVERIFY2(sitting < 60, "the run ends before it can be killed often enough");
      // Every run is killed until it ends; then another begins.
      const std::string name = row + "-killed-" + std::to_string(sitting);
      bool ended = false;
      for (QStringList arguments = start(name); !ended; arguments = go_on(name)) {
        QProcess process;
        process.start(lift_program(), arguments);
        QVERIFY(process.waitForStarted());
        const int moment = static_cast<int>(random.below(static_cast<std::uint64_t>(whole_ms))) + 1;
        if (kills < wanted && !process.waitForFinished(moment)) {
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
    QVERIFY(kills >= wanted);
  }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
