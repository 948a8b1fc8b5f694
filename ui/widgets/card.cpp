#include "ui/widgets/card.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kHeadHeight = 24;   // pixels
constexpr int kTitleRoom = 240;   // pixels: longer titles (names of models, of files) are cut before controls make room

}   // namespace

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(measure::kCardPadding, 12, measure::kCardPadding, 14);
  column->setSpacing(measure::kGapSmall);
  head_widget_ = new QWidget(this);
  head_lines_ = new QVBoxLayout(head_widget_);
  head_lines_->setContentsMargins(0, 0, 0, 0);
  head_lines_->setSpacing(measure::kGapSmall);
  head_ = new QHBoxLayout;
  head_->setSpacing(measure::kGapSmall);
  title_ = new Text({}, TextRole::CardTitle);
  title_->setElide(Qt::ElideRight, QSizePolicy::Preferred);   // models and files have any name
  note_ = new Text({}, TextRole::Body, Tone::Muted);
  note_->setElide(Qt::ElideRight);
  note_->hide();
  values_ = new QHBoxLayout;
  values_->setSpacing(measure::kGapSmall);
  controls_widget_ = new QWidget;
  controls_ = new QHBoxLayout(controls_widget_);
  controls_->setContentsMargins(0, 0, 0, 0);
  controls_->setSpacing(6);
  head_->addWidget(title_);
  head_->addLayout(values_);
  head_->addWidget(note_, 1);
  head_->addStretch(0);
  head_lines_->addLayout(head_);
  head_->addWidget(controls_widget_);
  head_widget_->setMinimumHeight(kHeadHeight);
  column->addWidget(head_widget_);
  body_ = new QVBoxLayout;
  body_->setContentsMargins(0, 0, 0, 0);
  body_->setSpacing(measure::kGapSmall);
  column->addLayout(body_, 1);
  setTitle(title);
}

void Card::setTitle(const QString& title) {
  title_->setFullText(title);
  setAccessibleName(title);
  head_widget_->setVisible(!title.isEmpty());
}

void Card::explain(const QString& word, const QString& explanation) {
  head_->insertWidget(1, new InfoButton(word, explanation));
}

void Card::setNote(const QString& note) {
  note_->setFullText(note);
  note_->setVisible(!note.isEmpty());
}

void Card::setValue(const QString& key, const QString& value, Tone tone, const QString& name) {
  const QString name_key = "name "_L1 + key;
  auto* shown = findChild<Text*>(key);
  if (!shown) {
    auto* label = new Text(name, TextRole::Body, Tone::Muted, this);
    label->setObjectName(name_key);
    shown = new Text(value, TextRole::Strong, tone, this);
    shown->setObjectName(key);
    values_->addWidget(label);
    values_->addWidget(shown);
  }
  auto* label = findChild<Text*>(name_key);
  label->setText(name);
  label->setVisible(!name.isEmpty());
  shown->setText(value);
  shown->setTone(tone);
}

void Card::addControl(QWidget* control) { controls_->addWidget(control); }

void Card::placeControls() {
  int wanted = head_->spacing();
  for (int i = 0; i < head_->count(); ++i) {
    QLayoutItem* item = head_->itemAt(i);
    if (item->widget() == note_ || item->widget() == controls_widget_ || item->isEmpty()) continue;
    wanted += std::min(item->sizeHint().width(), kTitleRoom) + head_->spacing();
  }
  const bool below = wanted + controls_widget_->sizeHint().width() > width() - 2 * measure::kCardPadding;
  if (below == (head_lines_->indexOf(controls_widget_) >= 0)) return;
  if (below) head_lines_->addWidget(controls_widget_, 0, Qt::AlignRight);
  else head_->addWidget(controls_widget_);
  head_widget_->setMinimumHeight(below ? 0 : kHeadHeight);   // 0: what the two lines need
}

bool Card::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) placeControls();
  return QFrame::event(event);
}

void Card::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  placeControls();
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintPanel(painter, rect(), measure::kCardRadius, colours().panel, colours().line);
}

Inset::Inset(QWidget* parent) : QFrame(parent), body_(new QVBoxLayout(this)) {
  body_->setContentsMargins(12, 10, 12, 10);
  body_->setSpacing(4);
}

void Inset::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintPanel(painter, rect(), measure::kControlRadius, colours().raised);
}

}   // namespace ui
