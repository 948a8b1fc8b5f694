#include "ui/panels/export_panel.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QSaveFile>
#include <QVBoxLayout>

#include "core/session/export_form.h"
#include "ui/dialogs/questions.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr const char* kDelta = "delta";
constexpr const char* kDeltaEnding = ".safetensors";   // an attached adapter is a folder or a GGUF file
constexpr const char* kAsBase = "base";
constexpr qint64 kChunk = 1 << 20;

// What was at the target stays until the copy is whole.
bool copyFile(const QString& from, const QString& to) {
  QFile source(from);
  QSaveFile target(to);
  if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) return false;
  while (!source.atEnd()) {
    const QByteArray chunk = source.read(kChunk);
    if (chunk.isEmpty() || target.write(chunk) != chunk.size()) return false;
  }
  return target.flush() && target.commit();   // commit() alone does not tell that its last bytes found no room
}

}   // namespace

ExportPanel::ExportPanel(Studio& studio, QWidget* parent) : Card(tr("Take it with you"), parent), studio_(studio) {
  auto* line = new QHBoxLayout;
  format_ = new ComboBox(this);
  format_->setObjectName(u"exportFormat"_s);
  format_->setAccessibleName(tr("Format"));
  for (const lift::ExporterName& exporter : lift::exporters())
    if (lift::export_form(exporter.name).obstacle.empty())
      format_->addItem(words(exporter.title),
                       QString::fromUtf8(exporter.name.data(), static_cast<qsizetype>(exporter.name.size())));
  format_->setCurrentIndex(format_->findData(QString::fromLatin1(kDelta)));
  type_ = new ComboBox(this);
  type_->setObjectName(u"exportType"_s);
  type_->setAccessibleName(tr("How the weights are stored"));
  type_->setToolTip(
      tr("How the weights are stored. “as the base” keeps each tensor's own type; the q types are "
         "llama.cpp's smaller ones, whose cost is measured."));
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportPanel::showTypes);
  export_ = new PrimaryButton(tr("Export…"), this);
  export_->setObjectName(u"export"_s);
  connect(export_, &PrimaryButton::clicked, this, &ExportPanel::choose);
  line->addWidget(format_, 1);
  line->addWidget(type_);
  line->addWidget(export_);
  body()->addLayout(line);
  report_ = new Text({}, TextRole::Body, Tone::Muted, this);
  report_->setObjectName(u"exportReport"_s);
  report_->setWordWrap(true);
  body()->addWidget(report_);
  report_->hide();   // until there is something to tell
  showTypes();
  setDelta({});
}

void ExportPanel::setDelta(const std::filesystem::path& delta) {
  delta_ = delta;
  export_->setMissing(delta.empty() ? tr("Nothing to export yet") : QString());
}

void ExportPanel::showTypes() {
  const lift::ExportForm form = lift::export_form(format_->currentData().toString().toStdString());
  type_->clear();
  for (const std::string& type : form.types)
    type_->addItem(type == kAsBase ? tr("as the base") : QString::fromStdString(type), QString::fromStdString(type));
  type_->setVisible(type_->count() > 1);
}

std::string ExportPanel::form() const {
  const QString type = type_->currentData().toString();
  return (format_->currentData().toString() + (type.isEmpty() ? QString() : u':' + type)).toStdString();
}

void ExportPanel::choose() {
  const std::string chosen = format_->currentData().toString().toStdString();
  const auto act = [this](const QString& target) { exportTo(target); };
  if (chosen == kDelta)
    return askWhereToSave(this, tr("Copy the delta"), u"delta.safetensors"_s, tr("Deltas (*.safetensors)"), act);
  const lift::ExportForm form = lift::export_form(chosen);
  if (form.named) return askForText(this, format_->currentText(), tr("Name of the model there"), u"tuned-model"_s, act);
  const QString ending = QString::fromStdString(form.extension);
  askWhereToSave(this, form.folder ? tr("New folder for the tuned model") : tr("New file for the tuned model"),
                 u"tuned-model"_s + ending, form.folder ? QString() : format_->currentText() + u" (*%1)"_s.arg(ending),
                 act);
}

void ExportPanel::exportTo(const QString& target) {
  const bool own_file =
      delta_.extension() == kDeltaEnding && QFileInfo(QString::fromStdString(delta_.string())).isFile();
  if (own_file && format_->currentData().toString() == QLatin1String(kDelta)) return copyDelta(target);
  report_->setTone(Tone::Muted);
  tell(tr("Writing, then reading back…"));
  studio_.engine().submit(
      {tr("Exporting"), u"export"_s, false}, this,
      [format = form(), target = target.toStdString()](lift::Session& session, const lift::TaskContext& task) {
        return session.export_model(format, target, task);
      },
      [this](lift::Result<lift::ExportReport> report) {
        if (report.ok()) {
          say(*report);
        } else {
          report_->setTone(Tone::Alarm);
          tell(words(report.error()));
        }
        Q_EMIT exported(report.ok());
      });
}

void ExportPanel::copyDelta(const QString& target) {
  const bool ok = copyFile(QString::fromStdString(delta_.string()), target);
  report_->setTone(ok ? Tone::Good : Tone::Alarm);
  tell(ok ? tr("Copied to %1").arg(pathWords(target))
          : tr("%1 could not be written: is there room, and may you write there?").arg(target));
  Q_EMIT exported(ok);
}

void ExportPanel::tell(const QString& words) {
  report_->setText(words);
  report_->show();
}

void ExportPanel::say(const lift::ExportReport& report) {
  QStringList lines{
      tr("Wrote %1 (%2).")
          .arg(pathWords(QString::fromStdString(report.path.string())), bytesWords(static_cast<double>(report.bytes)))};
  if (report.prompts > 0)
    lines << tr("Largest difference of logits: %1 of the largest; %2 of %3 greedy answers are the same.")
                 .arg(QLocale().toString(report.largest_logit_difference, 'e', 1), countWords(report.same_text),
                      countWords(report.prompts));
  for (const lift::Sentence& notice : report.notices) lines << words(notice);
  report_->setTone(report.exact ? Tone::Good : Tone::Alarm);
  tell(lines.join(u'\n'));
}

}   // namespace ui
