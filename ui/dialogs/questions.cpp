#include "ui/dialogs/questions.h"

#include <utility>

#include <QAbstractButton>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

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

QFileDialog* fileDialog(QWidget* parent, const QString& title) {
  auto* dialog = new QFileDialog(parent, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  return dialog;
}

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

void askForFiles(QWidget* parent, const QString& title, const QString& kinds, bool several,
                 std::function<void(const QStringList&)> act) {
  QFileDialog* dialog = fileDialog(parent, title);
  dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
  dialog->setNameFilter(kinds);
  QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                   [act = std::move(act)](const QStringList& chosen) { act(chosen); });
  dialog->open();
}

void askForFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> act) {
  QFileDialog* dialog = fileDialog(parent, title);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [act = std::move(act)](const QString& chosen) { act(chosen); });
  dialog->open();
}

void askWhereToSave(QWidget* parent, const QString& title, const QString& proposal, const QString& kinds,
                    std::function<void(const QString&)> act) {
  QFileDialog* dialog = fileDialog(parent, title);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setFileMode(QFileDialog::AnyFile);
  if (!kinds.isEmpty()) dialog->setNameFilter(kinds);
  dialog->selectFile(proposal);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [act = std::move(act)](const QString& chosen) { act(chosen); });
  dialog->open();
}

}   // namespace ui
