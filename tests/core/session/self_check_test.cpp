#include "core/session/self_check.h"

#include <set>

#include <QtTest>

#include <ATen/ops/full.h>

#include "core/kernels/cuda_device.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/session/self_check_cases.h"

using namespace lift;

namespace {

// Gives 1 on the portable level, and what `wrong` says above it.
SelfCheckCase differing_case(double wrong) {
  SelfCheckCase one;
  one.name = "differing";
  one.prepare = [wrong](SelfCheckOperands&) -> SelfCheckRun {
    return [wrong] { return std::vector{at::full({3}, active_cpu_isa() == CpuIsa::Portable ? 1.0 : wrong)}; };
  };
  return one;
}

int failures(const std::vector<SelfCheckRow>& rows) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const SelfCheckRow& row) { return !row.passed; }));
}

}   // namespace

class SelfCheckTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_kernel_and_the_training_agree_on_every_instruction_set() {
    const auto report = self_check();
    QVERIFY(report.ok());
    for (const SelfCheckRow& row : report->rows)
      QVERIFY2(row.passed,
               qPrintable(QString::fromStdString(row.what + " on " + row.ran_on) + QString::number(row.difference)));
    QVERIFY(report->passed());
    QVERIFY(!report->gpu.empty());
    for (const SelfCheckCase& one : self_check_cases()) {
      for (CpuIsa isa : available_cpu_isas()) {
        const auto found = std::count_if(report->rows.begin(), report->rows.end(), [&](const SelfCheckRow& row) {
          return row.what.starts_with(one.name + ",") && row.ran_on == name_of(isa);
        });
        QCOMPARE(static_cast<int>(found), one.in_bf16 ? 2 : 1);
      }
    }
    QVERIFY(std::any_of(report->rows.begin(), report->rows.end(),
                        [](const SelfCheckRow& row) { return row.what == "ten training steps, bf16"; }));
  }

  void a_wrong_value_or_nan_on_one_instruction_set_fails_its_rows() {
    const int vector_levels = static_cast<int>(available_cpu_isas().size()) - 1;
    if (vector_levels == 0) QSKIP("this CPU has the portable kernels only");
    QCOMPARE(failures(check_on_cpu(differing_case(1.0))), 0);
    QCOMPARE(failures(check_on_cpu(differing_case(1.1))), 2 * vector_levels);
    QCOMPARE(failures(check_on_cpu(differing_case(std::nan("")))), 2 * vector_levels);
    SelfCheckReport report;
    report.rows = check_on_cpu(differing_case(1.1));
    QVERIFY(!report.passed());
  }

  void the_difference_is_a_share_of_the_largest_value() {
    const auto filled = [](double value, std::int64_t size = 2) { return std::vector{at::full({size}, value)}; };
    QCOMPARE(largest_difference(filled(4.5), filled(-4)), 8.5 / 4);
    QCOMPARE(largest_difference(filled(0), filled(0)), 0.0);
    QVERIFY(std::isinf(largest_difference(filled(1), filled(1, 3))));
    QVERIFY(std::isinf(largest_difference({}, filled(1))));
  }

  void a_requested_stop_ends_it_as_cancelled() {
    std::stop_source source;
    source.request_stop();
    TaskContext task;
    task.stop = source.get_token();
    const auto report = self_check(task);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
  }

  void a_device_that_is_not_there_is_refused_in_a_sentence() {
    QVERIFY(check_device({}).ok());
    const Status status = check_device({Device::Kind::Cuda, 4711});
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::Unsupported);
    QVERIFY(QString::fromStdString(status.error().sentence()).startsWith(QStringLiteral("cuda:4711: ")));
  }
};

QTEST_GUILESS_MAIN(SelfCheckTest)
#include "self_check_test.moc"
