// What the training page shows of a run is the run's own, whatever the form says meanwhile.
#include "ui/pages/train_page.h"

#include "tests/support/paths.h"
#include "tests/ui/support/ui_test.h"
#include "ui/plots/line_plot.h"

using namespace Qt::StringLiterals;

class TrainPageTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_alarm_line_is_that_of_the_run_that_is_shown() {
    QLocale::setDefault(QLocale::c());
    const lift::test::TemporaryFolder home;
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::TrainPage page(studio);
    auto* retention = page.findChild<ui::LinePlot*>(u"retentionPlot"_s);
    QVERIFY(retention);

    lift::RunHistory old;
    old.recipe.evaluate.forget_alarm = 0.2;
    QVERIFY(studio.setField("evaluate.forget_alarm=0.4").ok());
    studio.run().show(old);
    QVERIFY2(retention->spoken().contains(u"Alarm line at 80"_s), qPrintable(retention->spoken()));
    QVERIFY(studio.setField("evaluate.forget_alarm=0.6").ok());
    Q_EMIT studio.run().changed();
    QVERIFY2(retention->spoken().contains(u"Alarm line at 80"_s), qPrintable(retention->spoken()));
  }
};

UI_TEST_MAIN(TrainPageTest)
#include "train_page_test.moc"
