// A run's numbers as other programs read them: a table with one line per record, and TensorBoard's framing.
#include "core/metrics/scalar_files.h"

#include <cstring>

#include <QtTest>

using namespace lift;

namespace {

std::vector<StepMetrics> steps() {
  StepMetrics one{.step = 1, .loss = 2.5, .learning_rate = 1e-4, .tokens = 100, .labels = 10};
  one.seconds[Phase::ForwardBackward] = 2;
  StepMetrics two = one;
  two.step = 2;
  two.loss = 0.1;
  return {one, two};
}

std::vector<EvaluationMetrics> evaluations() {
  EvaluationMetrics before, after;
  before.held_out_loss = 3;
  after.step = 2;
  after.held_out_loss = 1.25;
  after.exact = ExactMatch{.right = 7, .asked = 9};
  return {before, after};
}

template <typename T>
T number_at(const std::string& bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

// The payloads of the file's records; none when its framing is broken.
std::vector<std::string> payloads(const std::string& file) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < file.size();) {
    const auto length = number_at<std::uint64_t>(file, at);
    if (file.size() - at < 16 || file.size() - at - 16 < length) return {};
    found.push_back(file.substr(at + 12, length));
    at += 16 + length;
  }
  return found;
}

}   // namespace

class ScalarFilesTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_table_has_a_line_per_record_in_order_of_steps() {
    const QStringList lines = QString::fromStdString(csv_of(steps(), evaluations())).split('\n');
    QCOMPARE(lines.size(), 6);   // a header, two steps, two evaluations, nothing behind the last line end
    QVERIFY(lines[0].startsWith("step,loss,learning_rate,"));
    for (int i = 1; i < 5; ++i) QCOMPARE(lines[i].count(','), lines[0].count(','));
    QVERIFY(lines[1].startsWith("0,,"));
    QVERIFY(lines[2].startsWith("1,2.5,0.0001,"));
    QVERIFY(lines[3].startsWith("2,0.1,0.0001,"));
    const qsizetype held_out = lines[0].split(',').indexOf(QStringLiteral("held_out_loss"));
    QCOMPARE(lines[1].split(',')[held_out], QStringLiteral("3"));
    QCOMPARE(lines[4].split(',')[held_out], QStringLiteral("1.25"));
    QVERIFY(lines[4].endsWith(",7,9"));
  }

  void an_event_file_is_framed_as_tensorboard_wants_it() {
    const double start = 1764547200;
    const std::string file = event_file_of(steps(), evaluations(), start);
    const std::vector<std::string> records = payloads(file);
    QCOMPARE(records.size(), std::size_t{5});
    QVERIFY(records[0].find("brain.Event:2") != std::string::npos);
    QVERIFY(records[2].find("learning_rate") != std::string::npos);
    QVERIFY(records[4].find("held_out/loss") != std::string::npos);
    // The time of the second step: the field's tag, then a double. Four seconds of work lie before it.
    QCOMPARE(number_at<double>(records[3], 1), start + 4);
    // TensorFlow's checksum of eight bytes that say 24, as its own writer has it for the first record of every file.
    QCOMPARE(number_at<std::uint64_t>(file, 0), std::uint64_t{24});
    QCOMPARE(number_at<std::uint32_t>(file, 8), 0x224B7FA3u);
    QCOMPARE(event_file_name(start), std::string("events.out.tfevents.1764547200.lift.0.0"));
  }
};

QTEST_GUILESS_MAIN(ScalarFilesTest)
#include "scalar_files_test.moc"
