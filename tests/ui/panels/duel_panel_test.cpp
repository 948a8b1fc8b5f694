// A duel in the window: started from the present recipe, watched, stopped and gone on with; its table and front are
// those of core's report, and whoever can't start one is told why.
#include "ui/panels/duel_panel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/item_models/words.h"
#include "ui/pages/runs_page.h"
#include "ui/pages/studio_window.h"
#include "ui/plots/front_plot.h"
#include "ui/settings/settings.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;
using namespace ui;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 120000;

void writeProbe(const std::filesystem::path& file) {
  std::ofstream out(file);
  out << "[";
  for (int i = 0; i < 12; ++i)
    out << (i ? "," : "")
        << fmt::format("{{\"question\": \"letter {}?\", \"choices\": [\"a{}\", \"b\", \"cc\"], \"answer\": {}}}", i, i,
                       i % 3);
  out << "]";
}

lift::Recipe recipeIn(const TemporaryFolder& home) {
  lift::test::write_tiny_folder(home / "model");
  lift::test::write_rows(home / "rows.jsonl", 0, 40);
  writeProbe(home / "probe.json");
  lift::Recipe recipe = lift::test::tiny_recipe(home / "model", home / "rows.jsonl");
  recipe.name = "tiny";
  recipe.data.held_out_share = 0.2;
  recipe.train.steps = 6;
  recipe.train.save_minutes = 0;
  recipe.optimizer.learning_rate = 0.01;
  recipe.evaluate.every = 0;
  recipe.evaluate.answer_rows = 6;
  recipe.evaluate.probe_file = (home / "probe.json").string();
  return recipe;
}

struct Shown {
  TemporaryFolder home;
  Studio studio{{.runs_directory = home / "runs", .notices = {}, .threads = 1}};
  RunsPage page{studio};
  DuelPanel* panel = page.findChild<DuelPanel*>(u"duelPanel"_s);

  Shown() {
    page.resize(960, 1200);
    page.show();
    studio.setRecipe(recipeIn(home), u"test"_s);
  }
  bool ready() {
    return QTest::qWaitFor([&] { return studio.model() && studio.data(); }, kPatience);
  }
  template <typename Widget>
  Widget* find(const QString& name) {
    return panel->findChild<Widget*>(name);
  }
  void take(const QStringList& methods) {
    for (auto* box : panel->findChildren<QCheckBox*>())
      box->setChecked(methods.contains(box->objectName().section(u'_', 1)));
    find<QSpinBox>(u"duelSeeds"_s)->setValue(2);
    find<QSpinBox>(u"duelSearches"_s)->setValue(2);
    find<QSpinBox>(u"duelSearchSteps"_s)->setValue(3);
  }
};

}   // namespace

class DuelPanelTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void methods_are_those_of_the_registries_with_their_titles() {
    Shown shown;
    for (const auto& choices : {lift::method_choices(), lift::criterion_choices()})
      for (const lift::NamedChoice& choice : choices) {
        auto* box = shown.find<QCheckBox>(u"duelMethod_"_s + QString::fromStdString(choice.name));
        QVERIFY2(box, choice.name.c_str());
        QVERIFY(!box->accessibleDescription().isEmpty());
      }
  }

  void whoever_can_t_start_one_is_told_why() {
    Shown shown;
    auto* start = shown.find<QAbstractButton>(u"startDuel"_s);
    auto* plan = shown.find<Text>(u"duelPlan"_s);
    QVERIFY(shown.ready());
    shown.take({u"lift"_s});
    QVERIFY(!start->isEnabled());
    QVERIFY2(plan->text().contains(u"two or more"_s), qPrintable(plan->text()));
    shown.take({u"lift"_s, u"lora"_s});
    QTRY_VERIFY2(start->isEnabled(), qPrintable(start->toolTip()));
    QVERIFY2(plan->text().contains(u"8 run"_s), qPrintable(plan->text()));   // 2 tries and 2 seeds of 2 methods
    shown.find<QComboBox>(u"duelRates"_s)->setCurrentIndex(1);
    QVERIFY2(plan->text().contains(u"4 run"_s), qPrintable(plan->text()));
    QVERIFY(shown.studio.setField("data.held_out_share=0").ok());
    QVERIFY(!start->isEnabled());
    QVERIFY2(plan->text().contains(u"rows that no run trains on"_s), qPrintable(plan->text()));
  }

  void a_duel_is_stopped_and_goes_on_to_its_end_and_its_report() {
    Shown shown;
    QVERIFY(shown.ready());
    shown.take({u"lift"_s, u"lora"_s});
    QTRY_VERIFY(shown.find<QAbstractButton>(u"startDuel"_s)->isEnabled());
    DuelMonitor& monitor = shown.panel->monitor();
    int ended = 0;
    connect(&shown.studio.run(), &RunMonitor::finished, &shown.page, [&] {
      if (++ended == 3) monitor.stop();
    });
    shown.find<QAbstractButton>(u"startDuel"_s)->click();
    QVERIFY(monitor.active());
    QTRY_VERIFY_WITH_TIMEOUT(shown.find<Text>(u"duelProgress"_s)->text().contains(u"of 8"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.active(), kPatience);
    QCOMPARE(monitor.stage(), DuelMonitor::Stage::Stopped);
    QCOMPARE(monitor.state()->searches.size() + monitor.state()->finals.size(), std::size_t{3});

    auto* go_on = shown.find<QAbstractButton>(u"goOnDuel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(go_on->isVisible() && go_on->isEnabled(), kPatience);
    go_on->click();
    QTRY_COMPARE_WITH_TIMEOUT(monitor.stage(), DuelMonitor::Stage::Done, kPatience);
    const lift::DuelReport report = lift::report_of(*monitor.state());
    QCOMPARE(report.runs_left, std::int64_t{0});
    QVERIFY(!go_on->isVisible() || QTest::qWaitFor([&] { return !go_on->isVisible(); }, kPatience));
    auto* table = shown.find<QTableView>(u"duelTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kPatience);
    const auto cell = [&](int column) { return table->model()->index(0, column).data().toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(cell(3).startsWith(numberWords(report.rows[0].held_out_loss->mean, 4)), kPatience);
    QCOMPARE(cell(0), u"lift"_s);
    QCOMPARE(cell(1), rateWords(*report.rows[0].rate));
    auto* front = shown.find<FrontPlot>(u"duelFront"_s);
    QTRY_COMPARE_WITH_TIMEOUT(front->marks().size(), std::size_t{2}, kPatience);
    QCOMPARE(front->marks()[0].mean, QPointF(100 * report.rows[0].kept->mean, 100 * report.rows[0].exact->mean));
    QCOMPARE(front->marks()[0].runs.size(), std::size_t{2});
    QVERIFY(shown.find<Text>(u"duelSaid"_s)->text().contains(u"Held-out loss"_s));
    QVERIFY(std::filesystem::exists(monitor.folder() / lift::kDuelReportName));
    // The page's own list has the four runs that count.
    QTRY_COMPARE_WITH_TIMEOUT(shown.page.findChild<QTableView*>(u"runsTable"_s)->model()->rowCount(), 4, kPatience);
  }

  void a_recipe_of_the_queue_comes_between_two_runs_of_a_duel() {
    Shown shown;
    QVERIFY(shown.ready());
    shown.take({u"lift"_s, u"random"_s});
    shown.find<QComboBox>(u"duelRates"_s)->setCurrentIndex(1);
    QTRY_VERIFY(shown.find<QAbstractButton>(u"startDuel"_s)->isEnabled());
    DuelMonitor& monitor = shown.panel->monitor();
    shown.find<QAbstractButton>(u"startDuel"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(monitor.job().has_value(), kPatience);
    lift::Recipe between = shown.studio.recipe();
    between.name = "between";
    shown.studio.queue().add(between);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.stage(), DuelMonitor::Stage::Done, kPatience);
    QCOMPARE(monitor.state()->finals.size(), std::size_t{4});
    QVERIFY(std::filesystem::exists(shown.home / "runs" / "between" / "delta.safetensors"));
  }

  // Pictures for people, into LIFT_SHOTS; else only that the window shows a duel that another program has made.
  void a_duel_of_the_command_line_is_shown_in_the_window() {
    const TemporaryFolder home;
    lift::DuelConfig config;
    config.recipe = recipeIn(home);
    config.recipe.train.steps = 12;
    config.contestants = {"lift", "full", "lora", "magnitude", "random"};
    config.rates = {0.01, 0.003};
    config.search_steps = 3;
    {
      lift::Session session({.runs_directory = home / "runs", .notices = {}, .threads = 1});
      lift::RunControl control;
      lift::TrainObserver observer;
      auto duel = lift::Duel::create(home / "runs", "bookings-duel", config);
      QVERIFY(duel.ok());
      const auto done = duel->run(session, control, observer, {});
      QVERIFY2(done.ok() && *done, done.ok() ? "" : done.error().sentence().c_str());
    }
    // Figures as a model has that can learn something, for whoever looks at the pictures.
    auto state = lift::read_duel(home / "runs" / "bookings-duel");
    QVERIFY(state.ok());
    for (std::size_t i = 0; i < state->finals.size(); ++i) {
      lift::FinalRun& run = state->finals[i];
      const std::size_t method = i % 5, seed = i / 5;
      run.right_before.assign(60, 0);
      run.right_after.assign(60, 0);
      const std::size_t right = 52 - 3 * method + 2 * seed;
      std::fill_n(run.right_after.begin() + static_cast<std::ptrdiff_t>(seed), right, 1);
      run.probe_before = 0.53;
      run.probe_after = method == 1 ? 0.41 + 0.02 * static_cast<double>(seed)
                                    : 0.54 - 0.01 * static_cast<double>((method + seed) % 4);
      run.probe_items = 100;
    }
    QVERIFY(lift::write_duel(home / "runs" / "bookings-duel", *state).ok());
    Settings settings(QString::fromStdString((home / "settings.ini").string()));
    StudioWindow window(settings, {.runs_directory = home / "runs", .notices = {}, .threads = 1});
    window.show();
    window.showPage(PageId::Runs);
    auto* panel = window.findChild<DuelPanel*>(u"duelPanel"_s);
    QTRY_COMPARE_WITH_TIMEOUT(panel->findChild<QTableView*>(u"duelTable"_s)->model()->rowCount(), 5, kPatience);
    QCOMPARE(panel->findChild<FrontPlot*>(u"duelFront"_s)->marks().size(), std::size_t{5});
    auto* page = qobject_cast<PageFrame*>(window.page(PageId::Runs));
    for (const auto& [mode, word] :
         {std::pair(Theme::Mode::Light, u"light"_s), std::pair(Theme::Mode::Dark, u"dark"_s)})
      for (const QSize size : {QSize(853, 497), QSize(1280, 800), QSize(1920, 1080)}) {
        Theme::instance().setMode(mode);
        window.resize(size);
        QTest::qWait(200);
        page->ensureWidgetVisible(panel->findChild<QWidget*>(u"duelSaid"_s));
        QTest::qWait(200);
        QCOMPARE(page->horizontalScrollBar()->maximum(), 0);   // no page scrolls sideways
        lift::test::picture(window, u"duel-%1-%2"_s.arg(word).arg(size.width()));
        page->verticalScrollBar()->setValue(panel->y() - 10);
        QTest::qWait(200);
        lift::test::picture(window, u"duel-top-%1-%2"_s.arg(word).arg(size.width()));
      }
  }
};

UI_TEST_MAIN(DuelPanelTest)
#include "duel_panel_test.moc"
