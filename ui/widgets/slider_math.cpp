#include "ui/widgets/slider_math.h"

#include <algorithm>
#include <cmath>

namespace ui {

double SliderScale::fraction(double value) const {
  value = std::clamp(value, minimum, maximum);
  if (maximum <= minimum) return 0;
  if (logarithmic) return std::log(value / minimum) / std::log(maximum / minimum);
  return (value - minimum) / (maximum - minimum);
}

double SliderScale::snapped(double value) const {
  if (step > 0) {
    value = std::round(value / step) * step;
  } else if (value != 0) {
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - (digits - 1));
    value = std::round(value / unit) * unit;
  }
  return std::clamp(value, minimum, maximum);
}

double SliderScale::value(double fraction) const {
  fraction = std::clamp(fraction, 0.0, 1.0);
  const double raw =
      logarithmic ? minimum * std::pow(maximum / minimum, fraction) : minimum + (maximum - minimum) * fraction;
  return snapped(raw);
}

}   // namespace ui
