#include "ui/look/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;
constexpr uint kPrefersDark = 1;

QPalette palette_of(const Colours& c) {
  QPalette palette;
  palette.setColor(QPalette::Window, c.ground);
  palette.setColor(QPalette::WindowText, c.text);
  palette.setColor(QPalette::Base, c.panel);
  palette.setColor(QPalette::AlternateBase, c.raised);
  palette.setColor(QPalette::Text, c.text);
  palette.setColor(QPalette::PlaceholderText, c.muted);
  palette.setColor(QPalette::Button, c.raised);
  palette.setColor(QPalette::ButtonText, c.text);
  palette.setColor(QPalette::BrightText, c.alarm);
  palette.setColor(QPalette::ToolTipBase, c.raised);
  palette.setColor(QPalette::ToolTipText, c.text);
  palette.setColor(QPalette::Highlight, c.accent_wash);
  palette.setColor(QPalette::HighlightedText, c.text);
  palette.setColor(QPalette::Link, c.accent_text);
  palette.setColor(QPalette::LinkVisited, c.accent_text);
  palette.setColor(QPalette::Light, c.hover);
  palette.setColor(QPalette::Midlight, c.raised);
  palette.setColor(QPalette::Mid, c.line);
  palette.setColor(QPalette::Dark, c.line);
  palette.setColor(QPalette::Shadow, c.line);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    palette.setColor(QPalette::Disabled, role, c.faint);
  return palette;
}

bool is_dark(const QPalette& palette) {
  return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

}   // namespace

Theme& Theme::instance() {
  static Theme theme;
  return theme;
}

Theme::Theme() : colours_(&dark_colours()) {}

void Theme::setMode(Mode mode) {
  mode_ = mode;
  apply();
}

void Theme::followSystem() {
  system_dark_ = is_dark(QGuiApplication::palette());
  apply();
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kPortal, kPath, kInterface, u"SettingChanged"_s, this,
              SLOT(settingChanged(QString, QString, QDBusVariant)));
  QDBusMessage question = QDBusMessage::createMethodCall(kPortal, kPath, kInterface, u"Read"_s);
  question << QString(kGroup) << QString(kKey);
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid()) settingChanged(kGroup, kKey, reply.value());
    watcher->deleteLater();
  });
}

void Theme::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group != kGroup || key != kKey) return;
  QVariant inner = value.variant();
  if (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();   // Read() wraps it twice
  system_dark_ = inner.toUInt() == kPrefersDark;
  apply();
}

void Theme::apply() {
  const bool dark = mode_ == Mode::Dark || (mode_ == Mode::System && system_dark_);
  colours_ = dark ? &dark_colours() : &light_colours();
  QApplication::setPalette(palette_of(*colours_));
  Q_EMIT changed();
}

}   // namespace ui
