// An answer says what it came from, and goes when that changes.
#include "ui/panels/chat_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/widgets/slider_field.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

}   // namespace

class ChatPanelTest : public QObject {
  Q_OBJECT

  TemporaryFolder home_;
  std::unique_ptr<ui::Studio> studio_;
  std::unique_ptr<ui::ChatPanel> panel_;

  QString answer(const QString& side) { return panel_->findChild<QPlainTextEdit*>(side)->toPlainText(); }
  QString note(const QString& side) {
    auto* label = panel_->findChild<QLabel*>(side + u"Note"_s);
    return label->isHidden() ? QString() : label->text();
  }
  ui::SliderField* slider(const QString& name) { return panel_->findChild<ui::SliderField*>(name); }
  void ask(const QString& question) {
    panel_->findChild<QLineEdit*>(u"chatPrompt"_s)->setText(question);
    QTest::mouseClick(panel_->findChild<QAbstractButton*>(u"chatAsk"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel_->findChild<QAbstractButton*>(u"chatStop"_s)->isHidden(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!answer(u"chatTuned"_s).isEmpty(), kPatience);
  }

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale::c());
    lift::test::write_tiny_folder(home_ / "model");
    lift::test::write_rows(home_ / "rows.jsonl", 0, 12);
    studio_ = std::make_unique<ui::Studio>(lift::SessionOptions{.runs_directory = home_ / "runs", .threads = 1});
    lift::Recipe recipe = lift::test::tiny_recipe(home_ / "model", home_ / "rows.jsonl");
    recipe.train.steps = 2;
    recipe.name = "first";
    studio_->setRecipe(recipe, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio_->model() && studio_->data(), kPatience);
    (void)studio_->setField("evaluate.sample_prompts=[]").ok();
    studio_->startRun();
    QTRY_VERIFY_WITH_TIMEOUT(studio_->run().outcome() && !studio_->engine().busy(), kPatience);
    panel_ = std::make_unique<ui::ChatPanel>(*studio_);
    panel_->setAvailable(true);
    panel_->show();
  }
  void cleanupTestCase() {
    panel_.reset();
    studio_.reset();
  }

  void an_answer_names_question_delta_strength_and_settings() {
    ask(u"1 plus 1?"_s);
    QVERIFY2(note(u"chatTuned"_s).contains(u"“1 plus 1?” with first, strength 1.00, temperature 0.00"_s),
             qPrintable(note(u"chatTuned"_s)));
    QVERIFY2(note(u"chatBase"_s).contains(u"“1 plus 1?” to the base model"_s), qPrintable(note(u"chatBase"_s)));
  }

  void another_strength_takes_the_tuned_answer_away_and_leaves_the_base_s() {
    ask(u"2 plus 1?"_s);
    slider(u"deltaStrength"_s)->setValue(0.5);
    QCOMPARE(answer(u"chatTuned"_s), QString());
    QCOMPARE(note(u"chatTuned"_s), QString());
    QVERIFY(!answer(u"chatBase"_s).isEmpty());
    slider(u"deltaStrength"_s)->setValue(1);
  }

  void another_temperature_or_system_prompt_takes_both_away() {
    ask(u"3 plus 1?"_s);
    panel_->findChildren<ui::SliderField*>().last()->setValue(1.5);
    QCOMPARE(answer(u"chatTuned"_s) + answer(u"chatBase"_s), QString());
    panel_->findChildren<ui::SliderField*>().last()->setValue(0);
    ask(u"3 plus 1?"_s);
    QVERIFY(studio_->setField("data.system_prompt=Be brief.").ok());
    QCOMPARE(answer(u"chatTuned"_s) + answer(u"chatBase"_s), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!studio_->engine().busy(), kPatience);
  }

  void what_was_still_coming_when_it_changed_is_dropped() {
    panel_->findChild<QLineEdit*>(u"chatPrompt"_s)->setText(u"4 plus 1?"_s);
    QTest::mouseClick(panel_->findChild<QAbstractButton*>(u"chatAsk"_s), Qt::LeftButton);
    slider(u"deltaStrength"_s)->setValue(0.25);
    QTRY_VERIFY_WITH_TIMEOUT(panel_->findChild<QAbstractButton*>(u"chatStop"_s)->isHidden(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!studio_->engine().busy(), kPatience);
    QTest::qWait(50);
    QCOMPARE(answer(u"chatTuned"_s), QString());
    slider(u"deltaStrength"_s)->setValue(1);
  }

  void a_new_run_takes_the_tuned_answer_away() {
    ask(u"5 plus 1?"_s);
    studio_->startRun();
    QCOMPARE(answer(u"chatTuned"_s), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!studio_->run().active() && !studio_->engine().busy(), kPatience);
    QCOMPARE(answer(u"chatTuned"_s), QString());
  }
};

UI_TEST_MAIN(ChatPanelTest)
#include "chat_panel_test.moc"
