// Another program's adapter in the real window: opened by dialog, shown as what it changed, taken along as a delta; and
// a run saved as a page.
#include <QtTest>

#include <QComboBox>
#include <QFileDialog>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>

#include "core/checkpoint/delta_info.h"
#include "tests/support/lora_adapter.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/system/studio_driver.h"
#include "ui/panels/export_panel.h"
#include "ui/widgets/page_frame.h"

using namespace Qt::StringLiterals;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

// Chooses an entry of the menu that a button opened, then a file or folder in the dialog that follows.
void choose(StudioDriver& driver, const QString& menu_name, int entry, const fs::path& path) {
  auto* menu = driver.find<QMenu>(menu_name);
  QAction* action = menu->actions().at(entry);
  action->trigger();
  menu->close();
  QTRY_VERIFY(!driver.window.findChildren<QFileDialog*>().isEmpty());
  QFileDialog* dialog = driver.window.findChildren<QFileDialog*>().last();
  const QString chosen = QString::fromStdString(path.string());
  if (dialog->fileMode() == QFileDialog::AnyFile || dialog->fileMode() == QFileDialog::Directory)
    Q_EMIT dialog->fileSelected(chosen);
  else Q_EMIT dialog->filesSelected({chosen});
  dialog->close();
}

}   // namespace

class StudioAdapterTest : public QObject {
  Q_OBJECT

  static void openTiny(StudioDriver& driver, const fs::path& home) {
    write_tiny_folder(home / "base");
    driver.window.openPath(QString::fromStdString((home / "base").string()));
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().model().has_value(), kPatience);
  }

 private Q_SLOTS:
  void an_adapter_is_opened_shown_and_taken_along_data() {
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("its folder") << 1 << u"adapter"_s;
    QTest::newRow("its file") << 0 << u"adapter/adapter_model.safetensors"_s;
  }
  void an_adapter_is_opened_shown_and_taken_along() {
    QFETCH(int, entry);
    QFETCH(QString, chosen);
    const TemporaryFolder home;
    StudioDriver driver(home.path());
    openTiny(driver, home.path());
    write_lora_adapter(home / "adapter");
    driver.window.showPage(ui::PageId::Results);
    QVERIFY(driver.press(u"openElsewhere"_s));
    choose(driver, u"openResultMenu"_s, entry, home / chosen.toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(!driver.studio().delta().empty(), kPatience);
    QCOMPARE(driver.studio().delta(), home / "adapter");
    auto* panel = driver.window.findChild<ui::ExportPanel*>();
    auto* format = driver.find<QComboBox>(u"exportFormat"_s);
    auto* type = driver.find<QComboBox>(u"exportType"_s);
    auto* page = qobject_cast<ui::PageFrame*>(driver.window.page(ui::PageId::Results));
    for (const auto& [mode, word] :
         {std::pair(ui::Theme::Mode::Light, u"light"_s), std::pair(ui::Theme::Mode::Dark, u"dark"_s)})
      for (const QSize size : {QSize(853, 497), QSize(1280, 800), QSize(1920, 1080)}) {
        ui::Theme::instance().setMode(mode);
        driver.window.resize(size);
        format->setCurrentIndex(format->findData(u"gguf"_s));
        page->ensureWidgetVisible(panel);
        QTest::qWait(100);
        QVERIFY(type->isVisible() && type->findData(u"q4_k_m"_s) >= 0);
        QCOMPARE(page->horizontalScrollBar()->maximum(), 0);   // no page scrolls sideways
        picture(driver.window, u"export-%1-%2"_s.arg(word).arg(size.width()));
      }
    format->setCurrentIndex(format->findData(u"delta"_s));
    QVERIFY(!type->isVisible());
    QSignalSpy exported(panel, &ui::ExportPanel::exported);
    panel->exportTo(QString::fromStdString((home / "made.safetensors").string()));
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
    QVERIFY(exported.at(0).at(0).toBool());
    QCOMPARE(lift::read_delta_info(home / "made.safetensors").value().manifest.changed(), std::int64_t{32 * 24});
    // What was made is opened like any delta, upon the model that is open.
    driver.window.openPath(QString::fromStdString((home / "made.safetensors").string()));
  }

  void what_is_none_is_told_and_takes_nothing_away() {
    const TemporaryFolder home;
    StudioDriver driver(home.path());
    openTiny(driver, home.path());
    write_text(home / "broken.safetensors", "no tensors here");
    driver.window.showPage(ui::PageId::Results);
    QSignalSpy failed(&driver.studio(), &ui::Studio::failed);
    QVERIFY(driver.press(u"openElsewhere"_s));
    choose(driver, u"openResultMenu"_s, 0, home / "broken.safetensors");
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    QVERIFY(failed.at(0).at(0).value<lift::Error>().sentence().find("broken.safetensors") != std::string::npos);
    QVERIFY(driver.studio().model().has_value() && driver.studio().delta().empty());
  }

  void a_run_is_saved_as_a_page() {
    const TemporaryFolder home;
    StudioDriver driver(home.path());
    write_tiny_folder(home / "model");
    write_rows(home / "rows.jsonl", 0, 12);
    lift::Recipe recipe = tiny_recipe(home / "model", home / "rows.jsonl");
    recipe.train.steps = 2;
    lift::RunControl control;
    lift::TrainObserver observer;
    lift::Session session({.runs_directory = driver.runs, .notices = {}, .threads = 1});
    QVERIFY(session.train(recipe, control, observer).ok());
    driver.window.showPage(ui::PageId::Runs);
    auto* table = driver.find<QTableView>(u"runsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatience);
    table->selectRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(driver.find<QAbstractButton>(u"saveRun"_s)->isVisible(), kPatience);
    for (const auto& [entry, name] : {std::pair(0, "run.html"), std::pair(1, "run.csv"), std::pair(2, "events")}) {
      QVERIFY(driver.press(u"saveRun"_s));
      choose(driver, u"saveRunMenu"_s, entry, home / name);
      QTRY_VERIFY_WITH_TIMEOUT(fs::exists(home / name), kPatience);
      QTRY_VERIFY_WITH_TIMEOUT(!driver.window.findChild<QMenu*>(u"saveRunMenu"_s), kPatience);
    }
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioAdapterTest>(argc, argv); }

#include "studio_adapter_test.moc"
