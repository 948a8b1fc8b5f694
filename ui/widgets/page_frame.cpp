#include "ui/widgets/page_frame.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QShowEvent>
#include <QVBoxLayout>

#include "ui/look/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

namespace ui {

PageFrame::PageFrame(const QString& title, const QString& subtitle, QWidget* parent)
    : QScrollArea(parent),
      title_(new Text(title, TextRole::PageTitle)),
      subtitle_(new Text({}, TextRole::Body, Tone::Muted)),
      banner_(new Banner),
      content_(new QWidget),
      column_(new QVBoxLayout(content_)),
      controls_(new QHBoxLayout) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(title);
  auto* body = new QWidget;
  outer_ = new QVBoxLayout(body);
  auto* outer = outer_;
  outer->setContentsMargins(measure::kPageMargin, 20, measure::kPageMargin, measure::kPageMargin);
  outer->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addStretch();
  head->addLayout(controls_);
  outer->addLayout(head);
  subtitle_->setWordWrap(true);
  outer->addWidget(subtitle_);
  outer->addSpacing(10);
  outer->addWidget(banner_);
  banner_->installEventFilter(this);   // the gap below it comes and goes with it
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(measure::kGapLarge);
  outer->addWidget(content_, 1);
  setWidget(body);
  setSubtitle(subtitle);
}

bool PageFrame::eventFilter(QObject* watched, QEvent* event) {
  if (watched == banner_ && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
    column_->setContentsMargins(0, event->type() == QEvent::Show ? measure::kGap : 0, 0, 0);
  return QScrollArea::eventFilter(watched, event);
}

void PageFrame::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  if (!event->spontaneous()) scrollToTop();
}

void PageFrame::scrollToTop() { verticalScrollBar()->setValue(0); }

void PageFrame::setSubtitle(const QString& subtitle) {
  subtitle_->setText(subtitle);
  subtitle_->setVisible(!subtitle.isEmpty());
}

EmptyState& PageFrame::makeEmpty(const QString& icon, const QString& title, const QString& sentence) {
  empty_ = new EmptyState(icon, title, sentence);
  empty_->hide();
  outer_->addWidget(empty_, 1);
  return *empty_;
}

void PageFrame::showEmpty(bool empty) {
  if (!empty_) return;
  content_->setVisible(!empty);
  empty_->setVisible(empty);
  for (int i = 0; i < controls_->count(); ++i)   // what they switch is not there
    if (QWidget* control = controls_->itemAt(i)->widget()) control->setVisible(!empty);
}

void PageFrame::addHeadControl(QWidget* control) { controls_->addWidget(control); }

SidePanelFrame::SidePanelFrame(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout), bottom_(new QVBoxLayout) {
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* body = new QWidget;
  auto* inner = new QVBoxLayout(body);
  inner->setContentsMargins(measure::kGapLarge, 14, measure::kGapLarge, measure::kGap);
  inner->setSpacing(0);
  column_->setSpacing(1);
  inner->addLayout(column_);
  inner->addStretch(1);
  body->setAutoFillBackground(true);
  body->setBackgroundRole(QPalette::Base);
  scroll->viewport()->setBackgroundRole(QPalette::Base);
  scroll->setWidget(body);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addWidget(scroll, 1);
  bottom_->setContentsMargins(measure::kGapLarge, 0, measure::kGapLarge, 14);
  bottom_->setSpacing(4);
  outer->addLayout(bottom_);
}

void SidePanelFrame::addSection(const QString& caption) {
  if (column_->count() > 0) column_->addSpacing(measure::kGapLarge);
  column_->addWidget(new SectionTitle(caption));
  column_->addSpacing(4);
}

}   // namespace ui
