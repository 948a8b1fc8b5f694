// What the window is about, over the real engine and a tiny model.
#include "ui/engine/studio.h"

#include <atomic>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/engine/session_tiles.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

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
