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
    run.probe_before = 0.53;
    run.probe_after = 0.54;
    run.probe_items = 100;
    QCOMPARE(ui::gainWords(run), u"Held-out loss 1.413 → 0.804. Probe: 53 → 54 of 100, no loss can be seen."_s);
  }

  // Never "101.9 % is kept": more right answers than before are no more than all that was known.
  void what_is_kept_is_told_as_counts_with_what_they_say() {
    QCOMPARE(ui::probeWords(0.53, 0.54, 100), u"53 → 54 of 100"_s);
    QCOMPARE(ui::probeWords(1.0 / 3, 2.0 / 3, 3), u"1 → 2 of 3"_s);
    QCOMPARE(ui::probeWords(0.53, 0.54, 0), u"53.0\u00A0% → 54.0\u00A0%"_s);
    QCOMPARE(ui::keptWords(0.53, 0.54, 1.1), u"no loss can be seen"_s);
    QCOMPARE(ui::keptWords(0.53, 0.53, {}), u"no loss can be seen"_s);
    QCOMPARE(ui::keptWords(0.53, 0.51, 1.02), u"fewer, but within chance"_s);
    QCOMPARE(ui::keptWords(0.53, 0.31, 0.8), u"something is forgotten"_s);
    QCOMPARE(ui::keptWords(0.53, 0.31, {}), u"something is forgotten"_s);
  }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
