// Held-out rows with the answers of base and tuned model: counts with their interval, rows right and wrong.
#include "ui/panels/answers_card.h"

#include <QAbstractItemModel>
#include <QTableView>

#include "tests/ui/support/ui_test.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;

class AnswersCardTest : public QObject {
  Q_OBJECT

  static std::vector<lift::AnsweredRow> rows() {
    const auto answer = [](const char* text, bool right) { return lift::GivenAnswer{text, right, true, false}; };
    return {{0, "A table for 8", R"({"people": "8"})", answer("Sure!", false), answer(R"({"people": "8"})", true)},
            {1, "At 7 pm", R"({"time": "7 pm"})", answer("Yes", false), answer("{}", false)},
            {2, "Thanks", "{}", answer("You're welcome", false), answer("{}", true)}};
  }
  static lift::ExactMatch exact(std::int64_t right) {
    return {.right = right, .asked = 3, .of = 3, .valid_json = right ? 3 : 0, .cut = 0, .rule = "json", .seconds = 1};
  }
  static QStringList counts(const ui::AnswersCard& card) {
    QStringList texts;
    for (const ui::KeyValueRow* row : card.findChildren<ui::KeyValueRow*>())
      if (!row->isHidden()) texts << row->value();
    return texts;
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }

  void nothing_is_shown_until_somebody_was_asked() {
    ui::AnswersCard card;
    QVERIFY(card.isHidden());
    card.setAnswers(rows(), exact(0), exact(2));
    QVERIFY(!card.isHidden());
    card.clear();
    QVERIFY(card.isHidden());
  }

  void counts_stand_with_their_interval_before_and_after() {
    ui::AnswersCard card;
    card.setAnswers(rows(), exact(0), exact(2));
    const QStringList shown = counts(card);
    QCOMPARE(shown.size(), 2);
    QVERIFY2(shown[0].startsWith(u"0 of 3 (0 to 56 %) → 2 of 3 ("_s), qPrintable(shown[0]));
    QCOMPARE(shown[1], u"0 of 3 → 3 of 3"_s);
    lift::ExactMatch text = exact(1);
    text.valid_json.reset();
    card.setAnswers(rows(), text, text);
    QCOMPARE(counts(card).size(), 1);   // no JSON, no share of it
  }

  void rows_right_and_wrong_are_told_apart_with_marks() {
    ui::AnswersCard card;
    card.setAnswers(rows(), exact(0), exact(2));
    const QAbstractItemModel* model = card.findChild<QTableView*>()->model();
    QCOMPARE(model->rowCount(), 3);
    QVERIFY(model->index(0, 2).data().toString().startsWith(u"✗ "_s));
    QVERIFY(model->index(0, 3).data().toString().startsWith(u"✓ "_s));
    auto* shown = card.findChild<ui::SegmentedSwitch*>();
    shown->setCurrent(2);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0).data().toString(), u"At 7 pm"_s);
    shown->setCurrent(1);
    QTRY_COMPARE(model->rowCount(), 2);
  }
};

UI_TEST_MAIN(AnswersCardTest)
#include "answers_card_test.moc"
