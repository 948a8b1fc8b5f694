// The selection page's singular values: the survey of the base, and what a run or a delta makes of a matrix.
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/engine/session_tiles.h"
#include "ui/pages/selection_page.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"

namespace ui {

namespace {

// Between looks at what a training matrix has become; where a look costs much, at most one part in twenty of the run.
constexpr qint64 kLookAgainMs = 4000, kCostShare = 20;

QString name(lift::MatrixId id) { return QString::fromStdString(lift::short_name(id)); }

}   // namespace

void SelectionPage::makeSpectra(ReflowRow* row) {
  auto* card = new Card(tr("Singular values"), this);
  spectra_what_ = new SegmentedSwitch(tr("Matrices"), {tr("this one"), tr("its layer"), tr("all layers")}, card);
  spectra_what_->setObjectName(QStringLiteral("spectraMatrices"));
  spectra_show_ = new SegmentedSwitch(tr("Show"), {tr("values"), tr("energy")}, card);
  spectra_scale_ = new SegmentedSwitch(tr("Scale"), {tr("log"), tr("linear")}, card);
  card->addControl(spectra_show_);
  spectra_plot_ = new SpectrumPlot(tr("Singular values over their rank"), card);
  spectra_plot_->setObjectName(QStringLiteral("spectrumPlot"));
  spectra_plot_->setMinimumHeight(260);
  spectra_plot_->setEmptyWords(tr("Open a model to see its singular values."));
  connect(spectra_what_, &SegmentedSwitch::currentChanged, this, [this] {
    showSpectra();
    askBase();
  });
  connect(spectra_show_, &SegmentedSwitch::currentChanged, spectra_plot_, [this](int index) {
    spectra_plot_->setShow(index == 0   ? SpectrumPlot::Show::Values
                           : index == 1 ? SpectrumPlot::Show::Energy
                                        : SpectrumPlot::Show::Change);
    spectra_scale_->setEnabled(index == 0);
  });
  connect(spectra_scale_, &SegmentedSwitch::currentChanged, spectra_plot_,
          [this](int index) { spectra_plot_->setLogarithmic(index == 0); });
  connect(spectra_plot_, &SpectrumPlot::rankPicked, this,
          [this](int rank) { set(QStringLiteral("selection.rank=%1").arg(rank)); });
  card->addControl(spectra_plot_->makeMenuButton());
  card->body()->addWidget(spectra_plot_, 1);
  legend_ = new Legend(card);
  card->body()->addWidget(legend_);
  auto* below = new QHBoxLayout;   // the head is too narrow for it at 1280
  below->addWidget(spectra_what_);
  below->addStretch();
  below->addWidget(spectra_scale_);
  card->body()->addLayout(below);
  row->add(card, 5);
}

// Layer by layer, so that other questions are answered in between.
void SelectionPage::surveyNextLayer() {
  if (surveying_ || !studio_.model() || surveyed_layers_ >= studio_.model()->config.layer_count ||
      studio_.run().active())
    return;
  surveying_ = true;
  std::vector<lift::MatrixId> matrices;
  for (const lift::Projection projection : lift::kProjections) matrices.push_back({surveyed_layers_, projection});
  studio_.engine().submit(
      {tr("Computing spectra"), {}, true}, this,
      [matrices](lift::Session& session, const lift::TaskContext& task) {
        return session.base_spectra(matrices, task);
      },
      [this, matrices, survey = survey_](lift::Result<std::vector<lift::Spectrum>> spectra) {
        surveying_ = false;
        if (!spectra.ok()) return;
        if (survey != survey_) {
          if (isVisible()) surveyNextLayer();
          return;
        }
        takeBase(matrices, std::move(*spectra));
        if (isVisible()) surveyNextLayer();
      });
}

// In the plot of singular values, as its switch stands.
bool SelectionPage::isShown(lift::MatrixId id) const {
  switch (spectra_what_->current()) {
    case 0: return id == current_;
    case 1: return id.layer == current_.layer;
    default: return id.projection == current_.projection;
  }
}

void SelectionPage::showSpectra() {
  std::vector<SpectrumPlot::Curve> curves;
  std::vector<Legend::Entry> legend;
  const int what = spectra_what_->current();
  const auto add = [&](lift::MatrixId id, const lift::Spectrum& spectrum, bool now) {
    const int colour = what == 2 ? id.layer % 8 : static_cast<int>(id.projection);
    curves.push_back({name(id), spectrum.singular_values, spectrum.total_energy, now, colour});
    if (what < 2) legend.push_back({now ? tr("%1 now").arg(name(id)) : name(id), SpectrumPlot::colourOf(colour), now});
  };
  for (const auto& [id, spectrum] : spectra_) {
    if (!isShown(id)) continue;
    add(id, spectrum, false);
    if (now_ && now_->first == id) add(id, now_->second, true);
  }
  if (now_ && now_->first == current_ && !spectra_.contains(current_))
    add(current_, now_->second, true);   // its base was never looked at
  const bool changed = std::ranges::any_of(curves, &SpectrumPlot::Curve::dashed);
  spectra_show_->setChoices(changed ? QStringList{tr("values"), tr("energy"), tr("change")}
                                    : QStringList{tr("values"), tr("energy")});
  spectra_plot_->setCurves(std::move(curves));
  legend_->setEntries(std::move(legend));
}

// What the picked matrix has become: with the delta, or in the middle of a run. Dashed beside its base.
void SelectionPage::askNow() {
  const bool differs =
      studio_.run().active() ? studio_.run().step() > 0 && studio_.runsOpenModel() : studio_.differsFromBase();
  if (!differs || !studio_.model()) {
    now_.reset();
    return showSpectra();
  }
  if (!isVisible() || asking_now_) return;
  asking_now_ = true;
  studio_.engine().submit(
      {tr("Computing the spectrum of now"), {}, true}, this,
      [id = current_](lift::Session& session, const lift::TaskContext& task) {
        return session.spectra(std::span(&id, 1), task);
      },
      [this, id = current_, survey = survey_](lift::Result<std::vector<lift::Spectrum>> spectra) {
        asking_now_ = false;
        if (spectra.ok() && survey == survey_) now_.emplace(id, std::move(spectra->front()));
        if (id != current_) askNow();
        showSpectra();
      });
}

// Beside a run: what the plot shows and no survey has reached at once, the rest of the model at a pace that costs
// little.
std::optional<lift::MatrixId> SelectionPage::nextBase() const {
  std::vector<lift::MatrixId> missing;
  for (std::int32_t layer = 0; layer < studio_.model()->config.layer_count; ++layer)
    for (const lift::Projection projection : lift::kProjections)
      if (!spectra_.contains({layer, projection})) missing.push_back({layer, projection});
  if (std::ranges::find(missing, current_) != missing.end()) return current_;
  const auto shown = std::ranges::find_if(missing, [this](lift::MatrixId id) { return isShown(id); });
  if (shown != missing.end()) return *shown;
  if (missing.empty() || (rested_.isValid() && !rested_.hasExpired(rest_ms_))) return {};
  return missing.front();
}

void SelectionPage::askBase() {
  if (!studio_.model() || !studio_.run().active() || !studio_.runsOpenModel() || !isVisible() || asking_base_) return;
  const auto id = nextBase();
  if (!id) return;
  asking_base_ = true;
  studio_.engine().submit(
      {tr("Computing spectra"), {}, true}, this,
      [id = *id](lift::Session& session, const lift::TaskContext& task) {
        return session.base_spectra(std::span(&id, 1), task);
      },
      [this, id = *id, survey = survey_,
       cost_ms = studio_.engine().betweenStepsMs()](lift::Result<std::vector<lift::Spectrum>> spectra) {
        asking_base_ = false;
        rest_ms_ = kCostShare * (studio_.engine().betweenStepsMs() - cost_ms);
        rested_.start();
        if (!spectra.ok()) return;
        if (survey == survey_) takeBase({id}, std::move(*spectra));
        askBase();
      });
}

void SelectionPage::takeBase(const std::vector<lift::MatrixId>& matrices, std::vector<lift::Spectrum> spectra) {
  for (std::size_t i = 0; i < matrices.size(); ++i) spectra_[matrices[i]] = std::move(spectra[i]);
  const auto complete = [this](std::int32_t layer) {
    return std::ranges::all_of(lift::kProjections, [&](lift::Projection projection) {
      return spectra_.contains({layer, projection});
    });
  };
  while (surveyed_layers_ < studio_.model()->config.layer_count && complete(surveyed_layers_)) ++surveyed_layers_;
  showOverview();
  if (std::ranges::any_of(matrices, [this](lift::MatrixId id) { return id.layer == current_.layer || isShown(id); }))
    showSpectra();
  showAdvice();
}

// While a run trains: what the page shows becomes that of a later step.
void SelectionPage::lookAgain() {
  if (!isVisible() || !studio_.run().active() || !studio_.runsOpenModel()) return;
  askBase();
  const std::int64_t step = studio_.run().step(), cost_ms = studio_.engine().betweenStepsMs();
  if (step == 0 || step == looked_step_) return;
  if (looked_.isValid() && !looked_.hasExpired(std::max(kLookAgainMs, kCostShare * (cost_ms - looked_cost_ms_))))
    return;
  looked_.start();
  looked_step_ = step;
  looked_cost_ms_ = cost_ms;
  askNow();
  Q_EMIT selected_->outdated();   // the map asks for all that lies in it
}

}   // namespace ui
