#include "core/metrics/divergence.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <vector>

#include "core/base/seed.h"

using namespace lift;

namespace {

StepMetrics step(std::int64_t number, double loss) {
  StepMetrics metrics;
  metrics.step = number;
  metrics.loss = loss;
  return metrics;
}

EvaluationMetrics held_out(std::int64_t after, double loss) {
  EvaluationMetrics metrics;
  metrics.step = after;
  metrics.held_out_loss = loss;
  return metrics;
}

// The step at which a run of this loss is told to come apart; 0: never.
std::int64_t alarm_of(std::int64_t steps, const std::function<double(std::int64_t)>& loss) {
  DivergenceWatch watch;
  for (std::int64_t at = 1; at <= steps; ++at)
    if (watch.add(step(at, loss(at)))) return at;
  return 0;
}

}   // namespace

class DivergenceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_loss_that_climbs_far_above_its_start_is_told() {
    // A learning rate of 1: 0.26 to 36.8.
    const std::vector<double> ruined{0.26, 0.31, 0.29, 0.3, 0.27, 2.1, 6.4, 9.8, 14, 22, 36.8};
    const auto alarm = alarm_of(11, [&](std::int64_t at) { return ruined[static_cast<std::size_t>(at - 1)]; });
    QVERIFY2(alarm >= 6 && alarm <= 8, qPrintable(QString::number(alarm)));
    // Ruined by the very first steps: there is no better time to compare with.
    QCOMPARE(alarm_of(12, [](std::int64_t at) { return at == 1 ? 1.47 : 9.0; }), std::int64_t{5});
    QVERIFY(alarm_of(100, [](std::int64_t at) { return 1 + 0.05 * static_cast<double>(at); }) > 0);
    QVERIFY(alarm_of(60, [](std::int64_t at) { return at < 30 ? 2 - 0.05 * static_cast<double>(at) : 4.0; }) >= 30);
    // As low as 0.1, then back to 2.4 where it began at 2.2.
    QVERIFY(alarm_of(60, [](std::int64_t at) {
              return at < 40 ? std::max(0.1, 2.2 - 0.1 * static_cast<double>(at)) : 2.4;
            }) >= 40);
  }

  void a_loss_as_losses_are_is_not() {
    RandomStream random(stream_seed(5, "loss"));
    QCOMPARE(
        alarm_of(400,
                 [&](std::int64_t at) { return 2.0 / std::sqrt(static_cast<double>(at)) + 0.8 * random.uniform(); }),
        std::int64_t{0});
    QCOMPARE(alarm_of(50, [](std::int64_t at) { return at == 20 || at == 21 ? 30.0 : 0.5; }),
             std::int64_t{0});   // hard rows
    QCOMPARE(alarm_of(50, [](std::int64_t at) { return at % 2 ? 0.4 : 1.3; }), std::int64_t{0});
    QCOMPARE(alarm_of(50, [](std::int64_t at) { return 0.01 + 0.002 * static_cast<double>(at); }), std::int64_t{0});
    QCOMPARE(alarm_of(50, [](std::int64_t at) { return at == 1 ? 0.2 : 1.3; }), std::int64_t{0});   // an easy first row
    QCOMPARE(alarm_of(4, [](std::int64_t at) { return 10.0 * static_cast<double>(at); }),
             std::int64_t{0});   // too few to tell
  }

  void steps_of_few_labels_are_as_uneven_as_their_rows() {
    // Two booking messages a step, while the learning rate still warms up.
    struct Step {
      double loss;
      std::int64_t labels;
    };
    const std::vector<Step> steps{{3.32, 13}, {1.1, 45},  {2.02, 44}, {2.12, 33}, {2.5, 41},  {2.34, 29},
                                  {5.15, 10}, {1.8, 46},  {2.5, 28},  {2.08, 56}, {2.02, 22}, {1.87, 28},
                                  {4.64, 15}, {2.51, 14}, {5.21, 9},  {1.86, 47}, {2.18, 30}, {4.03, 17},
                                  {3.32, 21}, {3.29, 14}, {1.95, 29}, {4.97, 10}};
    DivergenceWatch watch;
    for (std::size_t at = 0; at < steps.size(); ++at) {
      StepMetrics metrics = step(static_cast<std::int64_t>(at) + 1, steps[at].loss);
      metrics.labels = steps[at].labels;
      QVERIFY2(!watch.add(metrics), qPrintable(QString::number(at + 1)));
    }
    bool told = false;   // what does come apart is told all the same
    for (std::int64_t at = 23; at < 33; ++at) {
      StepMetrics metrics = step(at, 9 + static_cast<double>(at % 3));
      metrics.labels = at % 2 ? 12 : 40;
      told |= watch.add(metrics).has_value();
    }
    QVERIFY(told);
  }

  void a_held_out_loss_that_climbs_is_told_once_with_its_numbers() {
    DivergenceWatch watch;
    QVERIFY(!watch.add(held_out(0, 2.276)));
    QVERIFY(!watch.add(held_out(10, 2.4)));
    const auto words = watch.add(held_out(20, 6.067));
    QVERIFY(words.has_value());
    QVERIFY2(words->text().find("2.276") != std::string::npos && words->text().find("6.067") != std::string::npos,
             words->text().c_str());
    QVERIFY(!watch.add(held_out(30, 9)));
    QVERIFY(watch.alarmed());

    DivergenceWatch learned;   // learned first, then ruined
    for (const auto& [at, loss] : {std::pair{0, 1.84}, {10, 0.2}, {20, 0.105}})
      QVERIFY(!learned.add(held_out(at, loss)));
    QVERIFY(!learned.add(held_out(30, 0.25)));   // memorising is no ruin
    QVERIFY(learned.add(held_out(40, 0.9)).has_value());
  }

  void after_going_back_what_came_later_is_forgotten() {
    DivergenceWatch watch;
    QVERIFY(!watch.add(held_out(0, 5.9)));
    for (std::int64_t at = 1; at <= 50; ++at) (void)watch.add(step(at, 6.0 - 0.1 * static_cast<double>(at)));
    QVERIFY(!watch.add(held_out(50, 2)));
    QVERIFY(watch.add(held_out(55, 6)).has_value());
    watch.begin_again(0);
    for (std::int64_t at = 1; at <= 10; ++at) QVERIFY(!watch.add(step(at, 6.0 - 0.02 * static_cast<double>(at))));
    QVERIFY(!watch.add(held_out(10, 5.8)));   // no rise above the 2 of the steps that are gone
    QVERIFY(watch.add(held_out(20, 9)).has_value());
  }

  void what_was_not_measured_says_nothing() {
    DivergenceWatch watch;
    EvaluationMetrics probe;
    probe.probe_score = 0.2;
    QVERIFY(!watch.add(probe));
  }

  void the_last_good_step_is_one_before_the_climb() {
    DivergenceWatch watch;
    for (std::int64_t at = 1; at <= 20; ++at) (void)watch.add(step(at, 2.0 - 0.05 * static_cast<double>(at)));
    for (std::int64_t at = 21; at <= 30; ++at) (void)watch.add(step(at, 20));
    QVERIFY(watch.alarmed());
    QVERIFY2(watch.good_step() >= 15 && watch.good_step() <= 20, qPrintable(QString::number(watch.good_step())));
    watch.begin_again(10);
    QVERIFY(!watch.alarmed());
    QCOMPARE(watch.good_step(), std::int64_t{10});
  }
};

QTEST_GUILESS_MAIN(DivergenceTest)
#include "divergence_test.moc"
