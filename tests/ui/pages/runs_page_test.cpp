// The history of runs: names that can be told apart, notes, what can go on, and true words while the first run goes on.
#include "ui/pages/runs_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

// A run of one step, or one that was stopped after it.
std::filesystem::path makeRun(const TemporaryFolder& home, const std::string& name, bool stopped = false) {
  if (!std::filesystem::exists(home / "model")) lift::test::write_tiny_folder(home / "model");
  lift::test::write_rows(home / "rows.jsonl", 0, 12);
  lift::Recipe recipe = lift::test::tiny_recipe(home / "model", home / "rows.jsonl");
  recipe.name = name;
  recipe.train.steps = 2;
  lift::Session session({.runs_directory = home / "runs", .notices = {}, .threads = 1});
  lift::RunControl control;
  if (stopped) control.request_stop(lift::StopKind::SaveAndStop);
  lift::TrainObserver observer;
  return session.train(recipe, control, observer)->summary.folder;
}

void choose(QTableView& table, const QString& name) {
  for (int row = 0; row < table.model()->rowCount(); ++row)
    if (table.model()->index(row, 0).data().toString() == name) table.selectRow(row);
}

}   // namespace

class RunsPageTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void long_names_are_cut_in_their_middle_and_a_run_is_named_and_noted() {
    const TemporaryFolder home;
    makeRun(home, "SmolLM2-135M-Instruct-bookings-first");
    makeRun(home, "SmolLM2-135M-Instruct-bookings-second");
    ui::Studio studio({.runs_directory = home / "runs", .notices = {}, .threads = 1});
    ui::RunsPage page(studio);
    page.resize(960, 700);
    page.show();
    auto* table = page.findChild<QTableView*>(u"runsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kPatience);
    QCOMPARE(table->textElideMode(), Qt::ElideMiddle);
    choose(*table, u"SmolLM2-135M-Instruct-bookings-first"_s);
    auto* label = page.findChild<QAbstractButton*>(u"labelRun"_s);
    QTRY_VERIFY(label->isEnabled());
    label->click();
    auto* dialog = page.findChild<QDialog*>(u"runLabel"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(u"runName"_s)->setText(u"  Erster Versuch ü "_s);
    dialog->findChild<QPlainTextEdit*>(u"runNote"_s)->setPlainText(u"200 rows\nrate 5e-4"_s);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->index(0, 0).data() == u"Erster Versuch ü"_s ||
                                 table->model()->index(1, 0).data() == u"Erster Versuch ü"_s,
                             kPatience);
    QTRY_COMPARE(page.findChild<ui::Text*>(u"runRemark"_s)->text(), u"200 rows\nrate 5e-4"_s);
    lift::test::picture(page, u"runs-named"_s);
    table->selectAll();
    QTest::qWait(300);
    lift::test::picture(page, u"runs-compared"_s);
  }

  void go_on_is_offered_where_it_can_and_else_its_files_are_asked_for() {
    const TemporaryFolder home;
    makeRun(home, "done");
    makeRun(home, "stopped", true);
    ui::Studio studio({.runs_directory = home / "runs", .notices = {}, .threads = 1});
    ui::RunsPage page(studio);
    page.show();
    auto* table = page.findChild<QTableView*>(u"runsTable"_s);
    auto* go_on = page.findChild<QAbstractButton*>(u"resumeRun"_s);
    auto* find = page.findChild<QAbstractButton*>(u"findRunFiles"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kPatience);
    choose(*table, u"stopped"_s);
    QVERIFY(go_on->isEnabled() && !find->isVisible());
    choose(*table, u"done"_s);
    QVERIFY(!go_on->isEnabled() && !find->isVisible());
    std::filesystem::rename(home / "model", home / "elsewhere");
    page.refresh();
    choose(*table, u"stopped"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!go_on->isEnabled() && find->isVisible(), kPatience);
    lift::test::picture(page, u"runs-files-gone"_s);
    QVERIFY2(go_on->toolTip().contains(u"model"_s), qPrintable(go_on->toolTip()));
  }

  void a_long_value_pushes_nothing_out_of_the_difference() {
    ui::TableView table(u"settings"_s);
    QStandardItemModel model(1, 3);
    model.setItem(0, 0, new QStandardItem(u"data.files"_s));
    model.setItem(0, 1, new QStandardItem(QString(400, u'x') + u" and "_s + QString(300, u'y')));
    model.setItem(0, 2, new QStandardItem(u"short"_s));
    table.setModel(&model);
    table.setWrapping(true);
    table.setRowsShown(1, 10);
    table.resize(700, 300);
    table.show();
    QTRY_VERIFY(table.columnViewportPosition(2) + table.columnWidth(2) <= table.viewport()->width());
    QVERIFY(table.columnWidth(2) > 150);
    QVERIFY(table.rowHeight(0) > 2 * table.fontMetrics().height());
  }

  void during_the_first_run_nobody_says_that_nothing_has_trained() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::test::write_rows(home / "rows.jsonl", 0, 12);
    lift::Recipe recipe = lift::test::tiny_recipe(home / "model", home / "rows.jsonl");
    recipe.train.steps = 400;
    ui::Studio studio({.runs_directory = home / "runs", .notices = {}, .threads = 1});
    ui::RunsPage page(studio);
    page.show();
    auto* none = page.findChild<ui::Text*>(u"noRuns"_s);
    studio.setRecipe(recipe, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    QVERIFY(none->text().contains(u"Nothing has trained yet"_s));
    studio.startRun();
    QVERIFY(!none->isVisible() || !none->text().contains(u"Nothing has trained yet"_s));
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 1, kPatience);
    auto* table = page.findChild<QTableView*>(u"runsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatience);
    QVERIFY(!none->isVisible());
    studio.run().stop(lift::StopKind::StopWithoutSaving);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
  }
};

UI_TEST_MAIN(RunsPageTest)
#include "runs_page_test.moc"
