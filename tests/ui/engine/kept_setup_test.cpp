// What the window knows again at its next start, however it went.
#include "ui/engine/kept_setup.h"

#include <nlohmann/json.hpp>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/settings/settings.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

struct Window {
  explicit Window(const TemporaryFolder& home)
      : settings(QString::fromStdString((home / "settings.ini").string())),
        studio({.runs_directory = home / "runs", .notices = {}, .threads = 1}),
        kept(studio, settings) {}
  ui::Settings settings;
  ui::Studio studio;
  ui::KeptSetup kept;
};

lift::Recipe tinyRecipe(const TemporaryFolder& home) {
  lift::test::write_tiny_folder(home / "model");
  lift::test::write_rows(home / "rows.jsonl", 0, 12);
  lift::Recipe recipe = lift::test::tiny_recipe(home / "model", home / "rows.jsonl");
  recipe.train.steps = 200;
  return recipe;
}

}   // namespace

class KeptSetupTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void model_data_and_recipe_are_there_again() {
    const TemporaryFolder home;
    lift::Recipe recipe = tinyRecipe(home);
    recipe.selection.rank = 7;
    {
      Window first(home);
      QVERIFY(!first.studio.model() && first.studio.recipe().model.empty());
      first.studio.setRecipe(recipe, u"test"_s);   // and the window goes at once
    }
    Window second(home);
    QVERIFY(lift::to_json(second.studio.recipe()) == lift::to_json(recipe));
    QTRY_VERIFY_WITH_TIMEOUT(second.studio.model() && second.studio.data(), kPatience);
    QVERIFY(!second.studio.undoStack().canUndo());   // nobody has done it
    QVERIFY(second.kept.missing().isEmpty());
  }

  void a_model_that_is_gone_is_named_and_the_rest_is_there() {
    const TemporaryFolder home;
    const lift::Recipe recipe = tinyRecipe(home);
    {
      Window first(home);
      first.studio.setRecipe(recipe, u"test"_s);
      QTRY_VERIFY_WITH_TIMEOUT(first.studio.model().has_value(), kPatience);
    }
    std::filesystem::remove_all(home / "model");
    Window second(home);
    QVERIFY2(second.kept.missing().contains(u"model"_s), qPrintable(second.kept.missing()));
    QVERIFY(second.studio.recipe().model.empty());
    QCOMPARE(second.studio.recipe().data.files, recipe.data.files);
  }

  // Too little memory for it, say: a window that starts again must not end again.
  void a_model_whose_opening_ended_the_window_is_not_opened_again_by_itself() {
    const TemporaryFolder home;
    const lift::Recipe recipe = tinyRecipe(home);
    {
      ui::Settings settings(QString::fromStdString((home / "settings.ini").string()));
      settings.setValue(u"setup/recipe"_s, QString::fromStdString(lift::to_json(recipe).dump()));
      settings.setValue(u"setup/opening"_s, true);
    }
    Window second(home);
    QVERIFY(!second.kept.missing().isEmpty());
    QVERIFY(second.studio.recipe().model.empty());
    second.studio.openModel(home / "model");   // by hand it is
    QTRY_VERIFY_WITH_TIMEOUT(second.studio.model().has_value(), kPatience);
    QCOMPARE(second.settings.value(u"setup/opening"_s).toBool(), false);
  }

  void settings_of_another_version_are_passed_over() {
    const TemporaryFolder home;
    for (const QString& kept : {u"{\"selection\": {\"rank\": \"many\"}}"_s, u"[]"_s, u"{"_s, u"{\"magic\": 1}"_s}) {
      {
        ui::Settings settings(QString::fromStdString((home / "settings.ini").string()));
        settings.setValue(u"setup/recipe"_s, kept);
      }
      const Window window(home);
      QVERIFY(window.kept.missing().isEmpty());
    }
  }

  void an_unfinished_run_is_known_until_it_ends_or_is_let_go() {
    const TemporaryFolder home;
    std::filesystem::path folder;
    {
      Window first(home);
      first.studio.setRecipe(tinyRecipe(home), u"test"_s);
      QTRY_VERIFY_WITH_TIMEOUT(first.studio.model() && first.studio.data(), kPatience);
      QVERIFY(!first.kept.unfinishedRun());
      first.studio.startRun();
      QTRY_VERIFY_WITH_TIMEOUT(first.studio.run().begin().has_value(), kPatience);
      folder = first.studio.run().begin()->folder;
      // Already on disk: kill -9 asks nobody.
      QSettings on_disk(QString::fromStdString((home / "settings.ini").string()), QSettings::IniFormat);
      QCOMPARE(on_disk.value(u"runs/unfinished"_s).toString(), QString::fromStdString(folder.string()));
      first.studio.run().stop(lift::StopKind::SaveAndStop);
      QTRY_VERIFY_WITH_TIMEOUT(!first.studio.run().active(), kPatience);
    }
    {
      Window second(home);
      QCOMPARE(second.kept.unfinishedRun().value_or(""), folder);
      QTRY_VERIFY_WITH_TIMEOUT(second.studio.model().has_value(), kPatience);
      second.studio.resumeRun(folder);
      QTRY_VERIFY_WITH_TIMEOUT(!second.studio.run().active(), kPatience);
      QCOMPARE(second.studio.run().stage(), ui::RunStage::Done);
      QVERIFY(!second.kept.unfinishedRun());
    }
    Window third(home);
    QVERIFY(!third.kept.unfinishedRun());
    third.settings.setValue(u"runs/unfinished"_s, QString::fromStdString((home / "deleted").string()));
    QVERIFY(!third.kept.unfinishedRun());
    third.settings.setValue(u"runs/unfinished"_s, QString::fromStdString(folder.string()));
    QVERIFY(third.kept.unfinishedRun());
    third.kept.letGo();
    QVERIFY(!third.kept.unfinishedRun());
  }
};

UI_TEST_MAIN(KeptSetupTest)
#include "kept_setup_test.moc"
