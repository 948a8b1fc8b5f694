#pragma once
// Keeps the machine from falling asleep while a run goes on: by logind's lock, else by the desktop's power management;
// without either nothing happens. Window thread.
#include <QDBusUnixFileDescriptor>
#include <QString>

namespace ui {

class SleepGuard {
 public:
  explicit SleepGuard(const QString& reason);
  ~SleepGuard();
  SleepGuard(const SleepGuard&) = delete;
  SleepGuard& operator=(const SleepGuard&) = delete;

 private:
  QDBusUnixFileDescriptor lock_;   // logind's: released when it is closed
  uint cookie_ = 0;                // the desktop's
};

// A desktop notification; nothing where there is no such service.
void notifyDesktop(const QString& title, const QString& text);

}   // namespace ui
