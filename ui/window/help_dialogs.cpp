#include "ui/window/help_dialogs.h"

#include <QApplication>
#include <QDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/look/icons.h"
#include "ui/look/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct HelpDialogs {
  Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QDialog* framed(QWidget& parent, const QString& title, const QString& name) {
  auto* dialog = new QDialog(&parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setObjectName(name);
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(measure::kPageMargin, 20, measure::kPageMargin, 20);
  column->setSpacing(measure::kGap);
  return dialog;
}

void add_close(QDialog& dialog) {
  auto* row = new QHBoxLayout;
  auto* close = new Button(HelpDialogs::tr("Close"));
  row->addStretch();
  row->addWidget(close);
  QObject::connect(close, &QAbstractButton::clicked, &dialog, &QDialog::accept);
  static_cast<QVBoxLayout*>(dialog.layout())->addLayout(row);
  close->setFocus();
}

}   // namespace

void show_shortcuts(QWidget& parent, const std::vector<MainWindow::Shortcut>& shortcuts) {
  QDialog* dialog = framed(parent, HelpDialogs::tr("Keyboard shortcuts"), u"shortcuts"_s);
  auto* column = static_cast<QVBoxLayout*>(dialog->layout());
  column->addWidget(new Text(dialog->windowTitle(), TextRole::PageTitle));
  auto* list = new QWidget;
  auto* grid = new QGridLayout(list);
  grid->setContentsMargins(0, 0, measure::kGap, 0);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(0, 1);
  std::vector<MainWindow::Shortcut> all = shortcuts;
  const QString plots = HelpDialogs::tr("Plots");
  all.push_back({plots, HelpDialogs::tr("Move the crosshair"), QKeySequence(Qt::Key_Left)});
  all.push_back({plots, HelpDialogs::tr("Nearer, farther"), QKeySequence(Qt::Key_Plus)});
  all.push_back({plots, HelpDialogs::tr("Show everything"), QKeySequence(Qt::Key_0)});
  all.push_back({plots, HelpDialogs::tr("Open large"), QKeySequence(Qt::Key_Return)});
  all.push_back({plots, HelpDialogs::tr("Copy picture"), QKeySequence::Copy});
  QStringList groups;
  for (const auto& shortcut : all)
    if (!groups.contains(shortcut.group)) groups << shortcut.group;
  int row = 0;
  for (const QString& group : groups) {
    if (row > 0) grid->setRowMinimumHeight(row++, 8);
    grid->addWidget(new SectionTitle(group), row++, 0, 1, 2);
    for (const auto& shortcut : all) {
      if (shortcut.group != group) continue;
      grid->addWidget(new Text(shortcut.name), row, 0);
      grid->addWidget(new Chip(shortcut.keys.toString(QKeySequence::NativeText)), row++, 1, Qt::AlignRight);
    }
  }
  grid->setRowStretch(row, 1);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(list);
  column->addWidget(scroll, 1);
  add_close(*dialog);
  dialog->resize(440, 620);
  dialog->open();
}

void show_about(QWidget& parent) {
  QDialog* dialog = framed(parent, HelpDialogs::tr("About LIFT Studio"), u"about"_s);
  auto* column = static_cast<QVBoxLayout*>(dialog->layout());
  auto* mark = new QLabel;
  mark->setPixmap(programIcon().pixmap(72, 72));
  column->addWidget(mark, 0, Qt::AlignHCenter);
  column->addWidget(new Text(u"LIFT Studio "_s + QCoreApplication::applicationVersion(), TextRole::Value), 0,
                    Qt::AlignHCenter);
  auto* text = new Text(
      HelpDialogs::tr(
          "Fine-tunes language models by training only their principal weights, and shows which weights learn.\n\n"
          "Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains "
          "Mono, SIL Open Font License 1.1."),
      TextRole::Body, Tone::Muted);
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignHCenter);
  text->setFixedWidth(360);
  column->addWidget(text, 0, Qt::AlignHCenter);
  add_close(*dialog);
  dialog->open();
}

}   // namespace ui
