#include "ui/widgets/buttons.h"

#include <QPainter>

#include "ui/look/fonts.h"
#include "ui/look/house_style.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

PrimaryButton::PrimaryButton(const QString& label, QWidget* parent) : QPushButton(label, parent), label_(label) {
  setProperty(kButtonKind, u"primary"_s);
  setFont(fontOf(TextRole::Strong));
  setMinimumHeight(36);
  setCursor(Qt::PointingHandCursor);
}

void PrimaryButton::setMissing(const QString& reason) {
  missing_ = reason;
  setEnabled(reason.isEmpty());
  setText(reason.isEmpty() ? label_ : reason);
  setToolTip(reason);
}

void PrimaryButton::setLabel(const QString& label) {
  label_ = label;
  setMissing(missing_);
}

Button::Button(const QString& label, Kind kind, QWidget* parent) : QPushButton(label, parent) {
  if (kind == Kind::Quiet) setProperty(kButtonKind, u"quiet"_s);
  if (kind == Kind::Danger) setProperty(kButtonKind, u"danger"_s);
}

void Button::setMissing(const QString& reason) {
  setEnabled(reason.isEmpty());
  setToolTip(reason);
  setAccessibleDescription(reason);
}

WordButton::WordButton(const QString& word, QWidget* parent, Tone tone) : QAbstractButton(parent), tone_(tone) {
  setText(word);
  setFont(fontOf(TextRole::Small));
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize WordButton::sizeHint() const {
  return {fontMetrics().horizontalAdvance(text()) + (icon().isNull() ? 0 : 18) + (flush_ ? 2 : 12), 24};
}

void WordButton::setTone(Tone tone) {
  tone_ = tone;
  update();
}

void WordButton::setFlush(bool flush) {
  flush_ = flush;
  updateGeometry();
  update();
}

void WordButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours& c = colours();
  const bool lively = isEnabled() && (underMouse() || isDown());
  if (lively && flush_) {   // a panel without room around the word would cut it
    QFont underlined = font();
    underlined.setUnderline(true);
    painter.setFont(underlined);
  } else if (lively) paintPanel(painter, rect(), 4, c.hover);
  else if (isChecked()) paintPanel(painter, rect(), 4, c.raised, c.line);
  if (showsFocus(*this)) paintFocusRing(painter, rect(), 4);
  painter.setPen(!isEnabled()                     ? c.faint
                 : lively && tone_ == Tone::Muted ? c.text
                                                  : c.letters(isChecked() ? Tone::Text : tone_));
  painter.drawText(rect(), flush_ ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter, text());
}

void WordButton::enterEvent(QEnterEvent*) { update(); }
void WordButton::leaveEvent(QEvent*) { update(); }

IconButton::IconButton(const QString& name_of_icon, const QString& name, QWidget* parent) : QToolButton(parent) {
  setIcon(ui::icon(name_of_icon));
  setIconSize(QSize(16, 16));
  setToolTip(name);
  setAccessibleName(name);
  setAutoRaise(true);
  setFocusPolicy(Qt::TabFocus);
  setFixedSize(26, 24);
}

}   // namespace ui
