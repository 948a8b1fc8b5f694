// The whole way through the window, as a person goes it: pick, map, select, train, stop, resume, chat, export, verify.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>

#include "tests/system/event_loop_latency.h"
#include "tests/system/studio_driver.h"
#include "ui/panels/export_panel.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;
using lift::test::kPatience;
using lift::test::StudioDriver;
using ui::PageId;
using ui::RunStage;

class StudioJourneyTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void from_an_empty_home_to_a_verified_delta() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    ui::Studio& studio = driver.studio();
    ui::RunMonitor& run = studio.run();
    lift::test::EventLoopLatency latency;

    QVERIFY(driver.press(u"openDemo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(studio.model().has_value(), kPatience);
    driver.window.showPage(PageId::Data);
    driver.makeShort(4);
    QVERIFY(driver.press(u"useDemoData"_s));
    driver.makeShort(4);   // the demo's own lengths are longer
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);
    QVERIFY(studio.data()->train_rows > 100);

    driver.window.showPage(PageId::Selection);
    QTRY_VERIFY_WITH_TIMEOUT(studio.selection().has_value(), kPatience);
    QCOMPARE(std::ssize(studio.selection()->matrices), studio.model()->config.layer_count * 2);   // k and v
    auto* tiles = driver.find<ui::TileHeatMap>(u"tiles"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tiles->placeWords().contains(u'%'), kPatience);

    driver.window.showPage(PageId::Train);
    driver.find<QSpinBox>(u"train.steps"_s)->setValue(5);
    QCOMPARE(studio.recipe().train.steps, 5);
    QTRY_VERIFY_WITH_TIMEOUT(studio.plan().has_value(), kPatience);

    // Train, and stop as soon as it has learned something.
    latency.start();
    QVERIFY(driver.press(u"startRun"_s));
    QTRY_VERIFY_WITH_TIMEOUT(run.step() >= 1, kPatience);
    QVERIFY(driver.press(u"stopRun"_s));
    QVERIFY(driver.answer(u"askToStop"_s, u"Stop and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!run.active(), kPatience);
    QVERIFY2(!run.error(), run.error() ? run.error()->sentence().c_str() : "");
    QCOMPARE(run.stage(), RunStage::Stopped);
    QVERIFY(run.step() < 5);

    // It goes on from the page that lists it.
    driver.window.showPage(PageId::Runs);
    auto* table = driver.find<QTableView>(u"runsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatience);
    table->selectRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(driver.find<QAbstractButton>(u"resumeRun"_s)->isEnabled(), kPatience);
    QVERIFY(driver.press(u"resumeRun"_s));
    QTRY_VERIFY_WITH_TIMEOUT(run.stage() == RunStage::Done || run.error(), kPatience);
    QVERIFY2(!run.error(), run.error() ? run.error()->sentence().c_str() : "");
    latency.stop();
    QCOMPARE(run.step(), 5);
    QVERIFY(std::filesystem::exists(studio.delta()));
    qInfo(
        "event loop over %zu ticks: p99 %.1f ms, longest %.1f ms; with what other programs took: p99 %.1f, longest "
        "%.1f ms",
        latency.count(), latency.percentile(0.99), latency.longest(), latency.wallPercentile(0.99),
        latency.wallPercentile(1));
    QVERIFY(latency.count() > 100);
    QVERIFY2(latency.percentile(0.99) <= 50, qPrintable(QString::number(latency.percentile(0.99))));
    QVERIFY2(latency.longest() <= 200, qPrintable(QString::number(latency.longest())));

    // What the run made of the weights, beside what they were.
    driver.window.showPage(PageId::Selection);
    auto* spectra = driver.find<ui::SpectrumPlot>(u"spectrumPlot"_s);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::count(spectra->curves(), true, &ui::SpectrumPlot::Curve::dashed) == 1,
                             kPatience);
    driver.find<QComboBox>(u"tilesOverlay"_s)->setCurrentIndex(2);
    QTRY_VERIFY_WITH_TIMEOUT(!tiles->isWaiting() && !studio.engine().busy(), kPatience);

    // Both models answer; stopping ends both and leaves the question askable.
    driver.window.showPage(PageId::Results);
    driver.find<QLineEdit>(u"chatPrompt"_s)->setText(u"What is 2 + 3?"_s);
    auto* base = driver.find<QPlainTextEdit>(u"chatBase"_s);
    auto* tuned = driver.find<QPlainTextEdit>(u"chatTuned"_s);
    QVERIFY(driver.press(u"chatAsk"_s));
    QTRY_VERIFY_WITH_TIMEOUT(base->toPlainText().size() > 8, kPatience);
    studio.engine().cancelSlot(u"chat base"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tuned->toPlainText().size() > 8, kPatience);
    // A quick machine may have ended the answer by now.
    if (driver.find<QAbstractButton>(u"chatStop"_s)->isVisible()) QVERIFY(driver.press(u"chatStop"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!driver.find<QAbstractButton>(u"chatStop"_s)->isVisible(), kPatience);
    QVERIFY(driver.press(u"chatAsk"_s));
    QVERIFY(driver.press(u"chatStop"_s));   // one runs, one waits
    QTRY_VERIFY_WITH_TIMEOUT(!driver.find<QAbstractButton>(u"chatStop"_s)->isVisible(), kPatience);

    // One click takes the delta off: what it answers then is the base's answer.
    auto* delta_switch = driver.find<ui::SegmentedSwitch>(u"deltaSwitch"_s);
    tuned->clear();   // nothing was answered yet: the switch asks nothing by itself
    delta_switch->setCurrent(0);
    QVERIFY(driver.press(u"chatAsk"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!driver.find<QAbstractButton>(u"chatStop"_s)->isVisible(), kPatience);
    QVERIFY(base->toPlainText().size() > 8);
    QCOMPARE(tuned->toPlainText(), base->toPlainText());
    tuned->clear();
    delta_switch->setCurrent(1);

    // Out of the program, and read back.
    auto* panel = driver.window.findChild<ui::ExportPanel*>();
    QSignalSpy exported(panel, &ui::ExportPanel::exported);
    auto* format = driver.find<QComboBox>(u"exportFormat"_s);
    const std::filesystem::path delta = home / "copied.safetensors", folder = home / "tuned";
    format->setCurrentIndex(format->findData(u"delta"_s));
    panel->exportTo(QString::fromStdString(delta.string()));
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
    QVERIFY(exported.at(0).at(0).toBool());
    format->setCurrentIndex(format->findData(u"hf_folder"_s));
    panel->exportTo(QString::fromStdString(folder.string()));
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 2, kPatience);
    QVERIFY2(exported.at(1).at(0).toBool(), qPrintable(driver.find<QLabel>(u"exportReport"_s)->text()));
    QVERIFY(std::filesystem::exists(folder / "config.json"));

    QProcess lift;
    lift.start(QString::fromStdString((lift::test::program_dir() / "lift").string()),
               {u"delta"_s, u"verify"_s, QString::fromStdString(delta.string()), u"--model"_s,
                QString::fromStdString(lift::test::demo_model().string())});
    QVERIFY(lift.waitForFinished(kPatience));
    QVERIFY2(lift.exitCode() == 0, lift.readAllStandardError().constData());
    QVERIFY(lift.readAllStandardOutput().contains("verified"));
  }

  void a_model_from_anywhere_is_listed_and_chosen_once_it_is_open() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    const std::filesystem::path mine = home / "mine.gguf";
    std::filesystem::copy_file(lift::test::demo_model(), mine);
    driver.window.openPath(QString::fromStdString(mine.string()));
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().model().has_value(), kPatience);
    auto* table = driver.find<QTableView>(u"modelTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(table->currentIndex().row(), 0).data().toString(), u"mine"_s,
                              kPatience);
    QVERIFY(!driver.find<QAbstractButton>(u"openModel"_s)->isVisible());
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioJourneyTest>(argc, argv); }

#include "studio_journey_test.moc"
