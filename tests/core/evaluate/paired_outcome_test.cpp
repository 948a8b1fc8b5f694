#include "core/evaluate/paired_outcome.h"

#include <QtTest>

#include <cmath>

#include "core/base/seed.h"

using namespace lift;

namespace {

using Outcomes = std::vector<std::uint8_t>;

// `gained` items became right, `lost` became wrong, the others stayed: right and wrong in turn.
struct Pair {
  Outcomes before, now;
};
Pair pair_of(std::size_t items, std::size_t gained, std::size_t lost) {
  Pair pair;
  for (std::size_t i = 0; i < items; ++i) {
    const bool changes = i < gained + lost, was = changes ? i >= gained : i % 2 == 0;
    pair.before.push_back(was);
    pair.now.push_back(changes ? !was : was);
  }
  return pair;
}
PairedOutcome outcome_of(std::size_t items, std::size_t gained, std::size_t lost) {
  const Pair pair = pair_of(items, gained, lost);
  return compare_paired(pair.before, pair.now).value();
}

}   // namespace

class PairedOutcomeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // By whole numbers: twice the sum of the binomial coefficients over 2^n.
  void the_chance_is_that_of_the_sign_test_data() {
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("gained");
    QTest::addColumn<int>("lost");
    QTest::addColumn<double>("p");
    QTest::newRow("12 of 15") << 60 << 12 << 3 << 0.03515625;
    QTest::newRow("3 of 15") << 60 << 3 << 12 << 0.03515625;
    QTest::newRow("6 of 6, the fewest that show") << 60 << 6 << 0 << 0.03125;
    QTest::newRow("5 of 5") << 60 << 5 << 0 << 0.0625;
    QTest::newRow("nothing changed") << 60 << 0 << 0 << 1.0;
    QTest::newRow("as many each way") << 100 << 40 << 40 << 1.0;
    QTest::newRow("more than a double's powers of two") << 3000 << 1200 << 1000 << 2.1817026407914712e-05;
  }
  void the_chance_is_that_of_the_sign_test() {
    QFETCH(int, items);
    QFETCH(int, gained);
    QFETCH(int, lost);
    QFETCH(double, p);
    const PairedOutcome outcome = outcome_of(items, gained, lost);
    QCOMPARE(outcome.gained, gained);
    QCOMPARE(outcome.lost, lost);
    QVERIFY2(std::abs(outcome.p - p) <= 1e-9 * p, qPrintable(QString::number(outcome.p, 'g', 12)));
    QCOMPARE(outcome.visible(), p < 0.05);
  }

  void the_interval_holds_the_true_difference_in_95_of_100_cases() {
    constexpr int kStudies = 2000, kItems = 60;
    constexpr double kGain = 0.2, kLoss = 0.05;
    RandomStream random(1);
    int held = 0;
    for (int study = 0; study < kStudies; ++study) {
      std::size_t gained = 0, lost = 0;
      for (int item = 0; item < kItems; ++item) {
        const double draw = static_cast<double>(random.below(1'000'000)) / 1e6;
        if (draw < kGain) ++gained;
        else if (draw < kGain + kLoss) ++lost;
      }
      const Interval interval = outcome_of(kItems, gained, lost).interval;
      held += interval.low <= kGain - kLoss && kGain - kLoss <= interval.high;
    }
    const double share = held / double(kStudies);
    QVERIFY2(share > 0.935 && share < 0.985, qPrintable(QString::number(share)));
  }

  void the_words_say_when_nothing_can_be_seen() {
    const auto words = [](const PairedOutcome& outcome) {
      return QString::fromStdString(paired_sentence(outcome).text());
    };
    QVERIFY(words(outcome_of(60, 5, 0)).contains("no difference can be seen with 60 items"));
    QVERIFY(words(outcome_of(60, 12, 3)).contains("better by 15.0 points (+2.4 to +26.6, p = 0.035)"));
    QVERIFY(words(outcome_of(60, 3, 12)).contains("worse by 15.0 points (-26.6 to -2.4, p = 0.035)"));
  }

  void other_items_are_refused() {
    QVERIFY(!compare_paired({}, {}).ok());
    const Outcomes three(3, 1), four(4, 1);
    const auto refused = compare_paired(three, four);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().sentence().find("same 3 items, found 4") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(PairedOutcomeTest)
#include "paired_outcome_test.moc"
