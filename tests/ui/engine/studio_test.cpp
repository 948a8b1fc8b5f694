// What the window is about, over the real engine and a tiny model.
#include "ui/engine/studio.h"

#include <QAbstractButton>
#include <QLabel>
#include <atomic>
#include <fstream>
#include <set>

#include <fmt/format.h>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/engine/session_tiles.h"
#include "ui/pages/train_page.h"
#include "ui/panels/run_panel.h"
#include "ui/widgets/banner.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;
constexpr int kManySteps = 1000;   // more than any processor takes before a window that looks now and then sees one

// A run of two steps over rows in `home`.
lift::Recipe tinyRecipe(const TemporaryFolder& home, const std::filesystem::path& model) {
  lift::test::write_rows(home / "rows.jsonl", 0, 12);
  lift::Recipe recipe = lift::test::tiny_recipe(model, home / "rows.jsonl");
  recipe.train.steps = 2;
  return recipe;
}

// Keeps the engine busy as a run does: with the steps' gaps in which short questions are answered.
class LongJob {
 public:
  explicit LongJob(ui::Studio& studio) {
    ui::Engine& engine = studio.engine();
    const auto body = [done = done_, &engine](lift::Session& session, const lift::TaskContext&) -> lift::Result<int> {
      while (!*done) {
        engine.serveBetweenSteps(session);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
      return 0;
    };
    engine.submit({u"long"_s, {}, false}, &studio, body, [](const lift::Result<int>&) {});
  }
  ~LongJob() { *done_ = true; }

 private:
  std::shared_ptr<std::atomic<bool>> done_ = std::make_shared<std::atomic<bool>>(false);
};

}   // namespace

class StudioTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_run_of_a_model_that_was_opened_by_a_link_leaves_its_delta_on_it() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    std::filesystem::create_directory_symlink(home / "model", home / "link");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    studio.setRecipe(tinyRecipe(home, home / "link"), u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    studio.startRun();
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().outcome() || studio.run().error(), kPatience);
    QVERIFY2(studio.run().outcome(), studio.run().error() ? studio.run().error()->sentence().c_str() : "");
    QVERIFY(studio.runsOpenModel());
    QTRY_VERIFY_WITH_TIMEOUT(!studio.engine().busy(), kPatience);
    QCOMPARE(studio.delta(), studio.run().outcome()->summary.delta);
    QVERIFY(!studio.delta().empty());
  }

  void a_resumed_run_shows_its_whole_history_and_its_plan() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::Recipe recipe = tinyRecipe(home, home / "model");
    recipe.train.steps = kManySteps;
    recipe.data.held_out_share = 0.25;
    recipe.evaluate.every = kManySteps / 20;
    recipe.evaluate.sample_prompts = {"1 plus 2?"};
    recipe.evaluate.sample_tokens = 4;
    std::filesystem::path folder;
    std::int64_t stopped_at = 0;
    {
      ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
      studio.setRecipe(recipe, u"test"_s);
      QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
      studio.startRun();
      QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 3, kPatience);
      studio.run().stop(lift::StopKind::SaveAndStop);
      QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
      folder = studio.run().begin()->folder;
      stopped_at = studio.run().outcome()->summary.step;
      QVERIFY(stopped_at < kManySteps);
    }
    // Another start of the program.
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    QSignalSpy plans(&studio, &ui::Studio::planChanged);
    studio.resumeRun(folder);
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().begin().has_value(), kPatience);
    QCOMPARE(studio.run().begin()->first_step, stopped_at + 1);
    QVERIFY(!plans.empty() && studio.plan() && studio.plan()->steps == kManySteps);
    QCOMPARE(studio.run().loss().first_step(), 1);
    QCOMPARE(studio.run().evaluations().front().step, 0);
    QVERIFY(studio.run().evaluations().front().held_out_loss.has_value());
    QCOMPARE(studio.run().samples().front().step, 0);
    QCOMPARE(studio.run().refreshes().front().step, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QCOMPARE(studio.run().stage(), ui::RunStage::Done);
    QCOMPARE(studio.run().loss().size(), kManySteps);   // also after the end, and every step once
    QCOMPARE(studio.run().loss().first_step(), 1);
    std::set<std::int64_t> evaluated;
    for (const auto& evaluation : studio.run().evaluations()) QVERIFY(evaluated.insert(evaluation.step).second);
    QCOMPARE(evaluated.size(), std::size_t{21});
  }

  void what_is_gone_leaves_the_window_idle_with_the_reason() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::Recipe recipe = tinyRecipe(home, home / "model");
    recipe.train.steps = 4 * kManySteps;
    std::filesystem::path folder;
    {
      ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
      studio.setRecipe(recipe, u"test"_s);
      QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
      studio.startRun();
      QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 1, kPatience);
      studio.run().stop(lift::StopKind::SaveAndStop);
      QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
      folder = studio.run().begin()->folder;
    }
    std::filesystem::rename(home / "model", home / "moved");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::RunPanel panel(studio);
    panel.show();
    QSignalSpy failed(&studio, &ui::Studio::failed);
    studio.resumeRun(folder);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QVERIFY(!failed.empty() && studio.run().error());
    QVERIFY(!studio.run().begin());
    for (const QLabel* label : panel.findChildren<QLabel*>())
      QVERIFY2(!label->isVisible() || label->text() != u"starting"_s, qPrintable(label->text()));
    // Where it lies now it goes on.
    studio.resumeRun(folder, {.model = home / "moved"});
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 2, kPatience);
    studio.run().stop(lift::StopKind::SaveAndStop);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QCOMPARE(studio.run().stage(), ui::RunStage::Stopped);
  }

  void a_loss_that_climbs_pauses_the_run_and_goes_back() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::Recipe recipe = tinyRecipe(home, home / "model");
    lift::test::write_rows(home / "rows.jsonl", 0, 40);
    lift::test::write_rows(home / "held.jsonl", 40, 52);
    recipe.data.held_out_files = {(home / "held.jsonl").string()};
    recipe.train.steps = 120;
    recipe.selection.refresh_every = 0;
    recipe.optimizer.learning_rate = 0.02;
    recipe.optimizer.schedule = "constant";
    recipe.evaluate.every = 5;
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::TrainPage page(studio);
    studio.setRecipe(recipe, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    QVERIFY(studio.setField("optimizer.learning_rate=3").ok());
    const auto checks = studio.checks();
    QVERIFY(studio.setField("optimizer.learning_rate=0.02").ok());
    QVERIFY(std::ranges::any_of(checks,
                                [](const auto& check) { return !check.error && check.reason.contains(u"ruins"_s); }));
    bool ruined = false;
    connect(&studio.run(), &ui::RunMonitor::stepTaken, &page, [&](const lift::StepMetrics& metrics) {
      if (metrics.step >= 52 && !std::exchange(ruined, true)) studio.run().post(lift::SetLearningRate{3});
    });
    studio.startRun();
    QTRY_COMPARE_WITH_TIMEOUT(studio.run().stage(), ui::RunStage::Paused, kPatience);
    QCOMPARE(studio.run().peakLearningRate(), 3.0);
    QVERIFY(studio.run().divergence().has_value());
    QCOMPARE(page.banner().kind(), ui::Banner::Kind::Warning);
    auto* back = page.findChild<QAbstractButton*>(u"goBack"_s);
    QVERIFY(back);
    page.resize(960, 800);
    lift::test::picture(page, u"train-climbing"_s);
    studio.run().post(lift::GoBack{1e-3});
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QCOMPARE(studio.run().stage(), ui::RunStage::Done);
    QCOMPARE(studio.run().loss().size(), 120);
    QCOMPARE(studio.run().peakLearningRate(), 1e-3);
    QVERIFY(!studio.run().divergence());
  }

  void a_run_that_made_the_model_worse_is_no_good_news() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::Recipe recipe = tinyRecipe(home, home / "model");
    // What is held out is of another kind: the better it learns its rows, the worse it is at these.
    std::ofstream held_out(home / "held.jsonl");
    for (int i = 0; i < 12; ++i)
      held_out << fmt::format("{{\"question\": \"{} plus {}?\", \"answer\": \"Zq#{}\"}}\n", i % 7, i % 5,
                              std::string(6, "XKWVYJ"[i % 6]));
    held_out.close();
    lift::test::write_rows(home / "rows.jsonl", 0, 40);
    recipe.data.held_out_files = {(home / "held.jsonl").string()};
    recipe.train.steps = 40;
    recipe.selection.refresh_every = 0;
    recipe.optimizer.learning_rate = 0.02;
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::TrainPage page(studio);
    studio.setRecipe(recipe, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    studio.startRun();
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QCOMPARE(studio.run().stage(), ui::RunStage::Done);
    QVERIFY(!studio.run().outcome()->summary.verdict.good());
    QCOMPARE(page.banner().kind(), ui::Banner::Kind::Warning);
    page.resize(960, 800);
    lift::test::picture(page, u"train-worse"_s);
  }

  void the_map_asks_of_the_open_model_while_it_trains_and_not_of_another_data() {
    QTest::addColumn<bool>("other");
    QTest::newRow("its own run") << false;
    QTest::newRow("another model's") << true;
  }
  void the_map_asks_of_the_open_model_while_it_trains_and_not_of_another() {
    QFETCH(bool, other);
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    studio.setRecipe(tinyRecipe(home, home / "model"), u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    ui::SessionTiles tiles(studio, ui::SessionTiles::Of::Selection);
    tiles.setMatrix({0, lift::Projection::Q});
    int answers = 0;
    connect(&tiles, &ui::TileSource::tilesReady, this, [&] { ++answers; });
    connect(&tiles, &ui::TileSource::cellsReady, this, [&] { ++answers; });
    connect(&tiles, &ui::TileSource::failed, this,
            [&](quint64, const QString& sentence) { QFAIL(qPrintable(sentence)); });
    QSignalSpy outdated(&tiles, &ui::TileSource::outdated);
    bool later = false;
    {
      const LongJob long_job(studio);
      lift::Recipe recipe = studio.recipe();
      if (other) recipe.model = (home / "another").string();
      studio.run().start(recipe);
      QVERIFY(studio.run().active());
      const lift::CellRectangle part{0, 0, 8, 8};
      tiles.requestTiles(1, part, 4, 4);
      tiles.requestCells(2, part);
      studio.engine().submit(
          {u"later"_s, {}, true}, this, [](lift::Session&, const lift::TaskContext&) -> lift::Result<int> { return 0; },
          [&](const lift::Result<int>&) { later = true; });
      QTRY_VERIFY_WITH_TIMEOUT(later, kPatience);
      QCOMPARE(answers, other ? 0 : 2);
      outdated.clear();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active() && !studio.engine().busy(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!outdated.empty(), kPatience);   // so that it asks again of what is open then
    tiles.requestCells(3, {0, 0, 8, 8});
    QTRY_COMPARE_WITH_TIMEOUT(answers, other ? 1 : 3, kPatience);
  }
};

UI_TEST_MAIN(StudioTest)
#include "studio_test.moc"
