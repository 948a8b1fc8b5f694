#include <QtTest>

#include "core/session/recipe.h"
#include "core/session/session.h"
#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;

class ExactMatchRunTest : public QObject {
  Q_OBJECT

  struct Told {
    RunOutcome outcome;
    WatchingObserver observer;
  };
  static Told run(TinyFolder& folder) {
    Told told;
    Session session(folder.options());
    RunControl control;
    auto outcome = session.train(folder.recipe(), control, told.observer);
    if (!outcome.ok()) qFatal("%s", sentence_of(outcome).c_str());
    told.outcome = std::move(*outcome);
    return told;
  }
  static bool notice(const WatchingObserver& observer, std::string_view words) {
    return std::ranges::any_of(observer.events, [&](const RunEvent& event) {
      return event.kind == RunEvent::Kind::Notice && event.text.text().find(words) != std::string::npos;
    });
  }

 private Q_SLOTS:
  void held_out_rows_are_answered_before_and_after_and_kept() {
    TinyFolder folder;
    const Told told = run(folder);
    const auto &before = told.outcome.before->exact, &after = told.outcome.after->exact;
    QVERIFY(before && after);
    QCOMPARE(before->asked, std::int64_t(12));
    QCOMPARE(after->of, std::int64_t(12));
    QCOMPARE(after->rule, std::string("text"));   // "it is 7": a sentence, not a number alone
    QVERIFY(notice(told.observer, "12 of 12 held-out rows"));
    QVERIFY(notice(told.observer, "guessed"));
    QCOMPARE(told.outcome.answers.size(), std::size_t(12));
    for (const AnsweredRow& row : told.outcome.answers) {
      QVERIFY(row.base && row.tuned);
      QVERIFY(row.question.find("plus") != std::string::npos);
      QVERIFY(row.expected.starts_with("it is "));
    }

    const RunHistory history = Session(folder.options()).history(told.outcome.summary.folder).value();
    QCOMPARE(history.answers.size(), std::size_t(12));
    QCOMPARE(history.answers[3].tuned->text, told.outcome.answers[3].tuned->text);
    QVERIFY(history.summary.exact_before == before && history.summary.exact_after == after);
    QVERIFY(std::filesystem::exists(told.outcome.summary.folder / "answers.jsonl"));
  }

  void fewer_rows_are_spread_and_another_rule_is_not_called_guessed() {
    TinyFolder folder;
    folder.recipe().evaluate.answer_rows = 4;
    folder.recipe().evaluate.answer_rule = "number";
    const Told told = run(folder);
    QCOMPARE(told.outcome.after->exact->asked, std::int64_t(4));
    QCOMPARE(told.outcome.after->exact->rule, std::string("number"));
    QVERIFY(notice(told.observer, "4 of 12 held-out rows"));
    QVERIFY(!notice(told.observer, "guessed"));
    QCOMPARE(told.outcome.answers[1].row, told.outcome.answers[0].row + 3);
  }

  void a_rule_that_does_not_suit_ends_the_run_before_it_begins() {
    TinyFolder folder;
    folder.recipe().evaluate.answer_rule = "json";
    WatchingObserver observer;
    Session session(folder.options());
    RunControl control;
    const auto outcome = session.train(folder.recipe(), control, observer);
    QVERIFY(!outcome.ok());
    QVERIFY2(sentence_of(outcome).find("evaluate.answer_rule") != std::string::npos, sentence_of(outcome).c_str());
    QVERIFY(observer.steps.empty());
  }

  // What is asked changes neither the weights nor what the delta knows of its run.
  void the_delta_is_the_same_whoever_is_asked() {
    TinyFolder asked, silent;
    silent.recipe() = asked.recipe();
    silent.recipe().evaluate.answer_rule = "off";
    const Told first = run(asked);
    WatchingObserver observer;
    Session session(silent.options());
    RunControl control;
    const auto second = session.train(silent.recipe(), control, observer);
    QVERIFY(second.ok());
    QVERIFY(!second->after->exact && second->answers.empty());
    QCOMPARE(bytes_of(second->summary.delta), bytes_of(first.outcome.summary.delta));
  }

  void a_resumed_run_still_knows_the_base_s_answers() {
    TinyFolder folder;
    WatchingObserver observer;
    Session session(folder.options());
    RunControl control;
    observer.at_step = [&](std::int64_t step) {
      if (step == 5) control.request_stop(StopKind::SaveAndStop);
    };
    const RunOutcome stopped = session.train(folder.recipe(), control, observer).value();
    QVERIFY(stopped.state == RunState::Stopped);
    RunControl again;
    WatchingObserver silent;
    const RunOutcome done = session.resume(stopped.summary.folder, again, silent).value();
    QVERIFY(done.before->exact && done.after->exact);
    for (const AnsweredRow& row : done.answers) QVERIFY(row.base && row.tuned);
  }

  void a_run_without_held_out_rows_says_so() {
    TinyFolder folder;
    folder.recipe().data.held_out_files.clear();
    const Told told = run(folder);
    QVERIFY(!told.outcome.after || !told.outcome.after->exact);
    QVERIFY(notice(told.observer, "No row is held out"));
  }

  void a_slow_machine_makes_fewer_steps_and_its_recipe_says_how_many() {
    TinyFolder folder;
    folder.recipe().train.steps = 20;
    folder.recipe().train.most_seconds = 1e-6;   // no machine makes a step in that
    const Told told = run(folder);
    QCOMPARE(told.outcome.summary.step, std::int64_t(2));   // a tenth at least
    QVERIFY(notice(told.observer, "2 of the recipe's 20 steps"));
    const Recipe made = read_recipe(told.outcome.summary.folder / "recipe.json").value();
    QCOMPARE(made.train.steps, std::int64_t(2));
    QCOMPARE(made.train.most_seconds, 0.0);
  }

  void a_machine_with_time_makes_all_steps_and_says_nothing() {
    TinyFolder folder;
    folder.recipe().train.most_seconds = 1e6;
    const Told told = run(folder);
    QCOMPARE(told.outcome.summary.step, std::int64_t(8));
    QVERIFY(!notice(told.observer, "of the recipe's"));
  }
};

QTEST_GUILESS_MAIN(ExactMatchRunTest)
#include "exact_match_run_test.moc"
