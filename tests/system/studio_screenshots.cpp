// Drives short real runs through the window and writes every page as a picture; used by packaging/screenshots.
//   studio_screenshots FOLDER [--steps N] [--sizes 1280x800,1920x1080] [--language de] [--before-runs]
//   studio_screenshots --icons FOLDER      the program's icon as PNG files, for packaging/linux/icons
// QT_SCALE_FACTOR sets the device's pixel ratio. What lies under the first screenful is taken too.
#include <cstdio>

#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>

#include "tests/system/studio_driver.h"
#include "ui/look/translation.h"
#include "ui/pages/runs_page.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/widgets/page_frame.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;
using lift::test::StudioDriver;
using ui::PageId;

namespace {

constexpr int kPatience = 1800000;   // the machine may be busy with other things
const QString kQuestion = u"Could I book a table for 5 people on Friday at 7:30 pm for Anna Meyer?"_s;

class Photographer {
 public:
  Photographer(StudioDriver& driver, QString folder, QList<QSize> sizes, QString language)
      : driver_(driver), folder_(std::move(folder)), sizes_(std::move(sizes)), language_(std::move(language)) {}

  void take(PageId page, const QString& name) {
    driver_.window.showPage(page);
    for (const auto& [mode, word] :
         {std::pair(ui::Theme::Mode::Dark, u"dark"_s), std::pair(ui::Theme::Mode::Light, u"light"_s)}) {
      ui::Theme::instance().setMode(mode);
      for (const QSize size : sizes_) {
        driver_.window.resize(size);
        settle();
        QString stem = u"%1/%2-%3-%4"_s.arg(folder_, name, word).arg(size.width());
        if (!language_.isEmpty()) stem += u'-' + language_;
        if (const double ratio = driver_.window.devicePixelRatio(); ratio != 1) stem += u'@' + QString::number(ratio);
        save(stem);
        auto* frame = qobject_cast<ui::PageFrame*>(driver_.window.page(page));
        if (!frame || frame->verticalScrollBar()->maximum() == 0) continue;
        frame->verticalScrollBar()->setValue(frame->verticalScrollBar()->maximum());
        settle();
        save(stem + u"-lower"_s);
        frame->verticalScrollBar()->setValue(0);
      }
    }
    std::printf("%s\n", qPrintable(name));
    std::fflush(stdout);
  }

 private:
  // A change goes on in steps, each of a turn of its own of the event loop; on a busy machine one turn may take all the
  // time.
  static void settle() {
    for (int turn = 0; turn < 5; ++turn) QTest::qWait(kSettleMs / 5);
  }
  void save(const QString& stem) { driver_.window.grab().save(stem + u".png"_s, "PNG", 0); }   // 0: the smallest file
  static constexpr int kSettleMs = 250;
  StudioDriver& driver_;
  QString folder_;
  QList<QSize> sizes_;
  QString language_;
};

bool waitFor(const char* what, const std::function<bool()>& done) {
  if (QTest::qWaitFor(done, kPatience)) return true;
  std::fprintf(stderr, "waited in vain: %s\n", what);
  return false;
}

void set(ui::Studio& studio, const std::string& assignment) {
  if (const lift::Status status = studio.setField(assignment); !status.ok())
    std::fprintf(stderr, "%s\n", status.error().sentence().c_str());
}

void photographEmptyPages(Photographer& photographer) {
  photographer.take(PageId::Model, u"empty-model"_s);
  photographer.take(PageId::Data, u"empty-data"_s);
  photographer.take(PageId::Selection, u"empty-selection"_s);
  photographer.take(PageId::Train, u"empty-train"_s);
  photographer.take(PageId::Results, u"empty-results"_s);
  photographer.take(PageId::Runs, u"empty-runs"_s);
  photographer.take(PageId::Settings, u"settings"_s);
}

bool photographPreparation(StudioDriver& driver, Photographer& photographer, int steps) {
  ui::Studio& studio = driver.studio();
  driver.window.showPage(PageId::Model);
  driver.press(u"openDemo"_s);
  if (!waitFor("the model", [&] { return studio.model().has_value(); })) return false;
  photographer.take(PageId::Model, u"model"_s);
  photographer.take(PageId::Data, u"start-data"_s);
  driver.press(u"useDemoData"_s);
  for (const char* assignment :
       {"train.batch_rows=4", "evaluate.held_out_rows=16", "evaluate.probe_items=40", "evaluate.every=6",
        "selection.refresh_every=8", "evaluate.sample_tokens=48", "optimizer.learning_rate=2e-3", "selection.rank=16",
        "train.most_seconds=0", "evaluate.answer_rows=24", "evaluate.answer_share=0.2"})
    set(studio, assignment);
  set(studio, "evaluate.sample_prompts=[\"" + kQuestion.toStdString() + "\"]");
  set(studio, "evaluate.sample_every=" + std::to_string(steps / 3));
  set(studio, "train.steps=" + std::to_string(steps));
  set(studio, "name=bookings-5pct");
  if (!waitFor("the data", [&] { return studio.data().has_value(); })) return false;
  photographer.take(PageId::Data, u"data"_s);
  driver.window.showPage(PageId::Selection);
  if (!waitFor("the selection", [&] {
        return studio.selection().has_value() && driver.find<QAbstractButton>(u"useAdvice"_s)->isVisible();
      }))
    return false;
  photographer.take(PageId::Selection, u"selection"_s);
  auto* matrices = driver.find<ui::SegmentedSwitch>(u"spectraMatrices"_s);
  matrices->setCurrent(1);
  photographer.take(PageId::Selection, u"selection-layer"_s);
  matrices->setCurrent(0);
  photographer.take(PageId::Train, u"train-recipe"_s);
  return true;
}

bool photographRun(StudioDriver& driver, Photographer& photographer, int steps) {
  ui::Studio& studio = driver.studio();
  studio.startRun();
  if (!waitFor("half the run", [&] { return studio.run().step() >= steps / 2 || !studio.run().active(); }))
    return false;
  studio.run().setPaused(true);
  photographer.take(PageId::Train, u"train-live"_s);
  auto* overlay = driver.find<QComboBox>(u"tilesOverlay"_s);
  driver.window.showPage(PageId::Selection);
  overlay->setCurrentIndex(1);
  QTest::qWait(3000);   // base, now and what has changed are answered between two steps
  photographer.take(PageId::Selection, u"selection-live"_s);
  studio.run().setPaused(false);
  if (!waitFor("the run", [&] { return !studio.run().active(); })) return false;
  if (studio.run().error()) std::fprintf(stderr, "%s\n", studio.run().error()->sentence().c_str());
  if (!waitFor("the engine", [&] { return !studio.engine().busy(); })) return false;
  photographer.take(PageId::Train, u"train-done"_s);
  driver.window.showPage(PageId::Results);
  driver.find<QLineEdit>(u"chatPrompt"_s)->setText(kQuestion);
  driver.press(u"chatAsk"_s);
  if (!waitFor("both answers",
               [&] { return !driver.find<QAbstractButton>(u"chatStop"_s)->isVisible() && !studio.engine().busy(); }))
    return false;
  photographer.take(PageId::Results, u"results"_s);
  driver.window.showPage(PageId::Selection);
  overlay->setCurrentIndex(2);
  QTest::qWait(1500);
  if (!waitFor("the engine", [&] { return !studio.engine().busy(); })) return false;
  photographer.take(PageId::Selection, u"selection-after"_s);
  return true;
}

// Two more runs and one that can't work, through the queue.
bool photographRuns(StudioDriver& driver, Photographer& photographer, int steps) {
  ui::Studio& studio = driver.studio();
  lift::Recipe second = studio.recipe(), broken = studio.recipe(), third = studio.recipe();
  second.selection.rank = 64;
  second.optimizer.learning_rate = 3e-4;
  second.train.steps = third.train.steps = steps / 2;
  broken.name = "rows-that-moved-away";
  broken.data.files = {"/no/such/folder/rows.jsonl"};
  third.selection.density = 0.02;
  for (const lift::Recipe& recipe : {second, broken, third, second}) studio.queue().add(recipe);
  if (!waitFor("the third run", [&] { return studio.queue().waiting() == 1 && studio.run().step() >= 2; }))
    return false;
  studio.run().setPaused(true);
  driver.window.showPage(PageId::Runs);
  QTest::qWait(1000);
  photographer.take(PageId::Runs, u"runs-queue"_s);
  studio.queue().takeOut(3);
  studio.run().setPaused(false);
  if (!waitFor("the queue", [&] { return !studio.run().active() && !studio.engine().busy(); })) return false;
  auto* table = driver.find<QTableView>(u"runsTable"_s);
  QItemSelection two;
  for (int row = 0; row < table->model()->rowCount(); ++row)
    if (table->model()->index(row, 2).data().toString() == driver.words("ui::RunsPage", "done") &&
        two.indexes().size() < 2 * table->model()->columnCount())
      two.select(table->model()->index(row, 0), table->model()->index(row, table->model()->columnCount() - 1));
  table->selectionModel()->select(two, QItemSelectionModel::ClearAndSelect);
  QTest::qWait(1000);
  photographer.take(PageId::Runs, u"runs"_s);
  return true;
}

int writeIcons(const QString& folder) {
  for (const int size : {48, 128, 256})
    if (!ui::programIcon()
             .pixmap(QSize(size, size), 1.0)
             .save(u"%1/org.liftstudio.LiftStudio-%2.png"_s.arg(folder).arg(size)))
      return 1;
  return 0;
}

}   // namespace

int main(int argc, char** argv) {
  if (!lift::prepare_process().ok()) return 2;
  const lift::test::TemporaryFolder home;
  lift::test::isolateUser(home.path());
  qputenv("HOME", home.path().c_str());   // paths in pictures begin with ~
  QApplication application(argc, argv);
  ui::prepareApplication(application);
  ui::Theme::instance().setReduceMotion(true);
  QCommandLineParser options;
  options.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
  options.addOptions({{u"icons"_s, u"only the program's icon"_s},
                      {u"steps"_s, u"of the first run"_s, u"steps"_s, u"24"_s},
                      {u"sizes"_s, u"of the window"_s, u"sizes"_s, u"1280x800,1920x1080,2560x1440"_s},
                      {u"language"_s, u"of the window"_s, u"code"_s},
                      {u"before-runs"_s, u"nothing trains"_s}});
  options.process(application);
  const QString folder = options.positionalArguments().value(0);
  if (folder.isEmpty()) return std::fprintf(stderr, "usage: studio_screenshots FOLDER\n"), 2;
  QDir().mkpath(folder);
  if (options.isSet(u"icons"_s)) return writeIcons(folder);
  QList<QSize> sizes;
  for (const QString& size : options.value(u"sizes"_s).split(u','))
    sizes << QSize(size.section(u'x', 0, 0).toInt(), size.section(u'x', 1).toInt());
  const int steps = options.value(u"steps"_s).toInt();
  const QString language = options.value(u"language"_s);
  ui::installTranslation(application, language.isEmpty() ? u"en"_s : language);
  StudioDriver driver(home.path());
  Photographer photographer(driver, folder, sizes, language);
  QTest::qWait(500);
  if (language.isEmpty() && !options.isSet(u"before-runs"_s)) photographEmptyPages(photographer);
  if (!photographPreparation(driver, photographer, steps)) return 1;
  if (options.isSet(u"before-runs"_s)) return 0;
  return photographRun(driver, photographer, steps) && photographRuns(driver, photographer, steps) ? 0 : 1;
}
