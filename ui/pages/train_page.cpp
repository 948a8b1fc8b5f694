#include "ui/pages/train_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/go_on.h"
#include "ui/pages/model_first.h"
#include "ui/panels/answers_card.h"
#include "ui/panels/recipe_form.h"
#include "ui/panels/sample_timeline.h"
#include "ui/plots/line_plot.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/metric_card.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::ptrdiff_t kSparklinePoints = 512;

std::vector<float> recent(const lift::MetricSeries& series) {
  const auto buckets = series.buckets();
  std::vector<float> values;
  for (const lift::SeriesBucket& bucket :
       buckets.last(static_cast<std::size_t>(std::min(std::ssize(buckets), kSparklinePoints))))
    values.push_back(static_cast<float>(bucket.last));
  return values;
}

}   // namespace

TrainPage::TrainPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Training"), tr("How the principal weights learn, and what becomes of what the model knew."),
                parent),
      studio_(studio) {
  setObjectName(u"trainPage"_s);
  view_ = new SegmentedSwitch(tr("View"), {tr("Recipe"), tr("Live")}, this);
  view_->setObjectName(u"trainView"_s);
  addHeadControl(view_);
  stack_ = new PageStack(this);
  stack_->addWidget(new RecipeForm(studio_, stack_));
  makeLive();
  stack_->addWidget(live_);
  column()->addWidget(stack_, 1);
  makeModelFirst(*this, studio_, u"train"_s,
                 tr("Then the recipe stands here as a form, and once it trains, its curves."));
  connect(view_, &SegmentedSwitch::currentChanged, this, [this](int index) {
    stack_->setCurrentIndex(index);
    scrollToTop();   // the place in the recipe is none in the curves
  });
  connect(&studio_.run(), &RunMonitor::begun, this, &TrainPage::forget);
  connect(&studio_.run(), &RunMonitor::stepTaken, this,
          [this](const lift::StepMetrics& metrics) { loss_->append(loss_series_, metrics.step, metrics.loss); });
  connect(&studio_.run(), &RunMonitor::wentBack, this, &TrainPage::forgetAfter);
  connect(&studio_.run(), &RunMonitor::changed, this, &TrainPage::showLive);
  connect(&studio_.run(), &RunMonitor::stageChanged, this, &TrainPage::showStage);
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage != Stage::Train) return;
    banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
    // The same loss would not be a number again.
    const bool worth = error.code != lift::ErrorCode::NonFinite && studio_.run().error();
    if (const auto& begin = studio_.run().begin(); begin && worth) offerToGoOn(banner(), this, studio_, begin->folder);
  });
}

void TrainPage::makeLive() {
  live_ = new QWidget(this);
  auto* column = new QVBoxLayout(live_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(measure::kGapLarge);
  auto* plots = new QHBoxLayout;
  plots->setSpacing(measure::kGapLarge);
  makeLoss(plots);
  makeRetention(plots);
  column->addLayout(plots, 3);
  makeCards();
  auto* cards = new FlowRow(measure::kGap, live_);
  for (MetricCard* card : {speed_, norm_, rate_, kept_, memory_}) cards->add(card);
  column->addWidget(cards);
  answers_ = new AnswersCard(live_);
  column->addWidget(answers_);
  makeSamples();
  column->addWidget(samples_card_, 2);
}

void TrainPage::makeLoss(QHBoxLayout* row) {
  loss_card_ = new Card(tr("Loss"), live_);
  auto* scale = new WordButton(tr("log"), loss_card_);
  scale->setCheckable(true);
  scale->setAccessibleName(tr("Logarithmic scale"));
  auto* smooth = new SegmentedSwitch(tr("Smoothing"), {tr("raw"), u"0.9"_s, u"0.97"_s}, loss_card_);
  smooth->setCurrent(1);
  loss_card_->addControl(smooth);
  loss_card_->addControl(scale);
  loss_ = new LinePlot(tr("Loss over steps"), loss_card_);
  loss_->setObjectName(u"lossPlot"_s);
  loss_card_->setValue(u"loss"_s, {}, Tone::Accent);   // before the held-out one
  loss_series_ = loss_->addSeries(tr("training"), LineKind::Curve, Tone::Accent);
  held_out_series_ = loss_->addSeries(tr("held-out"), LineKind::Rings, Tone::HeldOut);
  loss_->setEmptyWords(tr("The loss appears with the first step."));
  loss_->setSmoothing(0.9);
  loss_->setMinimumHeight(240);
  loss_->setAxisTitles(tr("step"), tr("loss"));
  smooth->setToolTip(wrappedTip(explained(Term::Smoothing)));
  connect(scale, &WordButton::toggled, loss_, [this](bool on) { loss_->setLogarithmic(on); });
  connect(smooth, &SegmentedSwitch::currentChanged, loss_, [this](int index) {
    loss_->setSmoothing(index == 0 ? 0 : index == 1 ? 0.9 : 0.97);
  });
  loss_card_->addControl(loss_->makeMenuButton());
  loss_card_->body()->addWidget(loss_, 1);
  row->addWidget(loss_card_, 3);
}

void TrainPage::makeRetention(QHBoxLayout* row) {
  retention_card_ = new Card(tr("Retention"), live_);
  retention_card_->setNote(tr("base = 100"));
  retention_ = new LinePlot(tr("Retention over steps"), retention_card_);
  retention_->setObjectName(u"retentionPlot"_s);
  retention_series_ = retention_->addSeries(tr("of the base model's score"), LineKind::Dots, Tone::Base);
  retention_->setValueWords(1, u" %"_s);
  retention_->setEmptyWords(
      tr("Without a retention probe nobody sees what is forgotten. Choose one on the data page."));
  retention_->setMinimumHeight(240);
  retention_->setAxisTitles(tr("step"), tr("% of the base model's score"));
  retention_card_->addControl(retention_->makeMenuButton());
  retention_card_->body()->addWidget(retention_, 1);
  row->addWidget(retention_card_, 2);
}

void TrainPage::makeCards() {
  speed_ = new MetricCard(tr("Tokens / s"), Tone::Accent, live_);
  norm_ = new MetricCard(tr("Gradient norm"), Tone::Muted, live_);
  rate_ = new MetricCard(tr("Learning rate"), Tone::Muted, live_);
  kept_ = new MetricCard(tr("Kept at renewal"), Tone::HeldOut, live_);
  memory_ = new MetricCard(tr("Memory"), Tone::Base, live_);
  kept_->setToolTip(wrappedTip(explained(Term::KeptAtRenewal)));
  norm_->setToolTip(wrappedTip(
      tr("How strongly the step's rows pull at the weights. It is cut at the recipe's largest norm; a sudden rise is a "
         "warning.")));
  retention_card_->explain(termWords(Term::Probe), explained(Term::Probe));
}

void TrainPage::makeSamples() {
  samples_card_ = new Card(tr("Same question, as it learns"), live_);
  samples_ = new SampleTimeline(samples_card_);
  samples_card_->body()->addWidget(samples_);
  samples_card_->body()->addStretch();
}

void TrainPage::forget() {
  loss_->clearData();
  retention_->clearData();
  loss_card_->setValue(u"loss"_s, {}, Tone::Accent);
  drawn_evaluations_ = drawn_refreshes_ = drawn_samples_ = 0;
  samples_->setSamples({});
  answers_->clear();
}

void TrainPage::forgetAfter(std::int64_t step) {
  loss_->truncateAfter(step);
  retention_->truncateAfter(step);
  drawn_evaluations_ = std::min(drawn_evaluations_, studio_.run().evaluations().size());
  drawn_refreshes_ = std::min(drawn_refreshes_, studio_.run().refreshes().size());
}

void TrainPage::appendNew() {
  const RunMonitor& run = studio_.run();
  for (; drawn_evaluations_ < run.evaluations().size(); ++drawn_evaluations_) {
    const lift::EvaluationMetrics& m = run.evaluations()[drawn_evaluations_];
    if (m.held_out_loss) {
      loss_->append(held_out_series_, m.step, *m.held_out_loss);
      loss_card_->setValue(u"held_out"_s, numberWords(*m.held_out_loss, 3), Tone::HeldOut, tr("held-out"));
    }
    if (m.exact) answers_->setAnswers(run.answers(), run.exactBefore(), run.exactNow());
    const std::optional<double> share = m.retention                    ? m.retention
                                        : m.step == 0 && m.probe_score ? std::optional<double>(1)
                                                                       : std::nullopt;
    if (!share) continue;
    retention_->append(retention_series_, m.step, 100 * *share, 100 * m.retention_low.value_or(*share),
                       100 * m.retention_high.value_or(*share));
    retention_card_->setValue(u"share"_s, percentWords(*share), m.alarm ? Tone::Alarm : Tone::Base);
  }
  for (; drawn_refreshes_ < run.refreshes().size(); ++drawn_refreshes_) {
    const lift::RefreshEvent& event = run.refreshes()[drawn_refreshes_];
    if (event.step > 0) loss_->addEvent({event.step, tr("renewed"), Tone::Muted});
  }
  if (drawn_samples_ != run.samples().size()) samples_->setSamples(run.samples());
  drawn_samples_ = run.samples().size();
}

void TrainPage::showLive() {
  const RunMonitor& run = studio_.run();
  if (run.begin()) {
    loss_->setTotalSteps(run.begin()->total_steps);
    retention_->setTotalSteps(run.begin()->total_steps);
  }
  retention_->setEmptyWords(
      !run.recipe() || run.recipe()->evaluate.probe_file.empty()
          ? tr("Without a retention probe nobody sees what is forgotten. Choose one on the data page.")
      : run.active() ? tr("The base model answers the probe first, then again after every evaluation.")
                     : tr("The probe was not measured in this run."));
  if (run.recipe()) {
    const double share = run.recipe()->evaluate.forget_alarm;
    retention_->setAlarm(100 * (1 - share), tr("may forget at most %1").arg(percentWords(share, 0)));
  }
  appendNew();
  if (const auto& last = run.lastStep()) {
    loss_card_->setValue(u"loss"_s, numberWords(loss_->lastSmoothed(loss_series_).value_or(last->loss), 3),
                         Tone::Accent);
    speed_->setValue(numberWords(run.tokensPerSecond(), 0));
    norm_->setValue(numberWords(last->gradient_norm, 3));
    rate_->setValue(rateWords(last->learning_rate));
    memory_->setValue(mebibytesWords(static_cast<double>(last->resident_bytes)));
  }
  speed_->setHistory(recent(run.speed()));
  norm_->setHistory(recent(run.gradientNorm()));
  rate_->setHistory(recent(run.learningRate()));
  memory_->setHistory(recent(run.memory()));
  std::vector<float> overlaps;
  for (const lift::RefreshEvent& event : run.refreshes())
    if (event.step > 0) overlaps.push_back(static_cast<float>(100 * event.overlap));
  kept_->setValue(overlaps.empty() ? u"–"_s : percentWords(overlaps.back() / 100));
  kept_->setHistory(std::move(overlaps));
}

void TrainPage::showStage(RunStage stage) {
  switch (stage) {
    case RunStage::Starting:
      banner().dismiss();
      view_->setCurrent(1);
      stack_->setCurrentIndex(1);
      break;
    case RunStage::Done:
      if (const auto& outcome = studio_.run().outcome()) sayEnd(outcome->summary);
      break;
    case RunStage::Paused:
      if (const auto& event = studio_.run().divergence()) sayDivergence(*event);
      break;
    case RunStage::Training: banner().dismiss(); break;
    case RunStage::Failed:
      // Before anything of it was there: what there is to see is the recipe, and why.
      if (studio_.run().begin()) break;
      view_->setCurrent(0);
      stack_->setCurrentIndex(0);
      break;
    case RunStage::Stopped:
      banner().say(Banner::Kind::Info, tr("Stopped and saved"),
                   tr("It can go on from the Runs page, exactly where it was."));
      break;
    case RunStage::Cancelled: banner().say(Banner::Kind::Info, tr("Stopped without saving")); break;
    case RunStage::Idle:
    case RunStage::Stopping: break;
  }
}

// Good news only where nothing became worse.
void TrainPage::sayEnd(const lift::RunSummary& run) {
  if (run.verdict.good()) {
    banner().say(Banner::Kind::Done, tr("Done. The delta is written."), gainWords(run));
  } else {
    QStringList lines{words(run.verdict.text()) + QLatin1Char('.')};
    if (!run.verdict.advice.empty()) lines << words(run.verdict.advice) + QLatin1Char('.');
    banner().say(Banner::Kind::Warning,
                 run.verdict.better.empty()
                     ? tr("The run has ended, and the model is worse than before. The delta is written.")
                     : tr("The run has ended: some is better, some worse. The delta is written."),
                 lines.join(u' '));
  }
  auto* results = banner().addAction(tr("See the results"));
  connect(results, &WordButton::clicked, this, [this] { Q_EMIT studio_.stageRequested(Stage::Results); });
}

void TrainPage::sayDivergence(const lift::RunEvent& event) {
  RunMonitor& run = studio_.run();
  const double lower = run.peakLearningRate() / 10;
  banner().say(Banner::Kind::Warning, tr("Paused: the loss climbs"), words(event.text) + QLatin1Char('.'));
  auto* back = banner().addAction(tr("Back, at a learning rate of %1").arg(rateWords(lower)));
  back->setObjectName(u"goBack"_s);
  back->setToolTip(tr("To the last saved state from before the climb, else to the start"));
  connect(back, &WordButton::clicked, this, [&run, lower] { run.post(lift::GoBack{lower}); });
  auto* on = banner().addAction(tr("Go on all the same"));
  on->setObjectName(u"goOnClimbing"_s);
  connect(on, &WordButton::clicked, this, [&run] { run.setPaused(false); });
}

}   // namespace ui
