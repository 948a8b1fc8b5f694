#pragma once
// Gives keyboard focus to a test's window, at once if Qt still allows that.
#include <QApplication>
#include <QWidget>
#include <QtTest>

namespace lift::test {

inline void activate(QWidget& window) {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
  QApplication::setActiveWindow(&window);
#else
  window.activateWindow();
  if (window.isVisible()) QVERIFY2(QTest::qWaitForWindowActive(&window), "the window did not become the active one");
#endif
}

}   // namespace lift::test
