// What logind and the desktop are asked for, over a message bus of the test's own on which it plays the services.
#include "ui/engine/sleep_guard.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMutex>
#include <QProcess>
#include <QTest>
#include <QThread>

namespace {

// Answers every call of one service and keeps what was asked. Lives in a thread of its own: the window waits for it.
class FakeService final : public QDBusVirtualObject {
 public:
  QString introspect(const QString&) const override { return {}; }

  bool handleMessage(const QDBusMessage& call, const QDBusConnection& bus) override {
    const QMutexLocker lock(&mutex_);
    calls_.push_back(call);
    const QVariant answer = std::exchange(answer_, {});
    bus.send(answer.isValid() ? call.createReply(answer) : call.createReply());
    return true;
  }

  void answersNext(const QVariant& answer) {
    const QMutexLocker lock(&mutex_);
    answer_ = answer;
  }

  // The arguments of the last call of this method; empty when there was none.
  QVariantList asked(const char* method) const {
    const QMutexLocker lock(&mutex_);
    for (auto call = calls_.rbegin(); call != calls_.rend(); ++call)
      if (call->member() == QString::fromLatin1(method)) return call->arguments();
    return {};
  }

 private:
  mutable QMutex mutex_;
  QVariant answer_;
  QList<QDBusMessage> calls_;
};

bool isClosed(int reading_end) {
  pollfd asked{reading_end, POLLIN, 0};
  return poll(&asked, 1, 0) == 1 && (asked.revents & POLLHUP) != 0;
}

}   // namespace

class SleepGuardTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    daemon_.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--session"), QStringLiteral("--print-address=1"), QStringLiteral("--nofork")});
    QVERIFY2(daemon_.waitForStarted(), "dbus-daemon is missing: packaging/setup test installs it");
    QVERIFY(daemon_.waitForReadyRead());
    address_ = daemon_.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address_);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address_);
    thread_.start();
  }

  void cleanupTestCase() {
    thread_.quit();
    thread_.wait();
    for (const char* name : {"desktop", "login", "notifications"})
      QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
    daemon_.terminate();
    daemon_.waitForFinished();
  }

  void where_nobody_answers_nothing_happens() {
    const ui::SleepGuard guard(QStringLiteral("A run goes on"));
    ui::notifyDesktop(QStringLiteral("Done"), QStringLiteral("Nobody hears it"));
  }

  void the_desktop_stays_awake_as_long_as_the_guard_lives() {
    offer(desktop_, "desktop", "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit");
    desktop_.answersNext(uint(7));
    {
      const ui::SleepGuard guard(QStringLiteral("A run goes on"));
      QCOMPARE(desktop_.asked("Inhibit"),
               (QVariantList{QStringLiteral("LIFT Studio"), QStringLiteral("A run goes on")}));
      QVERIFY(desktop_.asked("UnInhibit").isEmpty());
    }
    QTRY_COMPARE(desktop_.asked("UnInhibit"), QVariantList{uint(7)});
  }

  void logind_is_asked_first_and_its_lock_is_closed_with_the_guard() {
    int ends[2];
    QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
    offer(login_, "login", "org.freedesktop.login1", "/org/freedesktop/login1");
    login_.answersNext(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1])));
    ::close(ends[1]);
    {
      const ui::SleepGuard guard(QStringLiteral("A second run"));
      QCOMPARE(login_.asked("Inhibit"), (QVariantList{QStringLiteral("sleep:idle"), QStringLiteral("LIFT Studio"),
                                                      QStringLiteral("A second run"), QStringLiteral("block")}));
      QVERIFY(desktop_.asked("Inhibit").last() != QStringLiteral("A second run"));
      QTest::qWait(50);
      QVERIFY(!isClosed(ends[0]));
    }
    QTRY_VERIFY(isClosed(ends[0]));
    ::close(ends[0]);
  }

  void a_notification_says_who_and_what() {
    offer(notifications_, "notifications", "org.freedesktop.Notifications", "/org/freedesktop/Notifications");
    ui::notifyDesktop(QStringLiteral("Done"), QStringLiteral("The delta is verified."));
    QTRY_COMPARE(notifications_.asked("Notify").value(3), QStringLiteral("Done"));
    QCOMPARE(notifications_.asked("Notify").value(0), QStringLiteral("LIFT Studio"));
    QCOMPARE(notifications_.asked("Notify").value(4), QStringLiteral("The delta is verified."));
  }

 private:
  // A connection of its own: a call to oneself would not pass the bus.
  void offer(FakeService& service, const char* connection, const char* name, const char* path) {
    service.moveToThread(&thread_);
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(address_), QString::fromLatin1(connection));
    QVERIFY(bus.registerVirtualObject(QString::fromLatin1(path), &service));
    QVERIFY(bus.registerService(QString::fromLatin1(name)));
  }

  QProcess daemon_;
  QByteArray address_;
  QThread thread_;
  FakeService desktop_, login_, notifications_;
};

QTEST_GUILESS_MAIN(SleepGuardTest)
#include "sleep_guard_test.moc"
