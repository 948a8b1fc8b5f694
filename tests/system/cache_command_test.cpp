// `lift cache`: what is kept of large data sets between starts of the program.
#include <fstream>

#include <QtTest>

#include "tests/core/session/tiny_session.h"
#include "tests/system/lift_program.h"

using namespace lift::test;

class CacheCommandTest : public QObject {
  Q_OBJECT

  TinyFolder folder_{lift::DType::BF16};

  QString model() { return path_text(folder_.model()); }
  Ran lift(QStringList arguments) { return run_lift(arguments); }

 private Q_SLOTS:
  void initTestCase() { qputenv("XDG_CACHE_HOME", path_text(folder_ / "cache").toUtf8()); }

  void tokens_of_large_data_are_kept_shown_and_removed() {
    {
      std::ofstream rows(folder_ / "large.jsonl");
      for (int i = 0; i < 400; ++i)
        rows << "{\"question\": \"a\", \"answer\": \"b\", \"page\": \"" << std::string(50'000, 'x') << "\"}\n";
    }
    const auto tokens = [&] {
      return lift({QStringLiteral("tokens"), path_text(folder_ / "large.jsonl"), QStringLiteral("--model"), model(),
                   QStringLiteral("--json")})
          .json();
    };
    const auto kept = [&](const QStringList& more) {
      return lift(QStringList{QStringLiteral("cache"), QStringLiteral("--json")} + more).json()["kept"];
    };
    QVERIFY(kept({}).empty());
    const auto beginning =
        lift({QStringLiteral("tokens"), path_text(folder_ / "large.jsonl"), QStringLiteral("--model"), model(),
              QStringLiteral("--first"), QStringLiteral("7"), QStringLiteral("--json")})
            .json();
    QCOMPARE(beginning["rows"].get<int>(), 7);
    QVERIFY(kept({}).empty());
    const auto first = tokens();
    const auto entry = kept({});
    QCOMPARE(entry.size(), std::size_t{1});
    QCOMPARE(entry[0]["files"], nlohmann::json{"large.jsonl"});
    QCOMPARE(entry[0]["rows"].get<int>(), 400);
    QVERIFY(tokens() == first);
    QVERIFY(kept({QStringLiteral("--empty")}).empty());
    QVERIFY(tokens() == first);
  }
};

QTEST_GUILESS_MAIN(CacheCommandTest)
#include "cache_command_test.moc"
