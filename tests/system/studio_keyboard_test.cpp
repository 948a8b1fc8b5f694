// The same way by keyboard alone: nothing here touches the mouse.
#include <QLineEdit>

#include "tests/system/studio_driver.h"

using namespace Qt::StringLiterals;
using lift::test::kPatience;
using lift::test::StudioDriver;
using ui::RunStage;

namespace {

constexpr int kMostTabs = 300;

QWidget* focused() { return QApplication::focusWidget(); }

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
  QWidget* target = focused() ? focused() : QApplication::activeWindow();
  QTest::keyClick(target, key, modifiers);
}

bool isWithin(const QWidget* widget, const QString& name) {
  for (; widget; widget = widget->parentWidget())
    if (widget->objectName() == name) return true;
  return false;
}

// Tab by Tab, as a person gets there.
bool tabTo(const QString& name) {
  for (int i = 0; i < kMostTabs; ++i) {
    if (isWithin(focused(), name)) return true;
    key(Qt::Key_Tab);
  }
  qWarning("Tab never comes to %s", qPrintable(name));
  return false;
}

}   // namespace

class StudioKeyboardTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pick_map_select_start_and_stop_without_a_mouse() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    QVERIFY(QTest::qWaitForWindowActive(&driver.window));
    ui::Studio& studio = driver.studio();

    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(tabTo(u"openDemo"_s));
    key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model().has_value(), kPatience);

    key(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(tabTo(u"useDemoData"_s));
    key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);
    driver.makeShort(200);   // only so that the machine has less to do
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);

    key(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(tabTo(u"rank"_s));
    const auto rank = studio.recipe().selection.rank;
    key(Qt::Key_Up);
    QVERIFY2(studio.recipe().selection.rank > rank, "an arrow on the slider changes the rank");
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(studio.recipe().selection.rank, rank);
    QTRY_VERIFY_WITH_TIMEOUT(studio.selection().has_value(), kPatience);

    key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(tabTo(u"train.steps"_s));
    key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(focused(), u"7"_s);
    key(Qt::Key_Return);
    QCOMPARE(studio.recipe().train.steps, 7);

    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 1, kPatience);
    key(Qt::Key_Period, Qt::ControlModifier);
    QWidget* question = nullptr;
    QTRY_VERIFY((question = driver.window.findChild<QWidget*>(u"askToStop"_s)) != nullptr);
    QTest::keyClick(question, Qt::Key_Return);   // stop and save
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QCOMPARE(studio.run().stage(), RunStage::Stopped);
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioKeyboardTest>(argc, argv); }

#include "studio_keyboard_test.moc"
