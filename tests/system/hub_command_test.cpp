// lift hub as a person uses it, against a server on loopback: found, shown, got, killed, gone on with, opened by name.
#include <fstream>

#include <QtTest>

#include "tests/core/hub/web_server.h"
#include "tests/core/session/tiny_session.h"
#include "tests/system/lift_program.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;
namespace fs = std::filesystem;

class HubCommandTest : public QObject {
  Q_OBJECT
  TinyFolder tiny_;
  WebServer server_{"hub_server.py", {path_text(tiny_.model())}};
  std::unique_ptr<TemporaryFolder> home_;

  QStringList words(const char* text) { return QString::fromUtf8(text).split(' '); }
  Ran lift_with(const char* text) { return run_lift(words(text)); }
  fs::path cache(const std::string& repository) const { return home_->path() / "hub" / repository; }

 private Q_SLOTS:
  void init() {
    home_ = std::make_unique<TemporaryFolder>();
    qputenv("HF_HOME", QByteArray::fromStdString(home_->path().string()));
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(server_.url()));
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_HUB_OFFLINE", "HF_HUB_CACHE",
                             "HUGGINGFACE_HUB_CACHE"})
      qunsetenv(name);
    (void)server_.log();
  }

  void a_model_is_got_once_and_opened_by_its_name() {
    const Ran before = lift_with("inspect org/real");
    QCOMPARE(before.code, 3);
    QVERIFY2(before.err.contains("lift hub get org/real"), qPrintable(before.err));
    QCOMPARE(server_.log().size(), std::size_t{0});   // no connection that nobody asked for

    const Ran got = lift_with("hub get org/real --json");
    QVERIFY2(got.code == 0, qPrintable(got.err));
    QVERIFY(got.json().at("received_bytes").get<std::int64_t>() > 0);
    const Ran again = lift_with("hub get org/real --json");
    QCOMPARE(again.json().at("received_bytes").get<std::int64_t>(), std::int64_t{0});

    (void)server_.log();
    const Ran inspected = lift_with("inspect org/real --json");
    QVERIFY2(inspected.code == 0, qPrintable(inspected.err));
    QCOMPARE(inspected.json().at("path"), got.json().at("path"));
    const Ran answer = lift_with("generate hello --model org/real@main --raw --max-tokens 2 --dtype fp32");
    QVERIFY2(answer.code == 0, qPrintable(answer.err));
    const Ran listed = lift_with("hub list --json");
    QCOMPARE(listed.json().at("repositories").size(), std::size_t{1});
    QCOMPARE(listed.json().at("repositories").at(0).at("id"), json("org/real"));
    QCOMPARE(server_.log().size(), std::size_t{0});
  }

  void a_recipe_takes_the_place_in_the_cache() {
    QVERIFY(lift_with("hub get org/real").code == 0);
    QStringList arguments = words("plan --model org/real --dtype fp32 --data");
    arguments << path_text(tiny_ / "train.jsonl");
    const Ran plan = run_lift(arguments);
    QVERIFY2(plan.code == 0, qPrintable(plan.err));
    arguments[2] = QStringLiteral("org/other");
    const Ran other = run_lift(arguments);
    QCOMPARE(other.code, 3);
    QVERIFY2(other.err.contains("lift hub get org/other"), qPrintable(other.err));
  }

  void size_licence_and_what_would_come_are_shown_before_anything_is_downloaded() {
    const Ran shown = lift_with("hub show org/plain");
    QVERIFY2(shown.code == 0, qPrintable(shown.err));
    for (const char* word : {"apache-2.0", "0123456789abcdef", "* ", "model.safetensors", "100 kB", "pytorch_model.bin",
                             "not in the cache yet"})
      QVERIFY2(shown.out.contains(word), qPrintable(shown.out));
    QVERIFY(!fs::exists(home_->path() / "hub"));
  }

  void a_kill_loses_nothing_that_came() {
    QProcess process;
    process.start(lift_program(), words("hub get org/slow"));
    const fs::path blobs = cache("models--org--slow") / "blobs";
    const auto part = [&]() -> fs::path {
      std::error_code error;
      for (fs::directory_iterator at(blobs, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".incomplete") return at->path();
      return {};
    };
    const auto bytes = [&] {
      std::error_code error;
      const auto size = fs::file_size(part(), error);
      return error ? 0 : size;
    };
    QTRY_COMPARE_WITH_TIMEOUT(bytes(), std::uintmax_t{60000}, 20000);
    process.kill();
    QVERIFY(process.waitForFinished());

    QCOMPARE(lift_with("hub list --json").json().at("repositories").at(0).at("incomplete_bytes"), json(60000));
    (void)server_.log();
    const Ran got = lift_with("hub get org/slow --json");
    QVERIFY2(got.code == 0, qPrintable(got.err));
    QVERIFY(got.json().at("kept_bytes").get<int>() >= 60000);
    bool went_on = false;
    for (const json& request : server_.log()) went_on |= request.at(3).value("Range", "") == "bytes=60000-";
    QVERIFY(went_on);
    QVERIFY(part().empty());
  }

  void ctrl_c_ends_a_download_and_says_so() {
    QProcess process;
    process.start(lift_program(), words("hub get org/flaky"));
    const fs::path blobs = cache("models--org--flaky") / "blobs";
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(blobs), 20000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 130);
  }

  void trouble_has_its_exit_code_and_its_sentence_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("gated") << "hub get org/gated" << 4 << "Accept the terms at http";
    QTest::newRow("missing") << "hub get org/missing" << 3 << "does not exist";
    QTest::newRow("no name") << "hub get ../../etc" << 2 << "expected a name on the hub";
    QTest::newRow("wrong hash") << "hub get org/wrong-hash" << 3 << "another checksum";
    QTest::newRow("which GGUF") << "hub get org/ggufs" << 2 << "--file \"tiny-Q4_K_M.gguf\"";
    QTest::newRow("no such file") << "hub get org/plain --file *.gguf" << 3 << "has no such file";
    QTest::newRow("token as an option") << "hub get org/plain --token x" << 2 << "--token";
  }
  void trouble_has_its_exit_code_and_its_sentence() {
    QFETCH(QString, command);
    QFETCH(int, code);
    QFETCH(QString, word);
    const Ran ran = run_lift(command.split(' '));
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.err.contains(word), qPrintable(ran.err));
  }

  void offline_nothing_is_asked_and_the_cache_is_still_there() {
    QVERIFY(lift_with("hub get org/real").code == 0);
    qputenv("HF_HUB_OFFLINE", "1");
    (void)server_.log();
    for (const char* command : {"hub get org/real", "hub show org/real", "hub search x"}) {
      const Ran ran = lift_with(command);
      QCOMPARE(ran.code, 2);
      QVERIFY2(ran.err.contains("HF_HUB_OFFLINE is set"), qPrintable(ran.err));
    }
    QVERIFY(lift_with("hub list").out.contains("org/real"));
    QCOMPARE(lift_with("inspect org/real").code, 0);
    QCOMPARE(server_.log().size(), std::size_t{0});
  }

  void a_token_is_used_and_never_shown() {
    QCOMPARE(lift_with("hub get org/private").code, 3);
    qputenv("HF_TOKEN", "hf_good");
    const Ran got = lift_with("hub get org/private --json");
    QVERIFY2(got.code == 0, qPrintable(got.err));
    qputenv("HF_TOKEN", "hf_bad");
    const Ran refused = lift_with("hub show org/plain --json");
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.err.contains("HF_TOKEN") && !refused.err.contains("hf_bad"), qPrintable(refused.err));
    QVERIFY(!refused.out.contains("hf_bad"));
  }

  void a_data_set_is_got_and_read() {
    const Ran got = lift_with("hub get --data org/data --file train.jsonl --json");
    QVERIFY2(got.code == 0, qPrintable(got.err));
    QVERIFY(lift_with("hub get org/real").code == 0);
    (void)server_.log();
    for (const char* rows :
         {"tokens org/data --model org/real --json", "tokens org/data/data --model org/real --json"}) {
      const Ran tokens = lift_with(rows);
      QVERIFY2(tokens.code == 0, qPrintable(tokens.err));
    }
    const Ran other = lift_with("plan --model org/real --data org/other");
    QCOMPARE(other.code, 3);
    QVERIFY2(other.err.contains("lift hub get --data org/other"), qPrintable(other.err));
    QCOMPARE(server_.log().size(), std::size_t{0});
  }

  void a_search_lists_names_sizes_and_licences() {
    const Ran found = lift_with("hub search tiny");
    QVERIFY2(found.code == 0, qPrintable(found.err));
    for (const char* word : {"org/plain", "135,000,000", "mit", "safetensors", "org/gated", "gated"})
      QVERIFY2(found.out.contains(word), qPrintable(found.out));
  }
};

QTEST_GUILESS_MAIN(HubCommandTest)
#include "hub_command_test.moc"
