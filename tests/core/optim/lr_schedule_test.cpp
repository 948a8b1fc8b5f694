// The learning-rate curve, clipping, and the checks of an optimizer's settings.
#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

#include "core/optim/grad_clip.h"
#include "core/optim/lr_schedule.h"

using namespace lift;

namespace {

OptimizerConfig scheduled(const std::string& schedule, double warmup = 0.1, double minimum = 0) {
  OptimizerConfig config;
  config.learning_rate = 2.0;
  config.schedule = schedule;
  config.warmup_ratio = warmup;
  config.minimum_ratio = minimum;
  return config;
}

}   // namespace

class LrScheduleTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void warm_up_rises_in_equal_steps_to_the_peak() {
    const OptimizerConfig config = scheduled("linear");
    QCOMPARE(warmup_steps(config, 100), std::int64_t(10));
    QCOMPARE(learning_rate_at(config, 1, 100), 0.2);
    QCOMPARE(learning_rate_at(config, 5, 100), 1.0);
    QCOMPARE(learning_rate_at(config, 10, 100), 2.0);
  }
  void a_part_of_a_warm_up_step_counts_as_a_whole_one() {
    QCOMPARE(warmup_steps(scheduled("linear", 0.03), 101), std::int64_t(4));
  }
  void linear_falls_evenly_and_would_reach_the_minimum_one_step_after_the_last() {
    QCOMPARE(learning_rate_at(scheduled("linear"), 55, 99), 1.0);
    QCOMPARE(learning_rate_at(scheduled("linear"), 99, 99), 2.0 / 90);
    QCOMPARE(learning_rate_at(scheduled("linear", 0.1, 0.5), 99, 99), 1.0 + 1.0 / 90);
    QCOMPARE(learning_rate_at(scheduled("linear", 0.1, 0.5), 55, 99), 1.5);
  }
  void every_step_learns() {
    for (const char* schedule : {"linear", "cosine", "constant"})
      for (std::int64_t step = 1; step <= 20; ++step) QVERIFY(learning_rate_at(scheduled(schedule), step, 20) > 0);
  }
  void cosine_is_half_way_in_the_middle_and_flat_at_the_ends() {
    const OptimizerConfig config = scheduled("cosine");
    QVERIFY(std::abs(learning_rate_at(config, 55, 99) - 1.0) < 1e-12);
    QVERIFY(learning_rate_at(config, 99, 99) < 1e-3);
    QVERIFY(learning_rate_at(config, 11, 99) > 1.999);
  }
  void constant_stays_at_the_peak() { QCOMPARE(learning_rate_at(scheduled("constant"), 100, 100), 2.0); }
  void without_warm_up_the_first_step_is_already_on_the_decay() {
    QCOMPARE(learning_rate_at(scheduled("linear", 0), 1, 4), 1.6);
    QCOMPARE(learning_rate_at(scheduled("constant", 0), 1, 4), 2.0);
  }
  void beyond_the_end_the_last_value_stays() {
    for (const char* schedule : {"linear", "cosine"})
      QCOMPARE(learning_rate_at(scheduled(schedule), 500, 100), learning_rate_at(scheduled(schedule), 100, 100));
  }
  void a_run_of_one_step_takes_it_at_the_peak() { QCOMPARE(learning_rate_at(scheduled("linear"), 1, 1), 2.0); }

  void clipping_scales_down_to_the_norm_and_never_up() {
    QCOMPARE(clip_factor(4, 1), 0.25);
    QCOMPARE(clip_factor(0.5, 1), 1.0);
    QCOMPARE(clip_factor(4, 0), 1.0);
    QCOMPARE(clip_factor(0, 1), 1.0);
    QVERIFY(std::isnan(clip_factor(std::numeric_limits<double>::infinity(), 1)));
    QVERIFY(std::isnan(clip_factor(std::nan(""), 0)));
  }

  void a_setting_that_cannot_work_is_named_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<double>("value");
    const double nan = std::nan("");
    for (const auto& [field, value] : std::vector<std::pair<const char*, double>>{{"learning_rate", 0},
                                                                                  {"learning_rate", -1},
                                                                                  {"learning_rate", nan},
                                                                                  {"beta1", 1},
                                                                                  {"beta2", -0.1},
                                                                                  {"eps", 0},
                                                                                  {"weight_decay", -1},
                                                                                  {"clip_norm", nan},
                                                                                  {"warmup_ratio", 1},
                                                                                  {"minimum_ratio", 1.5}})
      QTest::addRow("%s = %g", field, value) << QString(field) << value;
  }
  void a_setting_that_cannot_work_is_named() {
    QFETCH(QString, field);
    QFETCH(double, value);
    OptimizerConfig config;
    const std::map<QString, double*> fields{{"learning_rate", &config.learning_rate},
                                            {"beta1", &config.beta1},
                                            {"beta2", &config.beta2},
                                            {"eps", &config.eps},
                                            {"weight_decay", &config.weight_decay},
                                            {"clip_norm", &config.clip_norm},
                                            {"warmup_ratio", &config.warmup_ratio},
                                            {"minimum_ratio", &config.minimum_ratio}};
    QVERIFY(config.validate().ok());
    *fields.at(field) = value;
    const Status status = config.validate();
    QCOMPARE(status.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(QString::fromStdString(status.error().subject.text()), "optimizer." + field);
  }
  void an_unknown_schedule_lists_the_known_ones() {
    OptimizerConfig config;
    config.schedule = "step";
    QVERIFY(config.validate().error().message.text().find("linear, cosine or constant") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(LrScheduleTest)
#include "lr_schedule_test.moc"
