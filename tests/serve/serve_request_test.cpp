// Every parameter of a request is used, without effect by its nature, or refused by its name.
#include <QtTest>

#include <nlohmann/json.hpp>

#include "app/serve/request.h"

using namespace lift;
using namespace lift::serve;

namespace {

std::string chat(const std::string& more) {
  return R"({"messages": [{"role": "user", "content": "Hello"}])" + (more.empty() ? "" : ", " + more) + "}";
}
Request read(const std::string& body, Kind kind = Kind::Chat) {
  auto request = read_request(body, kind, 100);
  if (!request.ok()) throw std::runtime_error(request.error().sentence());
  return std::move(request).value();
}
std::string refusal(const std::string& body, Kind kind = Kind::Chat) {
  const auto request = read_request(body, kind, 100);
  return request.ok() ? std::string() : request.error().sentence();
}

}   // namespace

class ServeRequestTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void what_is_not_said_is_as_openai_has_it() {
    const Request request = read(chat(""));
    QCOMPARE(request.sampling.temperature, 1.0);
    QCOMPARE(request.sampling.top_p, 1.0);
    QCOMPARE(request.sampling.max_new_tokens, std::int64_t{100});
    QVERIFY(!request.stream && request.sampling.stop.empty() && request.model.empty());
    QCOMPARE(request.conversation.messages.size(), std::size_t{1});
    QVERIFY(!request.conversation.variables);
  }
  void what_is_said_is_used() {
    const Request request = read(chat(R"("model": "m", "temperature": 0, "top_p": 0.5, "top_k": 7, "min_p": 0.1,
        "repeat_penalty": 1.1, "max_completion_tokens": 5, "seed": 3, "stop": ["a", "", "b"], "stream": true,
        "stream_options": {"include_usage": true})"));
    QCOMPARE(request.model, std::string("m"));
    QCOMPARE(request.sampling.temperature, 0.0);
    QCOMPARE(request.sampling.top_p, 0.5);
    QCOMPARE(request.sampling.top_k, std::int64_t{7});
    QCOMPARE(request.sampling.min_p, 0.1);
    QCOMPARE(request.sampling.repetition_penalty, 1.1);
    QCOMPARE(request.sampling.max_new_tokens, std::int64_t{5});
    QCOMPARE(request.sampling.seed, std::uint64_t{3});
    QCOMPARE(request.sampling.stop, (std::vector<std::string>{"a", "b"}));
    QVERIFY(request.stream && request.usage_in_stream);
  }
  void null_is_as_not_said() {
    const Request request = read(chat(R"("temperature": null, "stop": null, "seed": null, "tools": null, "n": null)"));
    QCOMPARE(request.sampling.temperature, 1.0);
    QVERIFY(!request.conversation.variables);
  }
  void two_requests_without_a_seed_are_two_draws() {
    QVERIFY(read(chat("")).sampling.seed != read(chat("")).sampling.seed);
  }
  void messages_have_the_forms_that_rows_have() {
    const Request request = read(R"({"messages": [
        {"role": "developer", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]},
        {"role": "assistant", "content": null,
         "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": "{}"}}]},
        {"role": "tool", "tool_call_id": "1", "content": "c"}],
        "tools": [{"type": "function", "function": {"name": "f"}}]})");
    QCOMPARE(request.conversation.messages.size(), std::size_t{4});
    QCOMPARE(request.conversation.messages[0].role, std::string("developer"));
    QCOMPARE(request.conversation.messages[1].content, std::string("ab"));
    QVERIFY(request.conversation.variables && request.conversation.variables->contains("tools"));
  }
  void a_text_may_stand_in_a_list_of_one() {
    QCOMPARE(read(R"({"prompt": "Once"})", Kind::Text).prompt, std::string("Once"));
    QCOMPARE(read(R"({"prompt": ["Once"]})", Kind::Text).prompt, std::string("Once"));
    QVERIFY(!refusal(R"({"prompt": ["Once", "Twice"]})", Kind::Text).empty());
    QVERIFY(!refusal(R"({"prompt": [1, 2]})", Kind::Text).empty());
    QVERIFY(!refusal(R"({"messages": []})", Kind::Text).empty());
  }
  void what_changes_nothing_is_taken() {
    for (const char* more :
         {R"("n": 1)", R"("presence_penalty": 0)", R"("frequency_penalty": 0.0)", R"("logit_bias": {})",
          R"("logprobs": false)", R"("tool_choice": "auto")", R"("response_format": {"type": "text"})",
          R"("user": "someone")", R"("metadata": {"a": "b"})", R"("store": true)", R"("modalities": ["text"])"})
      QCOMPARE(refusal(chat(more)), std::string());
  }
  void what_would_change_the_answer_and_is_not_known_is_refused_by_its_name_data() {
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, const char* value) {
      QTest::newRow(qPrintable(QString("%1 %2").arg(name, value)))
          << QString("\"%1\": %2").arg(name, value) << QString(name);
    };
    row("n", "2");
    row("presence_penalty", "0.5");
    row("logit_bias", "{\"5\": 3}");
    row("logprobs", "true");
    row("top_logprobs", "3");
    row("response_format", "{\"type\": \"json_object\"}");
    row("response_format", "{\"type\": \"json_schema\"}");
    row("tool_choice", "\"required\"");
    row("modalities", "[\"audio\"]");
    row("reasoning_effort", "\"high\"");
    row("temprature", "0.5");
    row("temperature", "3");
    row("temperature", "\"warm\"");
    row("temperature", "-0.1");
    row("top_p", "1.5");
    row("top_k", "-1");
    row("top_k", "1.5");
    row("max_tokens", "0");
    row("max_tokens", "18446744073709551615");
    row("seed", "-4");
    row("stop", "[1]");
    row("stop", "{}");
    row("stream", "\"yes\"");
    row("stream_options", "3");
    row("stream_options", "{\"every\": 3}");
    row("model", "7");
    row("tools", "\"f\"");
    row("chat_template_kwargs", "[1]");
  }
  void what_would_change_the_answer_and_is_not_known_is_refused_by_its_name() {
    QFETCH(QString, more);
    QFETCH(QString, name);
    const QString words = QString::fromStdString(refusal(chat(more.toStdString())));
    QVERIFY2(!words.isEmpty(), "it was taken");
    QVERIFY2(words.contains(name == "stream_options" && more.contains("every") ? QString("every") : name),
             qPrintable(words));
  }
  void what_is_no_conversation_is_refused() {
    for (const char* body :
         {"", "nothing", "[]", "{}", "7", R"({"messages": []})", R"({"messages": "Hello"})", R"({"messages": [7]})",
          R"({"messages": [{"content": "no role"}]})", R"({"messages": [{"role": "wizard", "content": "x"}]})",
          R"({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]})"})
      QVERIFY2(!refusal(body).empty(), body);
  }
  void a_body_that_is_damaged_or_deep_ends_in_a_sentence() {
    const std::string good = chat(R"("tools": [{"type": "function", "function": {"name": "f"}}], "stop": ["a"])");
    for (std::size_t length = 0; length < good.size(); ++length) QVERIFY(!refusal(good.substr(0, length)).empty());
    QVERIFY(!refusal(chat("\"tools\": " + std::string(5000, '[') + std::string(5000, ']'))).empty());
    QVERIFY(!refusal(chat("\"user\": \"\xff\xfe\"")).empty());
  }
};

QTEST_GUILESS_MAIN(ServeRequestTest)
#include "serve_request_test.moc"
