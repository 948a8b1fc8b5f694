#pragma once
// The main of a test with widgets: the program's own look, settings in a folder of the test's.
#include <QApplication>
#include <QStandardPaths>
#include <QWidget>
#include <QtTest>

#include "ui/look/application_look.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace lift::test {

// Looked at by a person: LIFT_SHOTS names a folder, else nothing is written.
inline void picture(QWidget& widget, const QString& name) {
  if (const QString folder = qEnvironmentVariable("LIFT_SHOTS"); !folder.isEmpty())
    widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

}   // namespace lift::test

#define UI_TEST_MAIN(TestClass)                           \
  int main(int argc, char** argv) {                       \
    QStandardPaths::setTestModeEnabled(true);             \
    QApplication application(argc, argv);                 \
    ui::prepareApplication(application);                  \
    ui::Theme::instance().setMode(ui::Theme::Mode::Dark); \
    ui::Theme::instance().setReduceMotion(true);          \
    TestClass test;                                       \
    return QTest::qExec(&test, argc, argv);               \
  }
