// What a new user does wrong, and what the machine does to him: each ends in a sentence on the page, with nothing lost.
#include <csignal>
#include <fstream>

#include <sys/resource.h>

#include <QLabel>
#include <QSignalSpy>

#include "tests/system/studio_driver.h"
#include "ui/panels/export_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_frame.h"

using namespace Qt::StringLiterals;
using lift::test::kPatience;
using lift::test::StudioDriver;
using ui::Banner;
using ui::PageId;
using ui::RunStage;

namespace {

Banner& bannerOf(StudioDriver& driver, PageId page) {
  return qobject_cast<ui::PageFrame*>(driver.window.page(page))->banner();
}

bool says(Banner& banner, Banner::Kind kind, const QString& words) {
  const bool good = !banner.isHidden() && banner.kind() == kind && banner.title().contains(words);
  if (!good)
    qWarning("the banner says (kind %d, hidden %d): %s", int(banner.kind()), banner.isHidden(),
             qPrintable(banner.title()));
  return good;
}

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

// No file grows beyond a few bytes: what a full disk does to a program.
class FullDisk {
 public:
  FullDisk() : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = 64;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

}   // namespace

class StudioMistakesTest : public QObject {
  Q_OBJECT

  static void prepare(StudioDriver& driver, int steps) {
    ui::Studio& studio = driver.studio();
    driver.press(u"openDemo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model().has_value(), kPatience);
    driver.window.showPage(PageId::Data);
    driver.press(u"useDemoData"_s);
    driver.makeShort(steps);
    (void)studio.setField("evaluate.probe_file=").ok();
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);
  }

 private Q_SLOTS:
  void a_file_that_is_no_model_is_named() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    write(home / "holiday.gguf", "not a model at all");
    driver.window.openPath(QString::fromStdString((home / "holiday.gguf").string()));
    QTRY_VERIFY_WITH_TIMEOUT(says(bannerOf(driver, PageId::Model), Banner::Kind::Error, u"holiday.gguf"_s), kPatience);
    QVERIFY(!driver.studio().model());
    QVERIFY(driver.find<QAbstractButton>(u"openDemo"_s)->isEnabled());
  }

  // Whoever drops a file sees what became of it, whatever page was in front.
  void what_is_opened_comes_to_the_front_with_what_is_wrong() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    driver.window.showPage(PageId::Settings);
    driver.window.openPath(QString::fromStdString((home / "nowhere.gguf").string()));
    QTRY_VERIFY_WITH_TIMEOUT(says(bannerOf(driver, PageId::Model), Banner::Kind::Error, u"nowhere.gguf"_s), kPatience);
    QVERIFY(bannerOf(driver, PageId::Model).isVisible());

    write(home / "recipe.json", "{\"selection\": {\"rank\": \"many\"}}");
    driver.window.openPath(QString::fromStdString((home / "recipe.json").string()));
    QVERIFY(says(bannerOf(driver, PageId::Train), Banner::Kind::Error, u"selection.rank"_s));
    QVERIFY(bannerOf(driver, PageId::Train).isVisible());
    QVERIFY(driver.studio().recipe().data.files.empty());

    std::filesystem::create_directories(home / "elsewhere");
    write(home / "elsewhere/recipe.json", "{}");
    driver.window.openPath(QString::fromStdString((home / "elsewhere").string()));
    QTRY_VERIFY_WITH_TIMEOUT(says(bannerOf(driver, PageId::Runs), Banner::Kind::Info, u"elsewhere"_s), kPatience);
    QVERIFY(bannerOf(driver, PageId::Runs).isVisible());
  }

  void rows_without_answers_are_named_and_a_rank_of_0_is_refused() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    driver.press(u"openDemo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().model().has_value(), kPatience);
    write(home / "questions.jsonl", "{\"question\": \"Why?\"}\n{\"question\": \"Who?\"}\n");
    driver.window.openPath(QString::fromStdString((home / "questions.jsonl").string()));
    QTRY_VERIFY_WITH_TIMEOUT(says(bannerOf(driver, PageId::Data), Banner::Kind::Error, u"questions.jsonl"_s),
                             kPatience);
    QVERIFY(!driver.find<QAbstractButton>(u"startRun"_s)->isEnabled());
    QCOMPARE(driver.find<QAbstractButton>(u"startRun"_s)->text(), u"Mend the data set"_s);

    const auto rank = driver.studio().recipe().selection.rank;
    const lift::Status status = driver.studio().setField("selection.rank=0");
    if (status.ok()) {
      const auto checks = driver.studio().checks();
      QVERIFY(std::ranges::any_of(
          checks, [](const auto& check) { return check.error && check.stage == ui::Stage::Selection; }));
    } else {
      QVERIFY(QString::fromStdString(status.error().sentence()).contains(u"rank"_s));
      QCOMPARE(driver.studio().recipe().selection.rank, rank);
    }
  }

  void a_runs_folder_that_vanishes_ends_the_run_with_a_sentence() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    prepare(driver, 50);
    driver.studio().startRun();
    QTRY_VERIFY_WITH_TIMEOUT(driver.studio().run().step() >= 1, kPatience);
    std::filesystem::remove_all(driver.runs);
    driver.studio().run().post(lift::SaveNow{});
    QTRY_VERIFY_WITH_TIMEOUT(!driver.studio().run().active(), kPatience);
    QCOMPARE(driver.studio().run().stage(), RunStage::Failed);
    QVERIFY(says(bannerOf(driver, PageId::Train), Banner::Kind::Error, u"runs"_s));
    QVERIFY(driver.find<QAbstractButton>(u"startRun"_s)->isEnabled());   // the recipe is still there
  }

  void a_disk_that_fills_ends_the_run_with_a_sentence_and_what_was_saved_goes_on() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    ui::RunMonitor& run = driver.studio().run();
    prepare(driver, 8);
    (void)driver.studio().setField("train.save_every=2").ok();
    driver.studio().startRun();
    QTRY_VERIFY_WITH_TIMEOUT(run.step() >= 3, kPatience);
    const std::filesystem::path folder = run.begin()->folder;
    {
      const FullDisk full;
      run.post(lift::SaveNow{});
      QTRY_VERIFY_WITH_TIMEOUT(!run.active(), kPatience);
    }
    QCOMPARE(run.stage(), RunStage::Failed);
    QVERIFY(
        says(bannerOf(driver, PageId::Train), Banner::Kind::Error, QString::fromStdString(folder.filename().string())));

    driver.studio().resumeRun(folder);
    QTRY_VERIFY_WITH_TIMEOUT(!run.active(), kPatience);
    QVERIFY2(!run.error(), run.error() ? run.error()->sentence().c_str() : "");
    QCOMPARE(run.stage(), RunStage::Done);
    QCOMPARE(run.step(), 8);
    QVERIFY(run.begin()->first_step >= 2);
  }

  void a_copy_that_does_not_fit_leaves_what_was_there() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    write(home / "delta.safetensors", std::string(4096, 'd'));
    write(home / "earlier.safetensors", "earlier");
    auto* panel = driver.window.findChild<ui::ExportPanel*>();
    panel->setDelta(home / "delta.safetensors");
    QSignalSpy exported(panel, &ui::ExportPanel::exported);
    {
      const FullDisk full;
      panel->exportTo(QString::fromStdString((home / "earlier.safetensors").string()));
    }
    QCOMPARE(exported.size(), 1);
    QVERIFY(!exported.at(0).at(0).toBool());
    QVERIFY(driver.find<QLabel>(u"exportReport"_s)->text().contains(u"earlier.safetensors"_s));
    std::ifstream kept(home / "earlier.safetensors");
    QCOMPARE(std::string(std::istreambuf_iterator<char>(kept), {}), std::string("earlier"));
    panel->exportTo(QString::fromStdString((home / "earlier.safetensors").string()));
    QVERIFY(exported.at(1).at(0).toBool());
    QCOMPARE(std::filesystem::file_size(home / "earlier.safetensors"), std::uintmax_t{4096});
  }

  void a_second_window_may_look_at_a_run_but_not_take_it() {
    const lift::test::TemporaryFolder home;
    StudioDriver first(home.path());
    prepare(first, 50);
    first.studio().startRun();
    QTRY_VERIFY_WITH_TIMEOUT(first.studio().run().step() >= 1, kPatience);
    const std::filesystem::path folder = first.studio().run().begin()->folder;
    {
      StudioDriver second(home.path());
      second.studio().resumeRun(folder);
      QTRY_VERIFY_WITH_TIMEOUT(!second.studio().run().active(), kPatience);
      QCOMPARE(second.studio().run().stage(), RunStage::Failed);
      QVERIFY(!bannerOf(second, PageId::Train).isHidden());
      QVERIFY(!bannerOf(second, PageId::Train).title().isEmpty());
    }
    QVERIFY(first.studio().run().active());

    // Closing asks; what is saved goes on.
    QVERIFY(!first.window.close());
    QVERIFY(first.answer(u"askToClose"_s, u"Save the run and close"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!first.window.isVisible(), kPatience);
    QCOMPARE(first.studio().run().stage(), RunStage::Stopped);
    QVERIFY(first.studio().run().outcome()->summary.can_resume);
  }

  void the_window_can_go_at_every_phase_data() {
    QTest::addColumn<bool>("opens");
    QTest::addColumn<bool>("waits");
    QTest::addColumn<PageId>("page");
    QTest::newRow("nothing is open") << false << false << PageId::Model;
    QTest::newRow("a model is being read") << true << false << PageId::Model;
    QTest::newRow("rows are being read") << true << true << PageId::Data;
    QTest::newRow("spectra are being computed") << true << true << PageId::Selection;
  }
  void the_window_can_go_at_every_phase() {
    QFETCH(bool, opens);
    QFETCH(bool, waits);
    QFETCH(PageId, page);
    const lift::test::TemporaryFolder home;
    const auto closes = [](StudioDriver& driver) {
      QTest::qWait(30);
      QElapsedTimer clock;
      clock.start();
      return driver.window.close() && clock.elapsed() < 5000;
    };
    {
      StudioDriver driver(home.path());
      driver.window.showPage(PageId::Model);
      if (opens) QVERIFY(driver.press(u"openDemo"_s));
      if (waits) QTRY_VERIFY_WITH_TIMEOUT(driver.studio().model().has_value(), kPatience);
      driver.window.showPage(page);
      if (page == PageId::Data) QVERIFY(driver.press(u"useDemoData"_s));
      QVERIFY(closes(driver));
    }
    StudioDriver again(home.path());   // while what was open is being opened again
    QVERIFY(closes(again));
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioMistakesTest>(argc, argv); }

#include "studio_mistakes_test.moc"
