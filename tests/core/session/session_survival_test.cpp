// What a run survives: kill -9 at any moment, a disk that fills.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/seed.h"
#include "core/io/fingerprint.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
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

  // 25 of 25 steps, and then the model's folder is gone: nothing of them is lost.
  void a_model_that_vanishes_during_the_run_costs_nothing() {
    TinyFolder folder(DType::BF16);
    Session straight_session({.runs_directory = folder / "other-runs", .threads = 1});
    RunControl control;
    WatchingObserver quiet;
    const auto straight = straight_session.train(folder.recipe(), control, quiet);
    QVERIFY2(straight.ok(), sentence_of(straight).c_str());
    Session session(folder.options());
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 6) fs::rename(folder.model(), folder / "elsewhere");
    };
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QVERIFY(bytes_of(outcome->summary.delta) == bytes_of(straight->summary.delta));
  }

  void what_fails_at_the_end_is_tried_again_without_a_step() {
    TinyFolder folder(DType::BF16);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 8) fs::create_directory(folder.runs() / "tiny" / "delta.safetensors");   // in the delta's place
    };
    const auto failed = session.train(folder.recipe(), control, observer);
    QVERIFY(!failed.ok());
    const auto summary = session.history(folder.runs() / "tiny")->summary;
    QCOMPARE(summary.state, RunState::Failed);
    QVERIFY(summary.can_resume);
    fs::remove(folder.runs() / "tiny" / "delta.safetensors");
    WatchingObserver second;
    const auto again = session.resume(folder.runs() / "tiny", control, second);
    QVERIFY2(again.ok(), sentence_of(again).c_str());
    QVERIFY(second.steps.empty());
    QCOMPARE(again->summary.state, RunState::Done);
  }

  void a_run_goes_on_where_its_files_lie_now_and_says_what_is_missing() {
    TinyFolder folder(DType::BF16);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 3) control.request_stop(StopKind::SaveAndStop);
    };
    QVERIFY(session.train(folder.recipe(), control, observer).ok());
    fs::rename(folder.model(), folder / "new-place");
    fs::create_directory(folder / "rows");
    for (const char* name : {"train.jsonl", "held.jsonl", "probe.json"})
      fs::rename(folder / name, folder / (std::string("rows/") + name));
    session.close_model();
    auto summary = session.history(folder.runs() / "tiny")->summary;
    QVERIFY(!summary.can_resume);
    QVERIFY(summary.obstacle.text().find(folder.model().string()) != std::string::npos);

    RunControl again;
    WatchingObserver quiet;
    const auto lost = session.resume(folder.runs() / "tiny", again, quiet);
    QVERIFY(sentence_of(lost).find(folder.model().string()) != std::string::npos);
    QVERIFY(quiet.begins.empty());
    const auto half = session.resume(folder.runs() / "tiny", again, quiet, {}, {.model = folder / "new-place"});
    QVERIFY(sentence_of(half).find("train.jsonl") != std::string::npos);
    const auto found = session.resume(folder.runs() / "tiny", again, quiet, {},
                                      {.model = folder / "new-place", .data_folder = folder / "rows"});
    QVERIFY2(found.ok(), sentence_of(found).c_str());
    QCOMPARE(quiet.begins.back().first_step, std::int64_t{4});
  }

  // A version of the program that knows a field more than the one that began the run.
  void a_run_of_yesterday_goes_on_though_recipes_have_more_fields_today() {
    TinyFolder folder(DType::BF16);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 3) control.request_stop(StopKind::SaveAndStop);
    };
    QVERIFY(session.train(folder.recipe(), control, observer).ok());
    const fs::path run = folder.runs() / "tiny", file = run / "state-3.safetensors";
    nlohmann::json recipe = nlohmann::json::parse(bytes_of(run / "recipe.json"));
    // What has come since, and a field more.
    for (const char* name : {"answer_rule", "answer_rows", "answer_share", "forget_action", "sample_every"})
      recipe["evaluate"].erase(name);
    recipe["train"].erase("most_seconds");
    std::ofstream(run / "recipe.json") << recipe.dump();
    const std::string old_state = bytes_of(file);
    {
      const SafetensorsReader reader = SafetensorsReader::open(file).value();
      auto metadata = reader.metadata();
      nlohmann::json state = nlohmann::json::parse(metadata.at("state"));
      state["version"] = 1;
      state["random_streams"] = nlohmann::json::object();
      state["recipe"] = fingerprint_of(recipe.dump()).hex();
      metadata["state"] = state.dump();
      QVERIFY(write_safetensors(run / "made.safetensors", reader.tensors(), metadata).ok());
    }
    fs::rename(run / "made.safetensors", file);
    QVERIFY(bytes_of(file) != old_state);
    RunControl again;
    WatchingObserver quiet;
    const auto resumed = session.resume(run, again, quiet);
    QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
    QCOMPARE(quiet.begins.front().first_step, std::int64_t{4});
  }

  void a_run_whose_loss_climbs_goes_back_to_the_last_good_state_on_disk() {
    TinyFolder folder;
    folder.recipe().train.steps = 70;
    folder.recipe().train.save_every = 5;
    folder.recipe().selection.refresh_every = 0;
    folder.recipe().optimizer.schedule = "constant";
    folder.recipe().evaluate.every = 5;
    folder.recipe().evaluate.probe_file.clear();
    folder.recipe().evaluate.sample_prompts.clear();
    Session session(folder.options());
    RunControl control;
    control.set_attended(true);
    WatchingObserver observer;
    bool ruined = false;
    observer.at_step = [&](std::int64_t step) {
      if (step == 52 && !std::exchange(ruined, true)) control.post(SetLearningRate{3.0});
    };
    bool asked = false;
    observer.at_boundary = [&] {
      if (control.pause_requested() && !std::exchange(asked, true)) control.post(GoBack{5e-4});
    };
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QVERIFY(asked);
    const auto back = std::ranges::find(observer.events, RunEvent::Kind::WentBack, &RunEvent::kind);
    QVERIFY(back != observer.events.end());
    QVERIFY2(back->step == 45 || back->step == 50, qPrintable(QString::number(back->step)));
    const auto history = session.history(outcome->summary.folder);
    QCOMPARE(history->steps.size(), std::size_t{70});   // what came after it is gone from the log
    QVERIFY(history->steps.back().loss < history->steps.front().loss + 0.5);
    const auto proof = session.verify_delta(folder.model(), outcome->summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
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
