#include "ui/engine/sleep_guard.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

namespace ui {

namespace {

constexpr int kPatienceMs = 300;   // a service that does not answer must not hold up the window

QString applicationName() { return QStringLiteral("LIFT Studio"); }

QDBusMessage loginCall(const char* method) {
  return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.login1"),
                                        QStringLiteral("/org/freedesktop/login1"),
                                        QStringLiteral("org.freedesktop.login1.Manager"), QString::fromLatin1(method));
}

QDBusMessage desktopCall(const char* method) {
  return QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.PowerManagement"), QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
      QStringLiteral("org.freedesktop.PowerManagement.Inhibit"), QString::fromLatin1(method));
}

// What the service answers first; invalid when there is no bus, no service or no answer in time.
QVariant answer(const QDBusConnection& bus, const QDBusMessage& call) {
  if (!bus.isConnected()) return {};
  const QDBusMessage reply = bus.call(call, QDBus::Block, kPatienceMs);
  return reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty() ? reply.arguments().first()
                                                                                    : QVariant();
}

}   // namespace

SleepGuard::SleepGuard(const QString& reason) {
  QDBusMessage lock = loginCall("Inhibit");
  lock << QStringLiteral("sleep:idle") << applicationName() << reason << QStringLiteral("block");
  lock_ = answer(QDBusConnection::systemBus(), lock).value<QDBusUnixFileDescriptor>();
  if (lock_.isValid()) return;
  QDBusMessage call = desktopCall("Inhibit");
  call << applicationName() << reason;
  cookie_ = answer(QDBusConnection::sessionBus(), call).toUInt();
}

SleepGuard::~SleepGuard() {
  if (!cookie_) return;
  QDBusMessage call = desktopCall("UnInhibit");
  call << cookie_;
  QDBusConnection::sessionBus().asyncCall(call);
}

void notifyDesktop(const QString& title, const QString& text) {
  const QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  QDBusMessage call = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
  call << applicationName() << uint(0) << QStringLiteral("lift-studio") << title << text << QStringList{}
       << QVariantMap{} << -1;
  bus.asyncCall(call);
}

}   // namespace ui
