#include "core/optim/learning_rate_advice.h"

#include <QtTest>

#include <limits>

#include "core/optim/optimizer_config.h"

using namespace lift;

class LearningRateAdviceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void what_trains_is_no_matter_for_words() {
    for (const double rate : {OptimizerConfig{}.learning_rate, 1e-6, 1e-5, 1e-4, 1e-3, 2e-3, 3e-3})
      QVERIFY(!learning_rate_warning(rate));
  }
  void what_ruins_or_does_nothing_is_said_with_what_to_take() {
    for (const double rate : {1.0, 0.1, 0.02, 0.005, 1e30, 9e-7, 1e-8, std::numeric_limits<double>::infinity()}) {
      const auto words = learning_rate_warning(rate);
      QVERIFY(words.has_value());
      QVERIFY2(words->text().find("1e-4 to 1e-3") != std::string::npos, words->text().c_str());
    }
    QVERIFY(learning_rate_warning(1.0)->text().find("ruins") != std::string::npos);
  }
  void what_no_optimizer_takes_is_another_ones_matter() {
    for (const double rate : {0.0, -3.0, std::numeric_limits<double>::quiet_NaN()}) {
      QVERIFY(!learning_rate_warning(rate));
      QVERIFY(!OptimizerConfig{.learning_rate = rate}.validate().ok());
    }
  }
};

QTEST_GUILESS_MAIN(LearningRateAdviceTest)
#include "learning_rate_advice_test.moc"
