// The selection page's plot of singular values: the base's, and what a run or a delta makes of a matrix.
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/engine/spectra_survey.h"
#include "ui/item_models/glossary.h"
#include "ui/pages/selection_page.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString name(lift::MatrixId id) { return QString::fromStdString(lift::short_name(id)); }

}   // namespace

void SelectionPage::makeSpectra(ReflowRow* row) {
  auto* card = new Card(tr("Singular values"), this);
  card->explain(termWords(Term::SingularValues), explained(Term::SingularValues));
  spectra_what_ = new SegmentedSwitch(tr("Matrices"), {tr("this one"), tr("its layer"), tr("all layers")}, card);
  spectra_what_->setObjectName(u"spectraMatrices"_s);
  spectra_show_ = new SegmentedSwitch(tr("Show"), {tr("values"), tr("energy")}, card);
  spectra_scale_ = new SegmentedSwitch(tr("Scale"), {tr("log"), tr("linear")}, card);
  card->addControl(spectra_show_);
  spectra_plot_ = new SpectrumPlot(tr("Singular values over their rank"), card);
  spectra_plot_->setObjectName(u"spectrumPlot"_s);
  spectra_plot_->setMinimumHeight(260);
  connect(spectra_what_, &SegmentedSwitch::currentChanged, this, [this] {
    pickShown();
    showSpectra();
  });
  connect(spectra_show_, &SegmentedSwitch::currentChanged, spectra_plot_, [this](int index) {
    spectra_plot_->setShow(index == 0   ? SpectrumPlot::Show::Values
                           : index == 1 ? SpectrumPlot::Show::Energy
                                        : SpectrumPlot::Show::Change);
    spectra_scale_->setEnabled(index == 0);
  });
  connect(spectra_scale_, &SegmentedSwitch::currentChanged, spectra_plot_,
          [this](int index) { spectra_plot_->setLogarithmic(index == 0); });
  connect(spectra_plot_, &SpectrumPlot::rankPicked, this, [this](int rank) { set(u"selection.rank=%1"_s.arg(rank)); });
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

// What the switch stands for comes first in the survey.
void SelectionPage::pickShown() {
  const lift::MatrixId picked = survey_->current();
  switch (spectra_what_->current()) {
    case 0: return survey_->setCurrent(picked, {});
    case 1: return survey_->setCurrent(picked, [picked](lift::MatrixId id) { return id.layer == picked.layer; });
    default:
      return survey_->setCurrent(picked, [picked](lift::MatrixId id) { return id.projection == picked.projection; });
  }
}

// Why nothing is drawn yet.
QString SelectionPage::emptyWords() const {
  if (!studio_.model()) return tr("Open a model to see its singular values.");
  if (studio_.run().active() && !studio_.runsOpenModel())
    return tr("Another model trains now. The singular values of this one come when that run has ended.");
  return tr("Computing the singular values of %1…").arg(name(survey_->current()));
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
  const lift::Spectrum* now = survey_->now();
  for (const auto& [id, spectrum] : survey_->bases()) {
    if (!survey_->isShown(id)) continue;
    add(id, spectrum, false);
    if (now && id == survey_->current()) add(id, *now, true);
  }
  if (now && !survey_->bases().contains(survey_->current()))
    add(survey_->current(), *now, true);   // its base was never looked at
  const bool changed = std::ranges::any_of(curves, &SpectrumPlot::Curve::dashed);
  spectra_show_->setChoices(changed ? QStringList{tr("values"), tr("energy"), tr("change")}
                                    : QStringList{tr("values"), tr("energy")});
  spectra_plot_->setEmptyWords(emptyWords());
  spectra_plot_->setCurves(std::move(curves));
  legend_->setEntries(std::move(legend));
}

}   // namespace ui
