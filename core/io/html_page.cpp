#include "core/io/html_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace lift {

namespace {

constexpr double kWidth = 720, kHeight = 280, kLeft = 70, kRight = 20, kTop = 16, kBottom = 48;   // pixels of a plot
constexpr std::size_t kMostPoints = 600;   // more than pixels across would show
constexpr std::array<const char*, 6> kColours{"#0f8a74", "#c2410c", "#2563eb", "#a21caf", "#a16207", "#475569"};

constexpr const char* kStyle = R"(
:root { color-scheme: light dark;
  --text: #1c2127; --muted: #5b6472; --line: #d9dee5; --ground: #ffffff; --panel: #f5f7f9; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ee; --muted: #9aa4b2; --line: #333b47; --ground: #14171c; --panel: #1b1f26; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 68rem;
  margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } p, li { max-width: 48rem; }
.muted { color: var(--muted); } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; white-space: nowrap; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; } th { font-weight: 600; color: var(--muted); }
table.words { table-layout: fixed; min-width: 40rem; }
table.words td, table.words th { text-align: left; white-space: pre-wrap; vertical-align: top; }
table.words div { max-height: 8rem; overflow: auto; }
.wide { overflow-x: auto; } small { color: var(--muted); display: block; }
svg { max-width: 100%; } svg text { fill: var(--muted); font: 12px system-ui, sans-serif; }
svg .name { fill: var(--text); }
pre { background: var(--panel); padding: 1rem; overflow: auto; border-radius: 6px; font-size: 12px; max-height: 30rem; }
)";

struct Range {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();

  void hold(double value) { low = std::min(low, value), high = std::max(high, value); }
  double share(double value) const { return (value - low) / (high - low); }
  // With room at both ends.
  void widen(double room) {
    const double extent = high > low ? high - low : std::max(std::abs(high), 1.0);
    low -= room * extent, high += room * extent;
    if (high <= low) low -= 0.5 * extent, high += 0.5 * extent;
  }
  double step() const { return axis_step(high - low); }
};

class Plot {
 public:
  Plot(Range x, Range y) : x_(x), y_(y) {}

  double across(double value) const { return kLeft + (kWidth - kLeft - kRight) * x_.share(value); }
  double up(double value) const { return kHeight - kBottom - (kHeight - kTop - kBottom) * y_.share(value); }

  std::string lines(double step, const std::string& unit) const {
    std::string svg;
    for (double at = std::ceil(y_.low / step); at * step <= y_.high; ++at)
      svg += fmt::format(
          "<line x1=\"{0:.0f}\" x2=\"{1:.0f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\" stroke=\"var(--line)\"/>"
          "<text x=\"{3:.0f}\" y=\"{4:.1f}\" text-anchor=\"end\">{5:.4g}{6}</text>\n",
          kLeft, kWidth - kRight, up(at * step), kLeft - 8, up(at * step) + 4, at * step + 0.0, html_text(unit));
    return svg;
  }
  std::string ticks(double step) const {
    std::string svg;
    for (double at = std::ceil(x_.low / step); at * step <= x_.high; ++at)
      svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{:.6g}</text>\n", across(at * step),
                         kHeight - kBottom + 18, at * step + 0.0);
    return svg;
  }
  std::string curve(const HtmlCurve& curve, const char* colour) const {
    const std::size_t size = std::min(curve.x.size(), curve.y.size());
    const std::size_t stride = std::max<std::size_t>(1, (size + kMostPoints - 1) / kMostPoints);
    std::string path, dots;
    bool pen_down = false;
    for (std::size_t i = 0; i < size; i += stride) {
      if (!std::isfinite(curve.x[i]) || !std::isfinite(curve.y[i])) {
        pen_down = false;
        continue;
      }
      path +=
          fmt::format("{}{:.1f} {:.1f}", std::exchange(pen_down, true) ? "L" : "M", across(curve.x[i]), up(curve.y[i]));
      if (curve.dots)
        dots += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\" fill=\"{}\"/>", across(curve.x[i]),
                            up(curve.y[i]), colour);
    }
    return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"/>{}\n", path, colour, dots);
  }

 private:
  Range x_, y_;
};

}   // namespace

std::string html_text(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') safe += "&amp;";
    else if (c == '<') safe += "&lt;";
    else if (c == '>') safe += "&gt;";
    else if (c == '"') safe += "&quot;";
    else safe += c;
  }
  return safe;
}

double axis_step(double extent) {
  const double rough = extent / 5, unit = std::pow(10.0, std::floor(std::log10(rough)));
  return unit * (rough / unit > 5 ? 10 : rough / unit > 2 ? 5 : rough / unit > 1 ? 2 : 1);
}

std::string html_page(const std::string& title, const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>{0}</title><style>{1}</style></head><body>\n<h1>{0}</h1>\n{2}"
      "</body></html>\n",
      html_text(title), kStyle, body);
}

std::string html_folded(const std::string& title, const std::string& content) {
  return fmt::format("<details><summary>{}</summary><pre>{}</pre></details>\n", html_text(title), html_text(content));
}

std::string html_plot(const std::string& title, const std::string& across, const std::vector<HtmlCurve>& curves,
                      const std::string& unit) {
  Range x, y;
  for (const HtmlCurve& curve : curves)
    for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i)
      if (std::isfinite(curve.x[i]) && std::isfinite(curve.y[i])) x.hold(curve.x[i]), y.hold(curve.y[i]);
  if (!(x.low <= x.high)) return {};
  x.widen(x.high > x.low ? 0 : 0.05), y.widen(0.06);
  const Plot plot(x, y);
  std::string svg =
      fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth, kHeight, html_text(title)) +
      plot.lines(y.step(), unit) + plot.ticks(x.step());
  std::string legend;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const char* colour = kColours[i % kColours.size()];
    svg += plot.curve(curves[i], colour);
    legend += fmt::format("<span style=\"color: {}\">\u25cf</span> {} &nbsp; ", colour, html_text(curves[i].name));
  }
  svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n",
                     (kLeft + kWidth - kRight) / 2, kHeight - 8, html_text(across));
  return "<h2>" + html_text(title) + "</h2>\n" + svg + "</svg>\n<p class=\"muted\">" + legend + "</p>\n";
}

}   // namespace lift
