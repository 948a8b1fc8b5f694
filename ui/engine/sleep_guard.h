#pragma once
// Keeps the machine awake during a run: by logind's inhibitor lock, or by the desktop's power management. Does nothing
// if there is neither. Thread: the window's.
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
  QDBusUnixFileDescriptor lock_;   // logind's inhibitor, released by closing it
  uint cookie_ = 0;                // the desktop's inhibitor
};

// Shows a desktop notification; does nothing if there is no such service.
void notifyDesktop(const QString& title, const QString& text);

}   // namespace ui
