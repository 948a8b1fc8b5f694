#include "ui/pages/data_page.h"

#include <map>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

#include "core/session/demo_model.h"
#include "ui/dialogs/hub_dialog.h"
#include "ui/dialogs/questions.h"
#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/model_first.h"
#include "ui/panels/column_panel.h"
#include "ui/panels/file_list.h"
#include "ui/panels/token_view.h"
#include "ui/plots/histogram.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/file_drop_area.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kStackBelow = 680;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString fateWords(lift::RowFate fate) {
  switch (fate) {
    case lift::RowFate::Kept: return DataPage::tr("kept");
    case lift::RowFate::Truncated: return DataPage::tr("truncated");
    case lift::RowFate::Dropped: return DataPage::tr("dropped");
  }
  return {};
}

std::vector<ColumnModel<NoticeGroup>::Column> noticeColumns() {
  return {
      {DataPage::tr("Row"),
       [](const NoticeGroup& g) {
         return g.rows == 1 ? countWords(g.first.row + 1) : DataPage::tr("%1 …").arg(countWords(g.first.row + 1));
       },
       [](const NoticeGroup& g) { return QVariant(static_cast<qlonglong>(g.first.row)); },
       true,
       {}},
      {DataPage::tr("Rows"),
       [](const NoticeGroup& g) { return countWords(g.rows); },
       [](const NoticeGroup& g) { return QVariant(static_cast<qlonglong>(g.rows)); },
       true,
       {}},
      {DataPage::tr("What"), [](const NoticeGroup& g) { return fateWords(g.first.fate); }, {}, false, {}},
      {DataPage::tr("Why"),
       [](const NoticeGroup& g) { return words(g.first.reason); },
       {},
       false,
       [](const NoticeGroup& g) { return wrappedTip(u"%1: %2"_s.arg(words(g.first.place), words(g.first.reason))); }},
  };
}

QString jsonOf(const QStringList& list) {
  return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listOf(const std::vector<std::string>& list) {
  QStringList result;
  for (const std::string& item : list) result << text(item);
  return result;
}

// The probe that comes with the program; empty where it is not installed.
QString shippedProbe() {
  const std::filesystem::path folder = lift::demo_data_directory();
  std::error_code error;
  const std::filesystem::path file = folder / "arc-easy-probe.json";
  return !folder.empty() && std::filesystem::exists(file, error) ? text(file.string()) : QString();
}

QString rowFiles() {
  return DataPage::tr("Rows (*.jsonl *.json *.csv *.tsv *.parquet *.arrow *.txt *.gz *.zst);;All files (*)");
}

}   // namespace

std::vector<NoticeGroup> groupedNotices(const std::vector<lift::RowNotice>& notices) {
  std::vector<NoticeGroup> groups;
  std::map<std::pair<lift::RowFate, std::string>, std::size_t> at;
  for (const lift::RowNotice& notice : notices) {
    const auto [place, is_new] = at.try_emplace({notice.fate, notice.reason.text()}, groups.size());
    if (is_new) groups.push_back({notice, 0});
    ++groups[place->second].rows;
  }
  return groups;
}

DataPage::DataPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Data"), tr("What the model learns from, and what it is asked to see whether it learned or forgot."),
                parent),
      studio_(studio) {
  setObjectName(u"dataPage"_s);
  makeDemo();
  makeFiles();
  auto* upper = new ReflowRow(kStackBelow, this);
  columns_ = new ColumnPanel(studio_, this);
  connect(columns_, &ColumnPanel::changed, this, [this](const QString& assignment) { set(assignment); });
  makePreview();
  upper->add(columns_, 2);
  upper->add(preview_card_, 3);
  column()->addWidget(upper);
  auto* lower = new ReflowRow(kStackBelow, this);
  makeLengths();
  makeCounts();
  makeHeldOut();
  makeProbe();
  evaluation_card_->body()->addStretch();
  lower->add(lengths_card_, 1);
  lower->add(evaluation_card_, 1);
  column()->addWidget(lower);
  column()->addStretch(1);
  connect(&studio_, &Studio::recipeChanged, this, &DataPage::showRecipe);
  connect(&studio_, &Studio::dataChanged, this, &DataPage::showData);
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Data)
      banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
  });
  makeModelFirst(
      *this, studio_, u"data"_s,
      tr("Rows become tokens by the model's own vocabulary. Then you see each row as the model does, and which "
         "tokens train."));
  showRecipe();
  showData();
}

void DataPage::makeDemo() {
  demo_card_ = new Card(tr("New here? Use the demo data"), this);
  auto* words = new Text(
      tr("Short booking messages that become JSON, 120 more that are held out and answered before and after, and "
         "science questions that show what is forgotten."),
      TextRole::Body, Tone::Muted, demo_card_);
  words->setWordWrap(true);
  auto* use = new PrimaryButton(tr("Use the demo data"), demo_card_);
  use->setObjectName(u"useDemoData"_s);
  connect(use, &PrimaryButton::clicked, this, &DataPage::useDemo);
  auto* line = new QHBoxLayout;
  line->addWidget(words, 1);
  line->addWidget(use);
  demo_card_->body()->addLayout(line);
  column()->addWidget(demo_card_);
}

void DataPage::makeFiles() {
  files_card_ = new Card(tr("Rows"), this);
  clear_ = new WordButton(tr("take all away"), files_card_);
  clear_->setObjectName(u"takeAllAway"_s);
  clear_->setToolTip(tr("The rows and all that belongs to them: held-out rows, probe, columns, lengths"));
  connect(clear_, &WordButton::clicked, this, [this] { studio_.setRows({}, tr("Take the rows away")); });
  auto* hub = new WordButton(tr("from Hugging Face…"), files_card_);
  hub->setObjectName(u"rowsFromHub"_s);
  connect(hub, &WordButton::clicked, this, &DataPage::getFromHub);
  files_card_->addControl(hub);
  files_card_->addControl(clear_);
  files_ = new FileList(files_card_);
  connect(files_, &FileList::takenAway, this, &DataPage::takeAway);
  files_card_->body()->addWidget(files_);
  drop_ = new FileDropArea(tr("Drop files of rows here: JSONL, CSV, Parquet, text, ..."),
                           tr("question and answer, prompt and completion, instruction and output, or messages"),
                           files_card_);
  connect(drop_, &FileDropArea::dropped, this, &DataPage::addFiles);
  connect(drop_, &FileDropArea::pickRequested, this, &DataPage::pick);
  files_card_->body()->addWidget(drop_);
  partial_ = new QWidget(files_card_);
  partial_->setObjectName(u"firstRows"_s);
  partial_words_ = new Text({}, TextRole::Body, Tone::Muted, partial_);
  partial_words_->setWordWrap(true);
  stop_ = new WordButton({}, partial_, Tone::Accent);
  stop_->setObjectName(u"stopReading"_s);
  connect(stop_, &WordButton::clicked, this, [this] {
    if (studio_.dataLoading()) studio_.stopReading();
    else studio_.openData();
  });
  auto* line = new QHBoxLayout(partial_);
  line->setContentsMargins({});
  line->addWidget(partial_words_, 1);
  line->addWidget(stop_);
  files_card_->body()->addWidget(partial_);
  column()->addWidget(files_card_);
}

void DataPage::showPartial() {
  partial_->setVisible(studio_.dataPartial());
  if (!studio_.dataPartial()) return;
  const QString rows = countWords(studio_.data()->rows);
  partial_words_->setText(studio_.dataLoading()
                              ? tr("These are the first %1 rows. All of them are being read.").arg(rows)
                              : tr("These are the first %1 rows. Reading all was stopped.").arg(rows));
  stop_->setText(studio_.dataLoading() ? tr("stop") : tr("read all"));
}

void DataPage::makePreview() {
  preview_card_ = new Card(tr("A row as the model sees it"), this);
  row_ = new SpinBox(preview_card_);
  row_->setObjectName(u"rowNumber"_s);
  row_->setAccessibleName(tr("Row"));
  row_->setRange(1, 1);
  row_->setMinimumWidth(128);
  connect(row_, &QSpinBox::valueChanged, this, [this](int value) { showRow(value - 1); });
  row_words_ = new Text({}, TextRole::Body, Tone::Muted, preview_card_);
  row_words_->setElide(Qt::ElideRight);
  auto* line = new QHBoxLayout;
  line->addWidget(row_words_, 1);
  line->addWidget(row_);
  tokens_ = new TokenView(preview_card_);
  tokens_->setMinimumHeight(240);
  preview_card_->body()->addLayout(line);
  preview_card_->body()->addWidget(tokens_, 1);
  preview_card_->body()->addWidget(
      new Text(tr("In colour: what trains. Struck through: cut off."), TextRole::Small, Tone::Muted, preview_card_));
}

void DataPage::makeLengths() {
  lengths_card_ = new Card(tr("Lengths"), this);
  lengths_ = new Histogram(tr("Rows by length in tokens"), lengths_card_);
  lengths_->setUnit(tr("tokens"));
  lengths_->setAxisTitles(tr("tokens"), tr("rows"));
  lengths_->setMinimumHeight(180);
  lengths_card_->addControl(lengths_->makeMenuButton());
  lengths_card_->body()->addWidget(lengths_, 1);
  max_tokens_ = new SliderField(tr("Cut rows after, in tokens"), {32, 8192, true, 16, 2}, lengths_card_);
  connect(max_tokens_, &SliderField::valueCommitted, this,
          [this](double value) { set(u"data.max_tokens=%1"_s.arg(static_cast<qlonglong>(value)), true); });
  lengths_card_->body()->addWidget(max_tokens_);
  auto* row = new QHBoxLayout;
  row->addWidget(new Text(tr("Longer rows are"), TextRole::Body, Tone::Muted, lengths_card_));
  overflow_ = new ComboBox(lengths_card_);
  overflow_->setAccessibleName(tr("Longer rows"));
  overflow_->addItem(tr("cut at the end"), u"truncate"_s);
  overflow_->addItem(tr("left out"), u"drop"_s);
  connect(overflow_, &QComboBox::activated, this,
          [this] { set(u"data.overflow="_s + overflow_->currentData().toString()); });
  row->addWidget(overflow_);
  row->addStretch();
  lengths_card_->body()->addLayout(row);
}

void DataPage::makeCounts() {
  evaluation_card_ = new Card(tr("What trains, what is asked"), this);
  for (const QString& name : {tr("Rows that train"), tr("Of these cut"), tr("Left out"), tr("Their tokens"),
                              tr("Tokens that train"), tr("Responses end in"), tr("Longest row")}) {
    counts_.push_back(new KeyValueRow(name, {}, evaluation_card_));
    evaluation_card_->body()->addWidget(counts_.back());
  }
  notices_ = new ColumnModel<NoticeGroup>(noticeColumns(), this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(notices_);
  sorted_->setSortRole(kSortRole);
  notices_table_ = new TableView(tr("Rows that were cut or left out"), evaluation_card_);
  notices_table_->setModel(sorted_);
  notices_table_->setStretchColumn(3);
  notices_table_->setRowsShown(1, 5);
  connect(notices_table_, &TableView::currentRowChanged, this, [this](int row) {
    if (row >= 0)
      row_->setValue(static_cast<int>(notices_->row(sorted_->mapToSource(sorted_->index(row, 0)).row()).first.row) + 1);
  });
  evaluation_card_->body()->addWidget(notices_table_);
  remarks_ = new Text({}, TextRole::Small, Tone::Muted, evaluation_card_);
  remarks_->setObjectName(u"dataRemarks"_s);
  remarks_->setWordWrap(true);
  evaluation_card_->body()->addWidget(remarks_);
}

void DataPage::makeHeldOut() {
  held_out_ = new SliderField(tr("Held out for evaluation"), {0, 0.5, false, 0.01, 2}, evaluation_card_);
  held_out_->setObjectName(u"heldOutShare"_s);
  held_out_->explain(explained(Term::HeldOut));
  connect(held_out_, &SliderField::valueCommitted, this,
          [this](double value) { set(u"data.held_out_share=%1"_s.arg(value), true); });
  evaluation_card_->body()->addWidget(held_out_);
  held_out_words_ = new KeyValueRow(tr("Held-out rows"), {}, evaluation_card_);
  auto* choose = new WordButton(tr("from a file…"), evaluation_card_, Tone::Accent);
  choose->setObjectName(u"chooseHeldOut"_s);
  choose->setAccessibleName(tr("Choose a file of held-out rows"));
  connect(choose, &WordButton::clicked, this, &DataPage::chooseHeldOut);
  auto* line = new QHBoxLayout;
  line->setSpacing(0);
  line->addWidget(held_out_words_, 1);
  line->addWidget(choose);
  evaluation_card_->body()->addLayout(line);
  held_out_files_ = new FileList(evaluation_card_);
  held_out_files_->setObjectName(u"heldOutFiles"_s);
  connect(held_out_files_, &FileList::takenAway, this, [this](const QString& file) {
    QStringList files = listOf(studio_.recipe().data.held_out_files);
    files.removeAll(file);
    set(u"data.held_out_files="_s + jsonOf(files));
  });
  evaluation_card_->body()->addWidget(held_out_files_);
}

void DataPage::makeProbe() {
  probe_words_ = new KeyValueRow(tr("Retention probe"), {}, evaluation_card_);
  shipped_probe_ = new WordButton(tr("use the shipped one"), evaluation_card_, Tone::Accent);
  shipped_probe_->setObjectName(u"shippedProbe"_s);
  shipped_probe_->setToolTip(tr("100 science questions for school children (ARC-easy)"));
  connect(shipped_probe_, &WordButton::clicked, this, [this] { setProbe(shippedProbe()); });
  auto* choose = new WordButton(tr("choose…"), evaluation_card_, Tone::Accent);
  choose->setAccessibleName(tr("Choose a retention probe"));
  choose->setToolTip(wrappedTip(explained(Term::Probe)));
  connect(choose, &WordButton::clicked, this, &DataPage::chooseProbe);
  auto* line = new QHBoxLayout;
  line->setSpacing(0);
  line->addWidget(probe_words_, 1);
  line->addWidget(new InfoButton(termWords(Term::Probe), explained(Term::Probe), evaluation_card_));
  line->addWidget(shipped_probe_);
  line->addWidget(choose);
  evaluation_card_->body()->addLayout(line);
  probe_files_ = new FileList(evaluation_card_);
  probe_files_->setObjectName(u"probeFiles"_s);
  connect(probe_files_, &FileList::takenAway, this, [this] { setProbe({}); });
  evaluation_card_->body()->addWidget(probe_files_);
}

void DataPage::set(const QString& assignment, bool merge) {
  if (filling_) return;
  banner().dismiss();
  const lift::Status status = studio_.setField(assignment.toStdString(), merge);
  complained_ = !status.ok();
  if (complained_) banner().say(Banner::Kind::Error, words(status.error()));
}

void DataPage::addFiles(const QStringList& paths) {
  QStringList files = listOf(studio_.recipe().data.files);
  for (const QString& path : paths)
    if (!files.contains(path)) files << path;
  set(u"data.files="_s + jsonOf(files));
}

void DataPage::getFromHub() {
  auto* dialog = new HubDialog(
      studio_.engine(), lift::HubKind::DataSet,
      [this](const std::filesystem::path& rows) { addFiles({QString::fromStdString(rows.string())}); }, this);
  dialog->open();
}

void DataPage::pick() {
  askForFiles(this, tr("Choose training data"), rowFiles(), true,
              [this](const QStringList& files) { addFiles(files); });
}

void DataPage::useDemo() {
  const std::filesystem::path folder = lift::demo_data_directory();
  if (folder.empty()) {
    banner().say(Banner::Kind::Error, tr("The demo data is not installed"), tr("Choose files of your own below."));
    return;
  }
  // The demo is its recipe: rows, steps and rate belong together. The model stays the one that is open.
  auto demo = lift::read_recipe(lift::demo_recipe_path());
  if (!demo.ok()) return banner().say(Banner::Kind::Error, words(demo.error()));
  demo->model = studio_.recipe().model;
  demo->train.dtype = studio_.recipe().train.dtype;
  demo->train.device = studio_.recipe().train.device;
  demo->train.threads = studio_.recipe().train.threads;
  studio_.setRecipe(*demo, tr("Use the demo data"));
}

void DataPage::chooseProbe() {
  askForFiles(this, tr("Choose a retention probe"), tr("Choice questions (*.json *.jsonl)"), false,
              [this](const QStringList& files) { setProbe(files.value(0)); });
}

void DataPage::setProbe(const QString& file) { set(u"evaluate.probe_file="_s + file); }

void DataPage::chooseHeldOut() {
  askForFiles(this, tr("Choose held-out rows"), rowFiles(), true, [this](const QStringList& chosen) {
    QStringList files = listOf(studio_.recipe().data.held_out_files);
    for (const QString& file : chosen)
      if (!files.contains(file)) files << file;
    set(u"data.held_out_files="_s + jsonOf(files));
  });
}

// With the last one all goes that belonged to them.
void DataPage::takeAway(const QString& file) {
  QStringList files = listOf(studio_.recipe().data.files);
  files.removeAll(file);
  if (files.isEmpty()) return studio_.setRows({}, tr("Take the rows away"));
  set(u"data.files="_s + jsonOf(files));
}

void DataPage::showRecipe() {
  filling_ = true;
  const lift::DataConfig& data = studio_.recipe().data;
  if (complained_) banner().dismiss();   // what was refused is no longer what is shown
  files_->setFiles(data.files);
  drop_->setCompact(!data.files.empty());
  clear_->setVisible(!data.files.empty());
  demo_card_->setVisible(data.files.empty());
  overflow_->setCurrentIndex(overflow_->findData(text(data.overflow)));
  max_tokens_->setValue(static_cast<double>(data.max_tokens));
  held_out_->setValue(data.held_out_share);
  held_out_->setVisible(data.held_out_files.empty());   // a file of its own leaves nothing to split
  held_out_files_->setFiles(data.held_out_files);
  const std::string& probe = studio_.recipe().evaluate.probe_file;
  probe_words_->setValue(probe.empty() ? tr("none: forgetting is not watched") : QString());
  probe_files_->setFiles(probe.empty() ? std::vector<std::string>{} : std::vector<std::string>{probe});
  shipped_probe_->setVisible(probe.empty() && !shippedProbe().isEmpty());
  filling_ = false;
}

void DataPage::showData() {
  const auto& data = studio_.data();
  showPartial();
  for (QWidget* card : std::initializer_list<QWidget*>{preview_card_, lengths_card_, evaluation_card_})
    card->setVisible(data.has_value());
  if (!data) {
    if (studio_.recipe().data.files.empty()) banner().dismiss();
    tokens_->clearRow();
    return;
  }
  banner().dismiss();
  filling_ = true;
  row_->setRange(1, static_cast<int>(std::max<std::int64_t>(1, data->rows)));
  row_->setSuffix(tr(" of %1").arg(countWords(data->rows)));
  filling_ = false;
  showCounts(*data);
  showLengths(*data);
  notices_->setRows(groupedNotices(data->notices));
  notices_table_->resizeColumnsToContents();
  notices_table_->setVisible(!data->notices.empty());
  QStringList remarks;
  for (const lift::Sentence& remark : data->remarks) remarks << words(remark);
  remarks_->setText(remarks.join(u'\n'));
  remarks_->setVisible(!remarks.isEmpty());
  showRow(row_->value() - 1);
}

// Of what trains: the held-out rows are counted apart.
void DataPage::showCounts(const lift::DataSummary& data) {
  counts_[0]->setValue(countWords(data.train_rows), Tone::Accent);
  counts_[1]->setValue(countWords(data.train_truncated));
  counts_[2]->setValue(countWords(data.dropped), data.dropped ? Tone::Alarm : Tone::Text);
  counts_[3]->setValue(countWords(data.train_tokens));
  counts_[4]->setValue(countWords(data.train_labels), Tone::Accent);
  counts_[5]->setValue(text(data.end_token));
  counts_[6]->setValue(tr("%1 tokens").arg(countWords(data.longest)));
  held_out_words_->setValue(countWords(data.held_out_rows), Tone::HeldOut);
}

void DataPage::showLengths(const lift::DataSummary& data) {
  Bins bins;
  bins.counts = data.length_histogram;
  bins.first = 0;
  bins.width = static_cast<double>(data.bucket_tokens);
  lengths_->setBins(bins);
  const bool cut = studio_.recipe().data.overflow == "truncate";
  lengths_->setLimit(static_cast<double>(studio_.recipe().data.max_tokens),
                     cut ? tr("cut here") : tr("left out above"));
}

void DataPage::showRow(std::int64_t row) {
  if (!studio_.data() || filling_) return;
  studio_.engine().submit(
      {tr("Reading a row"), u"row"_s, true}, this,
      [row](lift::Session& session, const lift::TaskContext&) { return session.row(row); },
      [this](lift::Result<lift::RowView> view) {
        if (!view.ok()) return;
        tokens_->setRow(*view);
        row_words_->setFullText(
            view->reason.empty()
                ? words(view->place)
                : tr("%1: %2, %3").arg(words(view->place), fateWords(view->fate), words(view->reason)));
      });
}

}   // namespace ui
