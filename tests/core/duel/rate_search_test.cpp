// A search for a learning rate: what is tried next, and what is taken.
#include <cmath>
#include <limits>
#include <vector>

#include <QtTest>

#include "core/duel/rate_search.h"

using namespace lift;

namespace {

constexpr double kFailed = std::numeric_limits<double>::infinity();

// Rates in the order in which they are tried, when the loss of a rate is `loss`.
std::vector<double> search(double first, std::int64_t runs, double (*loss)(double)) {
  std::vector<TriedRate> tried;
  std::vector<double> rates;
  while (const auto rate = next_rate(first, tried, runs)) {
    rates.push_back(*rate);
    tried.push_back({*rate, loss(*rate)});
  }
  return rates;
}

}   // namespace

class RateSearchTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_best_rate_at_the_end_is_followed() {
    QCOMPARE(search(1e-3, 4, [](double rate) { return -rate; }),
             (std::vector<double>{1e-3, 3.16e-3, 9.99e-3, 3.16e-2}));
    QCOMPARE(search(1e-3, 4, [](double rate) { return rate; }), (std::vector<double>{1e-3, 3.16e-3, 3.16e-4, 9.99e-5}));
  }

  void one_between_two_is_halved_towards_the_better() {
    const auto bowl = [](double rate) { return std::abs(std::log(rate / 1.2e-3)); };
    QCOMPARE(search(1e-3, 4, bowl), (std::vector<double>{1e-3, 3.16e-3, 3.16e-4, 1.78e-3}));
  }

  void where_every_run_fails_lower_ones_are_tried() {
    QCOMPARE(search(1, 3, [](double) { return kFailed; }), (std::vector<double>{1, 3.16, 0.316}));
    QVERIFY(!best_rate(std::vector<TriedRate>{{1, kFailed}, {0.3, kFailed}}));
  }

  void the_lowest_loss_is_taken_and_of_equal_ones_the_lowest_rate() {
    QCOMPARE(*best_rate(std::vector<TriedRate>{{3e-3, 0.5}, {1e-3, 0.5}, {1e-2, kFailed}, {1e-4, 0.9}}), 1e-3);
  }
};

QTEST_APPLESS_MAIN(RateSearchTest)
#include "rate_search_test.moc"
