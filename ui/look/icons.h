#pragma once
// The own SVG icons (resources/icons), drawn in a theme colour at the size and pixel ratio asked for: crisp at any
// scale, and right after a change of theme without being made again.
#include <QIcon>
#include <QPixmap>

#include "ui/look/tokens.h"

class QPainter;

namespace ui {

// `name` is a file of resources/icons without its ending.
QIcon icon(const QString& name, Tone tone = Tone::Muted);
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour);
QIcon programIcon();

}   // namespace ui
