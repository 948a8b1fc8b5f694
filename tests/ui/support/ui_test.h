#pragma once
// The main function of a test with widgets: the program's look, and settings in a folder for tests.
#include <QApplication>
#include <QStandardPaths>
#include <QWidget>
#include <QtTest>

#include "ui/look/application_look.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace lift::test {

// Writes a picture for people to look at into the folder LIFT_SHOTS; does nothing if that is not set.
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
