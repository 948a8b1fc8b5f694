// A duel through the session, with the tiny model: what runs, what is noted, and that it goes on after a stop as if
// there had been none.
#include <algorithm>

#include <QtTest>

#include "core/duel/duel.h"
#include "core/duel/duel_report.h"
#include "core/io/json.h"
#include "tests/core/session/tiny_session.h"

#include <nlohmann/json.hpp>

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

DuelConfig config_of(TinyFolder& folder) {
  DuelConfig config;
  config.recipe = folder.recipe();
  config.recipe.train.steps = 4;
  config.recipe.evaluate.answer_rows = 4;
  config.contestants = {"lift", "lora:lora.rank=2"};
  config.seeds = 2;
  config.search_runs = 2;
  config.search_steps = 2;
  config.validation_share = 0.2;
  return config;
}

// The duel's end, or where it was stopped: in the n-th run, at its step 2.
Result<bool> run(Duel& duel, TinyFolder& folder, int stop_in_run = 0) {
  Session session(folder.options());
  RunControl control;
  WatchingObserver observer;
  int runs = 0;
  observer.at_step = [&](std::int64_t step) {
    if (runs == stop_in_run && step == 2) control.request_stop(StopKind::SaveAndStop);
  };
  return duel.run(session, control, observer, {.begins = [&](const DuelJob&) { ++runs; }, .ended = {}});
}

// All that does not tell the time.
nlohmann::json figures(const fs::path& folder) {
  nlohmann::json value = read_json_file(folder / "duel.json").value();
  value.erase("created");
  for (const char* list : {"searches", "runs"})
    for (nlohmann::json& entry : value[list])
      for (const char* key : {"seconds", "tokens_per_second", "peak_bytes"}) entry.erase(key);
  return value;
}

}   // namespace

class DuelTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void each_finds_its_rate_and_runs_with_every_seed() {
    TinyFolder folder;
    auto duel = Duel::create(folder.runs(), "tiny-duel", config_of(folder));
    QVERIFY2(duel.ok(), sentence_of(duel).c_str());
    QCOMPARE(duel->state().runs_left(), std::int64_t{8});
    const auto finished = run(*duel, folder);
    QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
    const DuelState& state = duel->state();
    QCOMPARE(state.runs_left(), std::int64_t{0});
    QCOMPARE(state.searches.size(), std::size_t{4});
    QCOMPARE(state.finals.size(), std::size_t{4});
    for (const FinalRun& final : state.finals) {
      QVERIFY(final.done());
      QCOMPARE(final.rate, *state.chosen_rate(final.contestant));
      QVERIFY(fs::exists(folder.runs() / final.run / "delta.safetensors"));
      QVERIFY(final.held_out_before && final.held_out_after && final.probe_after);
      QCOMPARE(final.right_after.size(), std::size_t{4});
      QVERIFY(final.trained > 0 && final.delta_bytes > 0);
    }
    QVERIFY(state.finals[0].trained != state.finals[1].trained);
    // Runs of a search leave no folder: four runs and the duel's own.
    const auto folders = std::distance(fs::directory_iterator(folder.runs()), fs::directory_iterator());
    QCOMPARE(folders, std::ptrdiff_t{5});
  }

  void a_rate_is_chosen_by_rows_that_neither_train_nor_decide() {
    TinyFolder folder;
    const DuelState state{"duel", {}, config_of(folder), {}, {}};
    const auto job = state.next();
    QVERIFY(job && job->search);
    QCOMPARE(job->recipe.data.validation_share, 0.2);
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType::F32, Device()).ok());
    const auto searched = session.open_data(job->recipe.data);
    QVERIFY2(searched.ok(), sentence_of(searched).c_str());
    QCOMPARE(searched->train_rows, std::int64_t{32});
    QCOMPARE(searched->held_out_rows, std::int64_t{8});
  }

  void a_stopped_duel_goes_on_to_the_figures_of_one_never_stopped() {
    TinyFolder straight, stopped;
    DuelConfig config = config_of(straight);
    auto whole = Duel::create(straight.runs(), "duel", config);
    QVERIFY(run(*whole, straight).ok());
    for (const int at : {2, 6}) {   // within a search, and within a run that counts
      fs::remove_all(stopped.runs());
      fs::path place;
      {
        auto duel = Duel::create(stopped.runs(), "duel", config);   // the same files: the recipe is that of `straight`
        place = duel->folder();
        const auto finished = run(*duel, stopped, at);
        QVERIFY2(finished.ok() && !*finished, sentence_of(finished).c_str());
      }
      auto again = Duel::open(place);
      QVERIFY2(again.ok(), sentence_of(again).c_str());
      QCOMPARE(std::ssize(again->state().searches) + std::ssize(again->state().finals), std::ptrdiff_t{at - 1});
      const auto finished = run(*again, stopped);
      QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
      QVERIFY(figures(place) == figures(whole->folder()));
      for (const FinalRun& final : again->state().finals)
        QVERIFY(bytes_of(stopped.runs() / final.run / "delta.safetensors") ==
                bytes_of(straight.runs() / final.run / "delta.safetensors"));
    }
  }

  void what_was_done_before_the_duel_took_note_is_not_done_again() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.rates = {0.01};
    auto duel = Duel::create(folder.runs(), "duel", config);
    const auto job = duel->state().next();
    QVERIFY(job && !job->search);
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    QVERIFY(session.train(job->recipe, control, observer).ok());
    const auto written = fs::last_write_time(folder.runs() / job->recipe.name / "delta.safetensors");
    QVERIFY(run(*duel, folder).ok());
    QVERIFY(fs::last_write_time(folder.runs() / job->recipe.name / "delta.safetensors") == written);
    QCOMPARE(duel->state().finals.size(), std::size_t{4});
  }

  void what_a_cut_off_run_left_is_cleared_away() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    auto duel = Duel::create(folder.runs(), "duel", config);
    const auto job = duel->state().next();
    // Killed while the run's folder was made: it has no note yet.
    fs::create_directories(folder.runs() / job->recipe.name);
    QVERIFY(write_recipe(folder.runs() / job->recipe.name / "recipe.json", job->recipe).ok());
    const auto stopped = run(*duel, folder, 2);
    QVERIFY2(stopped.ok() && !*stopped, sentence_of(stopped).c_str());
    // Killed while the search's run was removed.
    fs::create_directories(folder.runs() / job->recipe.name);
    const auto finished = run(*duel, folder);
    QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
    QVERIFY(!fs::exists(folder.runs() / job->recipe.name));
  }

  void settings_of_every_method_are_kept_on_disk() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.contestants = {"lift", "lora"};
    QVERIFY(set_field(config.recipe, "lora.rank=3").ok());
    const fs::path place = Duel::create(folder.runs(), "duel", config)->folder();
    const auto state = read_duel(place);
    QVERIFY2(state.ok(), sentence_of(state).c_str());
    QCOMPARE(field_text(make_contestant(state->config, "lora")->recipe, "lora.rank"), std::string("3"));
    QVERIFY(to_json(state->config) == to_json(config));
  }

  void a_run_that_forgets_makes_all_its_steps() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.rates = {0.5};
    config.seeds = 1;
    config.recipe.evaluate.every = 1;
    config.recipe.evaluate.forget_alarm = 0.01;
    config.recipe.evaluate.forget_action = "stop";
    auto duel = Duel::create(folder.runs(), "duel", config);
    const auto finished = run(*duel, folder);
    QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
    for (const FinalRun& final : duel->state().finals) QCOMPARE(final.steps, std::int64_t{4});
    const DuelReport report = report_of(duel->state());
    QVERIFY(std::ranges::any_of(report.remarks, [](const Sentence& remark) {
      return remark.text().starts_with("evaluate.forget_action counts for no run");
    }));
  }

  void the_recipe_s_own_method_begins_at_the_recipe_s_rate() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.recipe.train.method = "full";
    QCOMPARE(make_contestant(config, "full")->recipe.optimizer.learning_rate, 0.02);
    QVERIFY(std::abs(make_contestant(config, "random")->recipe.optimizer.learning_rate - 0.2) < 1e-12);
  }

  void the_same_configuration_goes_on_and_another_is_refused() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    fs::path place;
    {
      auto duel = Duel::create_or_open(folder.runs(), "duel", config);
      place = duel->folder();
      QVERIFY(!*run(*duel, folder, 2));
    }
    {
      auto again = Duel::create_or_open(folder.runs(), "duel", config);
      QVERIFY2(again.ok(), sentence_of(again).c_str());
      QVERIFY(again->folder() == place);
      QCOMPARE(again->state().searches.size(), std::size_t{1});
    }
    config.seeds = 3;
    const auto other = Duel::create_or_open(folder.runs(), "duel", config);
    QVERIFY2(sentence_of(other).find("seeds is 2, not 3") != std::string::npos, sentence_of(other).c_str());
    fs::create_directories(folder.runs() / "run");
    std::ofstream(folder.runs() / "run" / "run.json") << "{}";
    QVERIFY(!Duel::create_or_open(folder.runs(), "run", config).ok());
    // Cut off before the duel's first note.
    fs::create_directories(folder.runs() / "new");
    std::ofstream(folder.runs() / "new" / "lock");
    QVERIFY(Duel::create_or_open(folder.runs(), "new", config).ok());
  }

  void the_time_left_follows_the_runs_so_far() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.recipe.train.steps = 4;   // a search makes half of them
    DuelState state{"duel", {}, config, {}, {}, {}};
    QVERIFY(!state.seconds_left());
    const double rate = state.next()->rate;
    state.searches.push_back({"lift", rate, 1.0, {}, 10});
    // lift: one search more (10) and two runs (20 each); lora, as long as lift: two searches, two runs.
    QCOMPARE(*state.seconds_left(), 10.0 + 2 * 20 + 2 * 10 + 2 * 20);
  }

  void what_is_asked_after_a_run_is_what_the_run_measured() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    std::ofstream(folder / "sums.jsonl") << R"({"question": "1 plus 2?", "answer": "it is 3"})"
                                         << "\n"
                                         << R"({"question": "2 plus 2?", "answer": "it is 4"})"
                                         << "\n";
    config.tasks = {"generate:" + (folder / "sums.jsonl").string()};
    config.rates = {0.02};
    auto duel = Duel::create(folder.runs(), "duel", config);
    {   // The first run was made, and the duel was cut off before it took note.
      Session session(folder.options());
      RunControl control;
      WatchingObserver observer;
      QVERIFY(session.train(duel->state().next()->recipe, control, observer).ok());
    }
    const auto finished = run(*duel, folder);
    QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
    const DuelState state = read_duel(duel->folder()).value();
    QCOMPARE(state.base.size(), std::size_t{2});
    for (const FinalRun& final : state.finals) {
      QCOMPARE(final.tasks.size(), std::size_t{2});
      QCOMPARE(final.tasks[0].task, std::string("probe"));
      QCOMPARE(std::ssize(final.tasks[0].right), std::ptrdiff_t{12});
      const auto right = static_cast<double>(std::ranges::count(final.tasks[0].right, 1));
      QCOMPARE(right / 12, *final.probe_after);
      QCOMPARE(final.tasks[1].right.size(), std::size_t{2});
    }
    QCOMPARE(static_cast<double>(std::ranges::count(state.base[0].right, 1)) / 12, *state.finals[0].probe_before);
    const DuelReport report = report_of(state);
    QCOMPARE(report.pairs.size(), std::size_t{3});    // two contestants: one pair for each of three tasks
    QCOMPARE(report.counts.size(), std::size_t{9});   // the base and two contestants
    QVERIFY(html_of(report, state).find("In pairs, item by item") != std::string::npos);
    config.tasks = {"answers"};
    QVERIFY(sentence_of(config.validate()).find("probe:FILE or generate:FILE") != std::string::npos);
  }

  void items_are_compared_as_computed_by_hand() {
    // Item 1: both; 2: the second in more runs; 3: the first in more; 4: neither.
    const std::vector<std::vector<std::uint8_t>> first{{1, 0, 1, 0}, {1, 0, 1, 0}}, second{{1, 1, 0, 0}, {1, 0, 1, 0}};
    const auto pair = compare_by_items(first, second);
    QVERIFY(pair);
    QCOMPARE(pair->items, std::int64_t{4});
    QCOMPARE(pair->gained, std::int64_t{1});
    QCOMPARE(pair->lost, std::int64_t{1});
    QCOMPARE(pair->p, 1.0);
    // Six items won, none lost: 2 * 0.5^6. Many seeds don't make more items of them.
    const std::vector<std::vector<std::uint8_t>> none(3, {0, 0, 0, 0, 0, 0}), all(3, {1, 1, 1, 1, 1, 1});
    QVERIFY(std::abs(compare_by_items(none, all)->p - 2 / 64.0) < 1e-12);
    QVERIFY(!compare_by_items({}, all) && !compare_by_items(first, all));
    const std::vector<double> p{0.01, 0.04, 0.03};
    QCOMPARE(holm_corrected(p), (std::vector<double>{0.03, 0.06, 0.06}));
    // 50 of 60 by Wilson's formula: (0.8333 + 1.9208/60 -+ 1.96 sqrt(...)) / (1 + 3.8415/60) = 0.720 to 0.907.
    DuelState state{"duel", {}, {}, {}, {}, {}};
    state.config.contestants = {"lift", "full"};
    for (const char* name : {"lift", "full"}) {
      FinalRun run;
      run.contestant = name;
      run.right_before.assign(60, 0);
      run.right_after.assign(60, 1);
      std::fill_n(run.right_after.begin(), 10, 0);
      state.finals.push_back(run);
    }
    const auto counts = counts_of(state);
    QCOMPARE(counts.size(), std::size_t{3});
    QCOMPARE(counts[1].right, std::int64_t{50});
    QVERIFY(std::abs(counts[1].interval.low - 0.720) < 5e-4 && std::abs(counts[1].interval.high - 0.907) < 5e-4);
    const auto pairs = pairs_of(state);
    QVERIFY(!pairs[0].visible());
    QVERIFY(pairs[0].words.text().find("no difference can be seen with 60 items") != std::string::npos);
  }

  void a_rate_at_which_every_run_fails_leaves_its_method_out() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.contestants = {"lift", "full:optimizer.clip_norm=0;optimizer.warmup_ratio=0"};
    config.rates = {1e30, 1e31};
    config.seeds = 1;
    auto duel = Duel::create(folder.runs(), "duel", config);
    const auto finished = run(*duel, folder);
    QVERIFY2(finished.ok() && *finished, sentence_of(finished).c_str());
    const DuelReport report = report_of(duel->state());
    for (const DuelRow& row : report.rows) {
      QVERIFY(!row.rate || row.held_out_loss);
      if (!row.rate) QCOMPARE(row.troubles.size(), std::size_t{2});
    }
  }

  void the_report_says_what_was_measured_and_what_was_not() {
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.rates = {0.02};
    auto duel = Duel::create(folder.runs(), "duel", config);
    QVERIFY2(duel.ok(), sentence_of(duel).c_str());
    QVERIFY(run(*duel, folder).ok());
    const DuelReport report = report_of(duel->state());
    QCOMPARE(report.rows.size(), std::size_t{2});
    QCOMPARE(report.differences.size(), std::size_t{1});
    const double mean = (*duel->state().finals[0].held_out_after + *duel->state().finals[2].held_out_after) / 2;
    QCOMPARE(report.rows[0].held_out_loss->mean, mean);
    QVERIFY(report.differences[0].exact && report.differences[0].held_out_loss);
    QVERIFY(std::ranges::any_of(
        report.remarks, [](const Sentence& s) { return s.text().find("none was searched") != std::string::npos; }));
    DuelReport named = report;
    named.name = "duel <b>";
    const std::string html = html_of(named, duel->state());
    QVERIFY(html.find("<b>") == html.npos && html.find("&lt;b&gt;") != html.npos);
    QVERIFY(html.find("<svg") != html.npos && html.find("http") == html.npos);
    QVERIFY(html.find(folder.runs().parent_path().string()) == html.npos);   // no place of this machine
    const DuelState read = read_duel(duel->folder()).value();
    QVERIFY(to_json(report_of(read)) == to_json(report));
  }

  void what_can_t_be_compared_is_refused_with_a_reason_data() {
    QTest::addColumn<QString>("methods");
    QTest::addColumn<QString>("words");
    QTest::newRow("one") << "lift"
                         << "expected two or more";
    QTest::newRow("twice") << "lift,lora,lift"
                           << "expected each once, found lift twice";
    QTest::newRow("nobody") << "lift,dora"
                            << "found \"dora\"";
    QTest::newRow("empty") << "lift,"
                           << "found \"\"";
    QTest::newRow("field") << "lift,lora:lora.rang=2"
                           << "Did you mean lora.rank?";
    QTest::newRow("value") << "lift,lift:selection.density=much"
                           << "selection.density";
  }
  void what_can_t_be_compared_is_refused_with_a_reason() {
    QFETCH(QString, methods);
    QFETCH(QString, words);
    TinyFolder folder;
    DuelConfig config = config_of(folder);
    config.contestants = contestant_names(methods.toStdString());
    const auto duel = Duel::create(folder.runs(), "duel", config);
    QVERIFY(!duel.ok());
    QVERIFY2(QString::fromStdString(sentence_of(duel)).contains(words), sentence_of(duel).c_str());
    QVERIFY(!fs::exists(folder.runs() / "duel"));
  }

  void settings_that_can_t_work_are_refused() {
    TinyFolder folder;
    const auto refuses = [&](auto change, const char* words) {
      DuelConfig config = config_of(folder);
      change(config);
      const std::string sentence = sentence_of(config.validate());
      return sentence.find(words) != sentence.npos;
    };
    QVERIFY(refuses([](DuelConfig& c) { c.seeds = 0; }, "seeds"));
    QVERIFY(refuses([](DuelConfig& c) { c.rates = {0.1, -1}; }, "more than 0"));
    QVERIFY(refuses([](DuelConfig& c) { c.rates = {0.1, 0.1}; }, "each learning rate once"));
    QVERIFY(refuses([](DuelConfig& c) { c.search_runs = 0; }, "search_runs"));
    QVERIFY(refuses([](DuelConfig& c) { c.validation_share = 0; }, "validation_share"));
    QVERIFY(refuses(
        [](DuelConfig& c) {
          c.recipe.data.held_out_files.clear();
          c.recipe.data.held_out_share = 0;
        },
        "A duel is decided by held-out rows"));
    QVERIFY(!parse_rates("1e-4,fast").ok());
    QVERIFY(!parse_rates("").ok());
    QCOMPARE(parse_rates(" 1e-4, 3e-4").value(), (std::vector<double>{1e-4, 3e-4}));
    QVERIFY(parse_rates("auto").value().empty());
  }

  void another_duel_s_file_is_refused_with_its_place() {
    TinyFolder folder;
    auto duel = Duel::create(folder.runs(), "duel", config_of(folder));
    const fs::path file = duel->folder() / "duel.json";
    QVERIFY(!Duel::open(duel->folder()).ok());   // this one holds the lock
    nlohmann::json value = read_json_file(file).value();
    for (const auto& [key, broken] : std::vector<std::pair<std::string, nlohmann::json>>{
             {"format", 2}, {"config", 3}, {"runs", "none"}, {"searches", {1}}}) {
      nlohmann::json other = value;
      other[key] = broken;
      QVERIFY(write_json_file(file, other).ok());
      const auto read = read_duel(duel->folder());
      QVERIFY(!read.ok());
      QVERIFY2(sentence_of(read).find("duel.json") != std::string::npos, sentence_of(read).c_str());
    }
    QVERIFY(!read_duel(folder.runs() / "nowhere").ok());
  }
};

QTEST_APPLESS_MAIN(DuelTest)
#include "duel_test.moc"
