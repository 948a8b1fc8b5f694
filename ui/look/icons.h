#pragma once
// The program's SVG icons (resources/icons), drawn in a theme colour at the requested size and pixel ratio: sharp at
// every scale, and in the new colours after a change of theme.
#include <QIcon>
#include <QPixmap>

#include "ui/look/tokens.h"

class QPainter;

namespace ui {

// `name`: a file in resources/icons without its extension.
QIcon icon(const QString& name, Tone tone = Tone::Muted);
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour);
QIcon programIcon();

}   // namespace ui
