#pragma once
// Ticks, ranges and number words of axes. Pure: no widget, no painter; tested by tables.
#include <QString>

#include <cstdint>
#include <vector>

namespace ui {

struct Range {
  double lower = 0, upper = 1;
  double size() const { return upper - lower; }
  bool contains(double value) const { return value >= lower && value <= upper; }
  bool operator==(const Range&) const = default;
};

// Round values (1, 2, 2.5 or 5 times a power of ten) inside the range, about `wanted` of them.
std::vector<double> linear_ticks(Range range, int wanted);
// Powers of ten inside the range, thinned to about `wanted`; falls back to 1-2-5 steps when less than two decades show.
std::vector<double> log_ticks(Range range, int wanted);
// First, last and round values between: the whole run's axis always names its end. Integers.
std::vector<double> step_ticks(Range range, int wanted);

// A range that holds all of the values with some air, at round bounds; a lone value gets air on both sides.
Range padded(Range values, double air = 0.06);
// For a logarithmic axis: whole decades, at most `decades` of them below the top.
Range padded_log(Range values, double decades = 8);
// The same without whole decades: the values fill the height, ticks of 1, 2 and 5 name it.
Range snug_log(Range values, double decades = 8);

// Zoom by `factor` around `anchor` and move, but never beyond `limits` nor below `least` in size.
Range zoomed(Range view, double anchor, double factor, Range limits, double least);
Range moved(Range view, double by, Range limits);

// Short and exact enough for an axis: "0.05", "1,200", "1e-5", in the user's locale.
QString axis_number(double value, double step = 0);
// For values that are read: `digits` significant digits, trailing zeros kept ("0.998").
QString value_words(double value, int digits = 4);

}   // namespace ui
