// Scores as lm-evaluation-harness writes them.
#include "core/session/lm_eval_json.h"

#include <cmath>

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace lift;

class LmEvalJsonTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void each_kind_of_score_has_the_harness_s_metric_and_error() {
    TaskScore loss{.task = "held-out loss", .items = 50, .score = 0.25};
    TaskScore choices{.task = "arc_easy", .items = 4, .score = 0.75, .right = {1, 1, 0, 1}};
    TaskScore answers{
        .task = "gsm8k", .items = 2, .score = 0.5, .right = {0, 1}, .exact = ExactMatch{.rule = "number"}};
    const auto json = lm_eval_results({loss, choices, answers},
                                      {.name = "m", .dtype = "bf16", .device = "cpu", .start = 10, .end = 12});
    const auto& results = json["results"];
    QCOMPARE(results["held-out_loss"]["loss,none"].get<double>(), 0.25);
    QCOMPARE(results["held-out_loss"]["loss_stderr,none"].get<std::string>(), std::string("N/A"));
    QCOMPARE(results["arc_easy"]["acc,none"].get<double>(), 0.75);
    QCOMPARE(results["arc_easy"]["acc_stderr,none"].get<double>(), 0.25);   // sqrt(3/4 * 1/4 / 3)
    QCOMPARE(results["gsm8k"]["exact_match,none"].get<double>(), 0.5);
    QVERIFY(!json["higher_is_better"]["held-out_loss"]["loss"].get<bool>());
    QVERIFY(json["higher_is_better"]["arc_easy"]["acc"].get<bool>());
    QCOMPARE(json["n-samples"]["arc_easy"]["effective"].get<int>(), 4);
    QCOMPARE(json["total_evaluation_time_seconds"].get<std::string>(), std::string("2.000"));
    QCOMPARE(json["configs"]["gsm8k"]["metadata"]["answers_compared_as"].get<std::string>(), std::string("number"));
  }

  void two_tasks_of_one_name_stay_two() {
    const TaskScore task{.task = "arc", .items = 1, .score = 1, .right = {1}};
    const auto json = lm_eval_results({task, task, task}, {});
    QCOMPARE(json["results"].size(), std::size_t{3});
    QVERIFY(json["results"].contains("arc_3") && json["n-shot"].contains("arc_2"));
  }
};

QTEST_GUILESS_MAIN(LmEvalJsonTest)
#include "lm_eval_json_test.moc"
