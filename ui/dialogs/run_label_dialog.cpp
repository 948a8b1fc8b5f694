#include "ui/dialogs/run_label_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/look/tokens.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLongestName = 60, kWidth = 440, kNoteHeight = 140;

struct RunLabel {
  Q_DECLARE_TR_FUNCTIONS(RunLabel)
};

}   // namespace

void askForLabel(QWidget* parent, const QString& run, const QString& name, const QString& note,
                 std::function<void(const QString& name, const QString& note)> act) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(u"runLabel"_s);
  dialog->setWindowTitle(RunLabel::tr("Name and note of %1").arg(run));
  auto* column = new QVBoxLayout(dialog);
  column->setSpacing(measure::kGapSmall);
  auto* name_field = new QLineEdit(name, dialog);
  name_field->setObjectName(u"runName"_s);
  name_field->setAccessibleName(RunLabel::tr("Name"));
  name_field->setMaxLength(kLongestName);
  name_field->setPlaceholderText(run);
  auto* note_field = new QPlainTextEdit(note, dialog);
  note_field->setObjectName(u"runNote"_s);
  note_field->setAccessibleName(RunLabel::tr("Note"));
  note_field->setTabChangesFocus(true);
  note_field->setFixedHeight(kNoteHeight);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
  column->addWidget(new Text(RunLabel::tr("Name"), TextRole::Body, Tone::Muted, dialog));
  column->addWidget(name_field);
  column->addWidget(new Text(RunLabel::tr("Note"), TextRole::Body, Tone::Muted, dialog));
  column->addWidget(note_field);
  column->addWidget(buttons);
  QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=, act = std::move(act)] {
    act(name_field->text().trimmed(), note_field->toPlainText());
    dialog->accept();
  });
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  dialog->resize(kWidth, dialog->sizeHint().height());
  dialog->open();
}

}   // namespace ui
