#include "ui/panels/memory_plan_view.h"
#include "core/base/say.h"
#include "tests/ui/support/ui_test.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/rows.h"

using namespace Qt::StringLiterals;

using lift::say;

namespace {

lift::MemoryPlan plan() {
  lift::MemoryPlan made;
  made.items = {{say("weights"), {}, 600'000'000}, {say("activations"), {}, 400'000'000}};
  made.peak_bytes = 1'000'000'000;
  made.free_bytes = 8'000'000'000;
  return made;
}

QStringList hostRows(const ui::MemoryPlanView& view) {
  QStringList values;
  for (const auto* row : view.findChildren<ui::KeyValueRow*>(u"hostItem"_s)) values << row->value();
  return values;
}

}   // namespace

class MemoryPlanViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void on_a_gpu_what_stays_with_the_host_is_said_apart_from_the_bar() {
    ui::MemoryPlanView view;
    lift::MemoryPlan on_gpu = plan();
    on_gpu.host_items = {{say("program and libraries"), {}, 300 << 20},
                         {say("record of changes"), {}, 100 << 20},
                         {say("indices"), {}, 0}};
    view.setPlan(on_gpu);
    QCOMPARE(view.findChild<ui::KeyValueRow*>(u"hostMemory"_s)->value(), u"up to 400\u00a0MiB"_s);
    QCOMPARE(hostRows(view), (QStringList{u"300\u00a0MiB"_s, u"100\u00a0MiB"_s}));
    QCOMPARE(view.findChild<ui::StackedBar*>()->parts().size(), std::size_t{2});
  }

  void on_a_cpu_nothing_is_said_twice() {
    ui::MemoryPlanView view;
    lift::MemoryPlan on_gpu = plan();
    on_gpu.host_items = {{say("program and libraries"), {}, 300 << 20}};
    view.setPlan(on_gpu);
    view.setPlan(plan());   // the device is chosen anew
    QVERIFY(!view.findChild<ui::KeyValueRow*>(u"hostMemory"_s));
    QVERIFY(hostRows(view).isEmpty());
  }
};

UI_TEST_MAIN(MemoryPlanViewTest)
#include "memory_plan_view_test.moc"
