// lift train in several processes, as torchrun starts them: the delta of one process, whatever ends them, and on with
// another number of them.
#include <signal.h>

#include <QElapsedTimer>
#include <QtTest>

#include <memory>

#include "tests/core/ranks/free_port.h"
#include "tests/core/session/tiny_session.h"
#include "tests/system/lift_program.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

class SeveralProcessesTest : public QObject {
  Q_OBJECT

  TinyFolder folder_{DType::F32};

  using Processes = std::vector<std::unique_ptr<QProcess>>;

  Processes start(const QStringList& arguments, int size) {
    const std::int64_t port = free_port();
    Processes processes;
    for (int rank = 0; rank < size; ++rank) {
      auto process = std::make_unique<QProcess>();
      QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
      variables.insert(QStringLiteral("RANK"), QString::number(rank));
      variables.insert(QStringLiteral("LOCAL_RANK"), QString::number(rank));
      variables.insert(QStringLiteral("WORLD_SIZE"), QString::number(size));
      variables.insert(QStringLiteral("LOCAL_WORLD_SIZE"), QString::number(size));
      variables.insert(QStringLiteral("MASTER_ADDR"), QStringLiteral("127.0.0.1"));
      variables.insert(QStringLiteral("MASTER_PORT"), QString::number(port));
      process->setProcessEnvironment(variables);
      process->start(lift_program(), arguments);
      process->closeWriteChannel();
      processes.push_back(std::move(process));
    }
    return processes;
  }
  static void finish(Processes& processes) {
    for (auto& process : processes)
      if (process->state() != QProcess::NotRunning && !process->waitForFinished(120000)) process->kill();
    for (auto& process : processes) process->waitForFinished();
  }
  static QByteArray errors(Processes& processes) {
    QByteArray all;
    for (auto& process : processes) all += "[" + process->readAllStandardError() + "] ";
    return all;
  }

  QStringList train(const char* name, const QStringList& more = {}) {
    return QStringList{QStringLiteral("train"),          QStringLiteral("--recipe"), path_text(folder_ / "recipe.json"),
                       QStringLiteral("--name"),         QString::fromLatin1(name),  QStringLiteral("--json"),
                       QStringLiteral("--rank-timeout"), QStringLiteral("60"),       QStringLiteral("--runs-directory"),
                       path_text(folder_.runs())} +
           more;
  }
  QStringList resume(const char* name) {
    return {QStringLiteral("train"),  QStringLiteral("--resume"),         QString::fromLatin1(name),
            QStringLiteral("--json"), QStringLiteral("--runs-directory"), path_text(folder_.runs())};
  }
  std::string delta(const char* name) { return bytes_of(folder_.runs() / name / "delta.safetensors"); }

  // Steps in the log, of a run that is under way.
  int steps_logged(const char* name) {
    const std::string log = bytes_of(folder_.runs() / name / "metrics.jsonl");
    int steps = 0;
    for (std::size_t at = log.find("\"event\":\"step\""); at != std::string::npos;
         at = log.find("\"event\":\"step\"", at + 1))
      ++steps;
    return steps;
  }
  bool wait_for_steps(const char* name, int steps) {
    QElapsedTimer clock;
    clock.start();
    while (steps_logged(name) < steps && clock.elapsed() < 60000) QTest::qWait(10);
    return steps_logged(name) >= steps;
  }

  void compare_with_one(const char* name, const QStringList& settings) {
    const std::string alone = std::string(name) + "-alone", pair = std::string(name) + "-pair";
    const Ran one = run_lift(train(alone.c_str(), settings));
    QVERIFY2(one.code == 0, qPrintable(one.err));
    Processes two = start(train(pair.c_str(), settings), 2);
    finish(two);
    const QByteArray told = errors(two);
    for (auto& process : two) QVERIFY2(process->exitCode() == 0, told.constData());
    QVERIFY(!delta(alone.c_str()).empty());
    QVERIFY2(delta(alone.c_str()) == delta(pair.c_str()), "the delta of two processes differs from that of one");
  }

 private Q_SLOTS:
  void initTestCase() {
    // Steps of exactly two passes: one for each of two processes, and the sum of two numbers has one order.
    folder_.recipe().train.batch_rows = 2;
    folder_.recipe().train.microbatch_tokens = 1;
    folder_.recipe().train.steps = 12;
    folder_.recipe().train.save_every = 2;
    QVERIFY(write_recipe(folder_ / "recipe.json", folder_.recipe()).ok());
  }

  void two_processes_give_the_bytes_of_one() { compare_with_one("lift", {}); }
  void and_so_they_do_with_every_other_method() {
    compare_with_one("lora", {QStringLiteral("--set"), QStringLiteral("train.method=lora"), QStringLiteral("--set"),
                              QStringLiteral("lora.rank=2")});
    compare_with_one("full", {QStringLiteral("--set"), QStringLiteral("train.method=full")});
  }
  void and_with_choices_that_look_at_gradients() {
    compare_with_one("gradient", {QStringLiteral("--set"), QStringLiteral("selection.criterion=gradient")});
    compare_with_one("movement", {QStringLiteral("--set"), QStringLiteral("selection.criterion=movement")});
  }

  void a_run_goes_on_with_another_number_of_processes() {
    const std::string whole = delta("lift-alone");
    QVERIFY(!whole.empty());
    const QStringList slow{QStringLiteral("--set"), QStringLiteral("train.steps=12")};
    for (const int first : {2, 1}) {
      const char* name = first == 2 ? "two-then-one" : "one-then-two";
      Processes sitting = start(train(name), first);
      QVERIFY(wait_for_steps(name, 3));
      // A stop that the last one is asked for stops all.
      ::kill(static_cast<pid_t>(sitting.back()->processId()), SIGINT);
      finish(sitting);
      const QByteArray told = errors(sitting);
      for (auto& process : sitting) QVERIFY2(process->exitCode() == 130, told.constData());
      QVERIFY(delta(name).empty());
      Processes next = start(resume(name), 3 - first);
      finish(next);
      const QByteArray rest = errors(next);
      for (auto& process : next) QVERIFY2(process->exitCode() == 0, rest.constData());
      QVERIFY2(delta(name) == whole, name);
    }
  }

  void one_that_is_killed_ends_the_others_within_seconds_and_nothing_is_lost() {
    for (const std::size_t victim : {std::size_t{1}, std::size_t{0}}) {
      const char* name = victim == 1 ? "second-killed" : "first-killed";
      const QStringList longer{QStringLiteral("--set"), QStringLiteral("train.steps=400"), QStringLiteral("--set"),
                               QStringLiteral("evaluate.every=0")};
      Processes pair = start(train(name, longer), 2);
      QVERIFY(wait_for_steps(name, 5));
      pair[victim]->kill();
      QElapsedTimer clock;
      clock.start();
      finish(pair);
      QVERIFY2(clock.elapsed() < 15000, qPrintable(QString::number(clock.elapsed())));
      const auto& other = pair[1 - victim];
      const QByteArray said = other->readAllStandardError() + other->readAllStandardOutput();
      QVERIFY2(other->exitCode() == 4, said.constData());
      QVERIFY2(said.contains("found one gone or silent"), said.constData());
      if (victim == 1) QVERIFY2(said.contains("The state after step"), said.constData());
    }
  }

  void another_model_in_one_of_them_is_told_before_the_first_step() {
    const fs::path other = folder_ / "other-model";
    fs::copy(folder_.model(), other, fs::copy_options::recursive);
    std::string weights = bytes_of(other / "model.safetensors");
    weights.back() = static_cast<char>(weights.back() ^ 1);
    std::ofstream(other / "model.safetensors", std::ios::binary) << weights;
    const std::int64_t port = free_port();
    Processes pair;
    for (int rank = 0; rank < 2; ++rank) {
      auto process = std::make_unique<QProcess>();
      QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
      variables.insert(QStringLiteral("RANK"), QString::number(rank));
      variables.insert(QStringLiteral("WORLD_SIZE"), QStringLiteral("2"));
      variables.insert(QStringLiteral("LOCAL_WORLD_SIZE"), QStringLiteral("2"));
      variables.insert(QStringLiteral("MASTER_PORT"), QString::number(port));
      process->setProcessEnvironment(variables);
      process->start(
          lift_program(),
          train("unlike", rank == 0 ? QStringList() : QStringList{QStringLiteral("--model"), path_text(other)}));
      pair.push_back(std::move(process));
    }
    finish(pair);
    for (auto& process : pair) {
      const QByteArray said = process->readAllStandardError() + process->readAllStandardOutput();
      QVERIFY2(process->exitCode() == 3, said.constData());
      QVERIFY2(said.contains("expected the model's tensors and the rows of the first process"), said.constData());
    }
    QCOMPARE(steps_logged("unlike"), 0);
  }

  void a_folder_that_the_first_cannot_make_ends_all_with_its_reason() {
    const fs::path blocked = folder_ / "no-folder";
    std::ofstream(blocked) << "a file where the runs' folder should be";
    QStringList arguments = train("blocked");
    arguments.last() = path_text(blocked);
    Processes pair = start(arguments, 2);
    finish(pair);
    const QByteArray second = pair[1]->readAllStandardError() + pair[1]->readAllStandardOutput();
    QVERIFY2(pair[0]->exitCode() != 0 && pair[1]->exitCode() != 0, second.constData());
    QVERIFY2(second.contains("process 1 of 2: "), second.constData());
  }
};

QTEST_GUILESS_MAIN(SeveralProcessesTest)
#include "several_processes_test.moc"
