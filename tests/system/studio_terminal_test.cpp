// lift-studio where no window can open, and what it answers in a terminal.
#include <QtTest>

#include "tests/system/lift_program.h"

using lift::test::Ran;

class StudioTerminalTest : public QObject {
  Q_OBJECT

  static Ran run(const QStringList& arguments, const QStringList& without = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : without) environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(lift::test::path_text(lift::test::program_dir() / "lift-studio"), arguments);
    if (!process.waitForFinished(30000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
  }

  const QStringList no_screen_{QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                               QStringLiteral("QT_QPA_PLATFORM")};

 private Q_SLOTS:
  void help_and_version_need_no_screen() {
    const Ran help = run({QStringLiteral("--help")}, no_screen_);
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(QStringLiteral("[files...]")) && help.out.contains(QStringLiteral("`lift`")),
             qPrintable(help.out));
    const Ran version = run({QStringLiteral("--version")}, no_screen_);
    QCOMPARE(version.code, 0);
    QVERIFY2(version.out.startsWith(QStringLiteral("lift-studio ")), qPrintable(version.out));
  }

  void without_a_screen_it_says_so_and_names_the_other_way() {
    const Ran ran = run({}, no_screen_);
    QCOMPARE(ran.code, 4);
    QVERIFY2(ran.err.startsWith(QStringLiteral("lift-studio: there is no screen to open a window on.")),
             qPrintable(ran.err));
    QVERIFY2(ran.err.contains(QStringLiteral("lift --help")), qPrintable(ran.err));
  }

  void an_unknown_option_is_named() {
    const Ran ran = run({QStringLiteral("--modle"), QStringLiteral("x")});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(QStringLiteral("modle")), qPrintable(ran.err));
    QCOMPARE(run({QStringLiteral("-graphics")}).code, 2);   // one word, not -g -r -a -p -h ...
  }
};

QTEST_GUILESS_MAIN(StudioTerminalTest)
#include "studio_terminal_test.moc"
