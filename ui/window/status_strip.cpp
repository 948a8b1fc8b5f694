#include "ui/window/status_strip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/theme.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

namespace ui {

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent),
      progress_(new ThinProgress),
      words_(new Text({}, TextRole::Small, Tone::Muted)),
      note_(new Text({}, TextRole::Small, Tone::Muted)),
      actions_(new QHBoxLayout) {
  setFixedHeight(measure::kStatusBar);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(measure::kGapLarge, 1, measure::kGapLarge, 0);
  row->setSpacing(measure::kGap);
  progress_->setFixedWidth(180);
  words_->setElide(Qt::ElideRight);
  note_->setElide(Qt::ElideMiddle, QSizePolicy::Preferred);   // notices name files
  row->addWidget(progress_);
  row->addWidget(words_, 1);
  row->addWidget(note_);
  actions_->setSpacing(2);
  row->addLayout(actions_);
  hideProgress();
}

void StatusStrip::setWords(const QString& words) { words_->setFullText(words); }

void StatusStrip::setProgress(double fraction) {
  progress_->setFraction(fraction);
  progress_->show();
}

void StatusStrip::hideProgress() { progress_->hide(); }

void StatusStrip::setNote(const QString& note) {
  note_->setFullText(note);
  note_->setVisible(!note.isEmpty());
}

WordButton* StatusStrip::addAction(const QString& word) {
  auto* action = new WordButton(word);
  actions_->addWidget(action);
  return action;
}

void StatusStrip::clearActions() {
  while (QLayoutItem* item = actions_->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
}

void StatusStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), colours().panel);
  painter.fillRect(QRect(0, 0, width(), 1), colours().line);
}

}   // namespace ui
