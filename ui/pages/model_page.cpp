#include "ui/pages/model_page.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/session/demo_model.h"
#include "ui/dialogs/hub_dialog.h"
#include "ui/dialogs/questions.h"
#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/pages/model_first.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/file_drop_area.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kStackBelow = 960;

using lift::ModelCandidate;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString originWords(const std::string& origin) {
  if (origin == "demo") return ModelPage::tr("demo");
  if (origin == "Hugging Face cache") return ModelPage::tr("Hugging Face cache");
  if (origin == "folder") return ModelPage::tr("folder");
  if (origin == "earlier run") return ModelPage::tr("earlier run");
  return text(origin);
}

// "Q4_1 (210 tensors), F32 (61)" as "Q4_1, F32": how many of each is in the tool tip.
QString shortTypes(const lift::Sentence& types) {
  return text(types.text()).remove(QRegularExpression(uR"( \([^)]*\))"_s));
}

std::vector<ColumnModel<ModelCandidate>::Column> columns() {
  const auto parameters = [](const ModelCandidate& m) { return m.summary ? m.summary->config.parameter_count() : 0; };
  return {
      {ModelPage::tr("Name"),
       [](const ModelCandidate& m) { return text(m.name); },
       {},
       false,
       [](const ModelCandidate& m) { return m.summary ? pathWords(text(m.path.string())) : words(m.reason); }},
      {ModelPage::tr("Family"),
       [](const ModelCandidate& m) { return m.summary ? text(m.summary->config.family) : QString(); },
       {},
       false,
       {}},
      {ModelPage::tr("Parameters"),
       [=](const ModelCandidate& m) { return m.summary ? shortCountWords(parameters(m)) : QString(); },
       [=](const ModelCandidate& m) { return QVariant(static_cast<qlonglong>(parameters(m))); },
       true,
       {}},
      {ModelPage::tr("Stored as"),
       [](const ModelCandidate& m) { return m.summary ? shortTypes(m.summary->stored_types) : words(m.reason); },
       {},
       false,
       [](const ModelCandidate& m) { return m.summary ? words(m.summary->stored_types) : words(m.reason); }},
      {ModelPage::tr("Size"),
       [](const ModelCandidate& m) { return bytesWords(static_cast<double>(m.file_bytes)); },
       [](const ModelCandidate& m) { return QVariant(static_cast<qlonglong>(m.file_bytes)); },
       true,
       {}},
      {ModelPage::tr("Found in"), [](const ModelCandidate& m) { return originWords(m.origin); }, {}, false, {}},
  };
}

}   // namespace

ModelPage::ModelPage(Studio& studio, QWidget* parent)
    : PageFrame(tr("Model"), tr("What to fine-tune. Its weights stay as they are on disk; training makes a delta."),
                parent),
      studio_(studio) {
  setObjectName(u"modelPage"_s);
  makeDemo();
  auto* row = new ReflowRow(kStackBelow, this);
  makeList(row);
  makeDetails(row);
  column()->addWidget(row);
  column()->addStretch(1);
  connect(&studio_, &Studio::modelChanged, this, &ModelPage::showOpen);
  connect(&studio_, &Studio::failed, this, [this](const lift::Error& error, Stage stage) {
    if (stage == Stage::Model)
      banner().say(Banner::Kind::Error, words(error.headline()), words(error.context), words(error));
  });
  connect(&studio_, &Studio::modelOpening, this, [this] {
    progress_->setFraction(-1);
    phase_->setText(tr("waiting for the engine"));
    for (QWidget* widget : std::initializer_list<QWidget*>{progress_, phase_, cancel_}) widget->show();
    showCurrent();
  });
  connect(&studio_.engine(), &Engine::jobProgressed, this,
          [this](JobId job, const QString& phase, qint64 done, qint64 total) {
            if (job != studio_.openingModel()) return;
            progress_->setFraction(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
            phase_->setText(phase);
          });
  showOpen();
}

void ModelPage::makeDemo() {
  const std::filesystem::path demo = installedDemoModel();
  demo_ = new Card(tr("New here? Begin with the demo"), this);
  auto* line = new QHBoxLayout;
  auto* words = new Text(
      tr("SmolLM2 135M: small enough to learn school arithmetic on this computer in minutes. Everything is here "
         "already, nothing is downloaded."),
      TextRole::Body, Tone::Muted, demo_);
  words->setWordWrap(true);
  auto* open = new PrimaryButton(tr("Open the demo model"), demo_);
  open->setObjectName(u"openDemo"_s);
  connect(open, &PrimaryButton::clicked, this, [this, demo] { studio_.openModel(demo); });
  connect(&studio_, &Studio::modelOpening, open, [open] { open->setMissing(tr("Loading…")); });
  connect(&studio_, &Studio::modelChanged, open, [open] { open->setMissing({}); });
  line->addWidget(words, 1);
  line->addWidget(open);
  demo_->body()->addLayout(line);
  demo_->setVisible(!demo.empty());
  column()->addWidget(demo_);
}

void ModelPage::makeList(ReflowRow* row) {
  auto* card = new Card(tr("On this machine"), this);
  auto* again = new WordButton(tr("look again"), card);
  connect(again, &WordButton::clicked, this, &ModelPage::refresh);
  auto* hub = new WordButton(tr("from Hugging Face…"), card);
  hub->setObjectName(u"fromHub"_s);
  connect(hub, &WordButton::clicked, this, &ModelPage::getFromHub);
  card->addControl(hub);
  card->addControl(again);

  candidates_ = new ColumnModel<ModelCandidate>(columns(), this);
  sorted_ = new QSortFilterProxyModel(this);
  sorted_->setSourceModel(candidates_);
  sorted_->setSortRole(kSortRole);
  table_ = new TableView(tr("Models on this machine"), card);
  table_->setObjectName(u"modelTable"_s);
  table_->setModel(sorted_);
  table_->setStretchColumn(0);
  table_->setTextElideMode(Qt::ElideMiddle);   // what models are called begins alike
  table_->setRowsShown(1, 8);
  connect(table_, &TableView::currentRowChanged, this, [this] { showCurrent(); });
  connect(table_, &QTableView::doubleClicked, this, [this] { openCurrent(); });
  connect(table_, &QTableView::activated, this, [this] { openCurrent(); });
  card->body()->addWidget(table_);

  auto* drop =
      new FileDropArea(tr("Drop a GGUF file or a model folder here"),
                       tr("GGUF, or config.json with safetensors: Llama, Qwen, Gemma, Mistral, Phi and others"), card);
  drop->setObjectName(u"modelDrop"_s);
  connect(drop, &FileDropArea::dropped, this, &ModelPage::openPaths);
  connect(drop, &FileDropArea::pickRequested, this, &ModelPage::pick);
  card->body()->addWidget(drop);
  card->body()->addStretch();
  row->add(card, 3);
}

void ModelPage::makeDetails(ReflowRow* place) {
  details_ = new Card(tr("Nothing chosen"), this);
  reason_ = new Text({}, TextRole::Body, Tone::Muted, details_);
  reason_->setWordWrap(true);
  auto* said = new QHBoxLayout;
  dequantised_ = new InfoButton(termWords(Term::Dequantised), explained(Term::Dequantised), details_);
  dequantised_->hide();   // until a model is chosen that is
  said->addWidget(reason_, 1);
  said->addWidget(dequantised_, 0, Qt::AlignTop);
  details_->body()->addLayout(said);
  for (const QString& name :
       {tr("Shape"), tr("Attention"), tr("Vocabulary"), tr("Tokenizer"), tr("Chat template"), tr("Place")}) {
    facts_.push_back(new KeyValueRow(name, {}, details_));
    details_->body()->addWidget(facts_.back());
    facts_.back()->hide();   // until a model is chosen
  }
  auto* row = new QHBoxLayout;
  open_ = new PrimaryButton(tr("Open this model"), details_);
  open_->setObjectName(u"openModel"_s);
  connect(open_, &PrimaryButton::clicked, this, &ModelPage::openCurrent);
  cancel_ = new Button(tr("Cancel"), Button::Kind::Quiet, details_);
  connect(cancel_, &Button::clicked, this, [this] { studio_.cancelOpening(); });
  progress_ = new ThinProgress(details_);
  phase_ = new Text({}, TextRole::Body, Tone::Muted, details_);
  row->addWidget(open_);
  row->addWidget(progress_, 1);
  row->addWidget(phase_);
  row->addWidget(cancel_);
  row->addStretch();
  details_->body()->addStretch();
  details_->body()->addLayout(row);
  place->add(details_, 2);
}

void ModelPage::showEvent(QShowEvent* event) {
  PageFrame::showEvent(event);
  if (!std::exchange(looked_, true)) refresh();
}

void ModelPage::addFolder(const QString& path) { folders_.emplace_back(path.toStdString()); }

void ModelPage::refresh() {
  studio_.engine().submit(
      {tr("Looking for models"), u"models"_s, true}, this,
      [folders = folders_](lift::Session&, const lift::TaskContext& task) {
        return lift::Result<std::vector<ModelCandidate>>(lift::find_models(folders, task));
      },
      [this](lift::Result<std::vector<ModelCandidate>> found) {
        if (!found.ok()) return;
        candidates_->setRows(std::move(*found));
        table_->resizeColumnsToContents();
        if (!chooseOpen() && sorted_->rowCount() > 0 && !table_->currentIndex().isValid()) table_->selectRow(0);
      });
}

bool ModelPage::isOpen(const ModelCandidate& candidate) const {
  std::error_code error;
  return studio_.model() && std::filesystem::weakly_canonical(candidate.path, error) == studio_.model()->path;
}

bool ModelPage::chooseOpen() {
  for (int row = 0; row < sorted_->rowCount(); ++row) {
    if (!isOpen(candidates_->row(sorted_->mapToSource(sorted_->index(row, 0)).row()))) continue;
    table_->selectRow(row);
    return true;
  }
  return false;
}

// The open model is in the list, wherever it came from.
void ModelPage::listOpen() {
  const std::filesystem::path path = studio_.openedAs();
  if (chooseOpen() || std::ranges::find(folders_, path) != folders_.end()) return;
  folders_.push_back(path);
  refresh();
}

void ModelPage::pick() {
  askForFiles(this, tr("Choose a model"), tr("Models (*.gguf config.json *.safetensors);;All files (*)"), false,
              [this](const QStringList& files) { openPaths(files); });
}

void ModelPage::getFromHub() {
  auto* dialog = new HubDialog(
      studio_.engine(), lift::HubKind::Model,
      [this](const std::filesystem::path& model) {
        refresh();
        studio_.openModel(model);
      },
      this);
  dialog->open();
}

void ModelPage::openPaths(const QStringList& paths) {
  if (paths.isEmpty()) return;
  banner().dismiss();
  std::filesystem::path path(paths.first().toStdString());
  // A file of a model folder stands for the folder.
  if (path.filename() == "config.json" || path.extension() == ".safetensors") path = path.parent_path();
  studio_.openModel(path);
}

void ModelPage::openCurrent() {
  const QModelIndex index = sorted_->mapToSource(table_->currentIndex());
  if (!index.isValid() || !candidates_->row(index.row()).summary) return;
  banner().dismiss();
  studio_.openModel(candidates_->row(index.row()).path);
}

void ModelPage::showCurrent() {
  const QModelIndex index = sorted_->mapToSource(table_->currentIndex());
  if (!index.isValid()) return;
  const ModelCandidate& candidate = candidates_->row(index.row());
  details_->setTitle(text(candidate.name));
  for (KeyValueRow* fact : facts_) fact->setVisible(candidate.summary.has_value());
  if (!candidate.summary) {
    reason_->setText(words(candidate.reason));
    dequantised_->hide();
    open_->setMissing(tr("Can't be used"));
    return;
  }
  const lift::ModelSummary& summary = *candidate.summary;
  const lift::ModelConfig& c = summary.config;
  QStringList notes;
  for (const lift::Sentence& notice : summary.notices) notes << words(notice);
  reason_->setText(notes.join(u'\n'));
  reason_->setVisible(!notes.isEmpty());
  dequantised_->setVisible(summary.dequantised);
  facts_[0]->setValue(tr("%1 layers of width %2, feed-forward %3")
                          .arg(countWords(c.layer_count), countWords(c.hidden_size), countWords(c.intermediate_size)));
  facts_[1]->setValue(
      tr("%1 heads, %2 for keys and values").arg(countWords(c.head_count), countWords(c.kv_head_count)));
  facts_[2]->setValue(tr("%1 tokens, context %2").arg(countWords(c.vocabulary_size), countWords(c.max_positions)));
  facts_[3]->setValue(words(summary.tokenizer_description));
  facts_[4]->setValue(!summary.chat_template_problem.empty() ? tr("in the model, cannot be read")
                      : summary.has_chat_template            ? tr("in the model")
                                                             : tr("none; the Alpaca form is used"));
  facts_[5]->setValue(pathWords(text(candidate.path.string())));
  open_->setVisible(!isOpen(candidate));   // the next step is in the banner
  open_->setMissing(studio_.run().active()   ? tr("A run is going on")
                    : studio_.openingModel() ? tr("Loading…")
                                             : QString());
}

void ModelPage::showOpen() {
  for (QWidget* widget : std::initializer_list<QWidget*>{progress_, phase_, cancel_}) widget->hide();
  if (studio_.model()) {
    demo_->hide();
    banner().say(Banner::Kind::Done,
                 tr("%1 is open: %2 parameters in %3")
                     .arg(modelWords(text(studio_.openedAs())), countWords(studio_.model()->config.parameter_count()),
                          QString::fromUtf8(lift::name_of(studio_.model()->dtype).data())));
    auto* next = banner().addAction(tr("Go on to the data"));
    connect(next, &WordButton::clicked, this, [this] { Q_EMIT studio_.stageRequested(Stage::Data); });
    listOpen();
  }
  showCurrent();
}

}   // namespace ui
