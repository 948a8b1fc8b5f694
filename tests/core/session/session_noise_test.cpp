// "Why these weights?": noise on what criteria choose, measured, and taken away again to the bit.
#include <QtTest>

#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;

class SessionNoiseTest : public QObject {
  Q_OBJECT

  TinyFolder folder_;
  Session session_{folder_.options()};

  static NoiseTest small() {
    NoiseTest test;
    test.selection.rank = 4;
    test.selection.density = 0.1;
    test.scales = {0, 0.5};
    test.seeds = 2;
    return test;
  }
  double loss() { return session_.evaluate({"held_out"}, 0).value().front().score; }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(session_.open_model(folder_.model(), DType::F32, {}).ok());
    const auto opened = session_.open_data(folder_.recipe().data);
    QVERIFY2(opened.ok(), sentence_of(opened).c_str());
  }

  void each_criterion_scale_and_seed_is_measured() {
    const double before = loss();
    NoiseTest test = small();
    test.probe_file = (folder_ / "probe.json").string();
    const auto report = session_.test_noise(test);
    QVERIFY2(report.ok(), sentence_of(report).c_str());
    QCOMPARE(report->points.size(), std::size_t{12});
    QCOMPARE(report->base.loss, before);
    QVERIFY(report->entries > 0 && report->base.probe);
    for (const NoisePoint& point : report->points) {
      QVERIFY(point.measure.probe.has_value());
      if (point.scale == 0) QCOMPARE(point.measure.loss, before);
      else QVERIFY2(point.measure.loss != before, point.criterion.c_str());
    }
    QCOMPARE(loss(), before);   // the weights are what they were
  }

  void the_same_seed_gives_the_same_noise_and_another_another() {
    const auto first = session_.test_noise(small()), again = session_.test_noise(small());
    for (std::size_t i = 0; i < first->points.size(); ++i)
      QCOMPARE(first->points[i].measure.loss, again->points[i].measure.loss);
    QVERIFY(first->points[2].measure.loss != first->points[3].measure.loss);   // lift, 0.5, seeds 1 and 2
  }

  void a_stop_leaves_the_weights_as_they_were() {
    const double before = loss();
    std::stop_source stop;
    TaskContext task{.stop = stop.get_token(), .progress = [&](const Progress& progress) {
                       if (progress.phase.text().starts_with("noise") && progress.done == 3) stop.request_stop();
                     }};
    const auto report = session_.test_noise(small(), task);
    QVERIFY(!report.ok() && report.error().code == ErrorCode::Cancelled);
    QCOMPARE(loss(), before);
  }

  void what_can_t_be_tested_is_said_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("words");
    QTest::newRow("needs a run") << 0 << "needs a run";
    QTest::newRow("unknown") << 1 << "one of lift, magnitude";
    QTest::newRow("negative") << 2 << "0 or more";
    QTest::newRow("no seeds") << 3 << "1 or more";
    QTest::newRow("none") << 4 << "one or more";
  }
  void what_can_t_be_tested_is_said() {
    QFETCH(int, which);
    QFETCH(QString, words);
    NoiseTest test = small();
    if (which == 0) test.criteria = {"gradient"};
    if (which == 1) test.criteria = {"loudest"};
    if (which == 2) test.scales = {-1};
    if (which == 3) test.seeds = 0;
    if (which == 4) test.criteria.clear();
    const auto report = session_.test_noise(test);
    QVERIFY(!report.ok());
    QVERIFY2(report.error().sentence().find(words.toStdString()) != std::string::npos,
             report.error().sentence().c_str());
  }
};

QTEST_GUILESS_MAIN(SessionNoiseTest)
#include "session_noise_test.moc"
