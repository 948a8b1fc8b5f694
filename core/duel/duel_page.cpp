// The duel as one HTML page: no script, no network, light and dark as the reader's system.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/duel/duel_report.h"
#include "core/io/html_page.h"
#include "core/io/keep_file_names.h"

namespace lift {

namespace {

constexpr double kWidth = 720, kHeight = 420, kLeft = 70, kRight = 20, kTop = 20, kBottom = 56;   // pixels of the plot
constexpr std::array<const char*, 8> kColours{"#0f8a74", "#c2410c", "#2563eb", "#a21caf",
                                              "#a16207", "#475569", "#dc2626", "#0891b2"};

// "91.7 %" and its interval below.
std::string cell(const std::optional<Spread>& spread, double factor, const char* form) {
  if (!spread) return "<td class=\"muted\">–</td>";
  const auto number = [&](double value) { return fmt::format(fmt::runtime(form), factor * value); };
  std::string text = "<td>" + number(spread->mean);
  if (spread->interval)
    text += fmt::format("<small>{} to {}</small>", number(spread->interval->low), number(spread->interval->high));
  return text + "</td>";
}

std::string mean_cell(const std::optional<Spread>& spread, double factor, const char* form) {
  return spread ? "<td>" + fmt::format(fmt::runtime(form), factor * spread->mean) + "</td>"
                : "<td class=\"muted\">–</td>";
}

// Where a value lies between the ends of an axis, which has room for all bars.
struct Axis {
  double low = 0, high = 1;

  void hold(double value) { low = std::min(low, value), high = std::max(high, value); }
  void hold(const Spread& spread) {
    hold(spread.mean);
    if (spread.interval) hold(spread.interval->low), hold(spread.interval->high);
  }
  double share(double value) const { return (value - low) / (high - low); }
};

Axis around(double value) { return {value, value}; }

// Room at both ends, and a step between the lines.
double widen(Axis& axis) {
  const double room = std::max(0.08 * (axis.high - axis.low), 1e-3);
  axis.low -= room, axis.high += room;
  return axis_step(axis.high - axis.low);
}

struct FrontPoint {
  std::string name;
  Spread kept, learned;   // shares; learned: exact answers, or the loss with its sign turned round
};

std::vector<FrontPoint> points_of(const DuelReport& report) {
  std::vector<FrontPoint> points;
  for (const DuelRow& row : report.rows) {
    if (!row.kept || (!row.exact && !row.held_out_loss)) continue;
    Spread learned = row.exact ? *row.exact : *row.held_out_loss;
    if (!row.exact) {
      learned.mean = -learned.mean;
      if (learned.interval) learned.interval = Interval{-learned.interval->high, -learned.interval->low};
    }
    points.push_back({row.contestant, *row.kept, learned});
  }
  return points;
}

std::string ticks(const Axis& axis, double step, bool across, double factor, const char* form) {
  std::string text;
  for (double at = std::ceil(axis.low / step); at * step <= axis.high; ++at) {
    const double share = axis.share(at * step);
    const double x = kLeft + (kWidth - kLeft - kRight) * share;
    const double y = kHeight - kBottom - (kHeight - kTop - kBottom) * share;
    const std::string label = fmt::format(fmt::runtime(form), factor * at * step + 0.0);
    text += across ? fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n", x,
                                 kHeight - kBottom + 18, label)
                   : fmt::format(
                         "<line x1=\"{0:.0f}\" x2=\"{1:.0f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\" "
                         "stroke=\"var(--line)\"/><text x=\"{3:.0f}\" y=\"{4:.0f}\" "
                         "text-anchor=\"end\">{5}</text>\n",
                         kLeft, kWidth - kRight, y, kLeft - 8, y + 4, label);
  }
  return text;
}

std::string front(const DuelReport& report) {
  const std::vector<FrontPoint> points = points_of(report);
  if (points.empty()) return "<p class=\"muted\">No probe was measured: there is no front to draw.</p>";
  const bool exact = report.asked > 0;
  Axis x = around(1), y = around(points.front().learned.mean);
  for (const FrontPoint& point : points) x.hold(point.kept), y.hold(point.learned);
  const double x_step = widen(x), y_step = widen(y);
  const auto across = [&](double value) { return kLeft + (kWidth - kLeft - kRight) * x.share(value); };
  const auto up = [&](double value) { return kHeight - kBottom - (kHeight - kTop - kBottom) * y.share(value); };
  std::string svg =
      fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Learned against kept\">\n", kWidth, kHeight);
  svg += ticks(x, x_step, true, 100, "{:.0f} %");
  svg += ticks(y, y_step, false, exact ? 100 : -1, exact ? "{:.0f} %" : "{:.3f}");
  svg += fmt::format(
      "<line x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\" stroke=\"var(--muted)\" "
      "stroke-dasharray=\"4 4\"/>\n",
      across(1), kTop, kHeight - kBottom);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const FrontPoint& point = points[i];
    const char* colour = kColours[i % kColours.size()];
    const double px = across(point.kept.mean), py = up(point.learned.mean);
    if (point.kept.interval)
      svg += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\"/>",
                         across(point.kept.interval->low), across(point.kept.interval->high), py, py, colour);
    if (point.learned.interval)
      svg += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\"/>", px, px,
                         up(point.learned.interval->low), up(point.learned.interval->high), colour);
    svg += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\" fill=\"{}\"/><text class=\"name\" x=\"{:.1f}\" "
        "y=\"{:.1f}\">{}</text>\n",
        px, py, colour, px + 10, py - 8, html_text(point.name));
  }
  svg += fmt::format(
      "<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">kept of the old knowledge (probe, share of "
      "the base's score)</text>\n",
      (kLeft + kWidth - kRight) / 2, kHeight - 12);
  svg += fmt::format(
      "<text x=\"16\" y=\"{0:.0f}\" text-anchor=\"middle\" transform=\"rotate(-90 16 {0:.0f})\">{1}</text>\n",
      (kTop + kHeight - kBottom) / 2, exact ? "held-out rows exactly right" : "held-out loss");
  return svg +
         "</svg>\n<p class=\"muted\">Right of the dashed line nothing was lost; above is better learned. Bars are "
         "95 % intervals of the mean over the seeds.</p>\n";
}

std::string table(const DuelReport& report) {
  std::string html =
      "<div class=\"wide\"><table><thead><tr><th>method</th><th>learning rate</th><th>exactly right</th><th>held-out "
      "loss</th><th>kept</th><th>trained weights</th><th>tokens/s</th><th>peak memory</th><th>delta</th>"
      "<th>seconds</th></tr></thead><tbody>\n";
  for (const DuelRow& row : report.rows) {
    html += fmt::format("<tr><td>{}{}</td><td>{}</td>", html_text(row.contestant),
                        row.failed > 0 ? fmt::format("<small>{} runs failed</small>", row.failed) : "",
                        row.rate ? fmt::format("{:g}", *row.rate) : "–");
    html += cell(row.exact, 100, "{:.1f} %") + cell(row.held_out_loss, 1, "{:.4f}") + cell(row.kept, 100, "{:.1f} %");
    html += mean_cell(row.trained, 1e-6, "{:.2f} M") + mean_cell(row.tokens_per_second, 1, "{:.0f}") +
            mean_cell(row.peak_bytes, 1.0 / (1 << 20), "{:.0f} MiB") + mean_cell(row.delta_bytes, 1e-6, "{:.1f} MB") +
            mean_cell(row.seconds, 1, "{:.0f}") + "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string list(const std::vector<Sentence>& sentences) {
  std::string html;
  for (const Sentence& sentence : sentences) html += "<li>" + html_text(sentence.text()) + ".</li>\n";
  return html.empty() ? html : "<ul>\n" + html + "</ul>\n";
}

std::string counts(const DuelReport& report) {
  if (report.counts.empty()) return {};
  std::string html =
      "<h2>Right answers</h2>\n<div class=\"wide\"><table><thead><tr><th>method</th><th>asked of</th><th>right</th>"
      "<th>share</th><th>95 % interval</th></tr></thead><tbody>\n";
  for (const DuelCount& count : report.counts)
    html += fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{} of {}</td><td>{:.1f} %</td><td>{:.1f} to {:.1f} %</td></tr>\n",
        html_text(count.contestant.empty() ? "base" : count.contestant), html_text(task_words(count.task).text()),
        count.right, count.asked, 100 * static_cast<double>(count.right) / static_cast<double>(count.asked),
        100 * count.interval.low, 100 * count.interval.high);
  return html +
         "</tbody></table></div>\n<p class=\"muted\">All seeds together, as if their answers were independent: "
         "the same questions asked of several runs are not quite, so that these intervals are too narrow. Probe and "
         "tasks are asked anew after each run, in passes of another size than within it: in bf16 a close answer may "
         "come out differently.</p>\n";
}

std::string pairs(const DuelReport& report) {
  if (report.pairs.empty()) return {};
  std::string html = "<h2>In pairs, item by item</h2>\n<ul>\n";
  for (const DuelPair& pair : report.pairs)
    html += fmt::format("<li{}>{}.</li>\n", pair.visible() ? "" : " class=\"muted\"", html_text(pair.words.text()));
  return html +
         "</ul>\n<p class=\"muted\">An item is one observation, however many seeds there are: exact sign test "
         "(with one seed McNemar's), p corrected for the number of pairs (Holm).</p>\n";
}

std::string searches(const DuelState& state) {
  if (state.searches.empty()) return {};
  std::string html =
      "<h2>How the learning rates were chosen</h2>\n<div class=\"wide\"><table><thead><tr><th>method</th><th>learning "
      "rate</th><th>loss of rows set aside</th></tr></thead><tbody>\n";
  for (const SearchRun& run : state.searches)
    html += fmt::format("<tr><td>{}</td><td>{:g}</td><td>{}</td></tr>\n", html_text(run.contestant), run.rate,
                        run.loss ? fmt::format("{:.4f}", *run.loss) : html_text(run.trouble));
  return html + "</tbody></table></div>\n";
}

std::string base_words(const DuelReport& report) {
  std::string text;
  if (report.base_exact)
    text += fmt::format("{:.1f} % of {} held-out rows exactly right", 100 * *report.base_exact, report.asked);
  if (report.base_loss) text += fmt::format("{}held-out loss {:.4f}", text.empty() ? "" : ", ", *report.base_loss);
  if (report.base_probe)
    text += fmt::format("{}{:.1f} % of {} probe questions right", text.empty() ? "" : ", ", 100 * *report.base_probe,
                        report.probe_items);
  return text;
}

}   // namespace

std::string html_of(const DuelReport& report, const DuelState& state) {
  std::string html = fmt::format("<p class=\"muted\">LIFT Studio, {}. {} seeds. The base model: {}.</p>\n",
                                 html_text(report.created), report.seeds, html_text(base_words(report)));
  html += front(report) + table(report);
  html += "<h2>What can be said</h2>\n";
  for (const DuelDifference& difference : report.differences) html += list(difference.words);
  html += list(report.remarks) + counts(report) + pairs(report) + searches(state);
  const auto written = [](const nlohmann::json& json) {
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
  };
  nlohmann::json recipe = to_json(state.config);
  keep_file_names(recipe);
  html += "<h2>The figures as JSON</h2>\n" + html_folded("Show", written(to_json(report)));
  html += "<h2>The recipe</h2>\n" + html_folded("Show", written(recipe));
  return html_page("Duel " + report.name, html);
}

}   // namespace lift
