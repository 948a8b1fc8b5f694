#include "ui/pages/results_page.h"

#include <limits>

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "core/session/outcome_words.h"
#include "ui/engine/session_tiles.h"
#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/open_result.h"
#include "ui/panels/answers_card.h"
#include "ui/panels/chat_panel.h"
#include "ui/panels/export_panel.h"
#include "ui/panels/sample_timeline.h"
#include "ui/plots/heat_map_overview.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kStackBelow = 680;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString fromTo(const std::optional<double>& before, const std::optional<double>& after) {
  if (!before || !after) return ResultsPage::tr("not measured");
  return u"%1 → %2"_s.arg(numberWords(*before, 4), numberWords(*after, 4));
}

}   // namespace

ResultsPage::ResultsPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Results"), tr("What was learned, what was kept, and where in the model it lies."), parent),
      studio_(studio) {
  setObjectName(u"resultsPage"_s);
  auto* upper = new ReflowRow(kStackBelow, this);
  makeNumbers(upper);
  makePassport(upper);
  column()->addWidget(upper);
  answers_ = new AnswersCard(this);
  column()->addWidget(answers_);
  chat_ = new ChatPanel(studio_, this);
  column()->addWidget(chat_);
  samples_card_ = new Card(tr("Same question, as it learned"), this);
  samples_card_->setObjectName(u"pastAnswers"_s);
  samples_ = new SampleTimeline(samples_card_);
  samples_card_->body()->addWidget(samples_);
  samples_card_->hide();   // until a run with answers is shown
  column()->addWidget(samples_card_);
  makeWhere();
  export_ = new ExportPanel(studio_, this);
  column()->addWidget(export_);
  column()->addStretch(1);
  EmptyState& empty = makeEmpty(
      u"results"_s, tr("No result yet"),
      tr("Train a delta, open one of an earlier run on the Runs page, or an adapter of another program here. It is "
         "shown: what was learned, what was kept, and where it lies."));
  connect(empty.addAction(tr("Go to training")), &PrimaryButton::clicked, this,
          [this] { Q_EMIT studio_.stageRequested(Stage::Train); });
  auto* elsewhere = empty.addSecondAction(tr("Open one…"));
  elsewhere->setObjectName(u"openElsewhere"_s);
  connect(elsewhere, &Button::clicked, this, [this, elsewhere] { openResult(*elsewhere, studio_); });
  connect(&studio_, &Studio::deltaChanged, this, &ResultsPage::refresh);
  connect(&studio_, &Studio::modelChanged, this, &ResultsPage::refresh);
  connect(&studio_.run(), &RunMonitor::stageChanged, this, [this] { chat_->setAvailable(!studio_.delta().empty()); });
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Results)
      banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
  });
  refresh();
}

void ResultsPage::makeNumbers(ReflowRow* row) {
  numbers_card_ = new Card(tr("Before and after"), this);
  for (const QString& name :
       {tr("Held-out loss"), tr("Retention probe"), tr("Old knowledge"), tr("Speed"), tr("Peak memory"), tr("Time")}) {
    numbers_.push_back(new KeyValueRow(name, {}, numbers_card_));
    numbers_card_->body()->addWidget(numbers_.back());
  }
  kept_words_ = new Text({}, TextRole::Body, Tone::Muted, numbers_card_);
  kept_words_->setWordWrap(true);
  numbers_card_->body()->addWidget(kept_words_);
  numbers_card_->body()->addStretch();
  row->add(numbers_card_, 1);
}

void ResultsPage::makePassport(ReflowRow* row) {
  auto* card = new Card(tr("The delta's passport"), this);
  card->explain(termWords(Term::Delta), explained(Term::Delta));
  auto* other = new WordButton(tr("open…"), card);
  other->setObjectName(u"openResult"_s);
  connect(other, &WordButton::clicked, this, [this, other] { openResult(*other, studio_); });
  card->addControl(other);
  for (const QString& name :
       {tr("Base"), tr("Changed"), tr("Size"), tr("Steps"), tr("Base's fingerprint"), tr("File")}) {
    passport_.push_back(new KeyValueRow(name, {}, card, name == tr("File")));
    card->body()->addWidget(passport_.back());
  }
  card->body()->addStretch();
  row->add(card, 1);
}

void ResultsPage::makeWhere() {
  auto* row = new ReflowRow(kStackBelow, this);
  where_card_ = new Card(tr("Where it learned"), this);
  overview_value_ = new SegmentedSwitch(tr("Value"), {tr("share changed"), tr("mean change")}, where_card_);
  where_card_->addControl(overview_value_);
  overview_ = new HeatMapOverview(tr("Changed weights: layers down, projections across"), where_card_);
  overview_->setMap(ColourMap::Cividis);
  overview_->setMinimumHeight(300);
  overview_->setEmptyWords(tr("After a run this shows where weights changed."));
  connect(overview_, &HeatMapOverview::picked, this, &ResultsPage::pickMatrix);
  connect(overview_value_, &SegmentedSwitch::currentChanged, this, &ResultsPage::paintOverview);
  where_card_->addControl(overview_->makeMenuButton());
  where_card_->body()->addWidget(overview_, 1);
  row->add(where_card_, 2);
  tiles_card_ = new Card(tr("One matrix"), this);
  tiles_ = new TileHeatMap(tr("Changed weights of one matrix"), tiles_card_);
  tiles_->setMinimumHeight(300);
  tiles_->setCounts(TileHeatMap::Counts::Changed);
  tiles_->setEmptyWords(tr("Pick a matrix in the grid."));
  changed_ = new SessionTiles(studio_, SessionTiles::Of::Changes, this);
  place_ = new Text({}, TextRole::Body, Tone::Muted, tiles_card_);
  place_->setElide(Qt::ElideRight);
  connect(tiles_, &TileHeatMap::placeChanged, place_, &Text::setFullText);
  tiles_card_->addControl(tiles_->makeMenuButton());
  tiles_card_->body()->addWidget(tiles_, 1);
  tiles_card_->body()->addWidget(place_);
  row->add(tiles_card_, 3);
  column()->addWidget(row);
}

void ResultsPage::refresh() {
  const std::filesystem::path& delta = studio_.delta();
  chat_->setAvailable(!delta.empty());
  export_->setDelta(delta);
  showEmpty(delta.empty());
  if (delta.empty()) return;
  banner().dismiss();
  for (KeyValueRow* number : numbers_) number->setValue(u"–"_s, Tone::Muted);
  samples_card_->hide();   // until they are read
  answers_->clear();
  kept_words_->hide();
  studio_.engine().submit(
      {tr("Reading the runs"), u"result's run"_s, false}, this,
      [folder = delta.parent_path()](lift::Session& session, const lift::TaskContext&) {
        return session.history(folder);
      },
      [this](lift::Result<lift::RunHistory> history) {
        if (history.ok()) showRun(*history);   // a delta that was copied elsewhere has no log beside it
      });
  studio_.engine().submit(
      {tr("Counting what changed"), u"changes"_s, false}, this,
      [](lift::Session& session, const lift::TaskContext&) {
        return lift::Result<lift::ChangeSummary>(session.changes());
      },
      [this](lift::Result<lift::ChangeSummary> changes) {
        if (changes.ok()) showChanges(*changes);
      });
  studio_.engine().submit(
      {tr("Reading the passport"), u"passport"_s, false}, this,
      [delta](lift::Session& session, const lift::TaskContext&) { return session.delta_info(delta); },
      [this](lift::Result<lift::DeltaInfo> info) {
        if (info.ok()) showDelta(*info);
      });
}

// What its run has measured and written down, now or long ago.
void ResultsPage::showRun(const lift::RunHistory& history) {
  const lift::RunSummary& run = history.summary;
  if (run.tokens_per_second > 0) numbers_[3]->setValue(tr("%1 tokens/s").arg(numberWords(run.tokens_per_second, 0)));
  if (run.peak_bytes > 0) numbers_[4]->setValue(mebibytesWords(static_cast<double>(run.peak_bytes)));
  if (run.seconds > 0) numbers_[5]->setValue(secondsWords(run.seconds));
  samples_->setSamples(history.samples);
  samples_card_->setVisible(!history.samples.empty());
  answers_->setAnswers(history.answers, run.exact_before, run.exact_after);
  showKept(history.evaluations);
}

// The newest evaluation that asked the probe, against the base's.
void ResultsPage::showKept(const std::vector<lift::EvaluationMetrics>& evaluations) {
  lift::Sentence kept;
  for (const lift::EvaluationMetrics& metrics : evaluations)
    if (metrics.step > 0 && metrics.probe_score) kept = lift::knowledge_sentence(evaluations.front(), metrics);
  kept_words_->setText(words(kept));
  kept_words_->setVisible(!kept.empty());
}

void ResultsPage::showKept(std::optional<double> before, std::optional<double> after, std::optional<double> high,
                           std::int64_t items) {
  const bool measured = before && after;
  numbers_[1]->setValue(measured ? probeWords(*before, *after, items) : tr("not measured"), Tone::Base);
  numbers_[2]->setValue(measured ? keptWords(*before, *after, high) : tr("not measured"), Tone::Base);
}

void ResultsPage::showChanges(const lift::ChangeSummary& changes) {
  changes_ = changes;
  paintOverview();
  const auto most =
      std::ranges::max_element(changes_.matrices, {}, [](const lift::MatrixChange& m) { return m.changed; });
  if (most != changes_.matrices.end() && studio_.model())
    pickMatrix(most->id.layer, static_cast<int>(studio_.model()->config.layer.column_of(most->id.projection)));
}

void ResultsPage::showDelta(const lift::DeltaInfo& info) {
  const lift::Manifest& manifest = info.manifest;
  passport_[0]->setValue(studio_.model() ? modelWords(text(studio_.openedAs())) : text(manifest.model_name));
  passport_[0]->setToolTip(text(manifest.model_name));
  passport_[1]->setValue(tr("%1 of %2 weights").arg(countWords(manifest.changed()), countWords(manifest.parameters())),
                         Tone::Accent);
  passport_[2]->setValue(
      tr("%1, %2 bytes a weight")
          .arg(bytesWords(static_cast<double>(info.file_bytes)), numberWords(info.bytes_per_entry(), 2)));
  passport_[3]->setValue(countWords(manifest.steps));
  passport_[4]->setValue(manifest.tensors.empty() ? QString()
                                                  : text(manifest.tensors.front().base.hex().substr(0, 16)) + u"…"_s);
  passport_[5]->setValue(pathWords(text(studio_.delta().string())));
  const lift::DeltaMetrics& m = manifest.metrics;
  numbers_[0]->setValue(fromTo(m.held_out_loss_before, m.held_out_loss_after), Tone::HeldOut);
  showKept(m.probe_score_before, m.probe_score_after, m.retention_high, 0);
}

void ResultsPage::paintOverview() {
  if (!studio_.model() || changes_.matrices.empty()) return overview_->setValues(0, {}, {});
  const int layers = static_cast<int>(studio_.model()->config.layer_count);
  QStringList names;
  const lift::LayerPlan& plan = studio_.model()->config.layer;
  const std::vector<lift::Projection> columns = plan.matrices();
  for (const lift::Projection projection : columns) names << QString::fromUtf8(lift::name_of(projection).data());
  const auto width = static_cast<std::int64_t>(columns.size());
  std::vector<double> values(static_cast<std::size_t>(layers * width), std::numeric_limits<double>::quiet_NaN());
  const bool share = overview_value_->current() == 0;
  for (const lift::MatrixChange& m : changes_.matrices)
    values[static_cast<std::size_t>(m.id.layer * width + plan.column_of(m.id.projection))] =
        share ? static_cast<double>(m.changed) / static_cast<double>(std::max<std::int64_t>(1, m.rows * m.columns))
              : m.mean_change;
  overview_->setValueWords([share](double value) { return share ? percentWords(value, 2) : rateWords(value); });
  overview_->setValues(layers, names, std::move(values));
}

void ResultsPage::pickMatrix(int layer, int column) {
  if (!studio_.model()) return;
  const lift::MatrixId id{layer, studio_.model()->config.layer.matrices().at(static_cast<std::size_t>(column))};
  for (const lift::MatrixChange& m : changes_.matrices) {
    if (m.id != id) continue;
    changed_->setMatrix(id);
    tiles_->setMatrix(changed_, m.rows, m.columns);
    tiles_card_->setTitle(text(lift::short_name(id)));
    tiles_card_->setNote(tr("%1 changed").arg(countWords(m.changed)));
    overview_->setToolTip(tr("%1: %2 changed, on average by %3")
                              .arg(text(lift::short_name(id)), countWords(m.changed), rateWords(m.mean_change)));
    overview_->setCurrent(layer, column);
  }
}

}   // namespace ui
