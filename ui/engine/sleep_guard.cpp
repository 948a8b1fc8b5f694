#include "ui/engine/sleep_guard.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

namespace ui {

namespace {

constexpr int kPatienceMs = 300;   // a desktop that does not answer must not hold up the window

QDBusMessage inhibitorCall(const char* method) {
  return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.PowerManagement"), QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
                                        QStringLiteral("org.freedesktop.PowerManagement.Inhibit"), QString::fromLatin1(method));
}

}  // namespace

SleepGuard::SleepGuard(const QString& reason) {
  const QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  QDBusMessage call = inhibitorCall("Inhibit");
  call << QStringLiteral("LIFT Studio") << reason;
  const QDBusMessage reply = bus.call(call, QDBus::Block, kPatienceMs);
  if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) cookie_ = reply.arguments().first().toUInt();
}

SleepGuard::~SleepGuard() {
  if (!cookie_) return;
  QDBusMessage call = inhibitorCall("UnInhibit");
  call << cookie_;
  QDBusConnection::sessionBus().asyncCall(call);
}

void notifyDesktop(const QString& title, const QString& text) {
  const QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                                     QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
  call << QStringLiteral("LIFT Studio") << uint(0) << QStringLiteral("lift-studio") << title << text << QStringList{} << QVariantMap{} << -1;
  bus.asyncCall(call);
}

}  // namespace ui
