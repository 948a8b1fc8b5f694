#include "ui/look/paint.h"

#include <QWidget>

#include "ui/look/theme.h"

namespace ui {

void paintPanel(QPainter& painter, const QRectF& place, double radius, const QColor& fill, const QColor& line) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
  painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  const double inset = line.isValid() ? 0.5 : 0;
  painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
  painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& place, double radius) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colours().accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
  painter.restore();
}

bool showsFocus(const QWidget& widget) {
  return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

}   // namespace ui
