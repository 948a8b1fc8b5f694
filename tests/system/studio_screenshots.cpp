// With --icons FOLDER: the program's icon as PNG files for packaging/linux/icons.
// Drives a real short run through the window and writes every page as a picture: PROGRAM FOLDER [STEPS].
// Light and dark, 1280 x 800 and 1920 x 1080; what lies under the first screenful too. Used by packaging/screenshots.
#include <cstdio>

#include <QDir>
#include <QScrollBar>

#include "tests/system/studio_driver.h"
#include "ui/widgets/page_frame.h"

using namespace Qt::StringLiterals;
using lift::test::StudioDriver;
using ui::PageId;

namespace {

constexpr int kPatience = 300000;

class Photographer {
 public:
  Photographer(StudioDriver& driver, QString folder) : driver_(driver), folder_(std::move(folder)) {}

  void take(PageId page, const QString& name) {
    driver_.window.showPage(page);
    for (const auto& [mode, word] : {std::pair(ui::Theme::Mode::Dark, u"dark"_s), std::pair(ui::Theme::Mode::Light, u"light"_s)}) {
      ui::Theme::instance().setMode(mode);
      for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        driver_.window.resize(size);
        QTest::qWait(kSettleMs);
        const QString stem = u"%1/%2-%3-%4"_s.arg(folder_, name, word).arg(size.width());
        driver_.window.grab().save(stem + u".png"_s);
        auto* frame = qobject_cast<ui::PageFrame*>(driver_.window.page(page));
        if (!frame || frame->verticalScrollBar()->maximum() == 0 || mode == ui::Theme::Mode::Light) continue;
        frame->verticalScrollBar()->setValue(frame->verticalScrollBar()->maximum());
        QTest::qWait(kSettleMs);
        driver_.window.grab().save(stem + u"-lower.png"_s);
        frame->verticalScrollBar()->setValue(0);
      }
    }
    std::printf("%s\n", qPrintable(name));
    std::fflush(stdout);
  }

 private:
  static constexpr int kSettleMs = 350;
  StudioDriver& driver_;
  QString folder_;
};

bool waitFor(const char* what, const std::function<bool()>& done) {
  if (QTest::qWaitFor(done, kPatience)) return true;
  std::fprintf(stderr, "waited in vain: %s\n", what);
  return false;
}

bool photograph(StudioDriver& driver, const QString& folder, int steps) {
  Photographer photographer(driver, folder);
  ui::Studio& studio = driver.studio();
  QTest::qWait(500);
  photographer.take(PageId::Model, u"start-model"_s);
  photographer.take(PageId::Selection, u"start-selection"_s);
  driver.window.showPage(PageId::Model);
  driver.press(u"openDemo"_s);
  if (!waitFor("the model", [&] { return studio.model().has_value(); })) return false;
  photographer.take(PageId::Model, u"model"_s);
  photographer.take(PageId::Data, u"start-data"_s);
  driver.press(u"useDemoData"_s);
  for (const char* assignment : {"train.batch_rows=4", "evaluate.held_out_rows=16", "evaluate.probe_items=40", "evaluate.every=6", "selection.refresh_every=8",
                                 "evaluate.sample_tokens=48", "optimizer.learning_rate=1e-3", "selection.rank=16"})
    if (const lift::Status status = studio.setField(assignment); !status.ok()) std::fprintf(stderr, "%s\n", status.error().sentence().c_str());
  (void)studio.setField("data.max_tokens=160").ok();
  (void)studio.setField("evaluate.sample_prompts=[\"A farmer has 17 sheep. He buys 8 more and then sells 5. How many sheep does he have now?\"]").ok();
  (void)studio.setField("train.steps=" + std::to_string(steps)).ok();
  if (!waitFor("the data", [&] { return studio.data().has_value(); })) return false;
  photographer.take(PageId::Data, u"data"_s);
  driver.window.showPage(PageId::Selection);
  if (!waitFor("the selection", [&] { return studio.selection().has_value() && driver.find<QAbstractButton>(u"useAdvice"_s)->isVisible(); })) return false;
  photographer.take(PageId::Selection, u"selection"_s);
  photographer.take(PageId::Train, u"train-recipe"_s);
  studio.startRun();
  if (!waitFor("half the run", [&] { return studio.run().step() >= steps / 2 || !studio.run().active(); })) return false;
  studio.run().setPaused(true);
  photographer.take(PageId::Train, u"train-live"_s);
  studio.run().setPaused(false);
  if (!waitFor("the run", [&] { return !studio.run().active(); })) return false;
  if (studio.run().error()) std::fprintf(stderr, "%s\n", studio.run().error()->sentence().c_str());
  QTest::qWait(2000);
  photographer.take(PageId::Train, u"train-done"_s);
  photographer.take(PageId::Results, u"results"_s);
  driver.window.showPage(PageId::Runs);
  QTest::qWait(1000);
  driver.find<QAbstractItemView>(u"runsTable"_s)->setCurrentIndex(driver.find<QAbstractItemView>(u"runsTable"_s)->model()->index(0, 0));
  QTest::qWait(1000);
  photographer.take(PageId::Runs, u"runs"_s);
  photographer.take(PageId::Settings, u"settings"_s);
  return true;
}

int writeIcons(const QString& folder) {
  for (const int size : {48, 128, 256})
    if (!ui::programIcon().pixmap(QSize(size, size), 1.0).save(u"%1/org.liftstudio.LiftStudio-%2.png"_s.arg(folder).arg(size))) return 1;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: studio_screenshots FOLDER [STEPS]\n"), 2;
  const lift::test::TemporaryFolder home;
  lift::test::isolateUser(home.path());
  QApplication application(argc, argv);
  ui::prepareApplication(application);
  ui::Theme::instance().setReduceMotion(true);
  if (argc > 2 && std::string_view(argv[1]) == "--icons") return writeIcons(QString::fromLocal8Bit(argv[2]));
  QDir().mkpath(QString::fromLocal8Bit(argv[1]));
  StudioDriver driver(home.path());
  return photograph(driver, QString::fromLocal8Bit(argv[1]), argc > 2 ? std::atoi(argv[2]) : 24) ? 0 : 1;
}
