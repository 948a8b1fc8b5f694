#include "ui/plots/bar_grid.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

BarGrid::BarGrid(const QString& name, QWidget* parent) : PlotView(name, parent) {
  set_ticks(*canvas()->yAxis, TickKind::Linear, 5);
  applyTheme();
}

void BarGrid::setBars(const QStringList& groups, std::vector<Set> sets) {
  groups_ = groups;
  sets_ = std::move(sets);
  rebuild();
}

void BarGrid::setPercent(bool percent) {
  percent_ = percent;
  rebuild();
}

void BarGrid::applyTheme() {
  PlotView::applyTheme();
  if (!sets_.empty()) rebuild();
}

QString BarGrid::words(double value) const {
  if (std::isnan(value)) return tr("not measured");
  return percent_ ? QLocale().toString(100 * value, 'f', 1) + u" %"_s : value_words(value, 4);
}

void BarGrid::rebuild() {
  QCustomPlot& plot = *canvas();
  plot.clearPlottables();
  plot.clearItems();
  const double scale = percent_ ? 100 : 1;
  const double slot = 0.72 / double(std::max<std::size_t>(1, sets_.size()));
  double most = 0;
  for (std::size_t s = 0; s < sets_.size(); ++s) {
    auto* bars = new QCPBars(plot.xAxis, plot.yAxis);
    bars->setWidth(slot * 0.88);
    bars->setPen(Qt::NoPen);
    bars->setBrush(colours().mark(sets_[s].tone));
    auto* whiskers = new QCPErrorBars(plot.xAxis, plot.yAxis);
    whiskers->setDataPlottable(bars);
    whiskers->setPen(QPen(colours().text, 1.2));
    whiskers->setWhiskerWidth(5);
    whiskers->setSymbolGap(0);
    for (std::size_t g = 0; g < sets_[s].bars.size(); ++g) {
      const Bar& bar = sets_[s].bars[g];
      if (std::isnan(bar.value)) continue;
      bars->addData(double(g) + (double(s) - (double(sets_.size()) - 1) / 2) * slot, bar.value * scale);
      const bool interval = bar.high > bar.low;
      whiskers->addData(interval ? (bar.value - bar.low) * scale : 0, interval ? (bar.high - bar.value) * scale : 0);
      most = std::max({most, bar.value * scale, bar.high * scale});
    }
  }
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (int g = 0; g < groups_.size(); ++g) ticker->addTick(g, groups_[g]);
  plot.xAxis->setTicker(ticker);
  plot.xAxis->setRange(-0.6, double(groups_.size()) - 0.4);
  plot.yAxis->setRange(0, percent_ && most > 60 ? 100 : padded({0, std::max(most, 1e-9)}).upper);
  changed();
}

void BarGrid::resetView() { rebuild(); }

void BarGrid::hover(const QPointF* position) {
  if (!position || sets_.empty()) return;
  const int group = int(std::lround(canvas()->xAxis->pixelToCoord(position->x())));
  if (group < 0 || group >= groups_.size()) return hideHover();
  std::vector<HoverLine> lines{{groups_[group], {}}};
  for (const Set& set : sets_) {
    if (std::size_t(group) >= set.bars.size()) continue;
    const Bar& bar = set.bars[std::size_t(group)];
    QString text = set.name + u"  "_s + words(bar.value);
    if (bar.high > bar.low) text += tr("  (%1 to %2)").arg(words(bar.low), words(bar.high));
    lines.push_back({text, colours().mark(set.tone)});
  }
  showHover(*position, lines);
}

QString BarGrid::numbers() const {
  CsvText csv({u"group"_s, u"set"_s, u"value"_s, u"low"_s, u"high"_s});
  for (const Set& set : sets_)
    for (std::size_t g = 0; g < set.bars.size() && g < std::size_t(groups_.size()); ++g)
      csv.addRow({groups_[int(g)], set.name, CsvText::number(set.bars[g].value), CsvText::number(set.bars[g].low),
                  CsvText::number(set.bars[g].high)});
  return csv.text();
}

QString BarGrid::spoken() const {
  QStringList sentences;
  for (int g = 0; g < groups_.size(); ++g) {
    QStringList parts;
    for (const Set& set : sets_)
      if (std::size_t(g) < set.bars.size()) parts << set.name + u' ' + words(set.bars[std::size_t(g)].value);
    sentences << groups_[g] + u": "_s + parts.join(", "_L1) + u'.';
  }
  return sentences.join(u' ');
}

}   // namespace ui
