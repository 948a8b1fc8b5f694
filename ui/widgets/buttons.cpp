#include "ui/widgets/buttons.h"

#include <cmath>

#include <QCursor>
#include <QMenu>
#include <QPainter>
#include <QWhatsThis>

#include "ui/look/fonts.h"
#include "ui/look/house_style.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/tips.h"
#include "ui/widgets/wrapped_lines.h"

using namespace Qt::StringLiterals;

namespace ui {

PrimaryButton::PrimaryButton(const QString& label, QWidget* parent) : QPushButton(label, parent), label_(label) {
  setProperty(kButtonKind, u"primary"_s);
  setFont(fontOf(TextRole::Strong));
  setMinimumHeight(36);
  setCursor(Qt::PointingHandCursor);
}

void PrimaryButton::setMissing(const QString& reason) {
  setEnabled(reason.isEmpty());
  setText(reason.isEmpty() ? label_ : reason);
  setToolTip(reason);
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

void WordButton::setFlush(bool flush) {
  flush_ = flush;
  updateGeometry();
  update();
}

void WordButton::setWraps() {
  wraps_ = true;
  setFlush(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QSize WordButton::minimumSizeHint() const { return wraps_ ? QSize(96, 24) : sizeHint(); }

int WordButton::heightForWidth(int width) const {
  if (!wraps_) return sizeHint().height();
  return std::max(24, static_cast<int>(std::ceil(WrappedLines(text(), font(), width).height())) + 6);
}

void WordButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours& c = colours();
  const bool lively = isEnabled() && (underMouse() || isDown());
  QFont letters = font();
  if (lively && flush_) {   // a panel without room around the word would cut it
    letters.setUnderline(true);
    painter.setFont(letters);
  } else if (lively) paintPanel(painter, rect(), 4, c.hover);
  else if (isChecked()) paintPanel(painter, rect(), 4, c.raised, c.line);
  if (showsFocus(*this)) paintFocusRing(painter, rect(), 4);
  painter.setPen(!isEnabled()                     ? c.faint
                 : lively && tone_ == Tone::Muted ? c.text
                                                  : c.letters(isChecked() ? Tone::Text : tone_));
  if (wraps_) return WrappedLines(text(), letters, width()).draw(painter, QPointF(0, 3));
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

void IconButton::calmAfter(QMenu* menu) {
  connect(menu, &QMenu::aboutToHide, this, [this] {
    setAttribute(Qt::WA_UnderMouse, rect().contains(mapFromGlobal(QCursor::pos())));
    setDown(false);
    update();
  });
}

InfoButton::InfoButton(const QString& word, const QString& explanation, QWidget* parent)
    : IconButton(u"info"_s, tr("What is that: %1").arg(word), parent) {
  setObjectName(u"info"_s);
  setIconSize(QSize(14, 14));
  setFixedSize(20, 20);
  setToolTip(wrappedTip(explanation));
  setAccessibleDescription(explanation);
  connect(this, &QAbstractButton::clicked, this,
          [this, explanation] { QWhatsThis::showText(mapToGlobal(QPoint(0, height())), explanation, this); });
}

}   // namespace ui
