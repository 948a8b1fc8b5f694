#include "ui/panels/selection_extras.h"
#include "tests/ui/support/ui_test.h"

using Layers = std::vector<std::int32_t>;

class SelectionExtrasTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void layers_are_read_and_written_as_people_do_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("layers");
    QTest::addColumn<QString>("shown");
    QTest::newRow("all") << QString() << QList<int>{} << QString();
    QTest::newRow("one") << QStringLiteral("7") << QList<int>{7} << QStringLiteral("7");
    QTest::newRow("range") << QStringLiteral("0-3") << QList<int>{0, 1, 2, 3} << QStringLiteral("0-3");
    QTest::newRow("mixed") << QStringLiteral(" 12, 0 - 2,1 ") << QList<int>{0, 1, 2, 12} << QStringLiteral("0-2, 12");
  }
  void layers_are_read_and_written_as_people_do() {
    QFETCH(QString, typed);
    QFETCH(QList<int>, layers);
    QFETCH(QString, shown);
    const auto read = ui::layersOf(typed);
    QVERIFY(read.has_value());
    QCOMPARE(*read, Layers(layers.begin(), layers.end()));
    QCOMPARE(ui::layerWords(*read), shown);
  }

  void what_is_no_list_of_layers_is_refused() {
    for (const char* typed : {"x", "3-1", "-2", "1-", "0-99999", "1.5"})
      QVERIFY2(!ui::layersOf(QString::fromLatin1(typed)), typed);
  }
};

UI_TEST_MAIN(SelectionExtrasTest)
#include "selection_extras_test.moc"
