#pragma once
// Starts one of the servers of this folder and ends it with its own life: it stops when its input closes, whatever
// becomes of the test.
#include <string>

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QtTest>

#include "core/hub/http.h"
#include "tests/support/paths.h"

namespace lift::test {

class WebServer {
 public:
  explicit WebServer(const std::string& script = "web_server.py", const QStringList& arguments = {}) {
    qputenv("NO_PROXY", "127.0.0.1,localhost");   // a proxy of the machine would be asked in vain
    const auto path = source_dir() / "tests" / "core" / "hub" / script;
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(QStringLiteral("python3"), QStringList{QString::fromStdString(path.string())} + arguments);
    while (!process_.canReadLine())
      if (!process_.waitForReadyRead(30000)) qFatal("the test's web server did not start");
    const QList<QByteArray> ports = process_.readLine().trimmed().split(' ');
    port_ = ports.at(0).toInt();
    other_port_ = ports.at(1).toInt();
  }
  ~WebServer() {
    process_.closeWriteChannel();
    if (!process_.waitForFinished(5000)) process_.kill();
    process_.waitForFinished(5000);
  }
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  std::string url(const std::string& path = {}) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  int port() const { return port_; }
  int other_port() const { return other_port_; }

  // What reached the server since the last call: [port, method, path, headers] each.
  nlohmann::json log() const {
    HttpClient client;
    auto reply = client.perform({.url = url("/log")}, {});
    return reply.ok() ? nlohmann::json::parse(reply->body) : nlohmann::json();
  }

 private:
  QProcess process_;
  int port_ = 0, other_port_ = 0;
};

}   // namespace lift::test
