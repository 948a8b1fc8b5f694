#include "ui/widgets/segmented_switch.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/look/fonts.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

SegmentedSwitch::SegmentedSwitch(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent), name_(name), choices_(choices) {
  setFont(fontOf(TextRole::Small));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(name_ + u": "_s + choices_.value(current_));
}

void SegmentedSwitch::setChoices(const QStringList& choices) {
  if (choices == choices_) return;
  choices_ = choices;
  updateGeometry();
  update();
  if (current_ >= choices_.size()) setCurrent(static_cast<int>(choices_.size()) - 1);   // told: what was chosen is gone
}

void SegmentedSwitch::setCurrent(int index) {
  if (index == current_ || index < 0 || index >= choices_.size()) return;
  current_ = index;
  setAccessibleName(name_ + u": "_s + choices_.value(current_));
  update();
  Q_EMIT currentChanged(index);
}

std::vector<QRect> SegmentedSwitch::segments() const {
  std::vector<QRect> rects;
  int left = 2;
  for (const QString& choice : choices_) {
    const int wide = fontMetrics().horizontalAdvance(choice) + 18;
    rects.emplace_back(left, 2, wide, height() - 4);
    left += wide;
  }
  return rects;
}

QSize SegmentedSwitch::sizeHint() const {
  int wide = 4;
  for (const QString& choice : choices_) wide += fontMetrics().horizontalAdvance(choice) + 18;
  return {wide, 26};
}

int SegmentedSwitch::at(QPoint point) const {
  const auto rects = segments();
  for (std::size_t i = 0; i < rects.size(); ++i)
    if (rects[i].contains(point)) return static_cast<int>(i);
  return -1;
}

void SegmentedSwitch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours& c = colours();
  paintPanel(painter, rect(), measure::kControlRadius, c.raised, c.dark ? QColor() : c.line);
  const auto rects = segments();
  for (std::size_t i = 0; i < rects.size(); ++i) {
    const bool chosen = static_cast<int>(i) == current_;
    if (chosen) paintPanel(painter, rects[i], 4, c.dark ? QColor(0x3a414f) : c.panel, c.dark ? QColor() : c.line);
    painter.setPen(!isEnabled() ? c.faint : chosen || static_cast<int>(i) == hovered_ ? c.text : c.muted);
    painter.drawText(rects[i], Qt::AlignCenter, choices_.at(static_cast<int>(i)));
  }
  if (showsFocus(*this)) paintFocusRing(painter, rect(), measure::kControlRadius);
}

void SegmentedSwitch::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) setCurrent(at(event->position().toPoint()));
}

void SegmentedSwitch::mouseMoveEvent(QMouseEvent* event) {
  hovered_ = at(event->position().toPoint());
  update();
}

void SegmentedSwitch::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
}

void SegmentedSwitch::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left: return setCurrent(current_ - 1);
    case Qt::Key_Right: return setCurrent(current_ + 1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(static_cast<int>(choices_.size()) - 1);
    case Qt::Key_Space: return setCurrent((current_ + 1) % std::max<int>(1, static_cast<int>(choices_.size())));
    default: QWidget::keyPressEvent(event);
  }
}

void SegmentedSwitch::changeEvent(QEvent* event) {
  if (event->type() == QEvent::EnabledChange) update();
  QWidget::changeEvent(event);
}

}   // namespace ui
