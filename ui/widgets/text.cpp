#include "ui/widgets/text.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/look/theme.h"
#include "ui/widgets/wrapped_lines.h"

namespace ui {

namespace {

constexpr int kNarrowest = 96, kWidestHint = 80;   // pixels; letters

}   // namespace

Text::Text(const QString& text, TextRole role, Tone tone, QWidget* parent) : QLabel(text, parent), tone_(tone) {
  setFont(fontOf(role));
  setTextFormat(Qt::PlainText);
  setTextInteractionFlags(Qt::NoTextInteraction);
  setForegroundRole(QPalette::WindowText);   // also on a Base ground, whose letters would be Text
  apply();
  connect(&Theme::instance(), &Theme::changed, this, &Text::apply);
}

void Text::setTone(Tone tone) {
  if (tone == tone_) return;
  tone_ = tone;
  apply();
}

void Text::apply() {
  QPalette own = palette();
  own.setColor(QPalette::WindowText, colours().letters(tone_));
  own.setColor(QPalette::Link, colours().accent_text);
  setPalette(own);
}

void Text::setElide(Qt::TextElideMode mode, QSizePolicy::Policy wanted) {
  elide_ = mode;
  setSizePolicy(wanted, QSizePolicy::Preferred);
  setFullText(fullText());
}

void Text::setFullText(const QString& text) {
  full_ = text;
  setAccessibleName(text);
  elide();
  updateGeometry();
}

void Text::elide() {
  if (elide_ == Qt::ElideNone) return setText(full_);
  const QString shown = fontMetrics().elidedText(full_, elide_, std::max(contentsRect().width(), 24));
  if (shown != text()) setText(shown);
  setToolTip(shown == full_ ? QString() : full_);
}

bool Text::breaksWords() const {
  return wordWrap() && elide_ == Qt::ElideNone && textInteractionFlags() == Qt::NoTextInteraction;
}

QSize Text::sizeHint() const {
  QSize size = QLabel::sizeHint();
  if (elide_ != Qt::ElideNone && sizePolicy().horizontalPolicy() == QSizePolicy::Preferred)
    size.setWidth(fontMetrics().horizontalAdvance(full_) + 1);
  if (const int widest = kWidestHint * fontMetrics().averageCharWidth(); breaksWords() && size.width() > widest)
    size = {widest, heightForWidth(widest)};
  return size;
}

QSize Text::minimumSizeHint() const {
  QSize size = QLabel::minimumSizeHint();
  if (elide_ != Qt::ElideNone) size.setWidth(24);
  if (breaksWords()) size.setWidth(std::min(size.width(), kNarrowest));
  return size;
}

int Text::heightForWidth(int width) const {
  if (!breaksWords()) return QLabel::heightForWidth(width);
  const QMargins margins = contentsMargins();
  const WrappedLines lines(text(), font(), width - margins.left() - margins.right(), alignment());
  return static_cast<int>(std::ceil(lines.height())) + margins.top() + margins.bottom();
}

void Text::paintEvent(QPaintEvent* event) {
  if (!breaksWords()) return QLabel::paintEvent(event);
  QPainter painter(this);
  const QRect room = contentsRect();
  const WrappedLines lines(text(), font(), room.width(), alignment());
  double top = room.top();
  if (alignment() & Qt::AlignVCenter) top += std::max(0.0, (room.height() - lines.height()) / 2);
  if (alignment() & Qt::AlignBottom) top += std::max(0.0, room.height() - lines.height());
  painter.setPen(palette().color(foregroundRole()));
  lines.draw(painter, QPointF(room.left(), top));
}

void Text::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  if (elide_ != Qt::ElideNone) elide();
}

}   // namespace ui
