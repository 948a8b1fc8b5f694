#include "ui/widgets/text.h"

#include "ui/look/theme.h"

namespace ui {

Text::Text(const QString& text, TextRole role, Tone tone, QWidget* parent) : QLabel(text, parent), tone_(tone) {
  setFont(fontOf(role));
  setTextInteractionFlags(Qt::NoTextInteraction);
  setForegroundRole(QPalette::WindowText);   // also on a Base ground, whose letters would be Text
  apply();
  connect(&Theme::instance(), &Theme::changed, this, &Text::apply);
}

void Text::setRole(TextRole role) { setFont(fontOf(role)); }

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

void Text::setElide(Qt::TextElideMode mode) {
  elide_ = mode;
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
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

QSize Text::minimumSizeHint() const {
  QSize size = QLabel::minimumSizeHint();
  if (elide_ != Qt::ElideNone) size.setWidth(24);
  return size;
}

void Text::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  if (elide_ != Qt::ElideNone) elide();
}

}   // namespace ui
