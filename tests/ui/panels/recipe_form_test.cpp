// The form says what is wrong where it is wrong, in plain words, and marks what is not the default.
#include "ui/panels/recipe_form.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/item_models/field_words.h"
#include "ui/look/house_style.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

namespace {

constexpr int kPatience = 60000;

template <typename Spin>
void type(QWidget& form, const QString& field, const QString& text) {
  auto* box = form.findChild<Spin*>(field);
  QVERIFY2(box, qPrintable(field));
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, text);
  QTest::keyClick(box, Qt::Key_Return);
}

}   // namespace

class RecipeFormTest : public QObject {
  Q_OBJECT

  TemporaryFolder home_;
  std::unique_ptr<ui::Studio> studio_;
  std::unique_ptr<ui::RecipeForm> form_;

  bool isRed(const QString& field) { return form_->findChild<QWidget*>(field)->property(ui::kFieldWrong).toBool(); }
  QString note(const QString& field) { return form_->findChild<QLabel*>(field + u" note"_s)->text(); }
  QString missing() {
    for (const auto& check : studio_->checks())
      if (check.error) return check.title;
    return {};
  }

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale::c());
    lift::test::write_tiny_folder(home_ / "model");
    lift::test::write_rows(home_ / "rows.jsonl", 0, 24);
    studio_ = std::make_unique<ui::Studio>(lift::SessionOptions{.runs_directory = home_ / "runs", .threads = 1});
    studio_->openModel(home_ / "model");
    studio_->setRows({(home_ / "rows.jsonl").string()}, u"test"_s);
    (void)studio_->setField("selection.rank=4").ok();
    QTRY_VERIFY_WITH_TIMEOUT(studio_->model() && studio_->data() && !studio_->engine().busy(), kPatience);
    form_ = std::make_unique<ui::RecipeForm>(*studio_);
    form_->resize(900, 1400);
    form_->show();
    QCOMPARE(missing(), QString());
  }
  void cleanupTestCase() {
    form_.reset();
    studio_.reset();
  }
  void cleanup() {
    while (studio_->undoStack().canUndo() && !missing().isEmpty()) studio_->undoStack().undo();
  }

  void every_field_has_a_name_in_plain_words() {
    for (const lift::RecipeField& field : lift::recipe_fields())
      QVERIFY2(ui::hasFieldName(field.path), field.path.c_str());
    for (const QLabel* label : form_->findChildren<QLabel*>())
      QVERIFY2(!label->text().contains(u"train."_s) && !label->text().contains(u"optimizer."_s),
               qPrintable(label->text()));
  }

  void a_bad_value_is_red_with_its_reason_beside_it_and_named_on_the_button_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("steps") << u"train.steps"_s << u"-5"_s << u"Steps"_s;
    QTest::newRow("rows per step") << u"train.batch_rows"_s << u"0"_s << u"Rows per step"_s;
    QTest::newRow("evaluate every") << u"evaluate.every"_s << u"-1"_s << u"Evaluate every"_s;
    QTest::newRow("threads, folded") << u"train.threads"_s << u"-2"_s << u"Processor threads"_s;
  }
  void a_bad_value_is_red_with_its_reason_beside_it_and_named_on_the_button() {
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, name);
    type<ui::SpinBox>(*form_, field, typed);
    QVERIFY(isRed(field));
    QVERIFY2(note(field).contains(u"found "_s + typed), qPrintable(note(field)));
    QCOMPARE(missing(), u"Mend: "_s + name);
    studio_->undoStack().undo();
    QVERIFY(!isRed(field));
    QCOMPARE(missing(), QString());
  }

  void a_rate_below_zero_and_a_share_above_one_are_red_too() {
    for (const auto& [field, typed] :
         {std::pair(u"optimizer.learning_rate"_s, u"-3"_s), std::pair(u"optimizer.beta1"_s, u"1.5"_s),
          std::pair(u"evaluate.forget_alarm"_s, u"7"_s)}) {
      type<ui::NumberField>(*form_, field, typed);
      QVERIFY2(isRed(field), qPrintable(field));
      QVERIFY(note(field).contains(u"found "_s + typed));
      studio_->undoStack().undo();
      QVERIFY2(!isRed(field), qPrintable(field));
    }
  }

  void what_is_no_number_stays_as_it_was_typed_until_it_is_mended() {
    auto* seed = form_->findChild<QLineEdit*>(u"train.seed"_s);
    const QString before = seed->text();
    seed->setText(u"abc"_s);
    Q_EMIT seed->editingFinished();
    QVERIFY(isRed(u"train.seed"_s));
    QVERIFY2(note(u"train.seed"_s).contains(u"whole number"_s), qPrintable(note(u"train.seed"_s)));
    QCOMPARE(missing(), u"Mend: Random seed"_s);
    QVERIFY(studio_->setField("train.steps=3").ok());   // something else changes
    QCOMPARE(seed->text(), u"abc"_s);
    QVERIFY(isRed(u"train.seed"_s));
    form_->findChild<QAbstractButton*>(u"train.seed reset"_s)->click();
    QCOMPARE(seed->text(), before);
    QCOMPARE(missing(), QString());
  }

  void what_differs_from_the_default_is_marked_and_goes_back_by_a_word() {
    auto* reset = form_->findChild<QAbstractButton*>(u"optimizer.weight_decay reset"_s);
    QVERIFY(reset->isHidden());
    auto* chip = form_->findChild<ui::Chip*>(u"changedFields"_s);
    const QString none = chip->text();
    type<ui::NumberField>(*form_, u"optimizer.weight_decay"_s, u"0.25"_s);
    QVERIFY(!reset->isHidden());
    QVERIFY(chip->text() != none);
    reset->click();
    QVERIFY(reset->isHidden());
    QCOMPARE(chip->text(), none);
    // What stands in another card is no part of its count.
    QVERIFY(studio_->setField("data.max_tokens=123").ok());
    QVERIFY(studio_->setField("train.batch_rows=3").ok());
    QCOMPARE(chip->text(), none);
    QTRY_VERIFY_WITH_TIMEOUT(!studio_->engine().busy(), kPatience);
  }

  void questions_are_a_plain_list() {
    QVERIFY(studio_->setField("evaluate.sample_prompts=[\"one?\", \"two\\nlines?\"]").ok());
    const auto fields = [this] {
      QList<QPlainTextEdit*> shown = form_->findChildren<QPlainTextEdit*>();
      shown.removeIf([](QPlainTextEdit* field) { return !field->isVisible(); });
      return shown;
    };
    QTRY_COMPARE(fields().size(), 2);
    QCOMPARE(fields()[1]->toPlainText(), u"two\nlines?"_s);
    form_->findChild<QAbstractButton*>(u"addQuestion"_s)->click();
    QPlainTextEdit* added = form_->findChildren<QPlainTextEdit*>().last();
    QTest::keyClicks(added, u"three \"quoted\"?"_s);
    form_->findChild<QWidget*>(u"train.steps"_s)->setFocus();
    QTRY_COMPARE(studio_->recipe().evaluate.sample_prompts,
                 (std::vector<std::string>{"one?", "two\nlines?", "three \"quoted\"?"}));
  }
};

UI_TEST_MAIN(RecipeFormTest)
#include "recipe_form_test.moc"
