#pragma once
// Ticks, ranges and labels of axes. Pure functions without widget or painter; tested by tables.
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
// Powers of ten inside the range, thinned to about `wanted`; steps of 1-2-5 if the range is less than two decades.
std::vector<double> log_ticks(Range range, int wanted);
// Integers: first, last and round values between them, so that a run's axis always shows its last step.
std::vector<double> step_ticks(Range range, int wanted);

// A range around the values with a margin and round bounds; a single value gets a margin on both sides.
Range padded(Range values, double air = 0.06);
// For a logarithmic axis: whole decades, at most `decades` below the top.
Range padded_log(Range values, double decades = 8);
// The same without whole decades: the values fill the height; ticks at 1, 2 and 5.
Range snug_log(Range values, double decades = 8);

// Zooms by `factor` around `anchor`, or moves; stays within `limits` and never gets smaller than `least`.
Range zoomed(Range view, double anchor, double factor, Range limits, double least);
Range moved(Range view, double by, Range limits);

// Short, and exact enough for an axis: "0.05", "1,200", "1e-5", in the user's locale.
QString axis_number(double value, double step = 0);
// For values in text: `digits` significant digits, with trailing zeros ("0.998").
QString value_words(double value, int digits = 4);

}   // namespace ui
