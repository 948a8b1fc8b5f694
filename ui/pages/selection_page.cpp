#include "ui/pages/selection_page.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/session/selection_advice.h"
#include "ui/engine/session_tiles.h"
#include "ui/engine/spectra_survey.h"
#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/model_first.h"
#include "ui/panels/selection_extras.h"
#include "ui/plots/heat_map_overview.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kRestMs = 180, kOverviewMs = 250;
constexpr int kStackBelow = 680;

QString text(const std::string& value) { return QString::fromStdString(value); }
QString name(lift::Projection projection) { return QString::fromUtf8(lift::name_of(projection).data()); }
QString name(lift::MatrixId id) { return text(lift::short_name(id)); }

QStringList matrixNames(const lift::LayerPlan& layer) {
  QStringList names;
  for (const lift::Projection projection : layer.matrices()) names << name(projection);
  return names;
}

}   // namespace

SelectionPage::SelectionPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Selection"),
                tr("Which weights will learn: the largest entries of each matrix after rank reduction."), parent),
      studio_(studio),
      survey_(new SpectraSurvey(studio, this)) {
  setObjectName(u"selectionPage"_s);
  auto* upper = new ReflowRow(kStackBelow, this);
  makeSpectra(upper);
  makeSettings(upper);
  column()->addWidget(upper);
  auto* lower = new ReflowRow(kStackBelow, this);
  makeOverview(lower);
  makeTiles(lower);
  column()->addWidget(lower);
  makeTable();
  column()->addStretch(1);
  select_soon_.setSingleShot(true);
  select_soon_.setInterval(kRestMs);
  connect(&select_soon_, &QTimer::timeout, &studio_, &Studio::requestSelection);
  overview_soon_.setSingleShot(true);
  overview_soon_.setInterval(kOverviewMs);
  connect(&overview_soon_, &QTimer::timeout, this, [this] {
    showOverview();
    showAdvice();
  });
  wireSurvey();
  connect(&studio_, &Studio::selectionChanged, this, &SelectionPage::showSelection);
  connect(&studio_, &Studio::recipeChanged, this, &SelectionPage::showRecipe);
  connect(&studio_, &Studio::planChanged, this, &SelectionPage::showAdvice);
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Selection)
      banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
  });
  makeModelFirst(
      *this, studio_, u"selection"_s,
      tr("Its matrices decide which weights can learn. You see their singular values and the weights that would "
         "train before anything starts."));
  modelChanged();
}

void SelectionPage::wireSurvey() {
  connect(survey_, &SpectraSurvey::restarted, this, &SelectionPage::modelChanged);
  connect(survey_, &SpectraSurvey::baseTaken, this, [this](lift::MatrixId id) {
    if (!overview_soon_.isActive()) overview_soon_.start();
    if (survey_->isShown(id)) showSpectra();
  });
  connect(survey_, &SpectraSurvey::nowChanged, this, &SelectionPage::showSpectra);
  connect(survey_, &SpectraSurvey::looksAgain, this, [this] {
    Q_EMIT selected_->outdated();   // the map asks for all that lies in it
  });
  connect(&studio_.run(), &RunMonitor::stageChanged, this, &SelectionPage::showSpectra);   // why there are none
}

void SelectionPage::makeSettings(ReflowRow* row) {
  auto* card = new Card(tr("What will train"), this);
  rank_ = new SliderField(tr("Rank R of the approximation"), {1, 512, true, 1, 2}, card);
  rank_->setObjectName(u"rank"_s);
  density_ = new SliderField(tr("Density"), {0.1, 50, true, 0, 2}, card);
  density_->setObjectName(u"density"_s);
  density_->setSuffix(u" %"_s);
  rank_->explain(explained(Term::Rank));
  density_->explain(explained(Term::Density));
  refresh_ = new SliderField(tr("Renew the selection every"), {0, 2000, false, 10, 2}, card);
  refresh_->setSuffix(tr(" steps"));
  refresh_->explain(explained(Term::Renewal));
  refresh_->setHint(tr("0: never. Renewing follows what the weights have become."));
  connect(rank_, &SliderField::valueChanged, this,
          [this](double v) { set(u"selection.rank=%1"_s.arg(static_cast<qlonglong>(v))); });
  connect(density_, &SliderField::valueChanged, this,
          [this](double v) { set(u"selection.density=%1"_s.arg(v / 100, 0, 'g', 12)); });
  connect(refresh_, &SliderField::valueChanged, this,
          [this](double v) { set(u"selection.refresh_every=%1"_s.arg(static_cast<qlonglong>(v))); });
  for (SliderField* field : {rank_, density_, refresh_}) card->body()->addWidget(field);
  auto* line = new QHBoxLayout;
  auto* projections = new QHBoxLayout;
  projections->addWidget(new Text(tr("Projections"), TextRole::Body, Tone::Muted, card));
  projections->addWidget(new InfoButton(termWords(Term::Projections), explained(Term::Projections), card));
  projections->addStretch();
  card->body()->addLayout(projections);
  line->setSpacing(2);
  for (const lift::Projection projection : lift::every_matrix()) {
    auto* box = new QCheckBox(name(projection), card);
    box->setChecked(!lift::gates_heads(projection));
    box->setVisible(projection <= lift::Projection::Down);   // until a model is open
    projections_[projection] = box;
    line->addWidget(box);
    connect(box, &QCheckBox::clicked, this, [this] {
      QStringList chosen;
      for (const auto& [p, of_p] : projections_)
        if (of_p->isChecked() && !of_p->isHidden()) chosen << name(p);
      if (chosen.isEmpty()) return showRecipe();   // nothing would train
      const auto usual = [](const auto& row) { return !row.second->isHidden() && !lift::gates_heads(row.first); };
      const bool gates = std::ranges::any_of(
          projections_, [](const auto& row) { return lift::gates_heads(row.first) && row.second->isChecked(); });
      if (!gates && chosen.size() == std::ranges::count_if(projections_, usual)) set(u"selection.projections=[]"_s);
      else set(u"selection.projections="_s + chosen.join(u','));
    });
  }
  line->addStretch();
  card->body()->addLayout(line);
  auto* extras = new SelectionExtras(studio_, card);
  connect(extras, &SelectionExtras::changed, this, &SelectionPage::set);
  card->body()->addWidget(extras);
  selected_words_ = new Text({}, TextRole::Strong, Tone::Accent, card);
  selected_words_->setWordWrap(true);
  card->body()->addWidget(selected_words_);
  advice_ = new Inset(card);
  advice_->setToolTip(wrappedTip(explained(Term::Advice)));
  advice_words_ = new Text({}, TextRole::Body, Tone::Text, advice_);
  advice_words_->setWordWrap(true);
  use_advice_ = new WordButton(tr("use it"), advice_, Tone::Accent);
  use_advice_->setObjectName(u"useAdvice"_s);
  advice_->body()->addWidget(advice_words_);
  auto* use = new QHBoxLayout;
  use_advice_->setFlush(true);
  use->addWidget(use_advice_);
  use->addStretch();
  advice_->body()->addLayout(use);
  advice_->hide();
  card->body()->addWidget(advice_);
  card->body()->addStretch();
  row->add(card, 4);
}

void SelectionPage::makeOverview(ReflowRow* row) {
  auto* card = new Card(tr("Whole model"), this);
  overview_value_ = new ComboBox(card);
  overview_value_->setAccessibleName(tr("What the grid shows"));
  overview_value_->addItems({tr("energy in R"), tr("density"), tr("also by magnitude"), tr("stable rank")});
  connect(overview_value_, &QComboBox::currentIndexChanged, this, &SelectionPage::showOverview);
  card->addControl(overview_value_);
  overview_ = new HeatMapOverview(tr("One value per matrix: layers down, projections across"), card);
  overview_->setObjectName(u"overview"_s);
  overview_->setMinimumSize(260, 320);   // the projections' names side by side
  overview_->setEmptyWords(tr("The grid fills while the spectra are computed."));
  connect(overview_, &HeatMapOverview::picked, this, [this](int layer, int column) {
    if (!studio_.model()) return;
    const lift::MatrixId id{layer, studio_.model()->config.layer.matrices().at(static_cast<std::size_t>(column))};
    if (studio_.model()->config.has(id)) pickMatrix(id);   // layers may differ in what they have
  });
  card->addControl(overview_->makeMenuButton());
  card->body()->addWidget(overview_, 1);
  row->add(card, 2);
}

void SelectionPage::makeTiles(ReflowRow* row) {
  tiles_card_ = new Card(tr("One matrix"), this);
  tiles_card_->explain(termWords(Term::LowRank), explained(Term::LowRank));
  tiles_value_ = new SegmentedSwitch(tr("Value"), {tr("selected"), u"|W|"_s, u"|W_r|"_s}, tiles_card_);
  overlay_ = new ComboBox(tiles_card_);
  overlay_->setObjectName(u"tilesOverlay"_s);
  overlay_->setAccessibleName(tr("Laid over the map"));
  overlay_->addItems({tr("lay over: nothing"), tr("changed since start"), tr("selected now, not before")});
  overlay_->setToolTip(wrappedTip(explained(Term::Overlay)));
  tiles_ = new TileHeatMap(tr("The weights of one matrix"), tiles_card_);
  tiles_->setObjectName(u"tiles"_s);
  tiles_->setMinimumHeight(320);
  tiles_->setEmptyWords(tr("Open a model and pick a matrix in the grid."));
  selected_ = new SessionTiles(studio_, SessionTiles::Of::Selection, this);
  changed_ = new SessionTiles(studio_, SessionTiles::Of::Changes, this);
  newly_selected_ = new SessionTiles(studio_, SessionTiles::Of::NewlySelected, this);
  place_ = new Text({}, TextRole::Body, Tone::Muted, tiles_card_);
  place_->setElide(Qt::ElideRight);
  connect(tiles_value_, &SegmentedSwitch::currentChanged, tiles_, [this](int index) {
    tiles_->setValue(index == 0   ? TileHeatMap::Value::Selected
                     : index == 1 ? TileHeatMap::Value::Weight
                                  : TileHeatMap::Value::LowRank);
  });
  connect(overlay_, &QComboBox::currentIndexChanged, this, [this](int index) {
    tiles_->setOverlay(index == 0   ? nullptr
                       : index == 1 ? changed_
                                    : newly_selected_,
                       index == 0 ? QString() : overlay_->currentText());
  });
  connect(tiles_, &TileHeatMap::placeChanged, place_, &Text::setFullText);
  auto* foot = new QHBoxLayout;
  foot->addWidget(overlay_);
  foot->addStretch();
  foot->addWidget(tiles_value_);
  tiles_card_->addControl(tiles_->makeMenuButton());
  tiles_card_->body()->addWidget(tiles_, 1);
  tiles_card_->body()->addWidget(place_);
  tiles_card_->body()->addLayout(foot);
  row->add(tiles_card_, 5);
}

void SelectionPage::makeTable() {
  auto* card = new Card(tr("Ranks"), this);
  card->explain(tr("%1, %2").arg(termWords(Term::StableRank), termWords(Term::EffectiveRank)),
                tr("%1: %2\n\n%3: %4")
                    .arg(termWords(Term::StableRank), explained(Term::StableRank), termWords(Term::EffectiveRank),
                         explained(Term::EffectiveRank)));
  ranks_ =
      new ColumnModel<RankRow>({{tr("Matrix"),
                                 [](const RankRow& r) { return name(r.id); },
                                 [](const RankRow& r) {
                                   return QVariant(r.id.layer * static_cast<int>(lift::every_matrix().size()) +
                                                   static_cast<int>(r.id.projection));
                                 },
                                 false,
                                 {}},
                                {tr("Shape"),
                                 [](const RankRow& r) { return u"%1 × %2"_s.arg(r.rows).arg(r.columns); },
                                 [](const RankRow& r) { return QVariant(static_cast<qlonglong>(r.rows * r.columns)); },
                                 true,
                                 {}},
                                {tr("Energy in R"),
                                 [](const RankRow& r) { return percentWords(r.energy); },
                                 [](const RankRow& r) { return QVariant(r.energy); },
                                 true,
                                 {}},
                                {tr("Stable rank"),
                                 [](const RankRow& r) { return numberWords(r.stable, 1); },
                                 [](const RankRow& r) { return QVariant(r.stable); },
                                 true,
                                 {}},
                                {tr("Effective rank"),
                                 [](const RankRow& r) { return numberWords(r.effective, 0); },
                                 [](const RankRow& r) { return QVariant(r.effective); },
                                 true,
                                 {}}},
                               this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(ranks_);
  sorted_->setSortRole(kSortRole);
  table_ = new TableView(tr("Ranks of every matrix"), card);
  table_->setModel(sorted_);
  table_->setStretchColumn(0);
  table_->setRowsShown(5, 8);
  connect(table_, &TableView::currentRowChanged, this, [this](int row) {
    if (row >= 0 && !filling_) pickMatrix(ranks_->row(sorted_->mapToSource(sorted_->index(row, 0)).row()).id);
  });
  card->body()->addWidget(table_);
  column()->addWidget(card);
}

void SelectionPage::set(const QString& assignment) {
  if (filling_) return;
  banner().dismiss();
  if (const lift::Status status = studio_.setField(assignment.toStdString(), true); !status.ok())
    banner().say(Banner::Kind::Error, words(status.error()));
}

void SelectionPage::showEvent(QShowEvent* event) {
  PageFrame::showEvent(event);
  if (mapped_ != survey_->model()) pickMatrix(survey_->current());   // nothing is drawn for a page that nobody sees
  if (!studio_.selection()) select_soon_.start();
  survey_->setWatched(true);
}

void SelectionPage::hideEvent(QHideEvent* event) {
  PageFrame::hideEvent(event);
  survey_->setWatched(false);
}

void SelectionPage::modelChanged() {
  ranks_->setRows({});
  advice_->hide();
  spectra_plot_->setCurves({});
  if (!studio_.model()) {
    tiles_->setMatrix(nullptr, 0, 0);
    overview_->setValues(0, {}, {});
    banner().dismiss();
    return;
  }
  banner().dismiss();
  const lift::ModelConfig& config = studio_.model()->config;
  const double most = static_cast<double>(std::min(config.hidden_size, config.kv_head_count * config.head_dim));
  rank_->setScale({1, most, true, 1, 2});
  for (auto& [projection, box] : projections_) box->setVisible(config.layer.find(projection) != nullptr);
  spectra_plot_->setMostRank(static_cast<int>(most));
  showRecipe();
  survey_->setCurrent({static_cast<std::int32_t>(config.layer_count / 2), lift::Projection::Down}, {});
  if (isVisible()) {
    pickMatrix(survey_->current());
    select_soon_.start();
  }
}

void SelectionPage::pickMatrix(lift::MatrixId id) {
  if (!studio_.model()) return;
  mapped_ = survey_->model();
  survey_->setCurrent(id, {});
  pickShown();
  const lift::ModelConfig& config = studio_.model()->config;
  selected_->setMatrix(id);
  changed_->setMatrix(id);
  newly_selected_->setMatrix(id);
  tiles_->setMatrix(selected_, config.rows(id.projection), config.columns(id.projection));
  overview_->setCurrent(id.layer, static_cast<int>(config.layer.column_of(id.projection)));
  tiles_card_->setTitle(name(id));
  showSpectra();
  showSelection();
}

void SelectionPage::showOverview() {
  if (!studio_.model()) return;
  const int layers = static_cast<int>(studio_.model()->config.layer_count);
  const lift::LayerPlan& plan = studio_.model()->config.layer;
  const auto width = static_cast<std::int64_t>(plan.matrices().size());
  std::vector<double> values(static_cast<std::size_t>(layers * width), std::numeric_limits<double>::quiet_NaN());
  const auto at = [&](lift::MatrixId id) -> double& {
    return values[static_cast<std::size_t>(id.layer * width + plan.column_of(id.projection))];
  };
  const int what = overview_value_->currentIndex();
  const auto rank = studio_.recipe().selection.rank;
  if (what == 0 || what == 3)
    for (const auto& [id, spectrum] : survey_->bases())
      at(id) = what == 0 ? spectrum.energy_share(rank) : spectrum.stable_rank();
  else if (studio_.selection())
    for (const lift::MatrixSelection& matrix : studio_.selection()->matrices)
      at(matrix.id) = what == 1 ? matrix.density() : matrix.overlap_with_magnitude;
  overview_->setValueWords([what](double value) { return what == 3 ? numberWords(value, 1) : percentWords(value); });
  overview_->setValues(layers, matrixNames(plan), std::move(values));
  overview_->setCurrent(survey_->current().layer, static_cast<int>(plan.column_of(survey_->current().projection)));
  std::vector<RankRow> rows;
  for (const auto& [id, spectrum] : survey_->bases())
    rows.push_back({id, spectrum.rows, spectrum.columns, spectrum.energy_share(rank), spectrum.stable_rank(),
                    spectrum.effective_rank()});
  filling_ = true;
  ranks_->setRows(std::move(rows));
  filling_ = false;
}

void SelectionPage::showSelection() {
  const auto& report = studio_.selection();
  if (!report) {
    selected_words_->setText({});
    tiles_card_->setNote({});
    if (isVisible() && studio_.model()) select_soon_.start();
    return;
  }
  selected_words_->setText(
      tr("%1 of %2 weights would train (%3)")
          .arg(countWords(report->total_entries), countWords(report->total_weights),
               percentWords(static_cast<double>(report->total_entries) /
                                static_cast<double>(std::max<std::int64_t>(1, report->total_weights)),
                            2)));
  for (const lift::MatrixSelection& matrix : report->matrices)
    if (matrix.id == survey_->current())
      tiles_card_->setNote(
          tr("%1 of %2 selected").arg(countWords(matrix.entries), countWords(matrix.rows * matrix.columns)));
  showOverview();
}

void SelectionPage::showRecipe() {
  filling_ = true;
  const lift::SelectionConfig& selection = studio_.recipe().selection;
  rank_->setValue(static_cast<double>(selection.rank));
  density_->setValue(100 * selection.density);
  density_->setEnabled(selection.budget_rank == 0);
  density_->setHint(selection.budget_rank ? tr("The budget rank %1 decides instead.").arg(selection.budget_rank)
                                          : QString());
  refresh_->setValue(static_cast<double>(selection.refresh_every));
  for (auto& [projection, box] : projections_)
    box->setChecked(selection.projections.empty()
                        ? !lift::gates_heads(projection)
                        : std::ranges::find(selection.projections, projection) != selection.projections.end());
  spectra_plot_->setRank(static_cast<int>(selection.rank));
  filling_ = false;
  showOverview();
}

void SelectionPage::showAdvice() {
  std::vector<lift::Spectrum> all;
  std::vector<lift::MatrixId> ids;
  for (const auto& [id, spectrum] : survey_->bases()) {
    all.push_back(spectrum);
    ids.push_back(id);
  }
  const auto advice =
      survey_->complete() ? lift::advise_selection(all, studio_.plan() ? &*studio_.plan() : nullptr) : std::nullopt;
  advice_->setVisible(advice.has_value());
  if (!advice) return;
  const auto share = [&](std::int64_t index) {
    return percentWords(all[static_cast<std::size_t>(index)].energy_share(advice->rank), 0);
  };
  const auto who = [&](std::int64_t index) { return name(ids[static_cast<std::size_t>(index)]); };
  QStringList reasons{
      tr("Advice: R = %1 and %2 of the weights.").arg(advice->rank).arg(percentWords(advice->density, 0))};
  if (advice->limited_by_memory) reasons << tr("Memory allows no more weights.");
  reasons
      << (advice->limited_by_spectrum
              ? tr("Only about %1 patterns in a matrix stand out of the noise, so a larger R would look at noise.")
                    .arg(advice->structure)
              : tr("The two belong together: with so many weights an R near %1 has chosen them best in the method's "
                   "tests.")
                    .arg(numberWords(advice->budget_rank, 0)));
  reasons << tr("The first %1 patterns make up %2 of a usual matrix here (most in %3: %4; least in %5: %6).")
                 .arg(advice->rank)
                 .arg(percentWords(advice->energy_share, 0), who(advice->strongest), share(advice->strongest),
                      who(advice->weakest), share(advice->weakest));
  advice_words_->setText(sentenceWords(reasons));
  use_advice_->disconnect();
  connect(use_advice_, &WordButton::clicked, this, [this, advice] {
    lift::Recipe recipe = studio_.recipe();
    recipe.selection.rank = advice->rank;
    recipe.selection.density = advice->density;
    recipe.selection.budget_rank = 0;
    studio_.setRecipe(recipe, tr("Use the advice"));
  });
}

}   // namespace ui
