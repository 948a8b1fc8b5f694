#pragma once
// Colour maps for all kinds of colour vision: viridis and cividis for magnitude, blue-white-amber for change. Pure.
#include <QColor>

namespace ui {

enum class ColourMap { Viridis, Cividis, Change };

// position in [0, 1]; Change has its neutral middle at 0.5. NaN is transparent.
QRgb colour_at(ColourMap map, double position, bool dark = true);

}   // namespace ui
