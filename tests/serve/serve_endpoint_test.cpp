// The endpoint as a client meets it: the same answers as the session's own, streamed or whole, one after another; what
// cannot be answered is refused in OpenAI's form; who goes away is not waited for.
#include <QtTest>

#include <algorithm>
#include <future>
#include <sstream>
#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "app/serve/http_server.h"
#include "core/base/say.h"
#include "core/session/session.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"

using namespace lift;
using namespace lift::serve;
using lift::test::TemporaryFolder;
using nlohmann::json;

namespace {

constexpr const char* kJson = "application/json";

json question(const std::string& text, json more = json::object()) {
  json body{{"messages", json::array({{{"role", "user"}, {"content", text}}})}, {"temperature", 0}, {"max_tokens", 8}};
  body.update(more);
  return body;
}

// An endpoint over the tiny model; the engine answers once answer() is called.
class Endpoint {
 public:
  explicit Endpoint(const std::filesystem::path& model, std::size_t most_waiting = 16, std::string key = {})
      : model_(model),
        queue_(most_waiting),
        server_({.port = 0, .key = std::move(key), .model = "tiny", .most_waiting = most_waiting}, queue_),
        port_(server_.start().value()) {}
  ~Endpoint() { server_.stop(); }

  void answer() {
    engine_ = std::jthread([this] {
      Session session({.runs_directory = model_ / "runs", .notices = {}, .threads = 1});
      if (session.open_model(model_, DType::F32, Device{}).ok()) answer_all(session, queue_);
    });
  }
  httplib::Client client() const {
    httplib::Client made("127.0.0.1", port_);
    made.set_read_timeout(60);
    return made;
  }
  json ask(const json& body, const std::string& path = "/v1/chat/completions") const {
    const auto result = client().Post(path, body.dump(), kJson);
    return result ? json::parse(result->body) : json();
  }
  int port() const { return port_; }
  AnswerQueue& queue() { return queue_; }

 private:
  const std::filesystem::path model_;
  AnswerQueue queue_;
  HttpServer server_;
  const int port_;
  std::jthread engine_;
};

std::vector<std::string> events_of(const std::string& stream) {
  std::vector<std::string> events;
  std::istringstream lines(stream);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("data: ")) events.push_back(line.substr(6));
  return events;
}

}   // namespace

class ServeEndpointTest : public QObject {
  Q_OBJECT

  TemporaryFolder home_;
  std::string expected_;   // the session's own greedy answer to "1 plus 2?"

  std::filesystem::path model() const { return home_ / "model"; }

 private Q_SLOTS:
  void initTestCase() {
    lift::test::write_tiny_folder(model());
    Session session({.runs_directory = home_ / "runs", .notices = {}, .threads = 1});
    QVERIFY(session.open_model(model(), DType::F32, Device{}).ok());
    SamplingConfig greedy;
    greedy.max_new_tokens = 8;
    expected_ = session.generate("1 plus 2?", true, greedy)->text;
    QVERIFY(!expected_.empty());
  }

  void an_answer_is_the_session_s_own() {
    Endpoint endpoint(model());
    endpoint.answer();
    const json reply = endpoint.ask(question("1 plus 2?", {{"model", "tiny"}}));
    QCOMPARE(reply.at("object"), json("chat.completion"));
    QCOMPARE(reply.at("choices").at(0).at("message").at("content"), json(expected_));
    QCOMPARE(reply.at("choices").at(0).at("finish_reason"), json("length"));
    QCOMPARE(reply.at("usage").at("completion_tokens"), json(8));
    QCOMPARE(reply.at("usage").at("total_tokens"), json(reply.at("usage").at("prompt_tokens").get<int>() + 8));
    const json text = endpoint.ask({{"prompt", "1 plus"}, {"temperature", 0}, {"max_tokens", 3}}, "/v1/completions");
    QCOMPARE(text.at("object"), json("text_completion"));
    QVERIFY(text.at("choices").at(0).at("text").is_string());
  }

  void a_streamed_answer_is_the_same_in_pieces() {
    Endpoint endpoint(model());
    endpoint.answer();
    const json body = question("1 plus 2?", {{"stream", true}, {"stream_options", {{"include_usage", true}}}});
    const auto result = endpoint.client().Post("/v1/chat/completions", body.dump(), kJson);
    QVERIFY(result);
    QVERIFY(result->get_header_value("Content-Type").starts_with("text/event-stream"));
    const std::vector<std::string> events = events_of(result->body);
    QVERIFY(events.size() >= 5);
    QCOMPARE(events.back(), std::string("[DONE]"));
    std::string text;
    for (std::size_t i = 0; i + 2 < events.size(); ++i)
      text += json::parse(events[i]).at("choices").at(0).at("delta").value("content", "");
    QCOMPARE(text, expected_);
    QCOMPARE(json::parse(events[0]).at("choices").at(0).at("delta").at("role"), json("assistant"));
    QCOMPARE(json::parse(events[events.size() - 3]).at("choices").at(0).at("finish_reason"), json("length"));
    QCOMPARE(json::parse(events[events.size() - 2]).at("usage").at("completion_tokens"), json(8));
  }

  void many_at_once_are_all_answered() {
    Endpoint endpoint(model());
    endpoint.answer();
    std::vector<std::future<json>> asked;
    for (int i = 0; i < 12; ++i)
      asked.push_back(std::async(std::launch::async, [&] { return endpoint.ask(question("1 plus 2?")); }));
    for (auto& reply : asked) QCOMPARE(reply.get().at("choices").at(0).at("message").at("content"), json(expected_));
  }

  void the_model_is_listed() {
    Endpoint endpoint(model());
    const auto list = endpoint.client().Get("/v1/models");
    QCOMPARE(json::parse(list->body).at("data").at(0).at("id"), json("tiny"));
    QCOMPARE(endpoint.client().Get("/health")->status, 200);
  }

  void what_cannot_be_answered_is_refused_with_the_reason() {
    Endpoint endpoint(model());
    endpoint.answer();
    httplib::Client client = endpoint.client();
    const auto refused = [&](const std::string& body, const char* type, int status, const char* words) {
      const auto result = client.Post("/v1/chat/completions", body, type);
      if (!result || result->status != status) return false;
      return json::parse(result->body).at("error").at("message").get<std::string>().find(words) != std::string::npos;
    };
    QVERIFY(refused("{", kJson, 400, "JSON"));
    QVERIFY(refused(question("x", {{"n", 3}}).dump(), kJson, 400, "n"));
    QVERIFY(refused(question("x", {{"model", "gpt-4"}}).dump(), kJson, 404, "tiny"));
    QVERIFY(refused(question("x").dump(), "text/plain", 415, "application/json"));
    std::string longest;
    for (int i = 0; i < 2000; ++i) longest += "word ";
    QVERIFY(refused(question(longest).dump(), kJson, 400, "512"));
    const json tools = json::array({{{"type", "function"}, {"function", {{"name", "f"}}}}});
    QVERIFY(refused(question("x", {{"tools", tools}}).dump(), kJson, 400, "no place"));
    const auto nothing = client.Get("/v2/models");
    QCOMPARE(nothing->status, 404);
    QVERIFY(json::parse(nothing->body).contains("error"));
    QCOMPARE(endpoint.ask(question("1 plus 2?")).at("choices").at(0).at("message").at("content"), json(expected_));
  }

  void a_page_in_a_browser_cannot_come_in_under_a_name_of_its_own() {
    Endpoint endpoint(model());
    httplib::Client client = endpoint.client();
    for (const char* host : {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", ""})
      QCOMPARE(client.Get("/v1/models", {{"Host", host}})->status, 403);
    for (const char* host : {"localhost", "localhost:1", "127.0.0.1:8080", "[::1]:80"})
      QCOMPARE(client.Get("/v1/models", {{"Host", host}})->status, 200);
  }

  void a_key_is_wanted_where_there_is_one() {
    Endpoint endpoint(model(), 16, "secret");
    httplib::Client client = endpoint.client();
    QCOMPARE(client.Get("/v1/models")->status, 401);
    QCOMPARE(client.Get("/v1/models", {{"Authorization", "Bearer other"}})->status, 401);
    QCOMPARE(client.Get("/v1/models", {{"Authorization", "Bearer secret"}})->status, 200);
  }

  void one_more_than_may_wait_is_told_to_come_again() {
    Endpoint endpoint(model(), 1);
    std::vector<std::future<int>> asked;
    for (int i = 0; i < 3; ++i)
      asked.push_back(std::async(std::launch::async, [&] {
        const auto result = endpoint.client().Post("/v1/chat/completions", question("1 plus 2?").dump(), kJson);
        if (result && result->status == 429 && !result->has_header("Retry-After")) return 0;
        return result ? result->status : 0;
      }));
    const auto ready = [](const std::future<int>& one) {
      return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count_if(asked, ready), 2, 20000);
    endpoint.answer();
    std::vector<int> statuses;
    for (auto& one : asked) statuses.push_back(one.get());
    std::ranges::sort(statuses);
    QCOMPARE(statuses, (std::vector<int>{200, 429, 429}));
  }

  void who_goes_away_is_not_waited_for_data() {
    QTest::addColumn<bool>("stream");
    QTest::newRow("streamed") << true;
    QTest::newRow("whole") << false;
  }
  void who_goes_away_is_not_waited_for() {
    QFETCH(bool, stream);
    Endpoint endpoint(model());
    std::jthread gone([&] {
      httplib::Client client = endpoint.client();
      httplib::Request request;
      request.method = "POST";
      request.path = "/v1/chat/completions";
      request.set_header("Content-Type", kJson);
      request.body = question("1 plus 2?", {{"stream", stream}}).dump();
      request.content_receiver = [](const char*, std::size_t, std::uint64_t, std::uint64_t) { return false; };
      (void)client.send(request);
    });
    const std::shared_ptr<Job> job = endpoint.queue().pop();   // the test is the engine
    job->begin();
    QElapsedTimer clock;
    clock.start();
    while (!job->stop_token().stop_requested() && clock.elapsed() < 20000) {
      job->add("x");
      QTest::qWait(20);
    }
    QVERIFY(job->stop_token().stop_requested());
    job->end(make_error(ErrorCode::Cancelled, say("request"), say("nobody waits")));
  }

  void a_port_that_is_taken_is_said() {
    Endpoint endpoint(model());
    AnswerQueue queue(1);
    HttpServer second({.port = endpoint.port(), .model = "tiny"}, queue);
    const auto port = second.start();
    QVERIFY(!port.ok());
    QVERIFY(port.error().sentence().find("the port is taken") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(ServeEndpointTest)
#include "serve_endpoint_test.moc"
