#include "ui/panels/duel_panel.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/look/theme.h"
#include "ui/plots/front_plot.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using lift::DuelRow;
using lift::Spread;

constexpr int kTokens = 5, kPeak = 6, kDelta = 7, kTrained = 8;   // columns, in their order below
constexpr int kSearched = 0;                                      // of the choices of a learning rate

QString text(const std::string& value) { return QString::fromStdString(value); }

// "88.3 (81.2 to 95.5)"
QString spreadWords(const std::optional<Spread>& spread, double factor, int decimals) {
  if (!spread) return u"–"_s;
  const auto number = [&](double value) { return numberWords(factor * value, decimals); };
  if (!spread->interval) return number(spread->mean);
  return DuelPanel::tr("%1 (%2 to %3)")
      .arg(number(spread->mean), number(spread->interval->low), number(spread->interval->high));
}

QVariant meanOf(const std::optional<Spread>& spread) { return spread ? QVariant(spread->mean) : QVariant(); }

QString rateOf(const DuelRow& row) { return row.rate ? rateWords(*row.rate) : u"–"_s; }

// How many of its runs there are, and what went wrong with others.
QString rowTip(const DuelRow& row) {
  QStringList lines{text(row.contestant)};
  if (row.search_runs > 0)
    lines << DuelPanel::tr("Its learning rate was chosen with %n run(s).", nullptr, static_cast<int>(row.search_runs));
  lines << DuelPanel::tr("%n run(s) count.", nullptr, static_cast<int>(row.done));
  for (const std::string& trouble : row.troubles) lines << text(trouble);
  return lines.join(u'\n');
}

std::vector<ColumnModel<DuelRow>::Column> columns() {
  const auto column = [](const QString& title, auto words, auto sort) {
    return ColumnModel<DuelRow>::Column{title, words, sort, true, {}, {}};
  };
  const auto mean = [](std::optional<Spread> DuelRow::*member) {
    return [member](const DuelRow& row) { return meanOf(row.*member); };
  };
  return {
      {DuelPanel::tr("Method"), [](const DuelRow& r) { return text(r.contestant); }, {}, false, rowTip, {}},
      column(DuelPanel::tr("Rate"), rateOf, [](const DuelRow& r) { return r.rate ? QVariant(*r.rate) : QVariant(); }),
      column(
          DuelPanel::tr("Exact, %"), [](const DuelRow& r) { return spreadWords(r.exact, 100, 1); },
          mean(&DuelRow::exact)),
      column(
          DuelPanel::tr("Held-out loss"), [](const DuelRow& r) { return spreadWords(r.held_out_loss, 1, 4); },
          mean(&DuelRow::held_out_loss)),
      column(
          DuelPanel::tr("Kept, %"), [](const DuelRow& r) { return spreadWords(r.kept, 100, 1); }, mean(&DuelRow::kept)),
      column(
          DuelPanel::tr("Tokens/s"),
          [](const DuelRow& r) { return r.tokens_per_second ? numberWords(r.tokens_per_second->mean, 0) : u"–"_s; },
          mean(&DuelRow::tokens_per_second)),
      column(
          DuelPanel::tr("Memory"),
          [](const DuelRow& r) { return r.peak_bytes ? mebibytesWords(r.peak_bytes->mean) : u"–"_s; },
          mean(&DuelRow::peak_bytes)),
      column(
          DuelPanel::tr("Delta"),
          [](const DuelRow& r) { return r.delta_bytes ? bytesWords(r.delta_bytes->mean) : u"–"_s; },
          mean(&DuelRow::delta_bytes)),
      column(
          DuelPanel::tr("Trained"),
          [](const DuelRow& r) {
            return r.trained ? shortCountWords(static_cast<std::int64_t>(r.trained->mean)) : u"–"_s;
          },
          mean(&DuelRow::trained)),
  };
}

std::optional<Range> percentRange(const std::optional<lift::Interval>& interval) {
  if (!interval) return {};
  return Range{100 * interval->low, 100 * interval->high};
}

double shareOf(const std::vector<std::uint8_t>& right) {
  return static_cast<double>(std::ranges::count(right, 1)) / static_cast<double>(right.size());
}

// The methods with both figures. Their colours are by their place among these.
std::vector<FrontMark> marksOf(const lift::DuelReport& report, const lift::DuelState& state) {
  std::vector<FrontMark> marks;
  for (const DuelRow& row : report.rows) {
    if (!row.exact || !row.kept) continue;
    FrontMark mark{text(row.contestant),
                   {100 * row.kept->mean, 100 * row.exact->mean},
                   percentRange(row.kept->interval),
                   percentRange(row.exact->interval),
                   {}};
    for (const lift::FinalRun& run : state.finals)
      if (run.contestant == row.contestant && run.done() && !run.right_after.empty() && run.probe_before &&
          run.probe_after && *run.probe_before > 0)
        mark.runs.emplace_back(100 * *run.probe_after / *run.probe_before, 100 * shareOf(run.right_after));
    marks.push_back(std::move(mark));
  }
  return marks;
}

QString jobWords(const lift::DuelJob& job) {
  return job.search ? DuelPanel::tr("%1 looks for its learning rate: %2").arg(text(job.contestant), rateWords(job.rate))
                    : DuelPanel::tr("%1, seed %2, learning rate %3")
                          .arg(text(job.contestant), QString::number(job.seed), rateWords(job.rate));
}

std::int64_t runsEnded(const lift::DuelState& state) { return std::ssize(state.searches) + std::ssize(state.finals); }

}   // namespace

DuelPanel::DuelPanel(Studio& studio, QWidget* parent)
    : Card(tr("Duel"), parent), studio_(studio), monitor_(studio, this) {
  setObjectName(u"duelPanel"_s);
  explain(tr("Duel"),
          tr("Several ways to train the same rows. Each looks for its learning rate with the same number of "
             "runs, by rows set aside from those that train, and then runs with several seeds: what it "
             "learns, keeps and costs stands side by side, with what chance alone could explain."));
  makeForm();
  makeProgress();
  makeResult();
  connect(&monitor_, &DuelMonitor::changed, this, [this] {
    showForm();
    showProgress();
    if (monitor_.stage() == DuelMonitor::Stage::Failed) Q_EMIT failed(*monitor_.error());
    if (monitor_.stage() != DuelMonitor::Stage::Preparing) refresh();
  });
  for (const auto signal : {&Studio::recipeChanged, &Studio::modelChanged, &Studio::dataChanged})
    connect(&studio_, signal, this, &DuelPanel::showForm);
  connect(&studio_.run(), &RunMonitor::changed, this, &DuelPanel::showProgress);
  connect(&Theme::instance(), &Theme::changed, this, &DuelPanel::showResult);
  showForm();
  showProgress();
  showResult();
}

void DuelPanel::makeForm() {
  auto* boxes = new FlowRow(measure::kGapSmall, this);
  const lift::DuelConfig usual;
  const auto add = [&](const lift::NamedChoice& choice) {
    if (std::ranges::any_of(methods_, [&](const auto& one) { return one.first == choice.name; })) return;
    auto* box = new QCheckBox(text(choice.name), boxes);
    box->setObjectName(u"duelMethod_"_s + text(choice.name));
    box->setToolTip(wrappedTip(words(choice.title)));
    box->setAccessibleDescription(words(choice.title));
    box->setChecked(std::ranges::find(usual.contestants, choice.name) != usual.contestants.end());
    box->setMinimumWidth(120);
    connect(box, &QCheckBox::toggled, this, &DuelPanel::showForm);
    methods_.emplace_back(choice.name, box);
    boxes->add(box);
  };
  for (const lift::NamedChoice& method : lift::method_choices()) add(method);
  for (const lift::NamedChoice& criterion : lift::criterion_choices()) add(criterion);
  body()->addWidget(boxes);

  auto* fields = new FlowRow(measure::kGap, this);
  const auto field = [&](const QString& name, QWidget* editor, const QString& tip) {
    auto* place = new QWidget(fields);
    auto* lines = new QVBoxLayout(place);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    lines->addWidget(new Text(name, TextRole::Small, Tone::Muted, place));
    lines->addWidget(editor);
    editor->setAccessibleName(name);
    editor->setToolTip(wrappedTip(tip));
    place->setMinimumWidth(170);
    fields->add(place);
  };
  const auto number = [&](const QString& object, int least, int most, int value) {
    auto* box = new SpinBox(this);
    box->setObjectName(object);
    box->setRange(least, most);
    box->setValue(value);
    connect(box, &QSpinBox::valueChanged, this, &DuelPanel::showForm);
    return box;
  };
  seeds_ = number(u"duelSeeds"_s, 1, 31, static_cast<int>(usual.seeds));
  field(tr("Seeds"), seeds_, tr("Runs of each method that count. One can't show what is chance; three begin to."));
  rates_ = new ComboBox(this);
  rates_->setObjectName(u"duelRates"_s);
  rates_->addItems({tr("searched for"), tr("as in the recipe")});
  connect(rates_, &QComboBox::currentIndexChanged, this, &DuelPanel::showForm);
  field(
      tr("Learning rates"), rates_,
      tr("Each method needs its own: the recipe's suits the method that it was made for, and the others would lose."));
  searches_ = number(u"duelSearches"_s, 2, 20, static_cast<int>(usual.search_runs));
  field(tr("Rates each tries"), searches_, tr("The same number for every method."));
  search_steps_ = number(u"duelSearchSteps"_s, 0, 1'000'000, 0);
  search_steps_->setSpecialValueText(tr("as the recipe"));
  field(tr("Steps of a try"), search_steps_, tr("Fewer save time, and favour higher rates."));
  body()->addWidget(fields);

  auto* line = new QHBoxLayout;
  plan_ = new Text({}, TextRole::Body, Tone::Muted, this);
  plan_->setObjectName(u"duelPlan"_s);
  plan_->setWordWrap(true);
  line->addWidget(plan_, 1);
  start_ = new Button(tr("Start the duel"), Button::Kind::Normal, this);
  start_->setObjectName(u"startDuel"_s);
  connect(start_, &Button::clicked, this, &DuelPanel::start);
  line->addWidget(start_);
  body()->addLayout(line);
}

void DuelPanel::makeProgress() {
  progress_ = new QWidget(this);
  auto* lines = new QVBoxLayout(progress_);
  lines->setContentsMargins(0, 0, 0, 0);
  auto* line = new QHBoxLayout;
  progress_words_ = new Text({}, TextRole::Body, Tone::Text, progress_);
  progress_words_->setObjectName(u"duelProgress"_s);
  progress_words_->setWordWrap(true);
  line->addWidget(progress_words_, 1);
  stop_ = new Button(tr("Stop the duel"), Button::Kind::Normal, progress_);
  stop_->setObjectName(u"stopDuel"_s);
  connect(stop_, &Button::clicked, &monitor_, &DuelMonitor::stop);
  line->addWidget(stop_);
  lines->addLayout(line);
  bar_ = new ThinProgress(progress_);
  lines->addWidget(bar_);
  body()->addWidget(progress_);
}

void DuelPanel::makeResult() {
  result_ = new QWidget(this);
  auto* lines = new QVBoxLayout(result_);
  lines->setContentsMargins(0, measure::kGap, 0, 0);
  lines->setSpacing(measure::kGap);
  auto* line = new QHBoxLayout;
  which_ = new ComboBox(result_);
  which_->setObjectName(u"duels"_s);
  which_->setAccessibleName(tr("Duel"));
  which_->setMinimumContentsLength(18);
  connect(which_, &QComboBox::currentIndexChanged, this, &DuelPanel::showResult);
  line->addWidget(which_);
  base_ = new Text({}, TextRole::Body, Tone::Muted, result_);
  base_->setElide(Qt::ElideRight);
  line->addWidget(base_, 1);
  go_on_ = new Button(tr("Go on"), Button::Kind::Normal, result_);
  go_on_->setObjectName(u"goOnDuel"_s);
  connect(go_on_, &Button::clicked, this, [this] {
    if (const Found* duel = chosen()) monitor_.goOn(duel->folder);
  });
  line->addWidget(go_on_);
  open_ = new Button(tr("Open the report"), Button::Kind::Normal, result_);
  open_->setObjectName(u"openDuelReport"_s);
  connect(open_, &Button::clicked, this, &DuelPanel::openReport);
  line->addWidget(open_);
  lines->addLayout(line);
  rows_ = new ColumnModel<DuelRow>(columns(), this);
  table_ = new TableView(tr("Methods of the duel"), result_);
  table_->setObjectName(u"duelTable"_s);
  table_->setModel(rows_);
  table_->setStretchColumn(0);
  table_->setRowsShown(2, 12);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  connect(table_, &TableView::widthChanged, this, &DuelPanel::fitColumns);
  lines->addWidget(table_);
  auto* head = new QHBoxLayout;
  head->addWidget(
      new Text(tr("Learned against kept: up and to the right is better"), TextRole::Strong, Tone::Text, result_));
  head->addStretch();
  front_ = new FrontPlot(tr("Learned against kept"), result_);
  head->addWidget(front_->makeMenuButton());
  lines->addLayout(head);
  front_->setObjectName(u"duelFront"_s);
  front_->setEmptyWords(tr("Drawn once a run with a probe and answers has counted."));
  front_->setAxisTitles(tr("kept of the old knowledge, %"), tr("answered exactly, %"));
  front_->setMinimumHeight(300);
  lines->addWidget(front_);
  legend_ = new Legend(result_);
  lines->addWidget(legend_);
  said_ = new Text({}, TextRole::Body, Tone::Text, result_);
  said_->setObjectName(u"duelSaid"_s);
  said_->setWordWrap(true);
  lines->addWidget(said_);
  body()->addWidget(result_);
}

lift::DuelConfig DuelPanel::asked() const {
  lift::DuelConfig config;
  config.recipe = studio_.recipe();
  config.contestants.clear();
  for (const auto& [name, box] : methods_)
    if (box->isChecked()) config.contestants.push_back(name);
  config.seeds = seeds_->value();
  config.search_runs = searches_->value();
  config.search_steps = search_steps_->value();
  if (rates_->currentIndex() != kSearched) config.rates = {config.recipe.optimizer.learning_rate};
  return config;
}

QString DuelPanel::obstacle() const {
  if (monitor_.active()) return tr("A duel goes on");
  for (const Studio::Check& check : studio_.checks())
    if (check.error) return check.title;
  if (const lift::Status valid = asked().validate(); !valid.ok()) return words(valid.error().message);
  return {};
}

void DuelPanel::start() {
  const lift::DuelConfig config = asked();
  monitor_.start(config, (config.recipe.name.empty() ? "" : config.recipe.name + "-") + "duel");
}

void DuelPanel::showForm() {
  const QString missing = obstacle();
  start_->setMissing(missing);
  const bool searched = rates_->currentIndex() == kSearched;
  searches_->setEnabled(searched);
  search_steps_->setEnabled(searched);
  if (!missing.isEmpty()) return plan_->setText(missing);
  const lift::DuelConfig config = asked();
  const int methods = static_cast<int>(config.contestants.size());
  const int finals = methods * static_cast<int>(config.seeds);
  const int tries = config.rates.empty() ? methods * static_cast<int>(config.search_runs) : 0;
  plan_->setText(tries > 0 ? tr("%n run(s): %1 that try learning rates, then %2 that count", nullptr, tries + finals)
                                 .arg(countWords(tries), countWords(finals))
                           : tr("%n run(s) that count", nullptr, finals));
}

void DuelPanel::showProgress() {
  progress_->setVisible(monitor_.active());
  if (!monitor_.active()) return;
  stop_->setMissing(monitor_.stage() == DuelMonitor::Stage::Stopping ? tr("It stops after this step") : QString());
  const auto& state = monitor_.state();
  if (!state || monitor_.stage() == DuelMonitor::Stage::Preparing) {
    progress_words_->setText(tr("Preparing the duel"));
    return bar_->setFraction(-1);
  }
  const std::int64_t ended = runsEnded(*state), all = ended + state->runs_left();
  QStringList parts{tr("Run %1 of %2").arg(countWords(std::min(ended + 1, all)), countWords(all))};
  parts << (monitor_.job() ? jobWords(*monitor_.job()) : tr("waits for another run to end"));
  if (const auto left = state->seconds_left(); left && *left > 0) parts << tr("about %1 left").arg(secondsWords(*left));
  progress_words_->setText(parts.join(u" · "_s));
  const RunMonitor& run = studio_.run();
  const double total = run.begin() ? static_cast<double>(std::max<std::int64_t>(1, run.begin()->total_steps)) : 1;
  const double within = monitor_.job() && run.begin() ? static_cast<double>(run.step()) / total : 0;
  bar_->setFraction((static_cast<double>(ended) + within) / static_cast<double>(std::max<std::int64_t>(1, all)));
}

void DuelPanel::refresh() {
  studio_.engine().submit(
      {tr("Reading the duels"), u"duels"_s, true}, this,
      [](lift::Session& session, const lift::TaskContext&) -> lift::Result<std::vector<Found>> {
        std::vector<Found> found;
        for (const std::filesystem::path& folder : lift::find_duels(session.runs_directory()))
          if (auto state = lift::read_duel(folder); state.ok()) found.push_back({folder, std::move(*state)});
        return found;
      },
      [this](lift::Result<std::vector<Found>> found) {
        if (!found.ok()) return;
        const Found* before = chosen();
        const std::filesystem::path kept = monitor_.active() ? monitor_.folder() : before ? before->folder : "";
        duels_ = std::move(*found);
        showDuels();
        const auto same = std::ranges::find(duels_, kept, &Found::folder);
        const QSignalBlocker quiet(which_);
        which_->setCurrentIndex(same == duels_.end() ? 0 : static_cast<int>(same - duels_.begin()));
        showResult();
      });
}

void DuelPanel::showDuels() {
  const QSignalBlocker quiet(which_);
  which_->clear();
  for (const Found& duel : duels_) which_->addItem(text(duel.state.name));
}

const DuelPanel::Found* DuelPanel::chosen() const {
  const int index = which_->currentIndex();
  return index >= 0 && index < std::ssize(duels_) ? &duels_[static_cast<std::size_t>(index)] : nullptr;
}

void DuelPanel::showResult() {
  const Found* duel = chosen();
  result_->setVisible(duel != nullptr);
  if (!duel) return;
  report_ = lift::report_of(duel->state);
  QStringList base;
  if (report_.base_exact) base << tr("base: %1 answered exactly").arg(percentWords(*report_.base_exact));
  if (report_.base_loss) base << tr("held-out loss %1").arg(numberWords(*report_.base_loss, 4));
  base_->setFullText(base.join(u" · "_s));
  rows_->setRows(report_.rows);
  fitColumns(table_->viewport()->width());
  const std::vector<FrontMark> marks = marksOf(report_, duel->state);
  std::vector<Legend::Entry> entries;
  for (std::size_t i = 0; i < marks.size(); ++i) entries.push_back({marks[i].name, FrontPlot::colourOf(i)});
  legend_->setEntries(std::move(entries));
  legend_->setVisible(!marks.empty());
  front_->setMarks(marks);
  QStringList said;
  for (const lift::DuelDifference& difference : report_.differences)
    for (const lift::Sentence& sentence : difference.words) said << words(sentence) + u'.';
  for (const lift::DuelPair& pair : report_.pairs)
    if (pair.visible()) said << words(pair.words) + u'.';
  for (const lift::Sentence& remark : report_.remarks) said << words(remark) + u'.';
  said_->setText(said.join(u'\n'));
  go_on_->setVisible(report_.runs_left > 0);
  go_on_->setMissing(monitor_.active() ? tr("A duel goes on") : QString());
}

// What there is no room for goes, the least needed first; the report has it.
void DuelPanel::fitColumns(int width) {
  for (const int column : {kTrained, kTokens, kPeak, kDelta}) table_->setColumnHidden(column, false);
  table_->resizeColumnsToContents();
  int needed = 110;
  for (int column = 1; column < rows_->columnCount(); ++column) needed += table_->columnWidth(column);
  for (const int column : {kTrained, kTokens, kPeak, kDelta}) {
    if (needed <= width) break;
    needed -= table_->columnWidth(column);
    table_->setColumnHidden(column, true);
  }
}

void DuelPanel::openReport() {
  const Found* duel = chosen();
  if (!duel) return;
  // Written anew, as this version of the program tells it.
  if (const lift::Status written = lift::write_duel_report(duel->folder, duel->state); !written.ok())
    return Q_EMIT failed(written.error());
  QDesktopServices::openUrl(QUrl::fromLocalFile(text((duel->folder / lift::kDuelReportName).string())));
}

}   // namespace ui
