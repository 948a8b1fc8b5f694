#pragma once
// Value <-> slider position, linear or logarithmic, with values snapped to what a person would write. Pure.

namespace ui {

struct SliderScale {
  double minimum = 0, maximum = 1;
  bool logarithmic = false;
  double step = 0;   // values are multiples of this from 0; 0 = snap to `digits` significant digits
  int digits = 2;

  double fraction(double value) const;   // in [0, 1]
  double value(double fraction) const;   // snapped and clamped
  double snapped(double value) const;
};

}   // namespace ui
