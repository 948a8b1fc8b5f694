// One more criterion and one more method, brought by this test: found in the window, in the help of the command line,
// in the check of recipes and in what explains their fields.
#include <CLI/CLI.hpp>
#include <QComboBox>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "app/cli/verbs.h"
#include "core/selection/criterion.h"
#include "core/session/export_form.h"
#include "core/train/method.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/item_models/field_words.h"
#include "ui/look/sentence_words.h"
#include "ui/panels/export_panel.h"
#include "ui/panels/selection_extras.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

lift::Result<lift::Score> smallest(const at::Tensor& weight, const lift::ScoreRequest& request) {
  auto score = lift::find_criterion("magnitude")->score(weight, request);
  if (score.ok()) score->score_MN.reciprocal_();
  return score;
}

std::unique_ptr<lift::TrainingMethod> as_lift(const lift::MethodContext& context) {
  return lift::find_method("lift")->make(context);
}

lift::Status not_too_deep(const lift::SettingValues& values) {
  if (std::get<std::int64_t>(values.at("depth")) <= 9) return {};
  return lift::make_error(lift::ErrorCode::InvalidArgument, lift::Sentence::verbatim("still.depth"),
                          lift::Sentence::verbatim("too deep"));
}

std::string help_of(const std::string& verb) {
  CLI::App app;
  lift::cli::Options options;
  std::vector<std::pair<CLI::App*, lift::cli::Body>> bodies;
  for (const lift::cli::Verb& one : lift::cli::verbs()) one.add(app, options, bodies);
  return app.get_subcommand(verb)->help();
}

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  qWarning("no \"%s\" in: %s", part.c_str(), text.c_str());
  return false;
}

}   // namespace

class StudioRegistriesTest : public QObject {
  Q_OBJECT

  const lift::AddedCriterion criterion_{{"smallest", lift::Sentence::verbatim("Smallest weights"), false, smallest}};
  const lift::AddedMethod method_{{.name = "still",
                                   .title = lift::Sentence::verbatim("Still: as LIFT does"),
                                   .make = as_lift,
                                   .settings = {{"depth", std::int64_t{3}, lift::Sentence::verbatim("How deep"),
                                                 lift::Sentence::verbatim("Depth.")}},
                                   .validate = not_too_deep}};

 private Q_SLOTS:
  void the_window_lists_them_by_their_titles() {
    const TemporaryFolder home;
    ui::Studio studio({.runs_directory = home / "runs", .threads = 1});
    ui::SelectionExtras extras(studio);
    auto* criterion = extras.findChild<QComboBox*>(u"criterion"_s);
    QVERIFY(criterion);
    QCOMPARE(criterion->count(), static_cast<int>(lift::criteria().size()));
    for (const lift::Criterion& one : lift::criteria()) QVERIFY(criterion->findText(ui::words(one.title)) >= 0);
    QVERIFY(criterion->findData(u"smallest"_s) >= 0);
    QVERIFY(studio.setField("selection.criterion=smallest").ok());
    QCOMPARE(criterion->currentText(), u"Smallest weights"_s);

    ui::ExportPanel panel(studio);
    auto* format = panel.findChild<QComboBox*>(u"exportFormat"_s);
    for (const lift::ExporterName& exporter : lift::exporters()) {
      const bool possible_here = lift::export_form(exporter.name).obstacle.empty();
      QCOMPARE(format->findText(ui::words(exporter.title)) >= 0, possible_here);
    }
  }

  void the_command_line_names_them() {
    QVERIFY(has(help_of("select"), "smallest") && has(help_of("train"), "smallest") &&
            has(help_of("plan"), "smallest"));
    QVERIFY(has(help_of("train"), "still") && has(help_of("plan"), "still"));
    QVERIFY(has(help_of("train"), "still.depth") && has(help_of("train"), "lora.rank"));
  }

  void a_recipe_takes_them_and_an_unknown_name_is_told_them() {
    lift::Recipe recipe = lift::test::tiny_recipe("model", "rows.jsonl");
    recipe.selection.criterion = "smallest";
    recipe.train.method = "still";
    QVERIFY(recipe.validate().ok());
    for (const char* unknown : {"smalest", "", "LIFT"}) {
      recipe.selection.criterion = unknown;
      QVERIFY(has(recipe.validate().error().sentence(), "lift, magnitude, random, "));
      QVERIFY(has(recipe.validate().error().sentence(), ", smallest"));
    }
    recipe.selection.criterion = "lift";
    recipe.train.method = "magic";
    QVERIFY(has(recipe.validate().error().sentence(), "lift, full, lora, still"));
  }

  void a_methods_own_section_is_part_of_the_recipe_while_it_is_chosen() {
    lift::Recipe recipe = lift::test::tiny_recipe("model", "rows.jsonl");
    QVERIFY(lift::set_field(recipe, "still.depth=7").ok());
    QVERIFY(lift::to_json(recipe).dump().find("depth") == std::string::npos);   // it decides nothing
    recipe.train.method = "still";
    const auto again = lift::recipe_from_json(lift::to_json(recipe), "recipe");
    QVERIFY(again.ok());
    QCOMPARE(lift::field_text(*again, "still.depth"), std::string("7"));
    QVERIFY(again->validate().ok());
    QVERIFY(lift::set_field(recipe, "still.depth=10").ok());
    QVERIFY(has(recipe.validate().error().sentence(), "still.depth"));
    const lift::Status wrong = lift::set_field(recipe, "still.depth=deep");
    QVERIFY(!wrong.ok() && has(wrong.error().sentence(), "whole number"));
    QVERIFY(!lift::set_field(recipe, "still.dept=1").ok());
    QCOMPARE(ui::fieldName("still.depth"), u"How deep"_s);
    QCOMPARE(ui::fieldGroup("still.depth"), u"Still: as LIFT does"_s);
    const auto methods = ui::fieldChoices("train.method");
    QCOMPARE(methods.size(), lift::methods().size());
    QCOMPARE(methods.back().first, u"still"_s);
  }

  void the_fields_are_explained_with_them() {
    for (const lift::RecipeField& field : lift::recipe_fields()) {
      if (field.path == "selection.criterion") QVERIFY(has(field.help.text(), "smallest"));
      if (field.path == "train.method") QVERIFY(has(field.help.text(), "still"));
    }
  }

  void a_run_trains_with_them() {
    const TemporaryFolder home;
    lift::test::write_tiny_folder(home / "model");
    lift::test::write_rows(home / "rows.jsonl", 0, 12);
    lift::Recipe recipe = lift::test::tiny_recipe(home / "model", home / "rows.jsonl");
    recipe.selection.criterion = "smallest";
    recipe.train.method = "still";
    recipe.train.steps = 2;
    lift::Session session({.runs_directory = home / "runs", .notices = {}, .threads = 1});
    lift::RunControl control;
    lift::TrainObserver observer;
    const auto outcome = session.train(recipe, control, observer);
    QVERIFY2(outcome.ok(), outcome.ok() ? "" : outcome.error().sentence().c_str());
    QVERIFY(outcome->changed > 0);
  }
};

UI_TEST_MAIN(StudioRegistriesTest)
#include "studio_registries_test.moc"
