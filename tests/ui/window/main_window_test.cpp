#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <clocale>

#include "tests/support/paths.h"
#include "tests/ui/support/active_window.h"
#include "tests/ui/support/ui_test.h"
#include "ui/settings/settings.h"
#include "ui/window/stage_rail.h"

using namespace Qt::StringLiterals;
using namespace ui;

class MainWindowTest : public QObject {
  Q_OBJECT
  lift::test::TemporaryFolder folder_;
  QString file() { return QString::fromStdString((folder_ / "settings.ini").string()); }

 private Q_SLOTS:
  void ctrl_and_a_number_shows_a_page() {
    Settings settings(file());
    MainWindow window(settings);
    window.show();
    lift::test::activate(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (int i = 0; i < kPageCount; ++i) {
      QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
      QCOMPARE(int(window.currentPage()), i);
      QCOMPARE(int(window.rail().current()), i);
    }
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), PageId::Settings);
  }

  void the_rail_is_walked_by_arrows() {
    Settings settings(file());
    MainWindow window(settings);
    window.show();
    lift::test::activate(window);
    auto* first = window.findChild<QAbstractButton*>(u"rail0"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    auto* second = window.findChild<QAbstractButton*>(u"rail1"_s);
    QTRY_VERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Return);
    QCOMPARE(window.currentPage(), PageId::Data);
  }

  void the_side_panel_folds_in_a_narrow_window_and_comes_back_by_hand() {
    Settings settings(file());
    MainWindow window(settings);
    for (int i = 0; i < kPageCount; ++i)
      window.setPage(static_cast<PageId>(i), new QLabel(u"page"_s), new QLabel(u"side"_s));
    window.show();
    window.resize(1279, 800);
    QTRY_VERIFY(window.isSidePanelFolded());
    lift::test::activate(window);
    QTest::keyClick(&window, Qt::Key_F9);
    QVERIFY(!window.isSidePanelFolded());
    window.resize(1280, 800);
    QTRY_VERIFY(!window.isSidePanelFolded());
    QTest::keyClick(&window, Qt::Key_F9);
    QVERIFY(window.isSidePanelFolded());
    QVERIFY(!settings.sidePanelOpen());
    settings.setSidePanelOpen(true);
  }

  void f1_lists_every_shortcut() {
    Settings settings(file());
    MainWindow window(settings);
    window.addShortcut(u"Run"_s, u"Pause the run"_s, QKeySequence(Qt::CTRL | Qt::Key_P), [] {});
    window.show();
    lift::test::activate(window);
    QTest::keyClick(&window, Qt::Key_F1);
    auto* dialog = window.findChild<QDialog*>(u"shortcuts"_s);
    QVERIFY(dialog);
    QStringList said;
    for (QLabel* label : dialog->findChildren<QLabel*>()) said << label->text();
    for (const auto& shortcut : window.shortcuts()) QVERIFY2(said.contains(shortcut.name), qPrintable(shortcut.name));
    QVERIFY(said.contains(u"Pause the run"_s));
    dialog->close();
  }

  void the_first_size_fits_the_screen_data() {
    QTest::addColumn<QSize>("room");
    QTest::addColumn<QSize>("first");
    QTest::newRow("1920 x 1080") << QSize(1920, 1044) << QSize(1440, 900);
    QTest::newRow("1280 x 800") << QSize(1280, 764) << QSize(1280, 764);
    QTest::newRow("1280 x 800 at 150 %") << QSize(853, 497) << QSize(853, 497);
    QTest::newRow("2560 x 1440 at 200 %") << QSize(1280, 684) << QSize(1280, 684);
    QTest::newRow("upright") << QSize(1080, 1884) << QSize(1080, 900);
    QTest::newRow("a screen that nobody has") << QSize(320, 200) << QSize(640, 400);
  }
  void the_first_size_fits_the_screen() {
    QFETCH(QSize, room);
    QFETCH(QSize, first);
    QCOMPARE(firstSize(room), first);
    QVERIFY(leastSize(room).width() <= first.width() && leastSize(room).height() <= first.height());
  }

  void the_menu_ends_with_quit_and_has_one_settings() {
    Settings settings(file());
    MainWindow window(settings);
    window.addShortcut(
        u"Run"_s, u"Start training"_s, QKeySequence(Qt::CTRL | Qt::Key_Return), [] {}, true);
    window.addShortcut(
        u"Edit"_s, u"Undo"_s, QKeySequence::Undo, [] {}, true);
    window.addShortcut(
        u"Run"_s, u"Stop"_s, QKeySequence(Qt::CTRL | Qt::Key_Period), [] {}, true);
    QStringList words;
    for (const QAction* action : window.findChild<QToolButton*>(u"menuButton"_s)->menu()->actions())
      if (!action->isSeparator()) words << action->text();
    QCOMPARE(words.mid(0, 3), (QStringList{u"Start training"_s, u"Stop"_s, u"Undo"_s}));
    QCOMPARE(words.last(), u"Quit"_s);
    QCOMPARE(words.filter(u"Settings"_s), QStringList{u"Settings"_s});
    QStringList listed;
    for (const auto& shortcut : window.shortcuts()) listed << shortcut.name;
    QCOMPARE(listed.filter(u"Settings"_s), QStringList{u"Settings"_s});
  }

  void a_guard_keeps_the_window_open() {
    Settings settings(file());
    MainWindow window(settings);
    bool may = false;
    window.setCloseGuard([&] { return may; });
    window.show();
    QVERIFY(!window.close());
    may = true;
    QVERIFY(window.close());
  }

  void page_and_recent_things_are_remembered() {
    {
      Settings settings(file());
      MainWindow window(settings);
      window.showPage(PageId::Runs);
      for (int i = 0; i < 12; ++i) settings.addRecent(u"models"_s, QString::number(i));
      settings.addRecent(u"models"_s, u"5"_s);
    }
    Settings settings(file());
    MainWindow window(settings);
    QCOMPARE(window.currentPage(), PageId::Runs);
    QCOMPARE(settings.recent(u"models"_s).size(), 10);
    QCOMPARE(settings.recent(u"models"_s).first(), u"5"_s);
  }

  void numbers_in_c_keep_their_point() { QCOMPARE(QByteArray(std::setlocale(LC_NUMERIC, nullptr)), QByteArray("C")); }
};

UI_TEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
