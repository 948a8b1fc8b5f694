#include "ui/dialogs/questions.h"

#include <cmath>
#include <optional>
#include <utility>

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/settings/settings.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QMessageBox::ButtonRole roleOf(Answer::Kind kind) {
  switch (kind) {
    case Answer::Kind::Keep: return QMessageBox::RejectRole;
    case Answer::Kind::Proceed: return QMessageBox::AcceptRole;
    case Answer::Kind::Destroy: return QMessageBox::DestructiveRole;
  }
  return QMessageBox::RejectRole;
}

// `doing`: "open" or "save", each with a folder of its own.
QFileDialog* fileDialog(QWidget* parent, const QString& title, const QString& doing) {
  const QString kind = doing + QLatin1Char(' ') + parent->objectName();
  Settings* settings = Settings::of(parent);
  auto* dialog = new QFileDialog(parent, title, settings ? settings->folder(kind) : QDir::homePath());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                   [settings = QPointer(settings), kind](const QStringList& chosen) {
                     if (settings && !chosen.isEmpty())
                       settings->setFolder(kind, QFileInfo(chosen.first()).absolutePath());
                   });
  return dialog;
}

std::optional<double> numberIn(const QString& typed) {
  bool ok = false;
  double value = QLocale().toDouble(typed.trimmed(), &ok);
  if (!ok) value = QLocale::c().toDouble(typed.trimmed(), &ok);   // a point is understood everywhere
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

struct Questions {
  Q_DECLARE_TR_FUNCTIONS(Questions)
};

}   // namespace

void ask(QWidget* parent, const QString& name, const QString& title, const QString& question, const QString& advice,
         const std::vector<Answer>& answers) {
  auto* box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton, parent);
  box->setObjectName(name);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(advice);
  for (const Answer& answer : answers) {
    QPushButton* button = box->addButton(answer.label, roleOf(answer.kind));
    if (answer.kind == Answer::Kind::Proceed) box->setDefaultButton(button);
    if (answer.kind == Answer::Kind::Keep) box->setEscapeButton(button);
    if (answer.act) QObject::connect(button, &QAbstractButton::clicked, parent, answer.act);
  }
  box->open();
}

void askForText(QWidget* parent, const QString& title, const QString& question, const QString& present,
                std::function<void(const QString&)> act) {
  auto* dialog = new QInputDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(question);
  dialog->setTextValue(present);
  QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                   [act = std::move(act)](const QString& typed) { act(typed); });
  dialog->open();
}

void askForNumber(QWidget* parent, const QString& title, const QString& question, double present,
                  std::function<QString(double)> trouble, std::function<void(double)> act) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(u"askForNumber"_s);
  dialog->setWindowTitle(title);
  auto* column = new QVBoxLayout(dialog);
  auto* field = new QLineEdit(QLocale().toString(present, 'g', 4), dialog);
  field->setObjectName(u"number"_s);
  field->setAccessibleName(question);
  field->selectAll();
  auto* reason = new Text({}, TextRole::Body, Tone::Alarm, dialog);
  reason->setObjectName(u"reason"_s);
  reason->setWordWrap(true);
  reason->hide();   // until there is one
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
  column->addWidget(new Text(question, TextRole::Body, Tone::Text, dialog));
  column->addWidget(field);
  column->addWidget(reason);
  column->addWidget(buttons);
  const auto take = [dialog, field, reason, trouble = std::move(trouble), act = std::move(act)] {
    const auto value = numberIn(field->text());
    const QString wrong = value ? trouble(*value)
                                : Questions::tr("“%1” is no number. Write it like %2 or %3.")
                                      .arg(field->text(), QLocale().toString(0.0005), u"5e-4"_s);
    setWrong(*field, wrong);
    reason->setText(wrong);
    reason->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty()) return field->setFocus();
    act(*value);
    dialog->accept();
  };
  QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, take);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  dialog->resize(360, dialog->sizeHint().height());
  dialog->open();
}

void askForFiles(QWidget* parent, const QString& title, const QString& kinds, bool several,
                 std::function<void(const QStringList&)> act) {
  QFileDialog* dialog = fileDialog(parent, title, u"open"_s);
  dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
  dialog->setNameFilter(kinds);
  QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                   [act = std::move(act)](const QStringList& chosen) { act(chosen); });
  dialog->open();
}

void askForFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> act) {
  QFileDialog* dialog = fileDialog(parent, title, u"open"_s);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [act = std::move(act)](const QString& chosen) { act(chosen); });
  dialog->open();
}

void askWhereToSave(QWidget* parent, const QString& title, const QString& proposal, const QString& kinds,
                    std::function<void(const QString&)> act) {
  QFileDialog* dialog = fileDialog(parent, title, u"save"_s);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setFileMode(QFileDialog::AnyFile);
  if (!kinds.isEmpty()) dialog->setNameFilter(kinds);
  dialog->selectFile(proposal);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [act = std::move(act)](const QString& chosen) { act(chosen); });
  dialog->open();
}

}   // namespace ui
