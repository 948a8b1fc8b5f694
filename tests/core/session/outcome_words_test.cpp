#include "core/session/outcome_words.h"

#include <QtTest>

using namespace lift;

namespace {

EvaluationMetrics probe(std::int64_t right, std::int64_t items, std::int64_t lost = 0, std::int64_t gained = 0) {
  EvaluationMetrics metrics;
  metrics.probe_score = static_cast<double>(right) / static_cast<double>(items);
  metrics.probe_items = items;
  metrics.probe_lost = lost;
  metrics.probe_gained = gained;
  return metrics;
}

std::string kept(const EvaluationMetrics& before, const EvaluationMetrics& after) {
  return knowledge_sentence(before, after).text();
}

AnsweredRow row(std::int64_t number, bool base, bool tuned) {
  return {number, "q", "a", GivenAnswer{"b", base}, GivenAnswer{"t", tuned}};
}

}   // namespace

class OutcomeWordsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_count_comes_with_the_interval_of_so_few() {
    QCOMPARE(exact_sentence({.right = 38, .asked = 60, .of = 60}).text(), std::string("38 of 60 (51 to 74 %)"));
    QCOMPARE(exact_sentence({.right = 0, .asked = 60, .of = 60}).text(), std::string("0 of 60 (0 to 6 %)"));
    QCOMPARE(exact_sentence({.right = 5, .asked = 5, .of = 5}).text(), std::string("5 of 5 (57 to 100 %)"));
    QVERIFY(!exact_sentence({}).text().empty());
  }

  void sampled_rows_and_cut_answers_are_told() {
    QVERIFY(exact_remark({.right = 1, .asked = 60, .of = 60}).empty());
    QVERIFY(exact_remark({.right = 1, .asked = 12, .of = 60}).text().find("12 of 60") != std::string::npos);
    QVERIFY(exact_remark({.right = 1, .asked = 60, .of = 60, .cut = 7}).text().find("7 answers") != std::string::npos);
  }

  void old_knowledge_is_told_as_counts_with_what_so_many_questions_show() {
    QCOMPARE(kept(probe(53, 100), probe(53, 100, 12, 12)),
             std::string("53 of 100 questions right before, 53 after: no loss can be seen; 100 questions can't show "
                         "changes under about 10"));
    QVERIFY(kept(probe(53, 100), probe(54, 100, 2, 3)).find("under about 6") != std::string::npos);
    QVERIFY(kept(probe(53, 100), probe(30, 100, 26, 3)).find("something was forgotten") != std::string::npos);
    QVERIFY(kept(probe(30, 100), probe(53, 100, 3, 26)).find("nothing was lost") != std::string::npos);
    QVERIFY(knowledge_sentence({}, probe(1, 2)).empty());
  }

  void what_can_be_seen_follows_mcnemar() {
    QCOMPARE(smallest_visible_change(100, 0, 0), std::int64_t(6));
    QCOMPARE(smallest_visible_change(100, 50, 50), std::int64_t(20));
    QCOMPARE(smallest_visible_change(4, 0, 0), std::int64_t(4));
  }

  void the_rows_that_tell_most_come_first_with_one_that_is_still_wrong() {
    const std::vector<AnsweredRow> rows{row(0, true, true), row(1, false, true), row(2, false, true),
                                        row(3, false, true), row(4, false, false)};
    const auto told = telling_rows(rows);
    QCOMPARE(told.size(), std::size_t(3));
    QCOMPARE(told[0].row, std::int64_t(1));
    QCOMPARE(told[1].row, std::int64_t(2));
    QCOMPARE(told[2].row, std::int64_t(4));
    QVERIFY(telling_rows({}).empty());
    QCOMPARE(telling_rows({row(0, true, true)}).size(), std::size_t(1));
    AnsweredRow unasked;
    QVERIFY(telling_rows({unasked}).empty());
  }
};

QTEST_GUILESS_MAIN(OutcomeWordsTest)
#include "outcome_words_test.moc"
