#include "ui/item_models/words.h"

#include <QLocale>
#include <QtTest>

#include "core/session/summaries.h"

using namespace Qt::StringLiterals;

class WordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

  // Held-out rows say more than the rows that were learned.
  void what_a_run_brought_is_told_as_far_as_it_was_measured() {
    lift::RunSummary run;
    QCOMPARE(ui::gainWords(run), QString());
    run.first_loss = 1.39;
    run.last_loss = 0.9683;
    QCOMPARE(ui::gainWords(run), u"Training loss 1.390 → 0.968."_s);
    run.held_out_before = 1.4132;
    run.held_out_after = 0.8038;
    QCOMPARE(ui::gainWords(run), u"Held-out loss 1.413 → 0.804."_s);
    run.retention = 0.981;
    QCOMPARE(ui::gainWords(run), u"Held-out loss 1.413 → 0.804. 98.1\u00A0% of what the base model knew is kept."_s);
  }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
