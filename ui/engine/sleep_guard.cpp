#include "ui/engine/sleep_guard.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPatienceMs = 300;   // a service that does not answer must not hold up the window

QString applicationName() { return u"LIFT Studio"_s; }

QDBusMessage loginCall(const char* method) {
  return QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                        u"org.freedesktop.login1.Manager"_s, QString::fromLatin1(method));
}

QDBusMessage desktopCall(const char* method) {
  return QDBusMessage::createMethodCall(u"org.freedesktop.PowerManagement"_s,
                                        u"/org/freedesktop/PowerManagement/Inhibit"_s,
                                        u"org.freedesktop.PowerManagement.Inhibit"_s, QString::fromLatin1(method));
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
  lock << u"sleep:idle"_s << applicationName() << reason << u"block"_s;
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
  QDBusMessage call =
      QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                     u"org.freedesktop.Notifications"_s, u"Notify"_s);
  call << applicationName() << uint(0) << u"lift-studio"_s << title << text << QStringList{} << QVariantMap{} << -1;
  bus.asyncCall(call);
}

}   // namespace ui
