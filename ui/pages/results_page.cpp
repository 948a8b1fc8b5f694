#include "ui/pages/results_page.h"

#include <limits>

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/engine/session_tiles.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/panels/chat_panel.h"
#include "ui/panels/export_panel.h"
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

namespace ui {

namespace {

constexpr int kStackBelow = 680;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString fromTo(const std::optional<double>& before, const std::optional<double>& after, bool percent) {
  if (!before || !after) return ResultsPage::tr("not measured");
  return percent ? QStringLiteral("%1 → %2").arg(percentWords(*before), percentWords(*after))
                 : QStringLiteral("%1 → %2").arg(numberWords(*before, 4), numberWords(*after, 4));
}

}   // namespace

ResultsPage::ResultsPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Results"), tr("What was learned, what was kept, and where in the model it lies."), parent),
      studio_(studio) {
  setObjectName(QStringLiteral("resultsPage"));
  auto* upper = new ReflowRow(kStackBelow, this);
  makeNumbers(upper);
  makePassport(upper);
  column()->addWidget(upper);
  chat_ = new ChatPanel(studio_, this);
  column()->addWidget(chat_);
  makeWhere();
  export_ = new ExportPanel(studio_, this);
  column()->addWidget(export_);
  column()->addStretch(1);
  EmptyState& empty = makeEmpty(
      QStringLiteral("results"), tr("No result yet"),
      tr("Train a delta, or open one of an earlier run on the Runs page. It is shown here: what was learned, what was kept, and where it lies."));
  connect(empty.addAction(tr("Go to training")), &PrimaryButton::clicked, this,
          [this] { Q_EMIT studio_.stageRequested(Stage::Train); });
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
  for (const QString& name : {tr("Held-out loss"), tr("Retention probe"), tr("Kept of the base"), tr("Speed"),
                              tr("Peak memory"), tr("Time")}) {
    numbers_.push_back(new KeyValueRow(name, {}, numbers_card_));
    numbers_card_->body()->addWidget(numbers_.back());
  }
  numbers_card_->body()->addStretch();
  row->add(numbers_card_, 1);
}

void ResultsPage::makePassport(ReflowRow* row) {
  auto* card = new Card(tr("The delta's passport"), this);
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
  showOutcome();
  studio_.engine().submit(
      {tr("Counting what changed"), QStringLiteral("changes"), false}, this,
      [](lift::Session& session, const lift::TaskContext&) {
        return lift::Result<lift::ChangeSummary>(session.changes());
      },
      [this](lift::Result<lift::ChangeSummary> changes) {
        if (changes.ok()) showChanges(*changes);
      });
  studio_.engine().submit(
      {tr("Reading the passport"), QStringLiteral("passport"), false}, this,
      [delta](lift::Session& session, const lift::TaskContext&) { return session.delta_info(delta); },
      [this](lift::Result<lift::DeltaInfo> info) {
        if (info.ok()) showDelta(*info);
      });
}

// Of this sitting's run; a delta that was opened knows its own numbers.
bool ResultsPage::isOfRun() const {
  const auto& outcome = studio_.run().outcome();
  return outcome && outcome->summary.delta == studio_.delta();
}

void ResultsPage::showOutcome() {
  for (KeyValueRow* number : numbers_) number->setValue(QStringLiteral("–"), Tone::Muted);
  if (!isOfRun()) return;
  const lift::RunOutcome& outcome = *studio_.run().outcome();
  if (outcome.before && outcome.after) {
    numbers_[0]->setValue(fromTo(outcome.before->held_out_loss, outcome.after->held_out_loss, false), Tone::HeldOut);
    numbers_[1]->setValue(fromTo(outcome.before->probe_score, outcome.after->probe_score, true), Tone::Base);
    numbers_[2]->setValue(outcome.after->retention ? percentWords(*outcome.after->retention) : tr("not measured"),
                          Tone::Base);
  }
  numbers_[3]->setValue(tr("%1 tokens/s").arg(numberWords(outcome.tokens_per_second, 0)));
  numbers_[4]->setValue(mebibytesWords(static_cast<double>(outcome.peak_bytes)));
  numbers_[5]->setValue(secondsWords(outcome.summary.seconds));
}

void ResultsPage::showChanges(const lift::ChangeSummary& changes) {
  changes_ = changes;
  paintOverview();
  const auto most =
      std::ranges::max_element(changes_.matrices, {}, [](const lift::MatrixChange& m) { return m.changed; });
  if (most != changes_.matrices.end()) pickMatrix(most->id.layer, static_cast<int>(most->id.projection));
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
  passport_[4]->setValue(manifest.tensors.empty()
                             ? QString()
                             : text(manifest.tensors.front().base.hex().substr(0, 16)) + QStringLiteral("…"));
  passport_[5]->setValue(pathWords(text(studio_.delta().string())));
  if (!isOfRun()) {
    const lift::DeltaMetrics& m = manifest.metrics;
    numbers_[0]->setValue(fromTo(m.held_out_loss_before, m.held_out_loss_after, false), Tone::HeldOut);
    numbers_[1]->setValue(fromTo(m.probe_score_before, m.probe_score_after, true), Tone::Base);
    numbers_[2]->setValue(m.retention ? percentWords(*m.retention) : tr("not measured"), Tone::Base);
  }
}

void ResultsPage::paintOverview() {
  if (!studio_.model() || changes_.matrices.empty()) return overview_->setValues(0, {}, {});
  const int layers = static_cast<int>(studio_.model()->config.layer_count);
  QStringList names;
  for (const lift::Projection projection : lift::kProjections)
    names << QString::fromUtf8(lift::name_of(projection).data());
  std::vector<double> values(static_cast<std::size_t>(layers * lift::kProjectionCount),
                             std::numeric_limits<double>::quiet_NaN());
  const bool share = overview_value_->current() == 0;
  for (const lift::MatrixChange& m : changes_.matrices)
    values[static_cast<std::size_t>(m.id.layer * lift::kProjectionCount + static_cast<int>(m.id.projection))] =
        share ? static_cast<double>(m.changed) / static_cast<double>(std::max<std::int64_t>(1, m.rows * m.columns))
              : m.mean_change;
  overview_->setValueWords([share](double value) { return share ? percentWords(value, 2) : rateWords(value); });
  overview_->setValues(layers, names, std::move(values));
}

void ResultsPage::pickMatrix(int layer, int column) {
  const lift::MatrixId id{layer, lift::kProjections[static_cast<std::size_t>(column)]};
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
