// The wrapper of libcurl against a server on loopback: where the token goes, what a broken connection is called, what
// ends a call.
#include "core/hub/http.h"

#include <thread>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "core/base/say.h"
#include "tests/core/hub/web_server.h"

using namespace lift;
using nlohmann::json;
using test::WebServer;

namespace {

std::string expected_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>((i * 7 + i / 251) % 256);
  return bytes;
}

HttpClient patient_for(int seconds) {
  return HttpClient(HttpLimits{.connect = std::chrono::seconds(seconds), .stall = std::chrono::seconds(seconds)});
}

}   // namespace

class HttpTest : public QObject {
  Q_OBJECT
  WebServer server_;

  HttpReply get(const std::string& path, const std::string& token = {}) {
    HttpClient client;
    auto reply = client.perform({.url = server_.url(path), .token = token}, {});
    if (!reply.ok()) qFatal("%s", reply.error().sentence().c_str());
    return std::move(reply).value();
  }

 private Q_SLOTS:
  void a_body_arrives_whole_and_a_range_is_its_rest() {
    const std::string all = expected_bytes(300000);
    QVERIFY(get("/bytes/300000").body == all);
    HttpClient client;
    const auto rest = client.perform({.url = server_.url("/bytes/300000"), .first_byte = 299000}, {});
    QVERIFY(rest.ok());
    QCOMPARE(rest->status, 206);
    QVERIFY(rest->body == all.substr(299000));
  }

  void a_head_has_headers_and_no_body() {
    HttpClient client;
    const auto reply = client.perform({.url = server_.url("/bytes/5000"), .method = HttpMethod::Head}, {});
    QVERIFY(reply.ok());
    QCOMPARE(reply->header("content-length"), std::string("5000"));
    QVERIFY(reply->body.empty());
  }

  void a_packed_reply_is_never_asked_for() {
    const json headers = json::parse(get("/echo").body);
    QCOMPARE(headers.at("Accept-Encoding").get<std::string>(), std::string("identity"));
    QVERIFY(headers.at("User-Agent").get<std::string>().starts_with("lift-studio/"));
  }

  void the_token_reaches_its_own_host_and_no_other_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("last_has_it");
    QTest::addColumn<int>("redirects");
    QTest::newRow("asked directly") << "/echo" << true << 0;
    QTest::newRow("redirect on the same host") << "/to/self" << true << 1;
    QTest::newRow("redirect without a host") << "/to/relative" << true << 1;
    QTest::newRow("redirect to another port") << "/to/other" << false << 1;
    QTest::newRow("there and back") << "/to/back" << false << 2;
  }
  void the_token_reaches_its_own_host_and_no_other() {
    QFETCH(QString, path);
    QFETCH(bool, last_has_it);
    QFETCH(int, redirects);
    (void)server_.log();
    const HttpReply reply = get(path.toStdString(), "hf_secret");
    QCOMPARE(reply.redirects, redirects);
    QCOMPARE(json::parse(reply.body).contains("Authorization"), last_has_it);
    for (const json& request : server_.log())
      if (request.at(0).get<int>() == server_.other_port())
        QVERIFY2(!request.at(3).contains("Authorization"), request.dump().c_str());
  }

  void redirects_in_a_circle_and_to_files_are_refused() {
    HttpClient client;
    const auto circle = client.perform({.url = server_.url("/to/circle")}, {});
    QVERIFY(!circle.ok());
    QCOMPARE(circle.error().code, ErrorCode::Unsupported);
    QVERIFY(circle.error().sentence().find("more than 10 times") != std::string::npos);
    const auto file = client.perform({.url = server_.url("/to/file")}, {});
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::Unsupported);
  }

  void an_address_that_is_none_is_refused_before_anything_is_sent() {
    HttpClient client;
    for (const char* url : {"", "file:///etc/passwd", "ftp://host/x", "https://", "https://name:word@host/x"}) {
      const auto reply = client.perform({.url = url}, {});
      QVERIFY2(!reply.ok() && reply.error().code == ErrorCode::InvalidArgument, url);
    }
  }

  void a_status_is_a_reply_not_an_error() {
    const HttpReply reply = get("/status/429?retry=7");
    QCOMPARE(reply.status, 429);
    QVERIFY(!reply.ok());
    QCOMPARE(reply.header("retry-after"), std::string("7"));
    QCOMPARE(reply.body, std::string("why not"));
  }

  void the_body_of_a_refusal_never_reaches_the_sink() {
    HttpClient client;
    bool touched = false;
    const HttpSink sink{.begin = [&](const HttpReply&) -> Status { return touched = true, Status(); },
                        .write = [&](std::span<const std::byte>) -> Status { return touched = true, Status(); }};
    const auto reply = client.perform({.url = server_.url("/status/403")}, {}, sink);
    QVERIFY(reply.ok());
    QCOMPARE(reply->status, 403);
    QVERIFY(!touched);
  }

  void a_dropped_connection_is_an_interruption_that_keeps_what_came() {
    for (const char* path : {"/drop/200000/150000", "/short/200000/150000"}) {
      HttpClient client;
      std::string came;
      const HttpSink sink{.begin = {}, .write = [&](std::span<const std::byte> bytes) -> Status {
                            came.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
                            return {};
                          }};
      const auto reply = client.perform({.url = server_.url(path)}, {}, sink);
      QVERIFY2(reply.ok(), path);
      QVERIFY2(reply->interrupted, path);
      QVERIFY2(came == expected_bytes(150000), path);
      QVERIFY2(reply->interrupted->sentence().find("127.0.0.1") != std::string::npos, path);
    }
  }

  void silence_ends_in_time() {
    for (const char* path : {"/stall", "/silent"}) {
      HttpClient client = patient_for(1);
      QElapsedTimer timer;
      timer.start();
      const auto reply = client.perform({.url = server_.url(path)}, {});
      QVERIFY2(reply.ok() && reply->interrupted, path);
      QVERIFY2(timer.elapsed() < 8000, path);
    }
  }

  void nobody_there_is_an_interruption() {
    HttpClient client = patient_for(2);
    const auto reply = client.perform({.url = "http://127.0.0.1:1/x"}, {});
    QVERIFY(reply.ok() && reply->interrupted);
    QCOMPARE(reply->status, 0);
    QCOMPARE(reply->interrupted->code, ErrorCode::Io);
  }

  void a_stop_ends_a_waiting_call() {
    HttpClient client;
    std::stop_source stop;
    std::jthread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto reply = client.perform({.url = server_.url("/stall")}, {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!reply.ok());
    QCOMPARE(reply.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
  }

  void progress_tells_what_the_caller_counts() {
    HttpClient client;
    std::int64_t came = 0, highest = 0;
    const TaskContext task{.stop = {}, .progress = [&](const Progress& p) { highest = std::max(highest, p.done); }};
    const HttpSink sink{.begin = {}, .write = [&](std::span<const std::byte> bytes) -> Status {
                          came += static_cast<std::int64_t>(bytes.size());
                          return {};
                        }};
    const auto reply = client.perform({.url = server_.url("/bytes/100000"),
                                       .phase = say("reading"),
                                       .done = [&] { return 1000 + came; },
                                       .total = 101000},
                                      task, sink);
    QVERIFY(reply.ok());
    QCOMPARE(highest, std::int64_t{101000});
  }

  void a_sink_that_fails_ends_the_call_with_its_own_error() {
    HttpClient client;
    const HttpSink sink{.begin = {}, .write = [](std::span<const std::byte>) -> Status {
                          return make_error(ErrorCode::Io, std::string("disk"), say("full"));
                        }};
    const auto reply = client.perform({.url = server_.url("/bytes/100000")}, {}, sink);
    QVERIFY(!reply.ok());
    QCOMPARE(reply.error().sentence(), std::string("disk: full."));
  }

  void a_reply_longer_than_the_limit_is_refused() {
    HttpClient client(HttpLimits{.text_bytes = 1000});
    const auto reply = client.perform({.url = server_.url("/bytes/1001")}, {});
    QVERIFY(!reply.ok());
    QCOMPARE(reply.error().code, ErrorCode::Unsupported);
    QVERIFY(client.perform({.url = server_.url("/bytes/1000")}, {}).ok());
  }

  void escaping_leaves_nothing_that_a_url_would_read() {
    QCOMPARE(url_escaped("a b/c?d#e%f\xc3\xa9", "/"), std::string("a%20b/c%3Fd%23e%25f%C3%A9"));
    QCOMPARE(url_escaped(std::string_view("x\0y", 3)), std::string("x%00y"));
  }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
