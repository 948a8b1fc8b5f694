// The likeliest prompt and answer of files whose columns have names of their own.
#include "core/data/column_guess.h"

#include <fstream>

#include <QtTest>

#include "tests/support/packed_bytes.h"
#include "tests/support/paths.h"

using lift::guess_columns;
using lift::test::TemporaryFolder;
using Roles = std::map<std::string, std::string>;

class ColumnGuessTest : public QObject {
  Q_OBJECT

  static lift::ColumnGuess guessed(const std::string& rows) {
    const TemporaryFolder folder;
    std::ofstream(folder / "rows.jsonl") << rows;
    const auto guess = guess_columns({folder / "rows.jsonl"});
    return guess.ok() ? *guess : lift::ColumnGuess{{guess.error().sentence()}, {}};
  }

 private Q_SLOTS:
  void names_and_kinds_tell_prompt_and_answer_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("prompt");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("ticket, labels") << QByteArray(
                                           "{\"ticket\": \"It broke.\", \"labels\": \"{\\\"kind\\\": \\\"fault\\\"}\"}")
                                    << QByteArray("ticket") << QByteArray("labels");
    QTest::newRow("answer first") << QByteArray(R"({"gold_label": "no", "utterance": "Is it?"})")
                                  << QByteArray("utterance") << QByteArray("gold_label");
    QTest::newRow("usual names") << QByteArray(R"({"question": "Why?", "answer": "So."})") << QByteArray("question")
                                 << QByteArray("answer");
    QTest::newRow("marks are no text") << QByteArray(R"({"id": "a1", "eingabe": "Guten Tag, bitte", "ausgabe": "ja"})")
                                       << QByteArray("eingabe") << QByteArray("ausgabe");
    QTest::newRow("a number is no answer") << QByteArray(R"({"body": "long text", "score": 3, "verdict": "good"})")
                                           << QByteArray("body") << QByteArray("verdict");
  }
  void names_and_kinds_tell_prompt_and_answer() {
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, prompt);
    QFETCH(QByteArray, response);
    const lift::ColumnGuess guess = guessed(row.toStdString() + "\n" + row.toStdString() + "\n");
    QCOMPARE(guess.roles, (Roles{{"prompt", prompt.toStdString()}, {"response", response.toStdString()}}));
  }

  void a_list_of_messages_is_found_whatever_it_is_called() {
    const auto guess =
        guessed(R"({"n": 1, "dialog": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]})");
    QCOMPARE(guess.roles, (Roles{{"messages", "dialog"}}));
    QCOMPARE(guess.columns, (std::vector<std::string>{"n", "dialog"}));
  }

  void where_nothing_is_like_a_prompt_the_columns_are_told_all_the_same() {
    const auto guess = guessed(R"({"a": 1, "b": [2]})");
    QCOMPARE(guess.columns, (std::vector<std::string>{"a", "b"}));
    QVERIFY(guess.roles.empty());
  }

  void a_packed_first_row_of_many_megabytes_is_looked_at_whole() {
    const TemporaryFolder folder;
    const std::string row = "{\"body\": \"" + std::string(10u << 20, 'x') + "\", \"verdict\": \"good\"}";
    std::ofstream(folder / "rows.jsonl.gz") << lift::test::packed_with_gzip(row);
    const auto guess = guess_columns({folder / "rows.jsonl.gz"});
    QVERIFY(guess.ok());
    QCOMPARE(guess->columns, (std::vector<std::string>{"body", "verdict"}));
  }

  void a_file_that_is_not_there_is_an_error() {
    QVERIFY(!guess_columns({std::filesystem::path("/no/such/rows.jsonl")}).ok());
  }
};

QTEST_GUILESS_MAIN(ColumnGuessTest)
#include "column_guess_test.moc"
