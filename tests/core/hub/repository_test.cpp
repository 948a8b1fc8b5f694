// What the hub tells of a repository, its refusals in words, and what a hostile reply can't do.
#include "core/hub/repository.h"

#include <QtTest>

#include "tests/core/hub/web_server.h"

using namespace lift;
using test::WebServer;

class RepositoryTest : public QObject {
  Q_OBJECT
  WebServer server_{"hub_server.py"};

  HubClient client(const std::string& token = {}, bool offline = false) const {
    HubEndpoint endpoint{.url = server_.url(), .token = token, .token_from = "HF_TOKEN", .offline = offline};
    return HubClient(endpoint, {}, {.tries = 4, .first_wait = std::chrono::milliseconds(1)});
  }
  Result<HubRepository> ask(const std::string& name, const std::string& token = {}) const {
    HubClient hub = client(token);
    return ask_repository(hub, {.id = "org/" + name}, {});
  }

 private Q_SLOTS:
  void files_sizes_checksums_and_licence_are_told() {
    const auto found = ask("plain");
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().sentence().c_str());
    QCOMPARE(found->commit, std::string("0123456789abcdef0123456789abcdef01234567"));
    QCOMPARE(found->licence, std::string("apache-2.0"));
    QVERIFY(found->gated.empty() && !found->is_private);
    QCOMPARE(found->files.size(), std::size_t{7});
    QCOMPARE(found->files.front().path, std::string(".gitattributes"));
    const auto& config = found->files.at(2);
    QCOMPARE(config.path, std::string("config.json"));
    QCOMPARE(config.bytes, std::int64_t{24});
    QCOMPARE(config.digest.size(), std::size_t{40});
    const auto& weights = found->files.at(3);
    QCOMPARE(weights.path, std::string("model.safetensors"));
    QCOMPARE(weights.bytes, std::int64_t{100000});
    QCOMPARE(weights.digest.size(), std::size_t{64});
  }

  void a_list_in_pages_is_the_same_list() {
    const auto whole = ask("plain"), paged = ask("paged");
    QVERIFY(whole.ok() && paged.ok());
    QCOMPARE(paged->files.size(), whole->files.size());
    for (std::size_t i = 0; i < whole->files.size(); ++i) {
      QCOMPARE(paged->files[i].path, whole->files[i].path);
      QCOMPARE(paged->files[i].digest, whole->files[i].digest);
      QCOMPARE(paged->files[i].bytes, whole->files[i].bytes);
    }
  }

  void a_data_set_is_asked_for_as_one() {
    HubClient hub = client();
    (void)server_.log();
    const auto found = ask_repository(hub, {.kind = HubKind::DataSet, .id = "org/data", .revision = "v1/beta"}, {});
    QVERIFY(found.ok());
    QCOMPARE(server_.log().at(0).at(2).get<std::string>(),
             std::string("/api/datasets/org/data/revision/v1%2Fbeta?blobs=true"));
  }

  void refusals_say_what_to_do_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* what, const char* name, const char* token, ErrorCode code, QStringList words) {
      QTest::newRow(what) << name << token << static_cast<int>(code) << words;
    };
    row("private, nobody asks", "private", "", ErrorCode::NotFound,
        {"org/private", "does not exist, or is private", "HF_TOKEN"});
    row("token that isn't one", "plain", "hf_bad", ErrorCode::Io, {"does not accept the token from HF_TOKEN"});
    row("gated, nobody asks", "gated", "", ErrorCode::Io, {"it is gated", "Accept the terms at http", "/org/gated"});
    row("gated, not let in", "gated", "hf_good", ErrorCode::Io, {"may not read it", "Accept the terms at http"});
    row("missing", "missing", "hf_good", ErrorCode::NotFound, {"the model does not exist on", "--data"});
    row("server fault", "broken", "", ErrorCode::Io, {"answered 500", "Internal Error", "Try again later"});
    row("asks for an hour", "very-busy", "", ErrorCode::Io, {"refuses further requests", "wait 3600 s"});
    row("path that leads out", "escape", "", ErrorCode::Malformed, {"../../outside", "Nothing was downloaded"});
    row("file and folder", "clash", "", ErrorCode::Malformed, {"config.json/inside"});
    row("no commit", "no-commit", "", ErrorCode::Malformed, {"expected a commit", "main"});
  }
  void refusals_say_what_to_do() {
    QFETCH(QString, name);
    QFETCH(QString, token);
    QFETCH(int, code);
    QFETCH(QStringList, words);
    const auto found = ask(name.toStdString(), token.toStdString());
    QVERIFY(!found.ok());
    const QString sentence = QString::fromStdString(found.error().sentence());
    QCOMPARE(static_cast<int>(found.error().code), code);
    for (const QString& word : words) QVERIFY2(sentence.contains(word), qPrintable(sentence));
    QVERIFY2(token.isEmpty() || !sentence.contains(token), qPrintable(sentence));
  }

  void the_right_token_opens_a_private_one() {
    const auto found = ask("private", "hf_good");
    QVERIFY(found.ok());
    QVERIFY(found->is_private);
  }

  void a_busy_hub_is_asked_again_when_it_says() {
    (void)server_.log();
    const auto found = ask("busy");
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().sentence().c_str());
    QCOMPARE(server_.log().size(), std::size_t{3});
  }

  void a_fault_is_tried_a_few_times_and_a_refusal_once() {
    (void)server_.log();
    QVERIFY(!ask("broken").ok());
    QCOMPARE(server_.log().size(), std::size_t{4});
    QVERIFY(!ask("missing").ok());
    QVERIFY(!ask("very-busy").ok());
    QCOMPARE(server_.log().size(), std::size_t{2});
  }

  void an_unknown_revision_is_named() {
    HubClient hub = client();
    const auto found = ask_repository(hub, {.id = "org/plain", .revision = "v9"}, {});
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QVERIFY(found.error().sentence().find("no branch, tag or commit \"v9\"") != std::string::npos);
  }

  void offline_nothing_is_asked() {
    (void)server_.log();
    HubClient hub = client({}, true);
    const auto found = ask_repository(hub, {.id = "org/plain"}, {});
    QVERIFY(!found.ok());
    QVERIFY(found.error().sentence().find("HF_HUB_OFFLINE") != std::string::npos);
    QCOMPARE(server_.log().size(), std::size_t{0});
  }

  void names_that_would_leave_a_path_are_refused_unasked() {
    (void)server_.log();
    HubClient hub = client();
    for (const char* id : {"", "/", "a/b/c", "../x", "org/..", "org/na--me", "org/name.git", "org/na me", "org/", "/x",
                           "org/-x", "org/x?y", "org/x%2f"}) {
      const auto found = ask_repository(hub, {.id = id}, {});
      QVERIFY2(!found.ok() && found.error().code == ErrorCode::InvalidArgument, id);
    }
    for (const char* revision : {"", "../main", "/main", "a//b", "a b", "main?x", "a/", "-x"}) {
      const auto found = ask_repository(hub, {.id = "org/plain", .revision = revision}, {});
      QVERIFY2(!found.ok() && found.error().code == ErrorCode::InvalidArgument, revision);
    }
    for (const char* id : {"gpt2", "HuggingFaceTB/SmolLM2-135M-Instruct", "org/a.b_c-1"})
      QVERIFY2(validate({.id = id}).ok(), id);
    QCOMPARE(server_.log().size(), std::size_t{0});
  }

  void a_search_lists_what_can_be_asked_for() {
    HubClient hub = client();
    (void)server_.log();
    const auto hits = search_hub(hub, HubKind::Model, "a&b c", 20, {});
    QVERIFY(hits.ok());
    QVERIFY(server_.log().at(0).at(2).get<std::string>().starts_with("/api/models?search=a%26b%20c&"));
    QCOMPARE(hits->size(), std::size_t{2});
    QCOMPARE(hits->at(0).id, std::string("org/plain"));
    QCOMPARE(hits->at(0).licence, std::string("mit"));
    QCOMPARE(hits->at(0).parameters, std::int64_t{135'000'000});
    QVERIFY(hits->at(0).has_safetensors && !hits->at(0).has_gguf && hits->at(0).gated.empty());
    QCOMPARE(hits->at(1).gated, std::string("manual"));
  }
};

QTEST_GUILESS_MAIN(RepositoryTest)
#include "repository_test.moc"
