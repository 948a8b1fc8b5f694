#pragma once
// Drives the real window in tests, with its own folders and settings, by finding and pressing its widgets. Used by the
// studio_* tests and by studio_screenshots.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QMessageBox>
#include <QSpinBox>
#include <QtTest>

#include "core/session/prepare_process.h"
#include "tests/support/paths.h"
#include "tests/support/slowdown.h"
#include "tests/ui/support/active_window.h"
#include "tests/ui/support/ui_test.h"
#include "ui/look/application_look.h"
#include "ui/look/theme.h"
#include "ui/pages/studio_window.h"
#include "ui/settings/settings.h"

namespace lift::test {

// Moves all user folders of the program to `home`; the demo model stays where it is. Call it before QApplication is
// made.
inline void isolateUser(const std::filesystem::path& home) {
  qputenv("LIFT_DEMO_MODEL", demo_model().c_str());
  for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HF_HOME"})
    qputenv(name, (home / name).c_str());
}

inline constexpr int kPatience = 300000 * kSlowdown;   // milliseconds, for the engine's work on a slow or busy machine

class StudioDriver {
 public:
  explicit StudioDriver(const std::filesystem::path& home)
      : runs(home / "runs"),
        settings(QString::fromStdString((home / "settings.ini").string())),
        window(settings, SessionOptions{.runs_directory = runs}) {
    window.resize(1440, 900);   // the size of the first start on a usual screen; the test screen may be smaller
    window.show();
    activate(window);
  }

  ui::Studio& studio() { return window.studio(); }

  template <typename Widget>
  Widget* find(const QString& name) {
    auto* found = window.findChild<Widget*>(name);
    if (!found) qFatal("no widget is called %s", qPrintable(name));
    return found;
  }

  // Fails, like a user would, if the button can't be pressed.
  bool press(const QString& name) {
    auto* button = find<QAbstractButton>(name);
    if (!button->isVisible() || !button->isEnabled()) {
      qWarning("%s can't be pressed: visible %d, enabled %d, \"%s\"", qPrintable(name), button->isVisible(),
               button->isEnabled(), qPrintable(button->text()));
      return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
  }

  // Presses the button with this label in an open question.
  bool answer(const QString& question, const QString& label) {
    auto* box = window.findChild<QMessageBox*>(question);
    if (!box) return false;
    for (QAbstractButton* button : box->buttons()) {
      if (button->text() != label) continue;
      QTest::mouseClick(button, Qt::LeftButton);
      return true;
    }
    return false;
  }

  // A text of the window in its current language.
  static QString words(const char* context, const char* source) { return QCoreApplication::translate(context, source); }

  // Makes a run of seconds: few short rows, small evaluations, the two smallest projections.
  void makeShort(int steps) {
    for (const std::string& assignment :
         {std::string("data.max_tokens=96"), std::string("selection.projections=k,v"),
          std::string("train.batch_rows=2"), std::string("train.checkpointing=off"),
          std::string("evaluate.held_out_rows=4"), std::string("evaluate.probe_items=8"),
          std::string("evaluate.answer_rows=4"), std::string("train.most_seconds=0"),
          std::string("evaluate.sample_tokens=8"), "train.steps=" + std::to_string(steps)})
      if (const Status status = studio().setField(assignment); !status.ok())
        qFatal("%s", status.error().sentence().c_str());
  }

  const std::filesystem::path runs;
  ui::Settings settings;
  ui::StudioWindow window;
};

// The main function of a studio test: an application for a new user, without animation.
template <typename Test>
int runStudioTest(int argc, char** argv) {
  if (!prepare_process().ok()) return 2;
  const TemporaryFolder home;
  isolateUser(home.path());
  QApplication application(argc, argv);
  ui::prepareApplication(application);
  ui::Theme::instance().setReduceMotion(true);
  QApplication::setQuitOnLastWindowClosed(false);
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}   // namespace lift::test
