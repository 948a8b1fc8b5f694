#pragma once
// The current theme: light, dark or the system's choice. Thread: the window's. Widgets that paint themselves read
// colours() while painting, and a change of palette repaints them; code that stores colours must listen to changed().
#include <QDBusVariant>
#include <QObject>

#include "ui/look/tokens.h"

class QApplication;

namespace ui {

class Theme : public QObject {
  Q_OBJECT
 public:
  enum class Mode { System, Light, Dark };

  static Theme& instance();

  const Colours& colours() const { return *colours_; }
  bool isDark() const { return colours_->dark; }
  Mode mode() const { return mode_; }
  void setMode(Mode mode);

  // Duration of an animation in milliseconds; 0 with "reduce motion".
  int motion() const { return reduce_motion_ ? 0 : measure::kMotion; }
  bool reduceMotion() const { return reduce_motion_; }
  void setReduceMotion(bool reduce) { reduce_motion_ = reduce; }

  // Asks the desktop for its preference (freedesktop portal) and follows its changes. Without a portal the platform's
  // initial palette decides.
  void followSystem();

 Q_SIGNALS:
  void changed();

 private Q_SLOTS:
  void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  Theme();
  void apply();

  Mode mode_ = Mode::System;
  bool system_dark_ = true;
  bool reduce_motion_ = false;
  const Colours* colours_;
};

inline const Colours& colours() { return Theme::instance().colours(); }

}   // namespace ui
