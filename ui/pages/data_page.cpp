#include "ui/pages/data_page.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

#include "core/session/demo_model.h"
#include "ui/dialogs/questions.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/model_first.h"
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

std::vector<ColumnModel<lift::RowNotice>::Column> noticeColumns() {
  return {
      {DataPage::tr("Row"),
       [](const lift::RowNotice& n) { return countWords(n.row + 1); },
       [](const lift::RowNotice& n) { return QVariant(static_cast<qlonglong>(n.row)); },
       true,
       {}},
      {DataPage::tr("What"), [](const lift::RowNotice& n) { return fateWords(n.fate); }, {}, false, {}},
      {DataPage::tr("Why"),
       [](const lift::RowNotice& n) { return words(n.reason); },
       {},
       false,
       [](const lift::RowNotice& n) { return QStringLiteral("%1: %2").arg(words(n.place), words(n.reason)); }},
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

QString namesOf(const std::vector<std::string>& files) {
  QStringList names;
  for (const std::string& file : files) names << QFileInfo(text(file)).fileName();
  return names.join(QStringLiteral(", "));
}

}   // namespace

DataPage::DataPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Data"), tr("What the model learns from, and what it is asked to see whether it learned or forgot."),
                parent),
      studio_(studio) {
  setObjectName(QStringLiteral("dataPage"));
  makeDemo();
  makeFiles();
  auto* upper = new ReflowRow(kStackBelow, this);
  makeMapping();
  makePreview();
  upper->add(mapping_card_, 2);
  upper->add(preview_card_, 3);
  column()->addWidget(upper);
  auto* lower = new ReflowRow(kStackBelow, this);
  makeLengths();
  makeEvaluation();
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
      *this, studio_, QStringLiteral("data"),
      tr("Rows become tokens by the model's own vocabulary. Then you see each row as the model does, and which tokens train."));
  showRecipe();
  showData();
}

void DataPage::makeDemo() {
  demo_card_ = new Card(tr("New here? Use the demo data"), this);
  auto* words = new Text(
      tr("School arithmetic from GSM8K to learn from, other rows of it held out, and science questions from ARC that show what is forgotten."),
      TextRole::Body, Tone::Muted, demo_card_);
  words->setWordWrap(true);
  auto* use = new PrimaryButton(tr("Use the demo data"), demo_card_);
  use->setObjectName(QStringLiteral("useDemoData"));
  connect(use, &PrimaryButton::clicked, this, &DataPage::useDemo);
  auto* line = new QHBoxLayout;
  line->addWidget(words, 1);
  line->addWidget(use);
  demo_card_->body()->addLayout(line);
  column()->addWidget(demo_card_);
}

void DataPage::makeFiles() {
  files_card_ = new Card(tr("Rows"), this);
  clear_ = new WordButton(tr("take away"), files_card_);
  connect(clear_, &WordButton::clicked, this, [this] { set(QStringLiteral("data.files=[]")); });
  files_card_->addControl(clear_);
  files_ = new Text({}, TextRole::Mono, Tone::Text, files_card_);
  files_->setWordWrap(true);
  files_card_->body()->addWidget(files_);
  drop_ = new FileDropArea(tr("Drop JSONL or JSON files here"),
                           tr("question and answer, prompt and completion, instruction and output, or messages"),
                           files_card_);
  connect(drop_, &FileDropArea::dropped, this, &DataPage::addFiles);
  connect(drop_, &FileDropArea::pickRequested, this, &DataPage::pick);
  files_card_->body()->addWidget(drop_);
  column()->addWidget(files_card_);
}

void DataPage::makeMapping() {
  mapping_card_ = new Card(tr("Columns"), this);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto combo = [&](const QString& label, const QString& name) {
    auto* box = new ComboBox(mapping_card_);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    form->addRow(label, box);
    form->labelForField(box)->setMinimumHeight(measure::kControlHeight);   // in line with its field
    return box;
  };
  layout_ = combo(tr("Layout"), QStringLiteral("layout"));
  for (const auto& [value, words] : {std::pair{"auto", tr("found by column names")},
                                     {"question_answer", tr("question, answer")},
                                     {"prompt_completion", tr("prompt, completion")},
                                     {"instruction", tr("instruction, input, output")},
                                     {"messages", tr("messages")}})
    layout_->addItem(words, QString::fromLatin1(value));
  connect(layout_, &QComboBox::activated, this,
          [this] { set(QStringLiteral("data.layout=") + layout_->currentData().toString()); });
  for (const auto& [role, words] : {std::pair{"prompt", tr("Prompt")},
                                    {"input", tr("Input")},
                                    {"response", tr("Response")},
                                    {"system", tr("System")},
                                    {"messages", tr("Messages")}}) {
    ComboBox* box = combo(words, QStringLiteral("role_") + QString::fromLatin1(role));
    roles_[role] = box;
    connect(box, &QComboBox::activated, this, [this, role = std::string(role), box] {
      QJsonObject map;
      for (const auto& [key, column] : studio_.recipe().data.column_map) map[text(key)] = text(column);
      if (box->currentIndex() <= 0) map.remove(text(role));
      else map[text(role)] = box->currentText();
      set(QStringLiteral("data.column_map=") + QString::fromUtf8(QJsonDocument(map).toJson(QJsonDocument::Compact)));
    });
  }
  prompt_format_ = combo(tr("Prompt form"), QStringLiteral("promptFormat"));
  for (const auto& [value, words] : {std::pair{"auto", tr("the model's own")},
                                     {"chat", tr("chat template")},
                                     {"alpaca", tr("Alpaca")},
                                     {"plain", tr("plain text")}})
    prompt_format_->addItem(words, QString::fromLatin1(value));
  connect(prompt_format_, &QComboBox::activated, this,
          [this] { set(QStringLiteral("data.prompt_format=") + prompt_format_->currentData().toString()); });
  mapping_card_->body()->addLayout(form);
  mapping_card_->body()->addStretch();
}

void DataPage::makePreview() {
  preview_card_ = new Card(tr("A row as the model sees it"), this);
  row_ = new SpinBox(preview_card_);
  row_->setObjectName(QStringLiteral("rowNumber"));
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
  lengths_->setMinimumHeight(180);
  lengths_card_->addControl(lengths_->makeMenuButton());
  lengths_card_->body()->addWidget(lengths_, 1);
  max_tokens_ = new SliderField(tr("Longest row, in tokens"), {32, 8192, true, 16, 2}, lengths_card_);
  connect(max_tokens_, &SliderField::valueCommitted, this,
          [this](double value) { set(QStringLiteral("data.max_tokens=%1").arg(static_cast<qlonglong>(value)), true); });
  lengths_card_->body()->addWidget(max_tokens_);
  auto* row = new QHBoxLayout;
  row->addWidget(new Text(tr("Longer rows are"), TextRole::Body, Tone::Muted, lengths_card_));
  overflow_ = new ComboBox(lengths_card_);
  overflow_->setAccessibleName(tr("Longer rows"));
  overflow_->addItem(tr("cut at the end"), QStringLiteral("truncate"));
  overflow_->addItem(tr("left out"), QStringLiteral("drop"));
  connect(overflow_, &QComboBox::activated, this,
          [this] { set(QStringLiteral("data.overflow=") + overflow_->currentData().toString()); });
  row->addWidget(overflow_);
  row->addStretch();
  lengths_card_->body()->addLayout(row);
}

void DataPage::makeEvaluation() {
  evaluation_card_ = new Card(tr("What trains, what is asked"), this);
  for (const QString& name : {tr("Rows that train"), tr("Truncated"), tr("Left out"), tr("Tokens"),
                              tr("Of these train"), tr("Responses end in")}) {
    counts_.push_back(new KeyValueRow(name, {}, evaluation_card_));
    evaluation_card_->body()->addWidget(counts_.back());
  }
  notices_ = new ColumnModel<lift::RowNotice>(noticeColumns(), this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(notices_);
  sorted_->setSortRole(kSortRole);
  notices_table_ = new TableView(tr("Rows that were cut or left out"), evaluation_card_);
  notices_table_->setModel(sorted_);
  notices_table_->setStretchColumn(2);
  notices_table_->setRowsShown(1, 5);
  connect(notices_table_, &TableView::currentRowChanged, this, [this](int row) {
    if (row >= 0)
      row_->setValue(static_cast<int>(notices_->row(sorted_->mapToSource(sorted_->index(row, 0)).row()).row) + 1);
  });
  evaluation_card_->body()->addWidget(notices_table_);
  held_out_ = new SliderField(tr("Held out for evaluation"), {0, 0.5, false, 0.01, 2}, evaluation_card_);
  held_out_->setObjectName(QStringLiteral("heldOutShare"));
  connect(held_out_, &SliderField::valueCommitted, this,
          [this](double value) { set(QStringLiteral("data.held_out_share=%1").arg(value), true); });
  evaluation_card_->body()->addWidget(held_out_);
  held_out_words_ = new KeyValueRow(tr("Held-out rows"), {}, evaluation_card_);
  evaluation_card_->body()->addWidget(held_out_words_);
  probe_ = new KeyValueRow(tr("Retention probe"), {}, evaluation_card_);
  auto* choose = new WordButton(tr("choose…"), evaluation_card_, Tone::Accent);
  choose->setAccessibleName(tr("Choose a retention probe"));
  choose->setToolTip(tr("Choice questions of another field: they tell how much the model still knows"));
  connect(choose, &WordButton::clicked, this, &DataPage::chooseProbe);
  auto* line = new QHBoxLayout;
  line->setSpacing(0);
  line->addWidget(probe_, 1);
  line->addWidget(choose);
  evaluation_card_->body()->addLayout(line);
  evaluation_card_->body()->addStretch();
}

void DataPage::set(const QString& assignment, bool merge) {
  if (filling_) return;
  banner().dismiss();
  if (const lift::Status status = studio_.setField(assignment.toStdString(), merge); !status.ok())
    banner().say(Banner::Kind::Error, words(status.error()));
}

void DataPage::addFiles(const QStringList& paths) {
  QStringList files = listOf(studio_.recipe().data.files);
  for (const QString& path : paths)
    if (!files.contains(path)) files << path;
  set(QStringLiteral("data.files=") + jsonOf(files));
}

void DataPage::pick() {
  askForFiles(this, tr("Choose training data"), tr("Rows (*.jsonl *.json);;All files (*)"), true,
              [this](const QStringList& files) { addFiles(files); });
}

void DataPage::useDemo() {
  const std::filesystem::path folder = lift::demo_data_directory();
  if (folder.empty()) {
    banner().say(Banner::Kind::Error, tr("The demo data is not installed"), tr("Choose files of your own below."));
    return;
  }
  lift::Recipe recipe = studio_.recipe();
  recipe.data.files = {(folder / "gsm8k-train.jsonl").string()};
  recipe.data.held_out_files = {(folder / "gsm8k-heldout.jsonl").string()};
  recipe.evaluate.probe_file = (folder / "arc-easy-probe.json").string();
  recipe.data.max_tokens = 320;
  studio_.setRecipe(recipe, tr("Use the demo data"));
}

void DataPage::chooseProbe() {
  askForFiles(this, tr("Choose a retention probe"), tr("Choice questions (*.json *.jsonl)"), false,
              [this](const QStringList& files) { set(QStringLiteral("evaluate.probe_file=") + files.value(0)); });
}

void DataPage::showRecipe() {
  filling_ = true;
  const lift::DataConfig& data = studio_.recipe().data;
  QStringList places;
  for (const std::string& file : data.files) places << pathWords(text(file));
  files_->setText(places.join(QLatin1Char('\n')));
  files_->setVisible(!data.files.empty());
  drop_->setCompact(!data.files.empty());
  clear_->setVisible(!data.files.empty());
  demo_card_->setVisible(data.files.empty());
  layout_->setCurrentIndex(layout_->findData(text(data.layout)));
  prompt_format_->setCurrentIndex(prompt_format_->findData(text(data.prompt_format)));
  overflow_->setCurrentIndex(overflow_->findData(text(data.overflow)));
  max_tokens_->setValue(static_cast<double>(data.max_tokens));
  held_out_->setValue(data.held_out_share);
  held_out_->setVisible(data.held_out_files.empty());   // a file of its own leaves nothing to split
  const std::string& probe = studio_.recipe().evaluate.probe_file;
  probe_->setValue(probe.empty() ? tr("none: forgetting is not watched") : QFileInfo(text(probe)).fileName());
  filling_ = false;
}

void DataPage::showData() {
  const auto& data = studio_.data();
  for (QWidget* card : std::initializer_list<QWidget*>{mapping_card_, preview_card_, lengths_card_, evaluation_card_})
    card->setVisible(data.has_value());
  if (!data) {
    tokens_->clearRow();
    return;
  }
  banner().dismiss();
  filling_ = true;
  for (auto& [role, box] : roles_) {
    box->clear();
    box->addItem(tr("none"));
    box->addItems(listOf(data->columns));
    const auto found = data->column_map.find(role);
    box->setCurrentIndex(found == data->column_map.end() ? 0 : std::max(0, box->findText(text(found->second))));
  }
  row_->setRange(1, static_cast<int>(std::max<std::int64_t>(1, data->rows)));
  row_->setSuffix(tr(" of %1").arg(countWords(data->rows)));
  filling_ = false;
  counts_[0]->setValue(countWords(data->train_rows), Tone::Accent);
  counts_[1]->setValue(countWords(data->truncated));
  counts_[2]->setValue(countWords(data->dropped), data->dropped ? Tone::Alarm : Tone::Text);
  counts_[3]->setValue(countWords(data->tokens));
  counts_[4]->setValue(countWords(data->trained_tokens), Tone::Accent);
  counts_[5]->setValue(text(data->end_token));
  const auto& held_out_files = studio_.recipe().data.held_out_files;
  held_out_words_->setValue(held_out_files.empty()
                                ? countWords(data->held_out_rows)
                                : tr("%1 of %2").arg(countWords(data->held_out_rows), namesOf(held_out_files)),
                            Tone::HeldOut);
  notices_->setRows(data->notices);
  notices_table_->resizeColumnsToContents();
  notices_table_->setVisible(!data->notices.empty());
  Bins bins;
  bins.counts = data->length_histogram;
  bins.first = 0;
  bins.width = static_cast<double>(data->bucket_tokens);
  lengths_->setBins(bins);
  lengths_->setLimit(static_cast<double>(studio_.recipe().data.max_tokens), tr("longest row"));
  showRow(row_->value() - 1);
}

void DataPage::showRow(std::int64_t row) {
  if (!studio_.data() || filling_) return;
  studio_.engine().submit(
      {tr("Reading a row"), QStringLiteral("row"), true}, this,
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
