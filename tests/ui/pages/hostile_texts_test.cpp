// Names, columns, answers and errors without a single blank: no page scrolls sideways, nothing leaves it at the right,
// at the sizes that people have, down to 1280 x 800 at 150 %.
#include <QScrollBar>

#include "core/base/say.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_folder.h"
#include "tests/support/tiny_recipe.h"
#include "tests/ui/support/ui_test.h"
#include "ui/pages/studio_window.h"
#include "ui/panels/memory_plan_view.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_frame.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;
using lift::test::TemporaryFolder;
using ui::PageId;

namespace {

constexpr int kPatience = 60000;

// A name of a file: as long as file systems take one.
std::string longName(const std::string& what) { return what + std::string(180, 'W'); }
std::string longText() { return std::string(1500, 'M') + "/" + std::string(900, '1'); }

std::filesystem::path writeRows(const TemporaryFolder& home) {
  const std::filesystem::path file = home / (longName("rows") + ".jsonl");
  std::ofstream out(file);
  for (int i = 0; i < 40; ++i)
    out << fmt::format("{{\"{}\": \"{}{}\", \"{}\": \"{}\", \"{}\": 1}}\n", longName("question"), i,
                       std::string(400, 'q'), longName("answer"), std::string(90, 'a'), longName("other"));
  return file;
}

// What is drawn beyond the page's right edge, by name.
QStringList beyond(const ui::PageFrame& page) {
  QStringList found;
  const int edge = page.viewport()->width();
  for (const QWidget* child : page.widget()->findChildren<QWidget*>()) {
    if (!child->isVisible()) continue;
    const int right = child->mapTo(page.widget(), QPoint(child->width(), 0)).x();
    const auto* inner = qobject_cast<const QAbstractScrollArea*>(child->parentWidget());
    if (right > edge + 1 && !inner)
      found << QString::fromLatin1(child->metaObject()->className()) + child->objectName();
  }
  return found;
}

}   // namespace

class HostileTextsTest : public QObject {
  Q_OBJECT

  TemporaryFolder home_;
  std::unique_ptr<ui::Settings> settings_;
  std::unique_ptr<ui::StudioWindow> window_;

  ui::PageFrame& page(PageId id) { return *qobject_cast<ui::PageFrame*>(window_->page(id)); }

  void open() {
    ui::Studio& studio = window_->studio();
    lift::test::write_tiny_folder(home_ / longName("model"));
    lift::Recipe recipe = lift::test::tiny_recipe(home_ / longName("model"), writeRows(home_));
    recipe.name = longName("run");
    recipe.data.max_tokens = 2048;
    recipe.data.column_map = {{"prompt", longName("question")}, {"response", longName("answer")}};
    recipe.evaluate.sample_prompts = {longText()};
    studio.setRecipe(recipe, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(studio.model() && studio.data(), kPatience);
    lift::RunHistory history;
    history.recipe = recipe;
    history.summary.folder = longName("run");
    history.summary.state = lift::RunState::Done;
    for (const int step : {0, 4, 8}) history.samples.push_back({step, longText(), longText()});
    studio.run().show(history);
  }

  // The plan that does not fit, with remedies in sentences, and an error on every page.
  void complain() {
    lift::MemoryPlan plan;
    plan.items = {{lift::Sentence::verbatim(longText()), lift::Sentence::verbatim(longText()), 900}};
    plan.peak_bytes = 900;
    plan.free_bytes = 100;
    plan.verdict = lift::MemoryPlan::Verdict::DoesNotFit;
    plan.remedies = {{lift::Sentence::verbatim(longText()), {"train.batch_rows=1"}, 500}};
    window_->findChild<ui::MemoryPlanView*>()->setPlan(plan);
    const QString words = QString::fromStdString(longText());
    for (int id = 0; id < ui::kPageCount; ++id) {
      ui::Banner& banner = page(static_cast<PageId>(id)).banner();
      banner.say(ui::Banner::Kind::Error, words, words, words);
      banner.addAction(u"Show them"_s);
    }
  }

 private Q_SLOTS:
  void initTestCase() {
    qputenv("LIFT_DEMO_MODEL", "/no/such/model.gguf");
    qputenv("HF_HOME", home_.path().c_str());
    settings_ = std::make_unique<ui::Settings>(QString::fromStdString((home_ / "settings.ini").string()));
    window_ = std::make_unique<ui::StudioWindow>(*settings_,
                                                 lift::SessionOptions{.runs_directory = home_ / "runs", .threads = 1});
    window_->setMinimumSize(1, 1);
    window_->show();
    open();
    complain();
  }
  void cleanupTestCase() { window_.reset(); }

  void no_page_scrolls_sideways_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("page");
    for (const QSize size : {QSize(853, 497), QSize(960, 600), QSize(1280, 800), QSize(1920, 1080)})
      for (int id = 0; id < ui::kPageCount; ++id)
        QTest::addRow("page %d at %d x %d", id, size.width(), size.height()) << size << id;
  }
  void no_page_scrolls_sideways() {
    QFETCH(QSize, size);
    QFETCH(int, page);
    window_->resize(size);
    window_->showPage(static_cast<PageId>(page));
    QCOMPARE(window_->size(), size);   // nothing widens the window
    ui::PageFrame& frame = this->page(static_cast<PageId>(page));
    const int views = static_cast<PageId>(page) == PageId::Train ? 2 : 1;
    for (int view = 0; view < views; ++view) {
      if (views > 1) window_->findChild<ui::SegmentedSwitch*>(u"trainView"_s)->setCurrent(view);
      QTRY_COMPARE(frame.horizontalScrollBar()->maximum(), 0);
      QTRY_COMPARE(beyond(frame), QStringList());
    }
  }

  void the_side_panel_keeps_its_numbers_in_view() {
    window_->resize(1280, 800);
    window_->showPage(PageId::Data);
    complain();   // the real plan may have come since
    auto* panel = window_->findChild<ui::SidePanelFrame*>(u"runPanel"_s);
    auto* scroll = panel->findChild<QScrollArea*>();
    const auto wide = [&] {   // what asks for more than the view has, by name
      QStringList found;
      for (const QWidget* child : scroll->widget()->findChildren<QWidget*>())
        if (!child->isHidden() && child->minimumSizeHint().width() > scroll->viewport()->width())
          found << QString::fromLatin1(child->metaObject()->className()) + u' ' + child->objectName();
      return found;
    };
    QTRY_COMPARE(wide().join(u", "_s), QString());
    QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    for (const QWidget* remedy : panel->findChildren<QWidget*>(u"memoryRemedy"_s))
      QVERIFY(remedy->mapTo(scroll->widget(), QPoint(remedy->width(), 0)).x() <= scroll->viewport()->width());
  }

  void who_enters_a_page_sees_its_top_and_a_short_view_is_short() {
    window_->resize(1280, 800);
    window_->showPage(PageId::Train);
    ui::PageFrame& train = page(PageId::Train);
    auto* view = window_->findChild<ui::SegmentedSwitch*>(u"trainView"_s);
    view->setCurrent(0);
    QTRY_VERIFY(train.verticalScrollBar()->maximum() > 0);
    train.verticalScrollBar()->setValue(train.verticalScrollBar()->maximum());
    const int recipe = train.widget()->height();
    view->setCurrent(1);
    QCOMPARE(train.verticalScrollBar()->value(), 0);
    QTRY_VERIFY(train.widget()->height() != recipe);
    train.verticalScrollBar()->setValue(train.verticalScrollBar()->maximum());
    window_->showPage(PageId::Data);
    window_->showPage(PageId::Train);
    QCOMPARE(train.verticalScrollBar()->value(), 0);
  }
};

UI_TEST_MAIN(HostileTextsTest)
#include "hostile_texts_test.moc"
