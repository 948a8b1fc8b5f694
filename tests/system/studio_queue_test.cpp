// The queue, with real runs: it goes on after a failure, and waits for a word after a stop.
#include <nlohmann/json.hpp>

#include "tests/system/studio_driver.h"
#include "ui/engine/run_queue.h"

using namespace Qt::StringLiterals;
using lift::test::kPatience;
using lift::test::StudioDriver;
using ui::PageId;
using State = ui::RunQueue::State;

namespace {

std::vector<State> statesOf(const ui::RunQueue& queue) {
  std::vector<State> states;
  for (const auto& entry : queue.entries()) states.push_back(entry.state);
  return states;
}

}   // namespace

class StudioQueueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_failure_does_not_hold_up_the_next_and_a_stop_does() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    ui::Studio& studio = driver.studio();
    QVERIFY(driver.press(u"openDemo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(studio.model().has_value(), kPatience);
    driver.window.showPage(PageId::Data);
    QVERIFY(driver.press(u"useDemoData"_s));
    driver.makeShort(2);
    (void)studio.setField("evaluate.probe_file=").ok();
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);

    driver.window.showPage(PageId::Runs);
    ui::RunQueue& queue = driver.studio().queue();
    lift::Recipe broken = studio.recipe(), longer = studio.recipe();
    broken.data.files = {(home / "moved-away.jsonl").string()};
    longer.train.steps = 200;
    queue.add(broken);
    queue.add(longer);
    QVERIFY(driver.press(u"enqueue"_s));   // the recipe that the window shows
    QCOMPARE(queue.entries().size(), std::size_t{3});
    QCOMPARE(queue.entries().back().recipe.train.steps, 2);
    QTRY_VERIFY_WITH_TIMEOUT(studio.run().step() >= 1, kPatience);
    QCOMPARE(statesOf(queue), (std::vector{State::Failed, State::Running, State::Waiting}));
    QVERIFY2(queue.entries().front().reason.contains(u"moved-away.jsonl"_s),
             qPrintable(queue.entries().front().reason));

    studio.run().stop(lift::StopKind::SaveAndStop);
    QTRY_VERIFY_WITH_TIMEOUT(!studio.run().active(), kPatience);
    QVERIFY(queue.isHalted());
    QCOMPARE(statesOf(queue), (std::vector{State::Failed, State::Stopped, State::Waiting}));
    queue.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(queue.entries().back().state == State::Done, kPatience);
    QVERIFY(!queue.isHalted());
    queue.clearEnded();
    QVERIFY(queue.entries().empty());
  }

  void after_a_run_of_another_model_the_engine_has_the_windows_again() {
    const lift::test::TemporaryFolder home;
    StudioDriver driver(home.path());
    ui::Studio& studio = driver.studio();
    QVERIFY(driver.press(u"openDemo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(studio.model().has_value(), kPatience);
    driver.window.showPage(PageId::Data);
    QVERIFY(driver.press(u"useDemoData"_s));
    driver.makeShort(2);
    (void)studio.setField("evaluate.probe_file=").ok();
    QTRY_VERIFY_WITH_TIMEOUT(studio.data().has_value(), kPatience);
    const std::string shown = studio.model()->path;
    lift::Recipe other = studio.recipe();
    other.model = (home / "another.gguf").string();
    std::filesystem::create_symlink(lift::test::demo_model(), other.model);

    ui::RunQueue& queue = driver.studio().queue();
    queue.add(other);
    QTRY_VERIFY_WITH_TIMEOUT(queue.entries().back().state == State::Done, kPatience);
    QVERIFY(!studio.runsOpenModel());
    QTRY_VERIFY_WITH_TIMEOUT(!studio.engine().busy(), kPatience);
    QVERIFY(studio.delta().empty());   // it is another model's
    std::string open;
    studio.engine().submit(
        {u"asking"_s, {}, false}, &studio,
        [](lift::Session& session, const lift::TaskContext&) -> lift::Result<std::string> {
          return session.model()->path;
        },
        [&](lift::Result<std::string> path) { open = path.ok() ? *path : path.error().sentence(); });
    QTRY_COMPARE_WITH_TIMEOUT(open, shown, kPatience);
  }

  void what_waits_is_there_at_the_next_start_and_waits_for_a_word() {
    const lift::test::TemporaryFolder home;
    lift::Recipe first, second;
    first.name = "first";
    second.name = "second";
    second.selection.rank = 32;
    {
      StudioDriver driver(home.path());
      driver.studio().queue().restore({first, second});
    }
    StudioDriver driver(home.path());
    ui::RunQueue& queue = driver.studio().queue();
    QCOMPARE(statesOf(queue), (std::vector{State::Waiting, State::Waiting}));
    QVERIFY(lift::to_json(queue.entries().back().recipe) == lift::to_json(second));
    QVERIFY(queue.isHalted());
    QVERIFY(!driver.studio().run().active());
    queue.takeOut(0);
    queue.takeOut(0);
    QCOMPARE(driver.settings.value(u"runs/queue"_s).toString(), u"[]"_s);
  }
};

int main(int argc, char** argv) { return lift::test::runStudioTest<StudioQueueTest>(argc, argv); }

#include "studio_queue_test.moc"
