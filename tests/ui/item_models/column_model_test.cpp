#include "ui/item_models/column_model.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QtTest>

#include "ui/item_models/words.h"

using namespace Qt::StringLiterals;

namespace {

struct Row {
  QString name;
  double size = 0;
};

}   // namespace

class ColumnModelTest : public QObject {
  Q_OBJECT
  ui::ColumnModel<Row> model_{
      {{u"Name"_s, [](const Row& r) { return r.name; }, {}, false, {}},
       {u"Size"_s, [](const Row& r) { return ui::bytesWords(r.size); }, [](const Row& r) { return QVariant(r.size); },
        true, [](const Row& r) { return QString::number(r.size); }}}};

 private Q_SLOTS:
  void it_keeps_the_rules_of_item_models_while_rows_come_and_go() {
    QAbstractItemModelTester tester(&model_, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model_);
    QAbstractItemModelTester proxy_tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int count : {3, 0, 200, 1}) {
      std::vector<Row> rows;
      for (int i = 0; i < count; ++i) rows.push_back({QString::number(i), 1000.0 * i});
      model_.setRows(rows);
      QCOMPARE(model_.rowCount(), count);
      proxy.sort(1, Qt::DescendingOrder);
    }
  }

  void numbers_sort_as_numbers() {
    model_.setRows({{u"a"_s, 900}, {u"b"_s, 10000}, {u"c"_s, 2e9}});
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model_);
    proxy.setSortRole(ui::kSortRole);
    proxy.sort(1, Qt::DescendingOrder);
    QCOMPARE(proxy.index(0, 0).data().toString(), u"c"_s);
    QCOMPARE(proxy.index(2, 0).data().toString(), u"a"_s);
    QCOMPARE(proxy.index(2, 1).data().toString(), u"900\u00A0B"_s);
  }

  void a_row_that_may_not_be_chosen_is_disabled_and_says_why() {
    model_.setRows({{u"good"_s, 1}, {u"bad"_s, 0}});
    model_.setEnabledRule([](const Row& r) { return r.size > 0; });
    QVERIFY(model_.flags(model_.index(0, 0)) & Qt::ItemIsEnabled);
    QVERIFY(!(model_.flags(model_.index(1, 0)) & Qt::ItemIsEnabled));
    QCOMPARE(model_.data(model_.index(1, 1), Qt::ToolTipRole).toString(), u"0"_s);
  }

  void words_follow_the_locale() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(ui::countWords(1234567), u"1.234.567"_s);
    QCOMPARE(ui::percentWords(0.976), u"97,6\u00A0%"_s);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(ui::countWords(1234567), u"1,234,567"_s);
    QCOMPARE(ui::shortCountWords(134515008), u"135\u00A0M"_s);
    QCOMPARE(ui::secondsWords(820), u"13 min 40 s"_s);
    QLocale::setDefault(before);
  }
};

QTEST_GUILESS_MAIN(ColumnModelTest)
#include "column_model_test.moc"
