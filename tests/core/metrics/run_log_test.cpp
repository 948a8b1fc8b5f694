#include "core/metrics/run_log.h"

#include <QtTest>

#include <sys/resource.h>

#include <bit>
#include <clocale>
#include <cmath>
#include <csignal>
#include <fstream>
#include <limits>
#include <locale>

#include "core/base/say.h"
#include "core/base/seed.h"
#include "core/metrics/run_record_json.h"
#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

StepMetrics step_at(std::int64_t number, double loss = 1.5) {
  StepMetrics step;
  step.step = number;
  step.loss = loss;
  return step;
}

RunEvent saved_at(std::int64_t number) {
  return {.step = number,
          .kind = RunEvent::Kind::StateSaved,
          .text = Sentence::verbatim("state-" + std::to_string(number))};
}

void write(const fs::path& file, std::initializer_list<RunRecord> records) {
  RunLogWriter writer = RunLogWriter::open(file).value();
  for (const RunRecord& record : records) QVERIFY(writer.append(record).ok());
}

std::vector<std::int64_t> steps_of(const std::vector<RunRecord>& records) {
  std::vector<std::int64_t> steps;
  for (const RunRecord& record : records) steps.push_back(step_of(record));
  return steps;
}

template <typename T>
T read_back(const T& value) {
  return std::get<T>(record_from_line(to_line(value), "line").value());
}

struct CommaDecimal : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

void append_text(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::app) << text; }

}   // namespace

class RunLogTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_double_reads_back_bit_for_bit() {
    RandomStream random(7);
    std::vector<double> values{0.0, -0.0, 1e300, 5e-324, 0.1, 1e16, 123456789012345680.0, -2.0};
    for (int i = 0; i < 2000; ++i)
      if (const double value = std::bit_cast<double>(random.next()); std::isfinite(value)) values.push_back(value);
    for (const double value : values)
      QVERIFY2(same_bits(read_back(step_at(1, value)).loss, value), std::to_string(value).c_str());
  }

  void numbers_that_are_not_finite_read_back() {
    const double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(std::isnan(read_back(step_at(1, std::nan(""))).loss));
    QCOMPARE(read_back(step_at(1, infinity)).loss, infinity);
    QCOMPARE(read_back(step_at(1, -infinity)).loss, -infinity);
  }

  void a_comma_decimal_locale_changes_nothing() {
    const std::string before = to_line(step_at(3, 1234.25));
    const std::locale classic = std::locale::global(std::locale(std::locale::classic(), new CommaDecimal));
    std::setlocale(LC_ALL, "de_DE.UTF-8");   // where it is installed, the C functions use a comma too
    const std::string with = to_line(step_at(3, 1234.25));
    const double read = read_back(step_at(3, 1234.25)).loss;
    std::setlocale(LC_ALL, "C");
    std::locale::global(classic);
    QCOMPARE(with, before);
    QCOMPARE(read, 1234.25);
  }

  void a_step_keeps_every_field() {
    StepMetrics step = step_at(12, 0.5);
    step.learning_rate = 5e-4;
    step.gradient_norm = 1.25;
    step.tokens = 2048;
    step.labels = 777;
    step.epoch = 0.125;
    step.seconds[Phase::ForwardBackward] = 1.5;
    step.seconds[Phase::Save] = 0.25;
    step.resident_bytes = 1'000'000'000'000;
    step.peak_resident_bytes = 2'000'000'000'000;
    const StepMetrics read = read_back(step);
    QCOMPARE(read.learning_rate, step.learning_rate);
    QCOMPARE(read.gradient_norm, step.gradient_norm);
    QCOMPARE(read.tokens, step.tokens);
    QCOMPARE(read.labels, step.labels);
    QCOMPARE(read.epoch, step.epoch);
    QVERIFY(read.seconds == step.seconds);
    QCOMPARE(read.resident_bytes, step.resident_bytes);
    QCOMPARE(read.peak_resident_bytes, step.peak_resident_bytes);
  }

  void an_evaluation_keeps_what_was_not_measured_apart_from_zero() {
    EvaluationMetrics evaluation;
    evaluation.step = 50;
    evaluation.held_out_loss = 0.0;
    evaluation.alarm = true;
    const EvaluationMetrics read = read_back(evaluation);
    QCOMPARE(read.held_out_loss, std::optional<double>(0.0));
    QVERIFY(!read.probe_score && !read.retention);
    QVERIFY(read.alarm);
  }

  void a_refresh_keeps_every_matrix() {
    RefreshEvent refresh;
    refresh.step = 100;
    refresh.union_entries = 5'308'416;
    refresh.matrices = {{0, "q", 16589, 0.75, 0.999}, {29, "down", 44236, 0.5, 1}};
    const RefreshEvent read = read_back(refresh);
    QCOMPARE(read.union_entries, refresh.union_entries);
    QCOMPARE(read.matrices.size(), std::size_t(2));
    QCOMPARE(read.matrices[1].layer, 29);
    QCOMPARE(read.matrices[1].projection, std::string("down"));
    QCOMPARE(read.matrices[1].entries, std::int64_t(44236));
    QCOMPARE(read.matrices[0].overlap_bound, 0.999);
  }

  void any_text_stays_on_one_line() {
    SampleEvent sample{4, "two\nlines\t\"quoted\" \\ \x01", "Müller 漢字 😀\r\n\u2028"};
    const std::string line = to_line(sample);
    QVERIFY(line.find('\n') == std::string::npos);
    QCOMPARE(read_back(sample).prompt, sample.prompt);
    QCOMPARE(read_back(sample).answer, sample.answer);
  }

  void text_that_is_not_utf8_is_mended() {
    QCOMPARE(read_back(SampleEvent{1,
                                   "a\xff"
                                   "b",
                                   ""})
                 .prompt,
             std::string("a\xEF\xBF\xBD"
                         "b"));
  }

  void every_kind_of_event_reads_back() {
    for (int i = 0; i <= static_cast<int>(RunEvent::Kind::Notice); ++i) {
      const RunEvent event{
          .step = i, .kind = static_cast<RunEvent::Kind>(i), .text = Sentence::verbatim("why"), .value = 0.5};
      const RunEvent read = read_back(event);
      QVERIFY(read.kind == event.kind);
      QCOMPARE(read.value, event.value);
    }
  }

  void an_events_text_reads_back_as_the_sentence_that_was_written() {
    const Sentence text = say("expected {}, found {}", say("a list of {}", 4), "a\n{b}");
    const RunEvent event{.step = 3, .kind = RunEvent::Kind::Failed, .text = text, .value = {}};
    const std::string line = to_line(event);
    QVERIFY2(line.find("\"text\":\"expected a list of 4, found a\\n{b}\"") != std::string::npos, line.c_str());
    QCOMPARE(read_back(event).text, event.text);
  }

  void an_event_without_parts_or_with_broken_ones_keeps_its_english() {
    for (const char* parts : {"", ",\"text_parts\":7", ",\"text_parts\":[\"disk {}\",\"half full\"]"}) {
      const std::string line = std::string("{\"event\":\"failed\",\"step\":3,\"text\":\"disk full\"") + parts + "}";
      const auto record = record_from_line(line, "line");
      QVERIFY2(record.ok(), line.c_str());
      QCOMPARE(std::get<RunEvent>(*record).text, Sentence::verbatim("disk full"));
    }
  }

  void a_line_of_another_kind_is_refused_data() {
    QTest::addColumn<std::string>("line");
    QTest::newRow("no object") << std::string("[1]");
    QTest::newRow("no event") << std::string("{\"step\":1}");
    QTest::newRow("unknown event") << std::string("{\"event\":\"lunch\"}");
    QTest::newRow("text for a number") << std::string("{\"event\":\"step\",\"loss\":\"low\"}");
    QTest::newRow("fraction for an integer") << std::string("{\"event\":\"step\",\"step\":1.5}");
    QTest::newRow("integer too large") << std::string("{\"event\":\"step\",\"step\":18446744073709551615}");
    QTest::newRow("matrix row too short") << std::string("{\"event\":\"refresh\",\"matrices\":[[1,\"q\"]]}");
    QTest::newRow("negative layer") << std::string("{\"event\":\"refresh\",\"matrices\":[[-1,\"q\",1,1,1]]}");
    QTest::newRow("seconds as a list") << std::string("{\"event\":\"step\",\"seconds\":[1]}");
    QTest::newRow("seconds as a number") << std::string("{\"event\":\"step\",\"seconds\":3}");
    QTest::newRow("cut in half") << std::string("{\"event\":\"step\",\"lo");
    QTest::newRow("too deep") << std::string("{\"event\":\"step\",\"x\":[[[[[[[[[[1]]]]]]]]]]}");
  }
  void a_line_of_another_kind_is_refused() {
    QFETCH(std::string, line);
    const auto record = record_from_line(line, "metrics.jsonl");
    QVERIFY(!record.ok());
    QVERIFY(record.error().code == ErrorCode::Malformed);
    QVERIFY(record.error().sentence().starts_with("metrics.jsonl: "));
  }

  void a_reader_follows_a_growing_file() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    RunLogReader reader(file);
    QVERIFY(reader.read_new().value().records.empty());
    RunLogWriter writer = RunLogWriter::open(file).value();
    QVERIFY(writer.append(step_at(1)).ok());
    QVERIFY(writer.append(step_at(2)).ok());
    QCOMPARE(steps_of(reader.read_new().value().records), (std::vector<std::int64_t>{1, 2}));
    QVERIFY(reader.read_new().value().records.empty());
    QVERIFY(writer.append(saved_at(2)).ok());
    QCOMPARE(steps_of(reader.read_new().value().records), (std::vector<std::int64_t>{2}));
  }

  void half_a_line_waits_for_its_other_half() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    const std::string line = to_line(step_at(5));
    append_text(file, line.substr(0, 10));
    RunLogReader reader(file);
    QVERIFY(reader.read_new().value().records.empty());
    append_text(file, line.substr(10) + "\n");
    const RunLogPart part = reader.read_new().value();
    QCOMPARE(steps_of(part.records), (std::vector<std::int64_t>{5}));
    QCOMPARE(part.unreadable_lines, std::int64_t(0));
  }

  void a_broken_line_in_the_middle_is_passed_over_and_counted() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    append_text(file, to_line(step_at(1)) + "\nrubbish\n" + to_line(step_at(2)) + "\n");
    const RunLogPart part = RunLogReader(file).read_new().value();
    QCOMPARE(steps_of(part.records), (std::vector<std::int64_t>{1, 2}));
    QCOMPARE(part.unreadable_lines, std::int64_t(1));
  }

  void a_torn_last_line_is_cut_off_before_anything_is_appended() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    write(file, {step_at(1), step_at(2)});
    append_text(file, std::string(9000, 'x'));   // longer than one block of the search for the last line break
    write(file, {step_at(3)});
    const RunLogPart part = RunLogReader(file).read_new().value();
    QCOMPARE(steps_of(part.records), (std::vector<std::int64_t>{1, 2, 3}));
    QCOMPARE(part.unreadable_lines, std::int64_t(0));
  }

  void a_full_disk_leaves_whole_lines_and_can_be_got_over() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    RunLogWriter writer = RunLogWriter::open(file).value();
    QVERIFY(writer.append(step_at(1)).ok());
    const auto size = fs::file_size(file);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = size + 20;
    setrlimit(RLIMIT_FSIZE, &tight);
    const Status full = writer.append(step_at(2));
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!full.ok());
    QVERIFY(full.error().code == ErrorCode::Io);
    QVERIFY(full.error().sentence().find(file.string()) != std::string::npos);
    QCOMPARE(fs::file_size(file), size);
    QVERIFY(writer.append(step_at(2)).ok());
    QCOMPARE(steps_of(read_run_log(file).value()), (std::vector<std::int64_t>{1, 2}));
  }

  void a_resume_cuts_back_to_the_line_that_tells_of_the_save() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    const RunEvent after{.step = 2, .kind = RunEvent::Kind::Notice, .text = Sentence::verbatim("after the save")};
    write(file, {step_at(1), step_at(2), saved_at(2), after, step_at(3), step_at(4)});
    QVERIFY(truncate_run_log(file, 2).ok());
    const auto records = read_run_log(file).value();
    QCOMPARE(steps_of(records), (std::vector<std::int64_t>{1, 2, 2}));
    QVERIFY(std::get<RunEvent>(records.back()).kind == RunEvent::Kind::StateSaved);
  }

  void without_that_line_it_cuts_at_the_first_later_step() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    write(file, {step_at(1), saved_at(1), step_at(2), step_at(3)});
    append_text(file, "{\"torn");
    QVERIFY(truncate_run_log(file, 2).ok());
    QCOMPARE(steps_of(read_run_log(file).value()), (std::vector<std::int64_t>{1, 1, 2}));
  }

  void a_follower_learns_that_the_file_was_cut_back() {
    test::TemporaryFolder folder;
    const fs::path file = folder / "metrics.jsonl";
    write(file, {step_at(1), saved_at(1), step_at(2)});
    RunLogReader reader(file);
    QCOMPARE(reader.read_new().value().records.size(), std::size_t(3));
    QVERIFY(truncate_run_log(file, 1).ok());
    write(file, {step_at(2), step_at(3), step_at(4)});
    const RunLogPart part = reader.read_new().value();
    QVERIFY(part.restarted);
    QCOMPARE(steps_of(part.records), (std::vector<std::int64_t>{1, 1, 2, 3, 4}));
    QVERIFY(!reader.read_new().value().restarted);
  }

  void a_log_that_is_not_there_is_not_found() {
    test::TemporaryFolder folder;
    QVERIFY(read_run_log(folder / "none.jsonl").error().code == ErrorCode::NotFound);
    QVERIFY(RunLogWriter::open(folder / "none/x.jsonl").error().code == ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "run_log_test.moc"
