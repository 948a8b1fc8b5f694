#include "ui/panels/run_panel.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/dialogs/questions.h"
#include "ui/item_models/field_words.h"
#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/panels/memory_plan_view.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t kShownEvents = 4;

QString text(const std::string& value) { return QString::fromStdString(value); }

// A section of its own, with the gap to the one below it.
QWidget* column(QWidget* parent) {
  auto* widget = new QWidget(parent);
  auto* layout = new QVBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, measure::kGapLarge);
  layout->setSpacing(2);
  return widget;
}

// The title's short name: "LIFT" of "LIFT: the principal weights".
QString methodWords(const lift::Recipe& recipe) {
  for (const lift::NamedChoice& method : lift::method_choices())
    if (method.name == recipe.train.method) return words(method.title).section(u':', 0, 0);
  return text(recipe.train.method);
}

QString phaseWords(lift::RunPhase phase) {
  switch (phase) {
    case lift::RunPhase::Preparing: return RunPanel::tr("preparing");
    case lift::RunPhase::Selecting: return RunPanel::tr("choosing weights");
    case lift::RunPhase::Evaluating: return RunPanel::tr("evaluating");
    case lift::RunPhase::Sampling: return RunPanel::tr("answering");
    case lift::RunPhase::Training: return RunPanel::tr("training");
    case lift::RunPhase::Refreshing: return RunPanel::tr("renewing the selection");
    case lift::RunPhase::Saving: return RunPanel::tr("saving");
    case lift::RunPhase::Paused: return RunPanel::tr("paused");
    case lift::RunPhase::Stopping: return RunPanel::tr("stopping");
    case lift::RunPhase::Finishing: return RunPanel::tr("writing the delta");
  }
  return {};
}

// What core says of it as a setting.
QString rateTrouble(double rate) {
  lift::OptimizerConfig config;
  config.learning_rate = rate;
  const lift::Status status = config.validate();
  return status.ok() ? QString() : words(status.error().message);
}

// Short and in the window's language; what only the engine can tell stays as it tells it.
QString eventWords(const lift::RunEvent& event) {
  using Kind = lift::RunEvent::Kind;
  switch (event.kind) {
    case Kind::Started: return RunPanel::tr("started");
    case Kind::Resumed: return RunPanel::tr("resumed");
    case Kind::StateSaved: return RunPanel::tr("saved");
    case Kind::LearningRateChanged:
      return event.value ? RunPanel::tr("learning rate %1").arg(rateWords(*event.value)) : words(event.text);
    case Kind::RetentionAlarm:
      return event.value ? RunPanel::tr("retention fell to %1").arg(percentWords(*event.value)) : words(event.text);
    case Kind::Paused: return RunPanel::tr("paused");
    case Kind::Continued: return RunPanel::tr("continued");
    case Kind::Stopped: return RunPanel::tr("stopped");
    case Kind::Finished: return RunPanel::tr("finished");
    case Kind::Diverged: return RunPanel::tr("the loss climbs");
    case Kind::WentBack:
      return event.value ? RunPanel::tr("back, rate %1").arg(rateWords(*event.value)) : words(event.text);
    case Kind::Failed:
    case Kind::Notice: return words(event.text);
  }
  return words(event.text);
}

}   // namespace

RunPanel::RunPanel(Studio& studio, QWidget* parent) : SidePanelFrame(parent), studio_(studio) {
  setObjectName(u"runPanel"_s);
  makeLive();
  makePreview();
  SidePanelFrame::column()->addWidget(new SectionTitle(tr("Memory plan"), this));
  SidePanelFrame::column()->addSpacing(4);
  plan_ = new MemoryPlanView(this);
  SidePanelFrame::column()->addWidget(plan_);
  connect(plan_, &MemoryPlanView::remedyChosen, this, [this](const QStringList& assignments) {
    for (const QString& assignment : assignments) (void)studio_.setField(assignment.toStdString()).ok();
  });
  SidePanelFrame::column()->addStretch();
  makeActions();
  connect(&studio_, &Studio::recipeChanged, this, &RunPanel::showPreview);
  connect(&studio_, &Studio::modelChanged, this, &RunPanel::showPreview);
  connect(&studio_, &Studio::dataChanged, this, &RunPanel::showPreview);
  connect(&studio_, &Studio::selectionChanged, this, &RunPanel::showPreview);
  connect(&studio_, &Studio::planChanged, this, [this] {
    if (studio_.plan()) plan_->setPlan(*studio_.plan());
    showPreview();
  });
  connect(&studio_.run(), &RunMonitor::changed, this, &RunPanel::showLive);
  connect(&studio_.engine(), &Engine::jobProgressed, this, &RunPanel::showUnits);
  connect(&studio_.run(), &RunMonitor::stageChanged, this, &RunPanel::showActions);
  showPreview();
  showActions();
}

KeyValueRow* RunPanel::row(QWidget* parent, const QString& name) {
  auto* made = new KeyValueRow(name, {}, parent);
  parent->layout()->addWidget(made);
  return made;
}

void RunPanel::makePreview() {
  preview_ = ui::column(this);
  preview_->layout()->addWidget(new SectionTitle(tr("Run preview"), preview_));
  for (const QString& name :
       {tr("Method"), tr("Trains"), tr("Rows"), tr("Per step"), tr("Steps"), tr("Learning rate"), tr("Delta, about")})
    preview_rows_.push_back(row(preview_, name));
  preview_rows_.front()->setToolTip(wrappedTip(explained(Term::Rank) + u"\n\n"_s + explained(Term::Density)));
  preview_rows_.back()->setToolTip(wrappedTip(explained(Term::Delta)));
  SidePanelFrame::column()->addWidget(preview_);
}

void RunPanel::makeLive() {
  live_ = ui::column(this);
  auto* caption = new SectionTitle(tr("Run"), live_);
  live_->layout()->addWidget(caption);
  step_ = new Text({}, TextRole::BigValue, Tone::Text, live_);
  live_->layout()->addWidget(step_);
  progress_ = new ThinProgress(live_);
  live_->layout()->addWidget(progress_);
  for (const QString& name : {tr("Left"), tr("Phase"), tr("Speed"), tr("Learning rate"), tr("Name")})
    live_rows_.push_back(row(live_, name));
  live_buttons_ = new QWidget(live_);
  auto* grid = new QGridLayout(live_buttons_);
  grid->setContentsMargins(0, measure::kGapSmall, 0, 0);
  const auto button = [&](const QString& label, const QString& name, int place) {
    auto* made = new Button(label, Button::Kind::Normal, live_buttons_);
    made->setObjectName(name);
    grid->addWidget(made, place / 2, place % 2);
    return made;
  };
  pause_ = button(tr("Pause"), u"pauseRun"_s, 0);
  stop_ = button(tr("Stop…"), u"stopRun"_s, 1);
  save_ = button(tr("Save now"), u"saveNow"_s, 2);
  sample_ = button(tr("Ask now…"), u"sampleNow"_s, 3);
  refresh_ = button(tr("Renew now"), u"refreshNow"_s, 4);
  rate_ = button(tr("Learning rate…"), u"changeRate"_s, 5);
  live_->layout()->addWidget(live_buttons_);
  RunMonitor& run = studio_.run();
  connect(pause_, &Button::clicked, this, [&run] { run.setPaused(run.stage() != RunStage::Paused); });
  connect(stop_, &Button::clicked, this, &RunPanel::askToStop);
  connect(save_, &Button::clicked, this, [&run] { run.post(lift::SaveNow{}); });
  connect(refresh_, &Button::clicked, this, [&run] { run.post(lift::RefreshNow{}); });
  connect(sample_, &Button::clicked, this, [this, &run] {
    askForText(this, tr("Ask the model now"), tr("It answers at the end of the present step:"), {},
               [&run](const QString& prompt) {
                 if (!prompt.isEmpty()) run.post(lift::SampleNow{prompt.toStdString(), {}});
               });
  });
  connect(rate_, &Button::clicked, this, [this, &run] {
    askForNumber(this, tr("Change the learning rate"), tr("New peak of the schedule:"), run.peakLearningRate(),
                 rateTrouble, [&run](double rate) { run.post(lift::SetLearningRate{rate}); });
  });
  live_events_ = ui::column(live_);
  live_events_->layout()->setContentsMargins(0, measure::kGap, 0, 0);
  live_events_->layout()->addWidget(new SectionTitle(tr("Events"), live_events_));
  for (std::size_t i = 0; i < kShownEvents; ++i) events_.push_back(row(live_events_, {}));
  live_->layout()->addWidget(live_events_);
  SidePanelFrame::column()->addWidget(live_);
}

void RunPanel::makeActions() {
  warnings_ = new Text({}, TextRole::Body, Tone::HeldOut, this);
  warnings_->setObjectName(u"runWarnings"_s);
  warnings_->setWordWrap(true);
  bottom()->addWidget(warnings_);
  start_ = new PrimaryButton(tr("Start training"), this);
  start_->setObjectName(u"startRun"_s);
  connect(start_, &PrimaryButton::clicked, this, &RunPanel::startOrSayWhy);
  next_ = new Button({}, Button::Kind::Normal, this);
  next_->setObjectName(u"nextStep"_s);
  next_->setMinimumHeight(start_->minimumHeight());
  connect(next_, &Button::clicked, this, [this] { Q_EMIT studio_.stageRequested(next_stage_); });
  bottom()->addWidget(next_);
  bottom()->addWidget(start_);
}

void RunPanel::startOrSayWhy() { studio_.startRun(); }

void RunPanel::askToStop() {
  RunMonitor& run = studio_.run();
  ask(this, u"askToStop"_s, tr("Stop the run?"), tr("The present step is finished first."),
      tr("A saved run can go on later exactly where it was. Without saving, what it learned is lost."),
      {{tr("Keep going"), Answer::Kind::Keep, {}},
       {tr("Stop and save"), Answer::Kind::Proceed, [&run] { run.stop(lift::StopKind::SaveAndStop); }},
       {tr("Stop without saving"), Answer::Kind::Destroy, [&run] { run.stop(lift::StopKind::StopWithoutSaving); }}});
}

void RunPanel::showPreview() {
  const lift::Recipe& recipe = studio_.recipe();
  const lift::SelectionConfig& s = recipe.selection;
  preview_rows_[0]->setValue(
      !lift::method_selects(recipe.train.method) ? methodWords(recipe)
      : s.budget_rank ? tr("%1, R %2, budget %3").arg(methodWords(recipe)).arg(s.rank).arg(s.budget_rank)
                      : tr("%1, R %2, %3").arg(methodWords(recipe)).arg(s.rank).arg(percentWords(s.density)));
  const auto& plan = studio_.plan();
  preview_rows_[1]->setValue(plan ? tr("%1 weights").arg(countWords(plan->trainable)) : u"–"_s, Tone::Accent);
  const auto& data = studio_.data();
  preview_rows_[2]->setValue(
      data ? data->train_truncated
                 ? tr("%1, %2 of them cut").arg(countWords(data->train_rows), countWords(data->train_truncated))
                 : countWords(data->train_rows)
           : u"–"_s);
  preview_rows_[3]->setValue(tr("%n row(s)", nullptr, static_cast<int>(recipe.train.batch_rows)));
  preview_rows_[4]->setValue(plan ? countWords(plan->steps) : u"–"_s);
  preview_rows_[5]->setValue(rateWords(recipe.optimizer.learning_rate) + u", "_s +
                             scheduleWords(recipe.optimizer.schedule));
  preview_rows_[6]->setValue(plan ? bytesWords(static_cast<double>(plan->delta_bytes)) : u"–"_s);
  showActions();
}

void RunPanel::showLive() {
  const RunMonitor& run = studio_.run();
  const std::int64_t total = run.begin() ? run.begin()->total_steps : 0;
  step_->setText(total ? tr("step %1 of %2").arg(countWords(run.step()), countWords(total)) : tr("starting"));
  progress_->setFraction(total ? static_cast<double>(run.step()) / static_cast<double>(total) : -1);
  const auto left = run.secondsLeft();
  live_rows_[0]->setValue(left ? secondsWords(*left) : u"–"_s);
  live_rows_[1]->setValue(phaseWords(run.phase()));
  live_rows_[2]->setValue(run.tokensPerSecond() > 0 ? tr("%1 tokens/s").arg(numberWords(run.tokensPerSecond(), 0))
                                                    : u"–"_s);
  live_rows_[3]->setValue(tr("%1 at its peak").arg(rateWords(run.peakLearningRate())));
  const QFileInfo folder(run.begin() ? text(run.begin()->folder) : QString());
  live_rows_[4]->setValue(folder.fileName());
  live_rows_[4]->setToolTip(pathWords(folder.filePath()));
  const auto& events = run.events();
  for (std::size_t i = 0; i < kShownEvents; ++i) {
    const bool there = i < events.size();
    events_[i]->setVisible(there);
    if (!there) continue;
    const lift::RunEvent& event = events[events.size() - 1 - i];
    events_[i]->setName(countWords(event.step));
    events_[i]->setToolTip(words(event.text));
    events_[i]->setValue(eventWords(event), event.kind == lift::RunEvent::Kind::RetentionAlarm ||
                                                    event.kind == lift::RunEvent::Kind::Diverged
                                                ? Tone::Alarm
                                                : Tone::Text);
  }
}

// What takes a while within a run, an evaluation say, tells how far it is.
void RunPanel::showUnits(JobId, const QString& what, qint64 done, qint64 total) {
  const RunMonitor& run = studio_.run();
  if (!run.active() || total <= 0 || run.phase() == lift::RunPhase::Training) return;
  live_rows_[1]->setValue(tr("%1, %2 of %3").arg(what, countWords(done), countWords(total)));
}

void RunPanel::showActions() {
  const RunMonitor& run = studio_.run();
  const bool active = run.active();
  // What ended before it was prepared leaves nothing to show but its reason, which stands on the page.
  live_->setVisible(active || run.begin());
  preview_->setVisible(!active);
  live_buttons_->setVisible(active);
  // What is left and what is being done mean nothing once it has ended, and how it ended is on the page.
  for (std::size_t row : {0, 1}) live_rows_[row]->setVisible(active);
  live_events_->setVisible(active);
  pause_->setText(run.stage() == RunStage::Paused ? tr("Go on") : tr("Pause"));
  const bool stopping = run.stage() == RunStage::Stopping;
  for (Button* button : {pause_, stop_, save_, sample_, refresh_, rate_})
    button->setMissing(stopping                                               ? tr("The run is stopping")
                       : run.stage() == RunStage::Starting && button != stop_ ? tr("The run is starting")
                                                                              : QString());
  QStringList warnings;
  QString missing;
  for (const Studio::Check& check : studio_.checks()) {
    if (check.error && missing.isEmpty()) {
      missing = check.title;
      next_stage_ = check.stage;
    }
    if (!check.error) warnings << check.title + u": "_s + check.reason;
  }
  warnings_->setText(warnings.join(u'\n'));
  warnings_->setVisible(!warnings.isEmpty() && !active && studio_.data());   // first things first
  start_->setMissing(missing);
  // What is missing is one click away, unless the page that is shown asks for it already.
  const bool leads = !active && !missing.isEmpty() && next_stage_ != shown_;
  next_->setText(missing);
  next_->setVisible(leads);
  start_->setVisible(!active && !leads);
}

void RunPanel::setShownStage(Stage stage) {
  shown_ = stage;
  showActions();
}

}   // namespace ui
