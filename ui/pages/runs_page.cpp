#include "ui/pages/runs_page.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QVBoxLayout>

#include "ui/dialogs/questions.h"
#include "ui/item_models/words.h"
#include "ui/look/theme.h"
#include "ui/plots/line_plot.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

using lift::RunState;
using lift::RunSummary;

constexpr int kMostCurves = 8;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString stateWords(RunState state) {
  switch (state) {
    case RunState::Running: return RunsPage::tr("running");
    case RunState::Interrupted: return RunsPage::tr("interrupted");
    case RunState::Stopped: return RunsPage::tr("stopped");
    case RunState::Done: return RunsPage::tr("done");
    case RunState::Failed: return RunsPage::tr("failed");
    case RunState::Discarded: return RunsPage::tr("not saved");
  }
  return {};
}

QString numberOr(const std::optional<double>& value, int decimals) { return value ? numberWords(*value, decimals) : QStringLiteral("–"); }
QVariant sortOr(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

std::vector<ColumnModel<RunSummary>::Column> columns() {
  return {
      {RunsPage::tr("Run"), [](const RunSummary& r) { return text(r.id); }, {}, false, [](const RunSummary& r) { return pathWords(text(r.folder.string())); }},
      {RunsPage::tr("State"), [](const RunSummary& r) { return stateWords(r.state); }, {}, false,
       [](const RunSummary& r) { return r.reason.empty() ? stateWords(r.state) : text(r.reason); }},
      {RunsPage::tr("Steps"), [](const RunSummary& r) { return QStringLiteral("%1 / %2").arg(countWords(r.step), countWords(r.total_steps)); },
       [](const RunSummary& r) { return QVariant(static_cast<qlonglong>(r.step)); }, true, {}},
      {RunsPage::tr("Loss"), [](const RunSummary& r) { return numberOr(r.last_loss, 4); }, [](const RunSummary& r) { return sortOr(r.last_loss); }, true, {}},
      {RunsPage::tr("Held-out"), [](const RunSummary& r) { return numberOr(r.held_out_after, 4); }, [](const RunSummary& r) { return sortOr(r.held_out_after); }, true, {}},
      {RunsPage::tr("Retention"), [](const RunSummary& r) { return r.retention ? percentWords(*r.retention) : QStringLiteral("–"); },
       [](const RunSummary& r) { return sortOr(r.retention); }, true, {}},
      {RunsPage::tr("Model"), [](const RunSummary& r) { return text(r.model_name); }, {}, false, {}},
      {RunsPage::tr("Data"), [](const RunSummary& r) { return text(r.data_name); }, {}, false, {}},
      {RunsPage::tr("Started"), [](const RunSummary& r) { return text(r.created).replace(QLatin1Char('T'), QLatin1Char(' ')).left(16); },
       [](const RunSummary& r) { return QVariant(text(r.created)); }, false, {}},
  };
}

}  // namespace

RunsPage::RunsPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Runs"), tr("Everything that was ever trained here, in this window or on the command line."), parent),
      studio_(studio) {
  setObjectName(QStringLiteral("runsPage"));
  makeTable();
  makeCurves();
  makeDifferences();
  makeQueue();
  column()->addStretch();
  connect(&studio_.run(), &RunMonitor::finished, this, [this] {
    refresh();
    startNext();
  });
  connect(&studio_.run(), &RunMonitor::stageChanged, this, [this](RunStage stage) { if (stage == RunStage::Starting) showChosen(); });
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Runs) banner().say(Banner::Kind::Error, text(error.subject + ": " + error.message), text(error.context), text(error.sentence()));
  });
  showQueue();
}

void RunsPage::makeTable() {
  auto* card = new Card(tr("History"), this);
  card->setNote(tr("choose several to lay their curves over each other"));
  auto* again = new WordButton(tr("look again"), card);
  connect(again, &WordButton::clicked, this, &RunsPage::refresh);
  card->addControl(again);
  runs_ = new ColumnModel<RunSummary>(columns(), this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(runs_);
  sorted_->setSortRole(kSortRole);
  table_ = new TableView(tr("Runs"), card);
  table_->setObjectName(QStringLiteral("runsTable"));
  table_->setModel(sorted_);
  table_->setStretchColumn(0);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setMinimumHeight(240);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::showChosen);
  connect(table_, &QTableView::activated, this, [this] { openChosen(); });
  card->body()->addWidget(table_);
  auto* line = new QHBoxLayout;
  const auto button = [&](const QString& label, const QString& name, void (RunsPage::*act)(), Button::Kind kind) {
    auto* made = new Button(label, kind, card);
    made->setObjectName(name);
    connect(made, &Button::clicked, this, act);
    line->addWidget(made);
    return made;
  };
  resume_ = button(tr("Go on"), QStringLiteral("resumeRun"), &RunsPage::resumeChosen, Button::Kind::Normal);
  use_ = button(tr("Use as new run"), QStringLiteral("useRun"), &RunsPage::useChosen, Button::Kind::Normal);
  open_ = button(tr("Open the result"), QStringLiteral("openRun"), &RunsPage::openChosen, Button::Kind::Normal);
  line->addStretch();
  delete_ = button(tr("Delete…"), QStringLiteral("deleteRun"), &RunsPage::deleteChosen, Button::Kind::Danger);
  card->body()->addLayout(line);
  column()->addWidget(card);
}

void RunsPage::makeCurves() {
  curves_card_ = new Card(tr("Loss"), this);
  curves_ = new LinePlot(tr("Loss of the chosen runs over steps"), curves_card_);
  curves_->setEmptyWords(tr("Choose runs above to see their curves."));
  curves_->setMinimumHeight(240);
  curves_card_->body()->addWidget(curves_);
  column()->addWidget(curves_card_);
}

void RunsPage::makeDifferences() {
  differences_card_ = new Card(tr("What differs"), this);
  differences_ = new ColumnModel<DifferenceRow>({{tr("Setting"), [](const DifferenceRow& r) { return r.field; }, {}, false, {}},
                                                 {tr("First"), [](const DifferenceRow& r) { return r.left; }, {}, false, {}},
                                                 {tr("Second"), [](const DifferenceRow& r) { return r.right; }, {}, false, {}}},
                                                this);
  differences_table_ = new TableView(tr("Settings that differ between two runs"), differences_card_);
  differences_table_->setModel(differences_);
  differences_table_->setStretchColumn(2);
  differences_card_->body()->addWidget(differences_table_);
  differences_card_->hide();
  column()->addWidget(differences_card_);
}

void RunsPage::makeQueue() {
  queue_card_ = new Card(tr("Queue"), this);
  auto* add = new WordButton(tr("add the present recipe"), queue_card_, Tone::Accent);
  add->setObjectName(QStringLiteral("enqueue"));
  connect(add, &WordButton::clicked, this, [this] {
    for (const Studio::Check& check : studio_.checks())
      if (check.error) return banner().say(Banner::Kind::Warning, check.title, check.reason);
    enqueue(studio_.recipe());
  });
  auto* clear = new WordButton(tr("clear"), queue_card_);
  connect(clear, &WordButton::clicked, this, [this] {
    queue_.clear();
    showQueue();
  });
  queue_card_->addControl(add);
  queue_card_->addControl(clear);
  queue_words_ = new Text({}, TextRole::Body, Tone::Muted, queue_card_);
  queue_words_->setWordWrap(true);
  queue_card_->body()->addWidget(queue_words_);
  column()->addWidget(queue_card_);
}

void RunsPage::showEvent(QShowEvent* event) {
  PageFrame::showEvent(event);
  refresh();
}

void RunsPage::refresh() {
  studio_.engine().submit({tr("Reading the runs"), QStringLiteral("runs"), true}, this,
                          [](lift::Session& session, const lift::TaskContext&) { return session.runs(); },
                          [this](lift::Result<std::vector<RunSummary>> runs) {
                            if (!runs.ok()) return banner().say(Banner::Kind::Error, text(runs.error().sentence()));
                            const auto waiting = std::ranges::count_if(*runs, [](const RunSummary& r) { return r.state == RunState::Interrupted && r.can_resume; });
                            runs_->setRows(std::move(*runs));
                            table_->resizeColumnsToContents();
                            showChosen();
                            if (!std::exchange(looked_, true) && waiting > 0) Q_EMIT interruptedFound(static_cast<int>(waiting));
                          });
}

std::vector<RunSummary> RunsPage::chosen() const {
  std::vector<RunSummary> list;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) list.push_back(runs_->row(sorted_->mapToSource(index).row()));
  return list;
}

void RunsPage::showChosen() {
  const auto list = chosen();
  const bool one = list.size() == 1, active = studio_.run().active();
  const QString pick = tr("Choose one run");
  resume_->setMissing(!one ? pick : active ? tr("A run is going on") : list[0].can_resume ? QString() : tr("There is no state to go on from"));
  use_->setMissing(one ? QString() : pick);
  open_->setMissing(!one ? pick : active ? tr("A run is going on") : list[0].delta.empty() ? tr("It has no delta") : QString());
  delete_->setMissing(list.empty() ? tr("Choose a run") : QString());
  if (list.empty()) {
    curves_->clearSeries();
    differences_card_->hide();
    return;
  }
  std::vector<std::filesystem::path> folders;
  for (const RunSummary& run : list)
    if (folders.size() < kMostCurves) folders.push_back(run.folder);
  studio_.engine().submit({tr("Reading the runs"), QStringLiteral("histories"), true}, this,
                          [folders](lift::Session& session, const lift::TaskContext&) -> lift::Result<std::vector<lift::RunHistory>> {
                            std::vector<lift::RunHistory> histories;
                            for (const auto& folder : folders) {
                              LIFT_ASSIGN(lift::RunHistory history, session.history(folder));
                              histories.push_back(std::move(history));
                            }
                            return histories;
                          },
                          [this](lift::Result<std::vector<lift::RunHistory>> histories) {
                            if (histories.ok()) showHistories(*histories);
                            else banner().say(Banner::Kind::Error, text(histories.error().sentence()));
                          });
}

void RunsPage::showHistories(const std::vector<lift::RunHistory>& histories) {
  curves_->clearSeries();
  std::int64_t total = 0;
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const lift::RunHistory& history = histories[i];
    const int series = curves_->addSeries(text(history.summary.id), LineKind::Curve, colours().series[i % colours().series.size()]);
    std::vector<lift::SeriesPoint> points;
    for (const lift::StepMetrics& step : history.steps) points.push_back({static_cast<double>(step.step), step.loss});
    curves_->setData(series, points);
    total = std::max(total, history.summary.total_steps);
  }
  curves_->setTotalSteps(total);
  differences_card_->setVisible(histories.size() == 2);
  if (histories.size() != 2) return;
  std::vector<DifferenceRow> rows;
  for (const auto& d : lift::difference(histories[0].recipe, histories[1].recipe)) rows.push_back({text(d.path), text(d.left), text(d.right)});
  differences_card_->setNote(rows.empty() ? tr("nothing: the same recipe twice") : tr("%1 against %2").arg(text(histories[0].summary.id), text(histories[1].summary.id)));
  differences_->setRows(std::move(rows));
  differences_table_->resizeColumnsToContents();
}

void RunsPage::resumeChosen() {
  const auto list = chosen();
  if (list.size() == 1) studio_.resumeRun(list[0].folder);
}

void RunsPage::useChosen() {
  const auto list = chosen();
  if (list.size() != 1) return;
  auto recipe = lift::read_recipe(list[0].folder / "recipe.json");
  if (!recipe.ok()) return banner().say(Banner::Kind::Error, text(recipe.error().sentence()));
  studio_.setRecipe(std::move(*recipe), tr("Use the recipe of %1").arg(text(list[0].id)));
  Q_EMIT studio_.stageRequested(Stage::Train);
}

void RunsPage::openChosen() {
  const auto list = chosen();
  if (list.size() != 1 || list[0].delta.empty()) return;
  auto recipe = lift::read_recipe(list[0].folder / "recipe.json");
  if (!recipe.ok()) return banner().say(Banner::Kind::Error, text(recipe.error().sentence()));
  studio_.openDelta(*recipe, list[0].delta);
  Q_EMIT studio_.stageRequested(Stage::Results);
}

void RunsPage::deleteChosen() {
  const auto list = chosen();
  QStringList names;
  std::vector<std::filesystem::path> folders;
  for (const RunSummary& run : list) {
    names << text(run.id);
    folders.push_back(run.folder);
  }
  ask(this, QStringLiteral("askToDelete"), tr("Delete runs?"), tr("Delete %1?").arg(names.join(QStringLiteral(", "))),
      tr("Their folders go too, with logs, states and deltas. This can't be undone."),
      {{tr("Keep"), Answer::Kind::Keep, {}}, {tr("Delete"), Answer::Kind::Destroy, [this, folders] { deleteRuns(folders); }}});
}

void RunsPage::deleteRuns(const std::vector<std::filesystem::path>& folders) {
  studio_.engine().submit({tr("Deleting"), {}, false}, this,
                          [folders](lift::Session& session, const lift::TaskContext&) -> lift::Result<int> {
                            for (const auto& folder : folders) LIFT_RETURN_IF_ERROR(session.delete_run(folder));
                            return static_cast<int>(folders.size());
                          },
                          [this](lift::Result<int> deleted) {
                            if (!deleted.ok()) banner().say(Banner::Kind::Error, text(deleted.error().sentence()));
                            refresh();
                          });
}

void RunsPage::enqueue(const lift::Recipe& recipe) {
  queue_.push_back(recipe);
  showQueue();
  startNext();
}

// A run that failed does not hold up the next one.
void RunsPage::startNext() {
  if (queue_.empty() || studio_.run().active()) return;
  if (studio_.run().stage() == RunStage::Stopped || studio_.run().stage() == RunStage::Cancelled) return showQueue();   // the user stopped it: ask first
  const lift::Recipe recipe = queue_.front();
  queue_.pop_front();
  showQueue();
  studio_.run().start(recipe);
}

void RunsPage::showQueue() {
  QStringList lines;
  for (std::size_t i = 0; i < queue_.size(); ++i)
    lines << tr("%1. %2").arg(i + 1).arg(text(queue_[i].name.empty() ? std::filesystem::path(queue_[i].data.files.empty() ? "" : queue_[i].data.files.front()).stem().string()
                                                                   : queue_[i].name));
  queue_words_->setText(lines.isEmpty() ? tr("Nothing waits. What you add here starts when the present run ends, and goes on after a failure.") : lines.join(QLatin1Char('\n')));
  Q_EMIT queueChanged(queued());
}

}  // namespace ui
