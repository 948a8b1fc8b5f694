// What a run survives: kill -9 at any moment, a disk that fills.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include <QtTest>

#include "core/base/seed.h"
#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

// In the child: a run from its recipe, or on with it.
int run_child(const char* verb, const char* runs, const char* what) {
  Session session({.runs_directory = runs, .threads = 1});
  RunControl control;
  WatchingObserver observer;
  Result<RunOutcome> outcome = make_error(ErrorCode::Internal, std::string("child"), Sentence::verbatim("not run"));
  if (std::string_view(verb) == "train") {
    const auto recipe = read_recipe(what);
    outcome = recipe.ok() ? session.train(*recipe, control, observer) : Result<RunOutcome>(recipe.error());
  } else {
    outcome = session.resume(what, control, observer);
  }
  if (outcome.ok()) return 0;
  std::fprintf(stderr, "%s\n", outcome.error().sentence().c_str());
  return 1;
}

// Starts this program again, kills it after `milliseconds` unless it ends before. True: it ended well.
bool start_and_kill(const QStringList& arguments, int milliseconds) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QCoreApplication::applicationFilePath(), arguments);
  if (!child.waitForStarted()) return false;
  if (!child.waitForFinished(milliseconds)) {
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    child.waitForFinished();
    return false;
  }
  return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

}   // namespace

class SessionSurvivalTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_run_killed_again_and_again_ends_in_the_same_bytes() {
    TinyFolder folder(DType::BF16);
    folder.recipe().train.steps = 40;
    folder.recipe().train.save_every = 1;
    folder.recipe().evaluate.sample_prompts.clear();
    const fs::path recipe = folder / "recipe.json";
    QVERIFY(write_recipe(recipe, folder.recipe()).ok());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(start_and_kill(
        {"--child", "train", QString::fromStdString(folder.runs().string()), QString::fromStdString(recipe.string())},
        120000));
    const int whole = static_cast<int>(clock.elapsed());

    // The same again among other runs, killed at random moments, then left to its end.
    const fs::path runs = folder / "killed-runs";
    RandomStream random(stream_seed(static_cast<std::uint64_t>(::getpid()), "kills"));
    const auto moment = [&] { return 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(whole))); };
    // The kill may come when all is written and only the process is left to end.
    const auto done = [&] {
      const auto history = Session({.runs_directory = runs, .threads = 1}).history(runs / "tiny");
      return history.ok() && history->summary.state == RunState::Done;
    };
    int kills = 0;
    bool ended = start_and_kill(
        {"--child", "train", QString::fromStdString(runs.string()), QString::fromStdString(recipe.string())}, moment());
    for (; !ended && !done(); ++kills) {
      const bool exists = fs::exists(runs / "tiny" / "run.json");
      const QStringList go_on = exists ? QStringList{"--child", "resume", QString::fromStdString(runs.string()),
                                                     QString::fromStdString((runs / "tiny").string())}
                                       : QStringList{"--child", "train", QString::fromStdString(runs.string()),
                                                     QString::fromStdString(recipe.string())};
      if (!exists) fs::remove_all(runs / "tiny");
      ended = start_and_kill(go_on, kills < 3 ? moment() : 120000);
      QVERIFY2(kills < 6, "a resumed run reaches its end");
    }
    qInfo("%d kills", kills);
    QVERIFY(bytes_of(runs / "tiny" / "delta.safetensors") == bytes_of(folder.runs() / "tiny" / "delta.safetensors"));
    const auto killed = Session({.runs_directory = runs, .threads = 1}).history(runs / "tiny");
    const auto straight = Session(folder.options()).history(folder.runs() / "tiny");
    QCOMPARE(killed->steps.size(), straight->steps.size());
    for (std::size_t i = 0; i < killed->steps.size(); ++i) QCOMPARE(killed->steps[i].loss, straight->steps[i].loss);
    QCOMPARE(killed->refreshes.size(), straight->refreshes.size());
  }

  void a_disk_that_fills_ends_in_a_sentence_and_earlier_states_stay() {
    TinyFolder folder(DType::BF16);
    folder.recipe().train.save_every = 3;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    observer.at_step = [&](std::int64_t step) {
      // After the first state no file may grow beyond a few bytes: what a full disk does to a program.
      if (step != 4) return;
      rlimit small = before;
      small.rlim_cur = 64;
      ::setrlimit(RLIMIT_FSIZE, &small);
    };
    const auto outcome = session.train(folder.recipe(), control, observer);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Io);
    QVERIFY2(outcome.error().sentence().find((folder.runs() / "tiny").string()) != std::string::npos,
             outcome.error().sentence().c_str());
    QVERIFY(!session.has_delta());

    // Once there is room again the run goes on to the delta of one that never lacked it.
    RunControl again;
    WatchingObserver quiet;
    const auto resumed = session.resume(folder.runs() / "tiny", again, quiet);
    QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
    QCOMPARE(quiet.begins.front().first_step, std::int64_t{4});
    Session other({.runs_directory = folder / "other-runs", .threads = 1});
    const auto straight = other.train(folder.recipe(), again, quiet);
    QVERIFY2(straight.ok(), sentence_of(straight).c_str());
    QVERIFY(bytes_of(resumed->summary.delta) == bytes_of(straight->summary.delta));
  }

  void a_loss_that_is_not_a_number_names_the_state_that_is_kept() {
    TinyFolder folder;
    folder.recipe().optimizer.learning_rate = 1e30;
    folder.recipe().optimizer.warmup_ratio = 0;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QCOMPARE(outcome.error().code, ErrorCode::NonFinite);
    const std::string sentence = outcome.error().sentence();
    QVERIFY2(sentence.find("is saved") != std::string::npos, sentence.c_str());
    const auto history = session.history(folder.runs() / "tiny");
    QCOMPARE(history->summary.state, RunState::Failed);
    QCOMPARE(history->summary.reason, outcome.error().whole());   // in its parts, to be told in any language
    QVERIFY(!session.has_delta());
  }
};

int main(int argc, char** argv) {
  if (argc == 5 && std::string_view(argv[1]) == "--child") return run_child(argv[2], argv[3], argv[4]);
  QCoreApplication application(argc, argv);
  SessionSurvivalTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "session_survival_test.moc"
