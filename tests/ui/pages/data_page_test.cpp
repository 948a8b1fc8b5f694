// Own rows in the data page: their columns, what belongs to them, and numbers that are of what trains.
#include "ui/pages/data_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTimer>

#include "core/base/say.h"
#include "core/session/demo_model.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/rows.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

class Page {
 public:
  Page() : studio({.runs_directory = home / "runs", .threads = 1}), page(studio) {
    lift::test::write_tiny_folder(home / "model");
    page.resize(900, 900);
    page.show();
    studio.openModel(home / "model");
  }
  void write(const std::string& name, const std::string& rows) { std::ofstream(home / name) << rows; }
  void setRows(const std::string& name) { studio.setRows({(home / name).string()}, u"test"_s); }
  void settle() {
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && !studio.openingModel(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.engine().busy(), kPatience);
    QTest::qWait(30);
  }
  QWidget* card() { return page.findChild<QWidget*>(u"columns"_s); }
  QString shown(const char* role) {
    return page.findChild<QComboBox*>(u"role_"_s + QString::fromLatin1(role))->currentText();
  }
  bool press(const QString& name) {
    auto* button = page.findChild<QAbstractButton*>(name);
    if (!button || button->isHidden()) return false;
    button->click();
    return true;
  }

  TemporaryFolder home;
  ui::Studio studio;
  ui::DataPage page;
};

std::string tickets(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i)
    rows += "{\"ticket\": \"number " + std::to_string(i) + " is broken\", \"labels\": \"fault\"}\n";
  return rows;
}

}   // namespace

class DataPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void own_columns_are_offered_with_the_best_guess_and_taken_by_one_press() {
    Page page;
    page.write("tickets.jsonl", tickets(30));
    page.setRows("tickets.jsonl");
    page.settle();
    if (!page.studio.data()) {   // where core does not take the guess by itself
      QVERIFY(page.card()->isVisible());
      QCOMPARE(page.shown("prompt"), u"ticket"_s);
      QCOMPARE(page.shown("response"), u"labels"_s);
      QVERIFY(page.press(u"useColumns"_s));
      page.settle();
    }
    QVERIFY(page.studio.data());
    QVERIFY(page.page.banner().isHidden());
    QVERIFY(page.card()->isVisible());
    QCOMPARE(page.shown("prompt"), u"ticket"_s);
  }

  void what_is_not_used_and_what_the_model_has_seen_is_said() {
    Page page;
    page.write("rows.jsonl",
               "{\"question\": \"Where does the sun rise?\", \"answer\": \"east\", \"topic\": \"sky\"}\n"
               "{\"question\": \"How many legs has a spider?\", \"answer\": \"8\"}\n");
    page.write("held.jsonl",
               "{\"question\": \"How many legs has a spider?\", \"answer\": \"8\"}\n"
               "{\"question\": \"How many legs has a beetle?\", \"answer\": \"6\"}\n");
    lift::Recipe recipe = page.studio.recipe();
    recipe.data.files = {(page.home / "rows.jsonl").string()};
    recipe.data.held_out_files = {(page.home / "held.jsonl").string()};
    page.studio.setRecipe(recipe, u"test"_s);
    page.settle();
    auto* remarks = page.page.findChild<QLabel*>(u"dataRemarks"_s);
    QVERIFY(!remarks->isHidden());
    QVERIFY2(remarks->text().contains(u"field topic of 1 rows is not used"_s), qPrintable(remarks->text()));
    QVERIFY2(remarks->text().contains(u"1 of 2 held-out questions share 13 words"_s), qPrintable(remarks->text()));
    QVERIFY2(remarks->text().contains(u"question 1 and row 2"_s), qPrintable(remarks->text()));
  }

  void a_column_chosen_by_hand_takes_the_guess_of_the_others_with_it() {
    Page page;
    page.write("odd.jsonl", "{\"aa\": \"some words here\", \"bb\": \"b\", \"cc\": \"more words than there\"}\n");
    page.setRows("odd.jsonl");
    page.settle();
    QVERIFY(!page.studio.data());
    auto* prompt = page.page.findChild<QComboBox*>(u"role_prompt"_s);
    prompt->setCurrentIndex(prompt->findText(u"bb"_s));
    Q_EMIT prompt->activated(prompt->currentIndex());
    page.settle();
    QCOMPARE(page.studio.recipe().data.column_map.at("prompt"), std::string("bb"));
    QVERIFY(page.studio.recipe().data.column_map.contains("response"));
    QVERIFY(page.studio.data());
  }

  void what_is_taken_away_takes_all_that_belongs_with_it() {
    Page page;
    lift::test::write_rows(page.home / "rows.jsonl", 0, 20);
    lift::test::write_rows(page.home / "held.jsonl", 20, 24);
    page.write("tickets.jsonl", tickets(30));
    page.settle();
    lift::Recipe recipe = page.studio.recipe();
    recipe.data.files = {(page.home / "rows.jsonl").string()};
    recipe.data.held_out_files = {(page.home / "held.jsonl").string()};
    recipe.data.max_tokens = 77;
    recipe.evaluate.probe_file = (page.home / "probe.json").string();
    page.studio.setRecipe(recipe, u"demo"_s);
    page.settle();
    QVERIFY(page.press(u"takeAway rows.jsonl"_s));
    const lift::Recipe fresh = ui::Studio::freshRecipe();
    QVERIFY(page.studio.recipe().data.files.empty());
    QVERIFY(page.studio.recipe().data.held_out_files.empty());
    QCOMPARE(page.studio.recipe().data.max_tokens, fresh.data.max_tokens);
    QCOMPARE(page.studio.recipe().evaluate.probe_file, std::string());
    page.studio.undoStack().undo();
    QCOMPARE(page.studio.recipe().data.max_tokens, 77);
    QCOMPARE(page.studio.recipe().data.held_out_files.size(), std::size_t{1});
  }

  void other_rows_do_not_train_by_the_demo_s_steps() {
    auto demo = lift::read_recipe(lift::demo_recipe_path());
    QVERIFY(demo.ok());
    Page page;
    demo->model.clear();
    demo->optimizer.warmup_ratio = 0.25;   // the user's own
    page.studio.setRecipe(*demo, u"demo"_s);
    page.settle();
    page.studio.setRows({}, u"take away"_s);
    page.settle();
    const lift::Recipe fresh = ui::Studio::freshRecipe();
    for (const char* path : {"train.steps", "train.batch_rows", "train.most_seconds", "optimizer.learning_rate",
                             "selection.refresh_every"})
      QCOMPARE(lift::field_text(page.studio.recipe(), path), lift::field_text(fresh, path));
    QCOMPARE(page.studio.recipe().optimizer.warmup_ratio, 0.25);
  }

  void held_out_files_and_the_probe_go_file_by_file() {
    Page page;
    lift::test::write_rows(page.home / "rows.jsonl", 0, 20);
    for (const char* name : {"held1.jsonl", "held2.jsonl"}) lift::test::write_rows(page.home / name, 20, 24);
    page.settle();
    lift::Recipe recipe = page.studio.recipe();
    recipe.data.files = {(page.home / "rows.jsonl").string()};
    recipe.data.held_out_files = {(page.home / "held1.jsonl").string(), (page.home / "held2.jsonl").string()};
    recipe.evaluate.probe_file = (page.home / "probe.json").string();
    page.studio.setRecipe(recipe, u"test"_s);
    page.settle();
    QVERIFY(page.press(u"takeAway held1.jsonl"_s));
    page.settle();
    QCOMPARE(page.studio.recipe().data.held_out_files, std::vector{(page.home / "held2.jsonl").string()});
    QVERIFY(page.press(u"takeAway probe.json"_s));
    QCOMPARE(page.studio.recipe().evaluate.probe_file, std::string());
    QCOMPARE(page.studio.recipe().data.files.size(), std::size_t{1});
  }

  void a_tenth_is_held_out_and_the_numbers_are_of_what_trains() {
    Page page;
    lift::test::write_rows(page.home / "rows.jsonl", 0, 40);
    page.setRows("rows.jsonl");
    page.settle();
    const auto& data = page.studio.data();
    QVERIFY(data);
    QCOMPARE(data->held_out_rows, 4);
    QCOMPARE(data->train_rows, 36);
    QVERIFY(data->train_labels < data->trained_tokens);
    QVERIFY(data->train_tokens < data->tokens);
    QStringList values;
    for (const auto* row : page.page.findChildren<ui::KeyValueRow*>()) values << row->value();
    QVERIFY(values.contains(QString::number(data->train_labels)));
    QVERIFY(!values.contains(QString::number(data->trained_tokens)));
    QCOMPARE(page.studio.recipe().evaluate.sample_prompts.size(), std::size_t{2});   // of held-out rows
    QVERIFY(page.studio.recipe().evaluate.sample_prompts.front().find("plus") != std::string::npos);
  }

  void questions_that_were_emptied_stay_empty_and_other_rows_bring_their_own() {
    Page page;
    lift::test::write_rows(page.home / "rows.jsonl", 0, 40);
    page.write("tickets.jsonl", tickets(30));
    page.setRows("rows.jsonl");
    page.settle();
    QVERIFY(page.studio.setField("evaluate.sample_prompts=[]").ok());
    QVERIFY(page.studio.setField("data.max_tokens=150").ok());
    page.settle();
    QVERIFY(page.studio.recipe().evaluate.sample_prompts.empty());
    page.studio.undoStack().undo();
    page.studio.undoStack().undo();
    page.settle();
    page.setRows("tickets.jsonl");
    QVERIFY(page.studio.setField("data.column_map={\"prompt\": \"ticket\", \"response\": \"labels\"}").ok());
    page.settle();
    QVERIFY(page.studio.data());
    QVERIFY(page.studio.recipe().evaluate.sample_prompts.front().find("broken") != std::string::npos);
  }

  void an_error_goes_with_what_it_was_about() {
    Page page;
    page.settle();
    page.write("broken.jsonl", "{\"question\": \n");
    page.setRows("broken.jsonl");
    page.settle();
    QVERIFY(!page.page.banner().isHidden());
    page.studio.undoStack().undo();
    page.settle();
    QVERIFY(page.page.banner().isHidden());
  }

  void the_first_rows_of_large_data_are_shown_while_all_are_read() {
    const TemporaryFolder cache;
    qputenv("XDG_CACHE_HOME", cache.path().c_str());
    Page page;
    page.settle();
    std::string rows;
    for (int i = 0; i < 2500; ++i)
      rows += "{\"question\": \"number " + std::to_string(i) + "\", \"answer\": \"yes\", \"page\": \"" +
              std::string(20'000, 'x') + "\"}\n";
    page.write("large.jsonl", rows);
    std::vector<std::pair<bool, std::int64_t>> seen;   // whether only the first rows, and how many
    bool stop = true;
    connect(&page.studio, &ui::Studio::dataChanged, this, [&] {
      if (!page.studio.data()) return;
      seen.emplace_back(page.studio.dataPartial(), page.studio.data()->rows);
      if (page.studio.dataPartial() && page.studio.dataLoading() && stop)
        QTimer::singleShot(0, this, [&] { QVERIFY(page.press(u"stopReading"_s)); });
    });
    page.setRows("large.jsonl");
    page.settle();
    // Stopped: what was read stays and is said to be no more than the beginning.
    QVERIFY(page.studio.dataPartial() && !page.studio.dataLoading());
    QCOMPARE(seen.front(), std::pair(true, std::int64_t{500}));
    QCOMPARE(page.studio.data()->rows, std::int64_t{500});
    auto* words = page.page.findChild<QWidget*>(u"firstRows"_s);
    QVERIFY(!words->isHidden());
    stop = false;
    seen.clear();
    QVERIFY(page.press(u"stopReading"_s));   // "read all" by now
    page.settle();
    QVERIFY(!page.studio.dataPartial());
    QCOMPARE(seen.front(), std::pair(true, std::int64_t{500}));
    QCOMPARE(seen.back(), std::pair(false, std::int64_t{2500}));
    QVERIFY(words->isHidden());
    QVERIFY(page.studio.plan().has_value());
    qunsetenv("XDG_CACHE_HOME");
  }

  void rows_left_out_for_one_cause_are_one_line() {
    std::vector<lift::RowNotice> notices;
    for (int row = 0; row < 200; ++row)
      notices.push_back({row, lift::Sentence::verbatim("a"), lift::RowFate::Dropped, lift::say("empty prompt")});
    notices.push_back({7, lift::Sentence::verbatim("b"), lift::RowFate::Truncated, lift::say("empty prompt")});
    notices.push_back({9, lift::Sentence::verbatim("c"), lift::RowFate::Dropped, lift::say("no answer")});
    const auto groups = ui::groupedNotices(notices);
    QCOMPARE(groups.size(), std::size_t{3});
    QCOMPARE(groups[0].rows, 200);
    QCOMPARE(groups[0].first.row, 0);
    QCOMPARE(groups[2].first.row, 9);
  }
};

UI_TEST_MAIN(DataPageTest)
#include "data_page_test.moc"
