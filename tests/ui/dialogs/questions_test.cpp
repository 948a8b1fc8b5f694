// Questions refuse what they can't use, with a reason, and remember where files were.
#include "ui/dialogs/questions.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/support/paths.h"
#include "tests/ui/support/ui_test.h"
#include "ui/settings/settings.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;

class QuestionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_number_is_asked_until_it_is_one_that_can_be_used() {
    QLocale::setDefault(QLocale::c());
    QWidget page;
    page.show();
    std::vector<double> taken;
    ui::askForNumber(
        &page, u"Change the learning rate"_s, u"New peak:"_s, 5e-4,
        [](double value) { return value > 0 ? QString() : u"expected more than 0"_s; },
        [&](double value) { taken.push_back(value); });
    auto* dialog = page.findChild<QDialog*>(u"askForNumber"_s);
    QVERIFY(dialog);
    auto* field = dialog->findChild<QLineEdit*>(u"number"_s);
    auto* reason = dialog->findChild<QLabel*>(u"reason"_s);
    QPushButton* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QCOMPARE(field->text(), u"0.0005"_s);
    for (const auto& [typed, said] : {std::pair(u"abc"_s, u"“abc” is no number"_s), std::pair(u""_s, u"is no number"_s),
                                      std::pair(u"-3"_s, u"more than 0"_s), std::pair(u"0"_s, u"more than 0"_s),
                                      std::pair(u"inf"_s, u"is no number"_s), std::pair(u"1e-4x"_s, u"no number"_s)}) {
      field->setText(typed);
      ok->click();
      QVERIFY(dialog->isVisible());
      QVERIFY2(reason->isVisible() && reason->text().contains(said), qPrintable(reason->text()));
    }
    QVERIFY(taken.empty());
    field->setText(u"2e-4"_s);
    ok->click();
    QCOMPARE(taken, std::vector<double>{2e-4});
  }

  void a_file_dialog_opens_where_the_last_file_of_its_page_was() {
    const TemporaryFolder home;
    ui::Settings settings(QString::fromStdString((home / "settings.ini").string()));
    QWidget window, data(&window), models(&window);
    settings.serve(window);
    data.setObjectName(u"dataPage"_s);
    models.setObjectName(u"modelPage"_s);
    QFile file(QString::fromStdString((home / "rows.jsonl").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QStringList chosen;
    const auto open = [&](QWidget& page) {
      ui::askForFiles(&page, u"Choose"_s, u"Rows (*.jsonl)"_s, true, [&](const QStringList& files) { chosen = files; });
      return page.findChildren<QFileDialog*>().last();
    };
    QFileDialog* first = open(data);
    QCOMPARE(first->directory().absolutePath(), QDir::homePath());
    Q_EMIT first->filesSelected({file.fileName()});
    QCOMPARE(chosen, QStringList{file.fileName()});
    first->close();
    QCOMPARE(open(data)->directory().absolutePath(), QString::fromStdString(home.path().string()));
    QCOMPARE(open(models)->directory().absolutePath(), QDir::homePath());
  }
};

UI_TEST_MAIN(QuestionsTest)
#include "questions_test.moc"
