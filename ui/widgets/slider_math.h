#pragma once
// Converts between value and slider position, linear or logarithmic, with values snapped to round ones. Pure functions.

namespace ui {

struct SliderScale {
  double minimum = 0, maximum = 1;
  bool logarithmic = false;
  double step = 0;   // values are multiples of this; 0 = they are rounded to `digits` significant digits
  int digits = 2;

  double fraction(double value) const;   // in [0, 1]
  double value(double fraction) const;   // snapped and clamped
  double snapped(double value) const;
};

}   // namespace ui
