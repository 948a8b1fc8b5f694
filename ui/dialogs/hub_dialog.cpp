#include "ui/dialogs/hub_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/look/tokens.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 520;
const auto kSlot = u"hub"_s;

QString bytes(std::int64_t count) { return bytesWords(static_cast<double>(count)); }

}   // namespace

HubDialog::HubDialog(Engine& engine, lift::HubKind kind, std::function<void(const std::filesystem::path&)> act,
                     QWidget* parent)
    : QDialog(parent), engine_(engine), kind_(kind), act_(std::move(act)) {
  const bool is_model = kind == lift::HubKind::Model;
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(u"hubDialog"_s);
  setWindowTitle(is_model ? tr("Get a model from Hugging Face") : tr("Get a data set from Hugging Face"));
  auto* column = new QVBoxLayout(this);
  column->setSpacing(measure::kGapSmall);
  const QString what = is_model ? tr("Name of the model, or words of it") : tr("Name of the data set, or words of it");
  column->addWidget(new Text(what, TextRole::Body, Tone::Muted, this));
  auto* line = new QHBoxLayout;
  name_ = new QLineEdit(this);
  name_->setObjectName(u"hubName"_s);
  name_->setAccessibleName(what);
  name_->setPlaceholderText(is_model ? u"HuggingFaceTB/SmolLM2-135M-Instruct"_s : u"openai/gsm8k"_s);
  look_ = new Button(tr("Look it up"), Button::Kind::Normal, this);
  look_->setObjectName(u"hubLook"_s);
  line->addWidget(name_, 1);
  line->addWidget(look_);
  column->addLayout(line);
  file_ = new ComboBox(this);
  file_->setObjectName(u"hubFile"_s);
  file_->setAccessibleName(is_model ? tr("Which file") : tr("Which folder"));
  column->addWidget(file_);
  licence_ = new KeyValueRow(tr("Licence"), {}, this);
  access_ = new KeyValueRow(tr("Access"), {}, this);
  size_ = new KeyValueRow(tr("Size"), {}, this);
  for (KeyValueRow* row : {licence_, access_, size_}) column->addWidget(row);
  said_ = new Text({}, TextRole::Body, Tone::Muted, this);
  said_->setObjectName(u"hubSaid"_s);
  said_->setWordWrap(true);
  column->addWidget(said_);
  progress_ = new ThinProgress(this);
  column->addWidget(progress_);
  auto* row = new QHBoxLayout;
  get_ = new PrimaryButton(tr("Download and open"), this);
  get_->setObjectName(u"hubGet"_s);
  auto* cancel = new Button(tr("Cancel"), Button::Kind::Quiet, this);
  cancel->setObjectName(u"hubCancel"_s);
  row->addStretch();
  row->addWidget(cancel);
  row->addWidget(get_);
  column->addStretch();
  column->addLayout(row);

  for (QWidget* widget : std::initializer_list<QWidget*>{file_, licence_, access_, size_, progress_}) widget->hide();
  get_->setMissing(tr("Look it up first"));
  get_->setAutoDefault(false);
  look_->setDefault(true);
  say(
      tr("Nothing is asked of the network before you press a button. A token is read from HF_TOKEN, or from where "
         "\u201chf auth login\u201d put it."));
  connect(look_, &Button::clicked, this, &HubDialog::look);
  connect(name_, &QLineEdit::textEdited, this, [this] {
    offer_.reset();
    names_listed_ = false;
    file_->clear();
    file_->hide();
    get_->setMissing(tr("Look it up first"));
  });
  connect(file_, &ComboBox::activated, this, &HubDialog::choose);
  connect(get_, &PrimaryButton::clicked, this, &HubDialog::get);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(&engine_, &Engine::jobProgressed, this, [this](JobId job, const QString& phase, qint64 done, qint64 total) {
    if (job != job_) return;
    progress_->setFraction(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
    say(total > 0 ? tr("%1: %2 of %3").arg(phase, bytes(done), bytes(total)) : phase);
  });
  resize(kWidth, sizeHint().height());
}

HubDialog::~HubDialog() {
  if (job_) engine_.cancelSlot(kSlot);
}

void HubDialog::say(const QString& words, bool is_trouble) {
  said_->setTone(is_trouble ? Tone::Alarm : Tone::Muted);
  said_->setText(words);
}

lift::NoticeSink HubDialog::notices() {
  return [engine = &engine_](const lift::Notice& notice) {
    const QString text = ui::words(notice.text);
    const bool warning = notice.severity == lift::Severity::Warning;
    QMetaObject::invokeMethod(
        engine, [engine, text, warning] { Q_EMIT engine->noticeRaised(text, warning); }, Qt::QueuedConnection);
  };
}

void HubDialog::setWorking(std::optional<JobId> job) {
  job_ = job;
  progress_->setVisible(job.has_value());
  progress_->setFraction(-1);
  name_->setReadOnly(job.has_value());
  file_->setEnabled(!job);
  look_->setMissing(job ? tr("Waiting for the answer") : QString());
}

void HubDialog::look() {
  const QString name = name_->text().trimmed();
  if (name.isEmpty() || job_) return;
  if (!name.contains(u'/')) return search(name);
  offer_.reset();
  get_->setMissing(tr("Look it up first"));
  say(tr("Asking…"));
  setWorking(engine_.submit(
      {tr("Asking Hugging Face"), kSlot, true}, this,
      [kind = kind_, name = name.toStdString(), part = file_->currentData().toString().toStdString(),
       notices = notices()](lift::Session&, const lift::TaskContext& task) {
        return lift::hub_offer({.kind = kind, .id = name}, part, task, notices);
      },
      [this](lift::Result<lift::HubOffer> offer) {
        setWorking({});
        if (offer.ok()) showOffer(*offer);
        else say(words(offer.error()), true);
      }));
}

void HubDialog::search(const QString& words) {
  say(tr("Searching…"));
  setWorking(engine_.submit(
      {tr("Asking Hugging Face"), kSlot, true}, this,
      [kind = kind_, words = words.toStdString(), notices = notices()](lift::Session&, const lift::TaskContext& task) {
        return lift::hub_search(kind, words, task, notices);
      },
      [this](lift::Result<std::vector<lift::HubHit>> hits) {
        setWorking({});
        if (hits.ok()) showHits(*hits);
        else say(ui::words(hits.error()), true);
      }));
}

void HubDialog::showHits(const std::vector<lift::HubHit>& hits) {
  file_->clear();
  names_listed_ = !hits.empty();
  file_->setVisible(names_listed_);
  if (hits.empty()) return say(tr("Nothing has this in its name."));
  file_->addItem(tr("Choose one of these"), QString());
  for (const lift::HubHit& hit : hits) {
    QStringList about{QString::fromStdString(hit.id)};
    if (hit.parameters > 0) about << tr("%1 parameters").arg(shortCountWords(hit.parameters));
    if (!hit.licence.empty()) about << QString::fromStdString(hit.licence);
    if (!hit.gated.empty()) about << tr("gated");
    file_->addItem(about.join(u" · "_s), QString::fromStdString(hit.id));
  }
  say(tr("The most downloaded with this in their name."));
}

void HubDialog::choose() {
  const QString chosen = file_->currentData().toString();
  if (chosen.isEmpty()) return;
  if (names_listed_) {
    names_listed_ = false;
    file_->clear();
    file_->hide();
    name_->setText(chosen);
  }
  look();
}

void HubDialog::showOffer(const lift::HubOffer& offer) {
  const lift::HubRepository& repository = offer.repository;
  licence_->setValue(repository.licence.empty() ? tr("its card names none")
                                                : QString::fromStdString(repository.licence));
  access_->setValue(repository.is_private      ? tr("private")
                    : repository.gated.empty() ? tr("open")
                                               : tr("gated: its terms are to be accepted"));
  for (KeyValueRow* row : {licence_, access_, size_}) row->show();
  if (!offer.choices.empty()) {
    names_listed_ = false;
    file_->clear();
    file_->addItem(kind_ == lift::HubKind::Model ? tr("Choose one of its files") : tr("Choose one of its folders"),
                   QString());
    for (const std::string& choice : offer.choices)
      file_->addItem(QString::fromStdString(choice), QString::fromStdString(choice));
    file_->show();
    size_->setValue(bytes(lift::bytes_of(repository.files)));
    say(kind_ == lift::HubKind::Model ? tr("It has several GGUF files: choose one.")
                                      : tr("It has rows in several folders: choose one."));
    return;
  }
  size_->setValue(offer.missing == 0 ? tr("%1, all of it here already").arg(bytes(offer.bytes))
                  : offer.missing < offer.bytes
                      ? tr("%1, of which %2 are to be downloaded").arg(bytes(offer.bytes), bytes(offer.missing))
                      : bytes(offer.bytes));
  say({});
  offer_ = offer;
  get_->setMissing({});
  get_->setFocus();
}

void HubDialog::get() {
  if (!offer_ || job_) return;
  get_->setMissing(tr("Downloading…"));
  setWorking(engine_.submit(
      {kind_ == lift::HubKind::Model ? tr("Downloading a model") : tr("Downloading a data set"), kSlot, false}, this,
      [offer = *offer_, notices = notices()](lift::Session&, const lift::TaskContext& task) {
        return lift::get_hub_offer(offer, task, notices);
      },
      [this](lift::Result<std::filesystem::path> model) {
        setWorking({});
        if (model.ok()) {
          act_(*model);
          accept();
          return;
        }
        get_->setMissing({});
        say(words(model.error()), true);
      }));
}

}   // namespace ui
