// lift duel as a user starts it: plan, Ctrl-C, ten kills, the table, and what it says to bad input.
#include <signal.h>

#include <QElapsedTimer>
#include <QtTest>

#include "core/base/seed.h"
#include "tests/core/session/tiny_session.h"
#include "tests/system/lift_program.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;
using nlohmann::json;

class DuelCommandTest : public QObject {
  Q_OBJECT

  TinyFolder folder_{DType::BF16};

  QStringList command(const QString& more = {}) {
    QStringList list{QStringLiteral("duel"),          path_text(folder_ / "recipe.json"),
                     QStringLiteral("--methods"),     QStringLiteral("lift,lora,random"),
                     QStringLiteral("--seeds"),       QStringLiteral("2"),
                     QStringLiteral("--search-runs"), QStringLiteral("2"),
                     QStringLiteral("--name"),        QStringLiteral("duel"),
                     QStringLiteral("--json"),        QStringLiteral("--runs-directory"),
                     path_text(folder_.runs())};
    return more.isEmpty() ? list : list + more.split(QLatin1Char(' '));
  }

  // Without what a clock or the machine's memory decides.
  json record() {
    json value = json::parse(bytes_of(folder_.runs() / "duel-duel" / "duel.json"), nullptr, false);
    for (json& run : value["runs"])
      for (const char* name : {"seconds", "tokens_per_second", "peak_bytes"}) run.erase(name);
    for (json& run : value["searches"]) run.erase("seconds");
    value.erase("created");
    return value;
  }

 private Q_SLOTS:
  void initTestCase() {
    folder_.recipe().train.steps = 40;
    folder_.recipe().train.save_every = 4;
    folder_.recipe().evaluate.every = 20;
    folder_.recipe().evaluate.sample_prompts.clear();
    QVERIFY(write_recipe(folder_ / "recipe.json", folder_.recipe()).ok());
  }

  void the_plan_says_how_many_runs_there_are_and_starts_none() {
    const Ran ran = run_lift(command(QStringLiteral("--plan")));
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    QCOMPARE(ran.json()["runs"].get<int>(), 3 * (2 + 2));
    QVERIFY(ran.json()["seconds_left"].is_null());
    QVERIFY(!fs::exists(folder_.runs() / "duel-duel"));
  }

  void bad_input_gets_a_sentence_data() {
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("said");
    QTest::newRow("method") << "--methods lift,fly"
                            << "found \"fly\"";
    QTest::newRow("one method") << "--methods lift"
                                << "two or more to compare";
    QTest::newRow("rate") << "--lr 1e-3,fast"
                          << "found \"fast\"";
    QTest::newRow("seeds") << "--seeds 0"
                           << "expected 1 to 31";
    QTest::newRow("setting") << "--set data.held_out_files=[]"
                             << "expected rows that no run trains on";
  }
  void bad_input_gets_a_sentence() {
    QFETCH(QString, more);
    QFETCH(QString, said);
    // An option that is given twice takes the later value here.
    QStringList arguments = command();
    const QStringList extra = more.split(QLatin1Char(' '));
    if (const auto at = arguments.indexOf(extra.front()); at >= 0) arguments[at + 1] = extra.back();
    else arguments += extra;
    const Ran ran = run_lift(arguments);
    QCOMPARE(ran.code, 2);
    QString found = QString::fromStdString(ran.json().value("error", json::object()).dump()) + ran.err + ran.out;
    QVERIFY2(found.replace(QStringLiteral("\\\""), QStringLiteral("\"")).contains(said), qPrintable(found));
    QVERIFY(!fs::exists(folder_.runs() / "duel-duel"));
  }

  void a_duel_that_is_killed_goes_on_to_the_same_record() {
    QElapsedTimer clock;
    clock.start();
    const Ran whole = run_lift(command());
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    const qint64 whole_ms = clock.elapsed();
    QVERIFY(whole.last_json()["runs_left"] == 0);
    const json expected = record();
    QCOMPARE(expected["runs"].size(), std::size_t{6});
    QCOMPARE(expected["searches"].size(), std::size_t{6});
    const fs::path first = folder_ / "first";
    fs::rename(folder_.runs(), first);

    RandomStream random(20261201);
    int kills = 0;
    bool ended = false;
    for (int sitting = 0; !ended; ++sitting) {
      QVERIFY2(sitting < 60, "it never ends");
      QProcess process;
      process.start(lift_program(), command());
      QVERIFY(process.waitForStarted());
      const int moment = 50 + static_cast<int>(random.below(static_cast<std::uint64_t>(whole_ms) / 4 + 1));
      if (kills < 10 && !process.waitForFinished(moment)) {
        // Every third time as Ctrl-C does it.
        ::kill(static_cast<pid_t>(process.processId()), kills++ % 3 == 2 ? SIGINT : SIGKILL);
        process.waitForFinished();
        continue;
      }
      QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(120000));
      QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
      ended = true;
    }
    QVERIFY(kills >= 3);
    QCOMPARE(QString::fromStdString(record().dump(1)), QString::fromStdString(expected.dump(1)));
    for (const json& run : expected["runs"]) {
      const std::string name = run["run"].get<std::string>();
      const std::string delta = bytes_of(first / name / "delta.safetensors");
      QVERIFY(!delta.empty() && delta == bytes_of(folder_.runs() / name / "delta.safetensors"));
    }
    // Done: the same command tells the result again, at once, and the plan how little is left.
    const Ran again = run_lift(command());
    QCOMPARE(again.code, 0);
    QVERIFY(again.last_json()["runs_left"] == 0);
    const Ran plan = run_lift(command(QStringLiteral("--plan")));
    QCOMPARE(plan.json()["runs_left"].get<int>(), 0);
    QCOMPARE(plan.json()["seconds_left"].get<double>(), 0.0);
  }

  void a_name_that_another_duel_has_is_refused() {
    const Ran ran = run_lift(command(QStringLiteral("--set train.steps=41")));
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.json()["error"]["message"].dump().find("train.steps is 40, not 41") != std::string::npos,
             qPrintable(ran.out));
  }

  void the_table_names_every_method_and_the_report() {
    const Ran ran = run_lift({QStringLiteral("duel"), QStringLiteral("--resume"), QStringLiteral("duel-duel"),
                              QStringLiteral("--runs-directory"), path_text(folder_.runs())});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    for (const char* word : {"lift", "lora", "random", "kept %", "held-out loss", "report.html"})
      QVERIFY2(ran.out.contains(QLatin1String(word)), word);
    const Ran runs = run_lift({QStringLiteral("runs"), QStringLiteral("--json"), QStringLiteral("--runs-directory"),
                               path_text(folder_.runs())});
    QCOMPARE(runs.json().size(), std::size_t{6});
  }
};

QTEST_GUILESS_MAIN(DuelCommandTest)
#include "duel_command_test.moc"
