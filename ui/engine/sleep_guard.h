#pragma once
// Keeps the desktop from falling asleep while a run goes on (freedesktop ScreenSaver/PowerManagement inhibition over
// D-Bus); without such a service nothing happens. Window thread.
#include <QString>

namespace ui {

class SleepGuard {
 public:
  explicit SleepGuard(const QString& reason);
  ~SleepGuard();
  SleepGuard(const SleepGuard&) = delete;
  SleepGuard& operator=(const SleepGuard&) = delete;

 private:
  uint cookie_ = 0;
};

// A desktop notification; nothing where there is no such service.
void notifyDesktop(const QString& title, const QString& text);

}  // namespace ui
