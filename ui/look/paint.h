#pragma once
// The few strokes that style and widgets share.
#include <QColor>
#include <QPainter>

namespace ui {

// A filled rounded rectangle with a 1 px line inside `place`; an invalid colour leaves its part out.
void paintPanel(QPainter& painter, const QRectF& place, double radius, const QColor& fill, const QColor& line = {});
void paintFocusRing(QPainter& painter, const QRectF& place, double radius);

// Whether it says that it has the keyboard: once the keyboard has been used to move the focus, as Qt's own controls do.
bool showsFocus(const QWidget& widget);

}   // namespace ui
