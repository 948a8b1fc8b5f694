#include "ui/pages/runs_page.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QVBoxLayout>

#include "ui/dialogs/questions.h"
#include "ui/dialogs/run_label_dialog.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/look/theme.h"
#include "ui/pages/go_on.h"
#include "ui/pages/runs_columns.h"
#include "ui/pages/save_run.h"
#include "ui/panels/duel_panel.h"
#include "ui/panels/queue_panel.h"
#include "ui/plots/line_plot.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/sparkline_delegate.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using lift::RunState;
using lift::RunSummary;

constexpr int kMostCurves = 8;
constexpr int kNameWidth = 110;   // what a run's name needs

QString text(const std::string& value) { return QString::fromStdString(value); }

// Paths and lists have no blanks at which a cell could wrap.
QString breakable(const std::string& value) {
  QString words;
  for (const QChar c : text(value)) {
    words += c;
    if (u"/,_-."_s.contains(c)) words += QChar(0x200B);
  }
  return words;
}

QString noneWords() {
  return RunsPage::tr(
      "Nothing has trained yet. Every run will stand here with its curve and how it ended, whoever started it.");
}

}   // namespace

RunsPage::RunsPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Runs"), tr("Everything that was ever trained here, in this window or on the command line."),
                parent),
      studio_(studio) {
  setObjectName(u"runsPage"_s);
  makeTable();
  makeCurves();
  makeDifferences();
  makePanels();
  column()->addStretch(1);
  connect(&studio_.run(), &RunMonitor::finished, this, &RunsPage::refresh);
  connect(&Theme::instance(), &Theme::changed, this, &RunsPage::drawCurves);
  connect(&studio_.run(), &RunMonitor::stageChanged, this, [this](RunStage stage) {
    if (stage == RunStage::Starting) showChosen();
    if (stage == RunStage::Starting) none_->setText(tr("The first run is being prepared."));
    if (stage == RunStage::Training) refresh();   // its folder is there
  });
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Runs) sayError(error);
  });
}

void RunsPage::makeTable() {
  auto* card = new Card(tr("History"), this);
  card->setNote(tr("choose several to lay their curves over each other"));
  auto* again = new WordButton(tr("look again"), card);
  connect(again, &WordButton::clicked, this, &RunsPage::refresh);
  card->addControl(again);
  runs_ = new ColumnModel<RunSummary>(runsColumns(), this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(runs_);
  sorted_->setSortRole(kSortRole);
  table_ = new TableView(tr("Runs"), card);
  table_->setObjectName(u"runsTable"_s);
  table_->setModel(sorted_);
  table_->setStretchColumn(0);
  table_->setTextElideMode(Qt::ElideMiddle);   // names differ at their end
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setItemDelegateForColumn(runs_column::kCurve, new SparklineDelegate(table_));
  table_->setRowsShown(3, 9);
  connect(table_, &TableView::widthChanged, this, &RunsPage::fitColumns);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::showChosen);
  connect(table_, &QTableView::activated, this, [this] { openChosen(); });
  none_ = new Text(noneWords(), TextRole::Body, Tone::Muted, card);
  none_->setObjectName(u"noRuns"_s);
  none_->setWordWrap(true);
  card->body()->addWidget(none_);
  card->body()->addWidget(table_);
  remark_ = new Text({}, TextRole::Body, Tone::Muted, card);
  remark_->setObjectName(u"runRemark"_s);
  remark_->setWordWrap(true);
  remark_->setTextFormat(Qt::PlainText);
  remark_->hide();   // until a run with one is chosen
  card->body()->addWidget(remark_);
  actions_ = new QWidget(card);
  auto* line = new QHBoxLayout(actions_);
  line->setContentsMargins(0, 0, 0, 0);
  const auto button = [&](const QString& label, const QString& name, void (RunsPage::*act)(), Button::Kind kind) {
    auto* made = new Button(label, kind, card);
    made->setObjectName(name);
    connect(made, &Button::clicked, this, act);
    line->addWidget(made);
    return made;
  };
  resume_ = button(tr("Go on"), u"resumeRun"_s, &RunsPage::resumeChosen, Button::Kind::Normal);
  find_ = button(tr("Find its files…"), u"findRunFiles"_s, &RunsPage::findChosen, Button::Kind::Normal);
  use_ = button(tr("Use as new run"), u"useRun"_s, &RunsPage::useChosen, Button::Kind::Normal);
  open_ = button(tr("Open the result"), u"openRun"_s, &RunsPage::openChosen, Button::Kind::Normal);
  label_ = button(tr("Name and note…"), u"labelRun"_s, &RunsPage::labelChosen, Button::Kind::Normal);
  line->addStretch();
  delete_ = button(tr("Delete…"), u"deleteRun"_s, &RunsPage::deleteChosen, Button::Kind::Danger);
  card->body()->addWidget(actions_);
  column()->addWidget(card);
}

void RunsPage::makeCurves() {
  curves_card_ = new Card(tr("Curves"), this);
  metric_ = new SegmentedSwitch(tr("What is drawn"), {tr("loss"), tr("held-out"), tr("retention")}, curves_card_);
  metric_->setObjectName(u"runsMetric"_s);
  connect(metric_, &SegmentedSwitch::currentChanged, this, &RunsPage::drawCurves);
  curves_card_->addControl(metric_);
  curves_ = new LinePlot(tr("Chosen runs over their steps"), curves_card_);
  curves_->setObjectName(u"runsPlot"_s);
  curves_->setEmptyWords(tr("Choose runs above to see their curves."));
  curves_->setMinimumHeight(240);
  legend_ = new Legend(curves_card_);
  save_ = new WordButton(tr("save as…"), curves_card_);
  save_->setObjectName(u"saveRun"_s);
  save_->setToolTip(tr("The chosen run as a page to share, a table, or for TensorBoard"));
  connect(save_, &WordButton::clicked, this, &RunsPage::saveChosen);
  curves_card_->addControl(save_);
  curves_card_->addControl(curves_->makeMenuButton());
  curves_card_->body()->addWidget(curves_);
  curves_card_->body()->addWidget(legend_);
  column()->addWidget(curves_card_);
}

void RunsPage::makeDifferences() {
  differences_card_ = new Card(tr("What differs"), this);
  differences_ =
      new ColumnModel<DifferenceRow>({{tr("Setting"), [](const DifferenceRow& r) { return r.field; }, {}, false, {}},
                                      {tr("First"), [](const DifferenceRow& r) { return r.left; }, {}, false, {}},
                                      {tr("Second"), [](const DifferenceRow& r) { return r.right; }, {}, false, {}}},
                                     this);
  differences_table_ = new TableView(tr("Settings that differ between two runs"), differences_card_);
  differences_table_->setModel(differences_);
  differences_table_->setWrapping(true);
  differences_table_->setRowsShown(1, 10);
  differences_card_->body()->addWidget(differences_table_);
  differences_card_->hide();
  column()->addWidget(differences_card_);
}

void RunsPage::makePanels() {
  duel_ = new DuelPanel(studio_, this);
  connect(duel_, &DuelPanel::failed, this, &RunsPage::sayError);
  column()->addWidget(duel_);
  auto* panel = new QueuePanel(studio_, studio_.queue(), this);
  connect(panel, &QueuePanel::refused, this,
          [this](const QString& title, const QString& reason) { banner().say(Banner::Kind::Warning, title, reason); });
  column()->addWidget(panel);
}

void RunsPage::sayError(const lift::Error& error) {
  banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
}

void RunsPage::showEvent(QShowEvent* event) {
  PageFrame::showEvent(event);
  refresh();
  duel_->refresh();
}

void RunsPage::refresh() {
  studio_.engine().submit(
      {tr("Reading the runs"), u"runs"_s, true}, this,
      [](lift::Session& session, const lift::TaskContext&) { return session.runs(); },
      [this](lift::Result<std::vector<RunSummary>> runs) {
        if (!runs.ok()) return banner().say(Banner::Kind::Error, words(runs.error()));
        const auto waiting = std::ranges::count_if(
            *runs, [](const RunSummary& r) { return r.state == RunState::Interrupted && r.can_resume; });
        const auto before = chosen();
        runs_->setRows(std::move(*runs));
        choose(before);
        chooseWanted();
        fitColumns(table_->viewport()->width());
        const bool any = !runs_->rows().empty();
        none_->setVisible(!any);
        if (!studio_.run().active()) none_->setText(noneWords());
        for (QWidget* widget : std::initializer_list<QWidget*>{table_, actions_, curves_card_}) widget->setVisible(any);
        showChosen();
        if (!std::exchange(looked_, true) && waiting > 0) Q_EMIT interruptedFound(static_cast<int>(waiting));
      });
}

void RunsPage::point(const std::filesystem::path& folder) {
  std::error_code error;
  wanted_ = std::filesystem::weakly_canonical(folder, error);
  refresh();
}

void RunsPage::chooseWanted() {
  if (!wanted_) return;
  const std::filesystem::path wanted = *std::exchange(wanted_, {});
  std::vector<RunSummary> found;
  for (const RunSummary& run : runs_->rows()) {
    std::error_code error;
    if (std::filesystem::weakly_canonical(run.folder, error) == wanted) found.push_back(run);
  }
  if (!found.empty()) return choose(found);
  banner().say(Banner::Kind::Info, tr("%1 is not among the runs that are listed").arg(pathWords(text(wanted.string()))),
               tr("They lie in the folder that Settings names."));
}

std::vector<RunSummary> RunsPage::chosen() const {
  std::vector<RunSummary> list;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows())
    list.push_back(runs_->row(sorted_->mapToSource(index).row()));
  return list;
}

// What there is no room for beside the names goes, the least needed first; its tool tips and the curves say it too.
void RunsPage::fitColumns(int width) {
  for (const int column : {runs_column::kModel, runs_column::kData, runs_column::kLoss, runs_column::kStarted})
    table_->setColumnHidden(column, false);
  table_->resizeColumnsToContents();
  int needed = kNameWidth;
  for (int column = 1; column < sorted_->columnCount(); ++column) needed += table_->columnWidth(column);
  for (const int column : {runs_column::kModel, runs_column::kData, runs_column::kLoss, runs_column::kStarted}) {
    if (needed <= width) break;
    needed -= table_->columnWidth(column);
    table_->setColumnHidden(column, true);
  }
}

// The same runs again, where they are now.
void RunsPage::choose(const std::vector<RunSummary>& list) {
  QItemSelection rows;
  for (int row = 0; row < sorted_->rowCount(); ++row) {
    const RunSummary& run = runs_->row(sorted_->mapToSource(sorted_->index(row, 0)).row());
    if (std::ranges::find(list, run.folder, &RunSummary::folder) != list.end())
      rows.select(sorted_->index(row, 0), sorted_->index(row, sorted_->columnCount() - 1));
  }
  const QSignalBlocker quiet(table_->selectionModel());   // whoever chose tells once
  table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
  table_->viewport()->update();
}

void RunsPage::showChosen() {
  const auto list = chosen();
  const bool one = list.size() == 1, active = studio_.run().active();
  const QString pick = tr("Choose one run");
  resume_->setMissing(!one                        ? pick
                      : active                    ? tr("A run is going on")
                      : list[0].can_resume        ? QString()
                      : !list[0].obstacle.empty() ? words(list[0].obstacle)
                                                  : tr("It has come to its end"));
  find_->setVisible(one && !list[0].obstacle.empty());
  find_->setMissing(active ? tr("A run is going on") : QString());
  label_->setMissing(one ? QString() : pick);
  const QString remark = one ? text(list[0].remark) : QString();
  remark_->setText(remark);
  remark_->setVisible(!remark.isEmpty());
  use_->setMissing(one ? QString() : pick);
  save_->setVisible(one);
  open_->setMissing(!one                    ? pick
                    : active                ? tr("A run is going on")
                    : list[0].delta.empty() ? tr("It has no delta")
                                            : QString());
  delete_->setMissing(list.empty() ? tr("Choose a run") : QString());
  if (list.empty()) {
    histories_.clear();
    drawCurves();
    differences_card_->hide();
    return;
  }
  std::vector<std::filesystem::path> folders;
  for (const RunSummary& run : list)
    if (folders.size() < kMostCurves) folders.push_back(run.folder);
  studio_.engine().submit(
      {tr("Reading the runs"), u"histories"_s, true}, this,
      [folders](lift::Session& session, const lift::TaskContext&) -> lift::Result<std::vector<lift::RunHistory>> {
        std::vector<lift::RunHistory> histories;
        for (const auto& folder : folders) {
          LIFT_ASSIGN(lift::RunHistory history, session.history(folder));
          histories.push_back(std::move(history));
        }
        return histories;
      },
      [this](lift::Result<std::vector<lift::RunHistory>> histories) {
        if (histories.ok()) showHistories(std::move(*histories));
        else banner().say(Banner::Kind::Error, words(histories.error()));
      });
}

void RunsPage::drawCurves() {
  curves_->clearSeries();
  std::vector<Legend::Entry> legend;
  std::int64_t total = 0;
  const int metric = metric_->current();
  for (std::size_t i = 0; i < histories_.size(); ++i) {
    const lift::RunHistory& history = histories_[i];
    const QColor colour = colours().series[i % colours().series.size()];
    const int series =
        curves_->addSeries(nameOf(history.summary), metric == 0 ? LineKind::Curve : LineKind::Dots, colour);
    std::vector<lift::SeriesPoint> points;
    if (metric == 0)
      for (const lift::StepMetrics& step : history.steps) points.push_back({static_cast<double>(step.step), step.loss});
    else
      for (const lift::EvaluationMetrics& m : history.evaluations)
        if (const auto value = metric == 1 ? m.held_out_loss : m.retention)
          points.push_back({static_cast<double>(m.step), metric == 1 ? *value : 100 * *value});
    curves_->setData(series, points);
    legend.push_back({nameOf(history.summary), colour, false});
    total = std::max(total, history.summary.total_steps);
  }
  curves_->setValueWords(metric == 2 ? 3 : 4, metric == 2 ? u" %"_s : QString());
  curves_->setTotalSteps(total);
  legend_->setEntries(std::move(legend));
}

void RunsPage::showHistories(std::vector<lift::RunHistory> read) {
  histories_ = std::move(read);
  drawCurves();
  const auto& histories = histories_;
  differences_card_->setVisible(histories.size() == 2);
  if (histories.size() != 2) return;
  std::vector<DifferenceRow> rows;
  for (const auto& d : lift::difference(histories[0].recipe, histories[1].recipe))
    rows.push_back({text(d.path), breakable(d.left), breakable(d.right)});
  differences_card_->setNote(rows.empty()
                                 ? tr("nothing: the same recipe twice")
                                 : tr("%1 against %2").arg(nameOf(histories[0].summary), nameOf(histories[1].summary)));
  differences_table_->setVisible(!rows.empty());
  differences_->setRows(std::move(rows));
}

void RunsPage::resumeChosen() {
  const auto list = chosen();
  if (list.size() == 1) goOn(this, studio_, list[0].folder);
}

void RunsPage::findChosen() { resumeChosen(); }

void RunsPage::labelChosen() {
  const auto list = chosen();
  if (list.size() != 1) return;
  askForLabel(this, text(list[0].id), text(list[0].title), text(list[0].remark),
              [this, folder = list[0].folder](const QString& name, const QString& note) {
                studio_.engine().submit(
                    {tr("Naming the run"), {}, true}, this,
                    [=](lift::Session& session, const lift::TaskContext&) -> lift::Result<int> {
                      LIFT_RETURN_IF_ERROR(session.label_run(folder, name.toStdString(), note.toStdString()));
                      return 0;
                    },
                    [this](lift::Result<int> done) {
                      if (!done.ok()) banner().say(Banner::Kind::Error, words(done.error()));
                      refresh();
                    });
              });
}

void RunsPage::saveChosen() {
  const auto list = chosen();
  if (list.size() == 1) saveRun(*save_, studio_, list[0].folder, nameOf(list[0]), banner());
}

void RunsPage::useChosen() {
  const auto list = chosen();
  if (list.size() != 1) return;
  auto recipe = lift::read_recipe(list[0].folder / "recipe.json");
  if (!recipe.ok()) return banner().say(Banner::Kind::Error, words(recipe.error()));
  studio_.setRecipe(std::move(*recipe), tr("Use the recipe of %1").arg(text(list[0].id)));
  Q_EMIT studio_.stageRequested(Stage::Train);
}

void RunsPage::openChosen() {
  const auto list = chosen();
  if (list.size() != 1 || list[0].delta.empty()) return;
  auto recipe = lift::read_recipe(list[0].folder / "recipe.json");
  if (!recipe.ok()) return banner().say(Banner::Kind::Error, words(recipe.error()));
  studio_.openDelta(*recipe, list[0].delta);
  Q_EMIT studio_.stageRequested(Stage::Results);
}

void RunsPage::deleteChosen() {
  const auto list = chosen();
  QStringList names;
  std::vector<std::filesystem::path> folders;
  for (const RunSummary& run : list) {
    names << nameOf(run);
    folders.push_back(run.folder);
  }
  ask(this, u"askToDelete"_s, tr("Delete runs?"), tr("Delete %1?").arg(names.join(u", "_s)),
      tr("Their folders go too, with logs, states and deltas. This can't be undone."),
      {{tr("Keep"), Answer::Kind::Keep, {}},
       {tr("Delete"), Answer::Kind::Destroy, [this, folders] { deleteRuns(folders); }}});
}

void RunsPage::deleteRuns(const std::vector<std::filesystem::path>& folders) {
  studio_.engine().submit(
      {tr("Deleting"), {}, false}, this,
      [folders](lift::Session& session, const lift::TaskContext&) -> lift::Result<int> {
        for (const auto& folder : folders) LIFT_RETURN_IF_ERROR(session.delete_run(folder));
        return static_cast<int>(folders.size());
      },
      [this](lift::Result<int> deleted) {
        if (!deleted.ok()) banner().say(Banner::Kind::Error, words(deleted.error()));
        refresh();
      });
}

}   // namespace ui
