#include "ui/plots/axis_math.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

double round_step(double rough, bool whole) {
  if (!(rough > 0) || !std::isfinite(rough)) return 1;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    if (whole && factor == 2.5 && power < 10) continue;
    if (factor * power >= rough * (1 - 1e-9)) return whole ? std::max(1.0, factor * power) : factor * power;
  }
  return 10 * power;
}

std::vector<double> multiples(Range range, double step) {
  std::vector<double> ticks;
  const double slack = step * 1e-6;
  for (double k = std::ceil((range.lower - slack) / step); k * step <= range.upper + slack && ticks.size() < 200; ++k)
    ticks.push_back(k == 0 ? 0.0 : k * step);
  return ticks;
}

}   // namespace

std::vector<double> linear_ticks(Range range, int wanted) {
  if (!(range.size() > 0) || wanted < 1) return {range.lower};
  return multiples(range, round_step(range.size() / wanted, false));
}

std::vector<double> log_ticks(Range range, int wanted) {
  std::vector<double> ticks;
  if (!(range.lower > 0) || !(range.upper > range.lower)) return ticks;
  const int first = static_cast<int>(std::ceil(std::log10(range.lower) - 1e-9)),
            last = static_cast<int>(std::floor(std::log10(range.upper) + 1e-9));
  if (last - first < 1 || range.upper / range.lower < 100) {
    for (int decade = first - 1; decade <= last; ++decade)
      for (const double factor : {1.0, 2.0, 5.0}) {
        const double tick = factor * std::pow(10.0, decade);
        if (tick >= range.lower * (1 - 1e-9) && tick <= range.upper * (1 + 1e-9)) ticks.push_back(tick);
      }
    return ticks;
  }
  const int stride =
      std::max(1, static_cast<int>(std::ceil(static_cast<double>(last - first + 1) / std::max(1, wanted))));
  for (int decade = first; decade <= last; ++decade)
    if ((last - decade) % stride == 0) ticks.push_back(std::pow(10.0, decade));
  return ticks;
}

std::vector<double> step_ticks(Range range, int wanted) {
  if (!(range.size() > 0)) return {range.lower};
  const double rough = range.size() / std::max(1, wanted);
  // The round step above may leave half of the ticks that were wanted; then the next one below is nearer.
  double step = round_step(rough, true);
  if (const double below = round_step(step / 2, true); step > 1.5 * rough && below >= 0.75 * rough) step = below;
  std::vector<double> ticks = multiples(range, step);
  // The end is named; a round value too near to it gives way.
  while (!ticks.empty() && range.upper - ticks.back() < 0.5 * step) ticks.pop_back();
  ticks.push_back(range.upper);
  if (ticks.front() - range.lower > 0.5 * step) ticks.insert(ticks.begin(), range.lower);
  return ticks;
}

Range padded(Range values, double air) {
  if (!std::isfinite(values.lower) || !std::isfinite(values.upper) || values.upper < values.lower) return {0, 1};
  double size = values.size();
  if (size < 1e-12 * std::max(1.0, std::abs(values.upper))) size = std::max(std::abs(values.upper) * 0.2, 1e-9);
  const double step = round_step((size * (1 + 2 * air)) / 10, false);
  const double lower = std::floor((values.lower - size * air) / step) * step;
  // What is never negative does not get a negative axis.
  return {values.lower >= 0 ? std::max(0.0, lower) : lower, std::ceil((values.upper + size * air) / step) * step};
}

Range padded_log(Range values, double decades) {
  if (!(values.upper > 0) || !std::isfinite(values.upper)) return {0.1, 1};
  const double top = std::pow(10.0, std::ceil(std::log10(values.upper) - 1e-9));
  const double least = top * std::pow(10.0, -decades);
  const double lower = values.lower > least ? values.lower : least;
  double bottom = std::pow(10.0, std::floor(std::log10(lower) + 1e-9));
  if (bottom >= top) bottom = top / 10;
  return {bottom, top};
}

Range snug_log(Range values, double decades) {
  if (!(values.upper > 0) || !std::isfinite(values.upper)) return {0.1, 1};
  const double lower = std::max(values.lower, values.upper * std::pow(10.0, -decades));
  const double air = std::pow(values.upper / lower, 0.06);
  return values.upper / lower < 1.01 ? padded_log(values, decades) : Range{lower / air, values.upper * air};
}

Range moved(Range view, double by, Range limits) {
  by = std::clamp(by, limits.lower - view.lower, std::max(limits.lower - view.lower, limits.upper - view.upper));
  return {view.lower + by, view.upper + by};
}

Range zoomed(Range view, double anchor, double factor, Range limits, double least) {
  const double size = std::clamp(view.size() * factor, std::min(least, limits.size()), limits.size());
  const double at = view.size() > 0 ? (anchor - view.lower) / view.size() : 0.5;
  Range result{anchor - at * size, anchor + (1 - at) * size};
  return moved(result, 0, limits);
}

QString axis_number(double value, double step) {
  const QLocale locale;
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-4 || size >= 1e7)) {
    const int power = static_cast<int>(std::floor(std::log10(size) + 1e-9));
    const double digits = value / std::pow(10.0, power);
    return locale.toString(digits, 'g', 3) + QLatin1Char('e') + QString::number(power);
  }
  int decimals = 0;
  if (step > 0) {
    for (double rest = step; decimals < 8 && std::abs(rest - std::round(rest)) > 1e-6 * rest; rest *= 10) ++decimals;
  } else {
    while (decimals < 8 &&
           std::abs(value * std::pow(10.0, decimals) - std::round(value * std::pow(10.0, decimals))) > 1e-6)
      ++decimals;
  }
  return locale.toString(value, 'f', decimals);
}

QString value_words(double value, int digits) {
  const QLocale locale;
  if (!std::isfinite(value)) return u"–"_s;
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-3 || size >= 1e7)) {
    const int power = static_cast<int>(std::floor(std::log10(size)));
    return locale.toString(value / std::pow(10.0, power), 'f', std::clamp(digits, 1, 3) - 1) + QLatin1Char('e') +
           QString::number(power);
  }
  const int whole = size >= 1 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
  return locale.toString(value, 'f', std::max(0, digits - whole));
}

}   // namespace ui
