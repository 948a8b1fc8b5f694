#pragma once
// Drawing functions shared by style and widgets.
#include <QColor>
#include <QPainter>

namespace ui {

// A filled rounded rectangle with a 1 px line inside `place`; an invalid colour omits fill or line.
void paintPanel(QPainter& painter, const QRectF& place, double radius, const QColor& fill, const QColor& line = {});
void paintFocusRing(QPainter& painter, const QRectF& place, double radius);

// Whether the widget draws its focus ring: it has the focus, and the user has moved the focus by keyboard.
bool showsFocus(const QWidget& widget);

}   // namespace ui
