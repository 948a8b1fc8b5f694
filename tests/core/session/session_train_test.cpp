#include <algorithm>
#include <numeric>

#include <QtTest>

#include "core/checkpoint/delta_folder.h"
#include "core/io/file_lock.h"
#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

class SessionTrainTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_run_learns_and_leaves_a_delta_that_verifies() {
    TinyFolder folder;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(outcome->summary.state, RunState::Done);
    QCOMPARE(outcome->summary.step, std::int64_t{8});
    QVERIFY(*outcome->after->held_out_loss < *outcome->before->held_out_loss);
    QVERIFY(outcome->before->probe_score && outcome->after->probe_items == 12);
    QVERIFY(outcome->changed > 0 && outcome->delta_bytes > 0 && outcome->tokens_per_second > 0);
    QCOMPARE(outcome->changed, session.changes().changed);
    QCOMPARE(session.delta_strength(), 1.0);

    QCOMPARE(observer.steps.size(), std::size_t{8});
    QCOMPARE(observer.refreshes.size(), std::size_t{3});     // first choice, after 3, after 6
    QCOMPARE(observer.evaluations.size(), std::size_t{3});   // 0, 4, 8
    QCOMPARE(observer.samples.size(), std::size_t{2});       // before and after
    QCOMPARE(observer.begins.front().total_steps, std::int64_t{8});
    QCOMPARE(observer.begins.front().trainable, observer.refreshes.front().entries);
    QCOMPARE(observer.events.front().kind, RunEvent::Kind::Started);
    QCOMPARE(observer.events.back().kind, RunEvent::Kind::Finished);

    const auto proof = session.verify_delta(folder.model(), outcome->summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    QCOMPARE(proof->entries, outcome->changed);
    const auto info = session.delta_info(outcome->summary.delta);
    QVERIFY(info.ok());
    QCOMPARE(info->manifest.steps, std::int64_t{8});
    QCOMPARE(info->manifest.metrics.held_out_loss_after, outcome->after->held_out_loss);
  }

  void a_run_can_be_read_back_as_it_was_told() {
    TinyFolder folder;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    const auto history = session.history(outcome->summary.folder);
    QVERIFY2(history.ok(), sentence_of(history).c_str());
    QCOMPARE(history->steps.size(), observer.steps.size());
    for (std::size_t i = 0; i < history->steps.size(); ++i) {
      QCOMPARE(history->steps[i].loss, observer.steps[i].loss);
      QCOMPARE(history->steps[i].gradient_norm, observer.steps[i].gradient_norm);
      QVERIFY(history->steps[i].resident_bytes > 0);
    }
    QCOMPARE(history->evaluations.size(), observer.evaluations.size());
    QCOMPARE(history->samples.front().answer, observer.samples.front().answer);
    QVERIFY(difference(history->recipe, folder.recipe()).empty());
    const auto runs = session.runs();
    QCOMPARE(runs->size(), std::size_t{1});
    QCOMPARE(runs->front().id, std::string("tiny"));
    QCOMPARE(*runs->front().first_loss, observer.steps.front().loss);
    QVERIFY(!runs->front().can_resume);
  }

  void a_run_that_made_the_model_worse_says_so_in_words() {
    TinyFolder folder;
    // What is held out is of another kind: the better it learns its rows, the worse it is at these.
    std::ofstream held_out(folder / "held.jsonl");
    for (int i = 0; i < 12; ++i)
      held_out << fmt::format("{{\"question\": \"{} plus {}?\", \"answer\": \"Zq#{}\"}}\n", i % 7, i % 5,
                              std::string(6, "XKWVYJ"[i % 6]));
    held_out.close();
    folder.recipe().train.steps = 40;
    folder.recipe().selection.refresh_every = 0;
    folder.recipe().evaluate.sample_prompts.clear();
    std::vector<std::string> notices;
    SessionOptions options = folder.options();
    options.notices = [&](const Notice& notice) { notices.push_back(notice.text.text()); };
    Session session(options);
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    QVERIFY(*outcome->after->held_out_loss > *outcome->before->held_out_loss);
    const RunVerdict& verdict = outcome->summary.verdict;
    QVERIFY(!verdict.good());
    QVERIFY2(verdict.text().text().find("held-out loss") != std::string::npos, verdict.text().text().c_str());
    QVERIFY(!verdict.advice.empty());
    QVERIFY(std::ranges::any_of(notices, [](const std::string& n) { return n.find("learning rate") != n.npos; }));
  }

  void a_reopened_run_knows_speed_memory_and_time() {
    TinyFolder folder;
    const RunOutcome outcome = train(folder);
    const auto summary = Session(folder.options()).history(outcome.summary.folder)->summary;
    QVERIFY(std::abs(summary.tokens_per_second - outcome.tokens_per_second) < 0.01 * outcome.tokens_per_second);
    QVERIFY(summary.peak_bytes > 0 && summary.peak_bytes <= outcome.peak_bytes);
    QVERIFY(summary.seconds > 0);
    QCOMPARE(summary.verdict.grade, RunVerdict::Grade::Better);
  }

  void a_run_is_given_a_name_and_a_note_of_its_owners() {
    TinyFolder folder;
    folder.recipe().train.steps = 1;
    const fs::path run = train(folder).summary.folder;
    Session session(folder.options());
    QVERIFY(session.label_run(run, "Tickets, \u00e4\u4e2d", "second try\nwith more rows").ok());
    QCOMPARE(session.runs()->front().title, std::string("Tickets, \u00e4\u4e2d"));
    QCOMPARE(session.runs()->front().remark, std::string("second try\nwith more rows"));
    QCOMPARE(session.runs()->front().id, std::string("tiny"));   // its folder stays
    QVERIFY(session.label_run(run, "", "").ok());
    QVERIFY(session.runs()->front().title.empty() && !fs::exists(run / "label.json"));
    QVERIFY(!session.label_run(run, std::string(201, 'x'), "").ok());
    QVERIFY(!session.label_run(folder.runs() / "nowhere", "a", "b").ok());
    std::ofstream(run / "label.json") << "[1, 2";   // says nothing, and hides no run
    QCOMPARE(session.runs()->front().state, RunState::Done);
    QVERIFY(session.runs()->front().title.empty());
  }

  void the_plan_knows_the_steps_and_the_bytes_of_the_delta() {
    TinyFolder folder;
    folder.recipe().train.steps = 0;
    folder.recipe().train.batch_rows = 8;
    for (const auto& [rows, epochs] : {std::pair{9, 1.5}, {9, 1.0}, {40, 0.1}, {17, 2.5}}) {
      write_rows(folder / "train.jsonl", 0, rows);
      folder.recipe().train.epochs = epochs;
      Session session(folder.options());
      const auto plan = session.plan(folder.recipe());
      QVERIFY2(plan.ok(), sentence_of(plan).c_str());
      const RunOutcome outcome = train(folder);
      QCOMPARE(plan->steps, outcome.summary.total_steps);
      QVERIFY(plan->delta_bytes > 0);
    }
    // 9 rows of 8 at a time, one and a half times: three steps, not two.
    write_rows(folder / "train.jsonl", 0, 9);
    folder.recipe().train.epochs = 1.5;
    QCOMPARE(Session(folder.options()).plan(folder.recipe())->steps, std::int64_t{3});
    // fp32 is more than bf16's 2.9 bytes a weight.
    const auto wide = *Session(folder.options()).plan(folder.recipe());
    folder.recipe().train.dtype = DType::BF16;
    const auto narrow = *Session(folder.options()).plan(folder.recipe());
    QVERIFY(wide.delta_bytes > 4 * wide.trainable && narrow.delta_bytes < 3 * narrow.trainable);
  }

  void nothing_is_overwritten() {
    TinyFolder folder;
    folder.recipe().train.steps = 1;
    const std::string first = train(folder).summary.id;
    const std::string delta = bytes_of(folder.runs() / first / "delta.safetensors");
    QCOMPARE(train(folder).summary.id, std::string("tiny-2"));
    QCOMPARE(train(folder).summary.id, std::string("tiny-3"));
    QVERIFY(bytes_of(folder.runs() / first / "delta.safetensors") == delta);
  }

  void the_same_recipe_gives_the_same_delta_byte_for_byte_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
  }
  void the_same_recipe_gives_the_same_delta_byte_for_byte() {
    QFETCH(int, threads);
    TinyFolder folder(DType::BF16);
    folder.recipe().train.threads = threads;
    const RunOutcome first = train(folder), second = train(folder);
    QVERIFY(first.summary.folder != second.summary.folder);
    QVERIFY(bytes_of(first.summary.delta) == bytes_of(second.summary.delta));
  }

  void a_stopped_run_goes_on_to_the_delta_of_one_never_stopped_data() {
    QTest::addColumn<int>("stop_at");
    QTest::addColumn<bool>("replay");
    for (int step : {1, 3, 4, 7}) QTest::addRow("after step %d", step) << step << false;
    QTest::newRow("with general rows mixed in") << 4 << true;
  }
  void a_stopped_run_goes_on_to_the_delta_of_one_never_stopped() {
    QFETCH(int, stop_at);
    QFETCH(bool, replay);
    TinyFolder folder(DType::BF16);
    if (replay) {
      write_rows(folder / "general.jsonl", 60, 80);
      folder.recipe().data.replay_files = {(folder / "general.jsonl").string()};
      folder.recipe().data.replay_share = 0.2;
    }
    const RunOutcome straight = train(folder);
    const RunOutcome stopped = train(folder, stop_at);
    QCOMPARE(stopped.state, RunState::Stopped);
    QCOMPARE(stopped.summary.state, RunState::Stopped);
    QCOMPARE(stopped.summary.step, std::int64_t{stop_at});
    QVERIFY(stopped.summary.can_resume && stopped.summary.delta.empty());

    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto resumed = session.resume(stopped.summary.folder, control, observer);
    QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
    QCOMPARE(resumed->state, RunState::Done);
    QCOMPARE(observer.begins.front().first_step, std::int64_t{stop_at + 1});
    QVERIFY(bytes_of(resumed->summary.delta) == bytes_of(straight.summary.delta));
    QCOMPARE(*resumed->before->held_out_loss, *straight.before->held_out_loss);
    // The log reads as that of one run.
    const auto history = session.history(stopped.summary.folder);
    const auto expected = session.history(straight.summary.folder);
    QCOMPARE(history->steps.size(), std::size_t{8});
    QCOMPARE(history->evaluations.size(), expected->evaluations.size());
    QCOMPARE(history->refreshes.size(), expected->refreshes.size());
    for (std::size_t i = 0; i < 8; ++i) QCOMPARE(history->steps[i].loss, expected->steps[i].loss);
  }

  void a_malformed_newest_state_is_passed_over() {
    TinyFolder folder(DType::BF16);
    folder.recipe().train.save_every = 2;
    const RunOutcome straight = train(folder);
    const RunOutcome stopped = train(folder, 5);
    const fs::path newest = stopped.summary.folder / "state-5.safetensors";
    QVERIFY(fs::exists(newest));
    fs::resize_file(newest, fs::file_size(newest) / 2);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto resumed = session.resume(stopped.summary.folder, control, observer);
    QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
    QCOMPARE(observer.begins.front().first_step, std::int64_t{5});
    QVERIFY(bytes_of(resumed->summary.delta) == bytes_of(straight.summary.delta));
  }

  // Phi-3 stores q, k and v as one matrix, and gate and up: they train one by one, and the delta names what files hold.
  void matrices_that_are_stored_together_train_and_are_told_one_by_one() {
    ModelConfig config = tiny_config();
    config.family = "phi3";
    config.head_dim = config.hidden_size / config.head_count;   // the family has no other
    fuse_qkv(config.layer);
    fuse_gate_up(config.layer);
    TinyFolder folder(DType::F32, config);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    const auto told = [&] {
      std::vector<MatrixId> ids;
      for (const MatrixChange& matrix : session.changes().matrices) {
        ids.push_back(matrix.id);
        if (matrix.rows != config.rows(matrix.id.projection) || matrix.changed == 0) ids.clear();
      }
      return ids;
    };
    const std::vector<MatrixId> ids = told();
    QCOMPARE(ids.size(), std::size_t{14});
    QCOMPARE(session.changes().changed, outcome->changed);
    const auto proof = session.verify_delta(folder.model(), outcome->summary.delta);
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    QCOMPARE(proof->tensors_changed, std::int64_t{8});

    const auto tuned = session.spectra(ids);
    QVERIFY(session.detach_delta().ok());
    const auto base = session.spectra(ids);
    QVERIFY2(session.attach_delta(outcome->summary.delta, {}).ok(), "the delta of the run");
    QVERIFY(told() == ids);
    const auto again = session.spectra(ids), base_again = session.base_spectra(ids);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      QVERIFY((*again)[i].singular_values == (*tuned)[i].singular_values);
      QVERIFY((*base_again)[i].singular_values == (*base)[i].singular_values);
      QVERIFY((*tuned)[i].singular_values != (*base)[i].singular_values);
    }
    // The folder itself, changed in place and back.
    const std::string before = bytes_of(folder.model() / "model.safetensors");
    const auto applied = apply_to_folder(folder.model(), outcome->summary.delta);
    QVERIFY2(applied.ok(), sentence_of(applied).c_str());
    QVERIFY(bytes_of(folder.model() / "model.safetensors") != before);
    QVERIFY(undo_in_folder(folder.model(), outcome->summary.delta).ok());
    QVERIFY(bytes_of(folder.model() / "model.safetensors") == before);
  }

  void newly_selected_is_what_is_selected_now_and_was_not_before() {
    TinyFolder folder;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    QVERIFY(session.train(folder.recipe(), control, observer).ok());
    const SelectionConfig& config = folder.recipe().selection;
    std::int64_t newly_selected = 0;
    for (const MatrixChange& matrix : session.changes().matrices) {
      const CellRectangle whole{0, 0, matrix.rows, matrix.columns};
      const auto now = session.cells({.matrix = matrix.id, .area = whole, .selection = config, .seed = 1});
      const auto fresh = session.cells(
          {.of = MapQuery::Of::NewlySelected, .matrix = matrix.id, .area = whole, .selection = config, .seed = 1});
      const auto tiles = session.tiles({.of = MapQuery::Of::NewlySelected,
                                        .matrix = matrix.id,
                                        .area = whole,
                                        .selection = config,
                                        .seed = 1,
                                        .tile_rows = 2,
                                        .tile_columns = 2});
      QVERIFY(session.set_delta_strength(0).ok());
      const auto before = session.cells({.matrix = matrix.id, .area = whole, .selection = config, .seed = 1});
      QCOMPARE(std::ranges::count(session
                                      .cells({.of = MapQuery::Of::NewlySelected,
                                              .matrix = matrix.id,
                                              .area = whole,
                                              .selection = config,
                                              .seed = 1})
                                      ->selected,
                                  1),
               std::ptrdiff_t{0});
      QVERIFY(session.set_delta_strength(1).ok());
      std::int64_t counted = 0;
      for (std::size_t i = 0; i < now->selected.size(); ++i) {
        QCOMPARE(bool(fresh->selected[i]), now->selected[i] && !before->selected[i]);
        counted += fresh->selected[i];
      }
      QCOMPARE(std::int64_t{std::accumulate(tiles->selected.begin(), tiles->selected.end(), 0u)}, counted);
      newly_selected += counted;
    }
    QVERIFY(newly_selected > 0);
  }

  void stopping_without_saving_leaves_the_base_and_cannot_be_resumed() {
    TinyFolder folder;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 3) control.request_stop(StopKind::StopWithoutSaving);
    };
    const auto outcome = session.train(folder.recipe(), control, observer);
    QCOMPARE(outcome->state, RunState::Discarded);
    QVERIFY(!session.has_delta() && outcome->summary.delta.empty() && !outcome->summary.can_resume);
    RunControl again;
    const auto resumed = session.resume(outcome->summary.folder, again, observer);
    QVERIFY(sentence_of(resumed).find("stopped without saving") != std::string::npos);
    // The open model is the base: a delta of the base verifies on it.
    const RunOutcome other = train(folder);
    QVERIFY(session.attach_delta(other.summary.delta).ok());
  }

  void a_finished_run_cannot_be_resumed() {
    TinyFolder folder;
    folder.recipe().train.steps = 1;
    const RunOutcome done = train(folder);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    QVERIFY(sentence_of(session.resume(done.summary.folder, control, observer)).find("done") != std::string::npos);
  }

  void two_programs_cannot_write_one_run() {
    TinyFolder folder;
    const RunOutcome stopped = train(folder, 2);
    const auto other = FileLock::acquire(stopped.summary.folder);
    QVERIFY(other.ok());
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto resumed = session.resume(stopped.summary.folder, control, observer);
    QVERIFY2(sentence_of(resumed).find("held by") != std::string::npos, sentence_of(resumed).c_str());
    QCOMPARE(session.runs()->front().state, RunState::Running);
    QVERIFY(!session.delete_run(stopped.summary.folder).ok());
    QVERIFY(fs::exists(stopped.summary.folder / "run.json"));
  }

  void a_run_cannot_go_on_with_another_model_or_other_data_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("model") << "model";
    QTest::newRow("data") << "data";
  }
  void a_run_cannot_go_on_with_another_model_or_other_data() {
    QFETCH(QString, what);
    TinyFolder folder;
    const RunOutcome stopped = train(folder, 2);
    if (what == "model") write_tiny_folder(folder.model(), tiny_model(tiny_config(), DType::F32, 2));
    else write_rows(folder / "train.jsonl", 1, 41);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto resumed = session.resume(stopped.summary.folder, control, observer);
    QVERIFY(!resumed.ok());
    QCOMPARE(resumed.error().code, ErrorCode::Mismatch);
    QVERIFY(fs::exists(stopped.summary.folder / "state-2.safetensors"));
  }

  void a_cancelled_run_counts_as_cut_off_and_starts_over() {
    TinyFolder folder(DType::BF16);
    const RunOutcome straight = train(folder);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    std::stop_source source;
    observer.at_step = [&](std::int64_t step) {
      if (step == 3) source.request_stop();
    };
    const auto cancelled = session.train(folder.recipe(), control, observer, {.stop = source.get_token()});
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(!session.has_delta());
    const RunSummary summary = session.history(folder.runs() / "tiny-2")->summary;
    QCOMPARE(summary.state, RunState::Interrupted);
    QVERIFY(summary.can_resume);
    const auto resumed = session.resume(summary.folder, control, observer);
    QVERIFY2(resumed.ok(), sentence_of(resumed).c_str());
    QVERIFY(bytes_of(resumed->summary.delta) == bytes_of(straight.summary.delta));
    QCOMPARE(session.history(summary.folder)->steps.size(), std::size_t{8});
  }

  void what_cannot_work_makes_no_folder_data() {
    QTest::addColumn<QString>("assignment");
    QTest::addColumn<QString>("named");
    QTest::newRow("rank above the matrix") << "selection.rank=9999"
                                           << "rank";
    QTest::newRow("density 0") << "selection.density=0"
                               << "density";
    QTest::newRow("density 1.5") << "selection.density=1.5"
                                 << "density";
    QTest::newRow("no such model") << "model=/nowhere/model.gguf"
                                   << "/nowhere/model.gguf";
    QTest::newRow("no such data") << "data.files=/nowhere/rows.jsonl"
                                  << "/nowhere/rows.jsonl";
    QTest::newRow("no such probe") << "evaluate.probe_file=/nowhere/probe.json"
                                   << "/nowhere/probe.json";
    QTest::newRow("no such method") << "train.method=magic"
                                    << "train.method";
    QTest::newRow("no such criterion") << "selection.criterion=magic"
                                       << "lift, magnitude, random";
    QTest::newRow("no such layer") << "selection.layers=7"
                                   << "layer";
  }
  void what_cannot_work_makes_no_folder() {
    QFETCH(QString, assignment);
    QFETCH(QString, named);
    TinyFolder folder;
    QVERIFY(set_field(folder.recipe(), assignment.toStdString()).ok());
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    const std::string sentence = sentence_of(outcome);
    QVERIFY2(sentence.find(named.toStdString()) != std::string::npos, sentence.c_str());
    QVERIFY(!fs::exists(folder.runs()) || fs::is_empty(folder.runs()));
  }

  void an_unwritable_folder_is_said_before_anything_is_trained() {
    if (::geteuid() == 0) {
      // root may write anywhere: a file where the folder should be stands in for the missing right.
      TinyFolder folder;
      std::ofstream(folder / "runs") << "a file";
      Session session(folder.options());
      RunControl control;
      WatchingObserver observer;
      const auto outcome = session.train(folder.recipe(), control, observer);
      QCOMPARE(outcome.error().code, ErrorCode::Io);
      QVERIFY(observer.steps.empty());
      QCOMPARE(bytes_of(folder / "runs"), std::string("a file"));
      return;
    }
    TinyFolder folder;
    fs::create_directories(folder.runs());
    fs::permissions(folder.runs(), fs::perms::owner_read | fs::perms::owner_exec);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    const auto outcome = session.train(folder.recipe(), control, observer);
    fs::permissions(folder.runs(), fs::perms::owner_all);
    QCOMPARE(outcome.error().code, ErrorCode::Io);
    QVERIFY(fs::is_empty(folder.runs()));
  }
};

QTEST_GUILESS_MAIN(SessionTrainTest)
#include "session_train_test.moc"
