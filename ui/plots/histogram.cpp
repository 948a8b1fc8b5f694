#include "ui/plots/histogram.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

Histogram::Histogram(const QString& name, QWidget* parent) : PlotView(name, parent) {
  set_ticks(*canvas()->xAxis, TickKind::Linear, 6);
  set_ticks(*canvas()->yAxis, TickKind::Linear, 4);
  applyTheme();
}

void Histogram::setValues(const std::vector<double>& values, bool whole_numbers) {
  setBins(binned(values, 32, whole_numbers));
}

void Histogram::setBins(Bins bins) {
  bins_ = std::move(bins);
  rebuild();
}

void Histogram::setLimit(std::optional<double> value, const QString& words) {
  limit_ = value;
  limit_words_ = words;
  rebuild();
}

void Histogram::applyTheme() {
  PlotView::applyTheme();
  if (!bins_.counts.empty()) rebuild();
}

void Histogram::rebuild() {
  QCustomPlot& plot = *canvas();
  plot.clearPlottables();
  plot.clearItems();
  const Colours& c = colours();
  auto* kept = new QCPBars(plot.xAxis, plot.yAxis);
  auto* cut = new QCPBars(plot.xAxis, plot.yAxis);
  std::int64_t most = 1;
  for (QCPBars* bars : {kept, cut}) {
    bars->setWidth(bins_.width * 0.86);
    bars->setPen(Qt::NoPen);
    bars->setBrush(bars == kept ? c.base : c.alarm);
  }
  for (std::size_t i = 0; i < bins_.counts.size(); ++i) {
    const double middle = bins_.first + (static_cast<double>(i) + 0.5) * bins_.width;
    (limit_ && bins_.first + static_cast<double>(i) * bins_.width >= *limit_ ? cut : kept)
        ->addData(middle, static_cast<double>(bins_.counts[i]));
    most = std::max(most, bins_.counts[i]);
  }
  double last = bins_.first + bins_.width * static_cast<double>(bins_.counts.size());
  if (limit_) last = std::max(last, *limit_ + bins_.width);
  plot.xAxis->setRange(bins_.first, last);
  plot.yAxis->setRange(0, padded({0, static_cast<double>(most)}).upper);
  if (limit_) {
    auto* line = new QCPItemStraightLine(&plot);
    line->setPen(QPen(c.text, 1.4, Qt::DotLine));
    auto* text = new QCPItemText(&plot);
    for (QCPItemPosition* end : {line->point1, line->point2, text->position})
      end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->point1->setCoords(*limit_, 0);
    line->point2->setCoords(*limit_, 1);
    text->setText(limit_words_);
    text->setFont(fontOf(TextRole::Axis));
    text->setColor(c.text);
    text->setPositionAlignment((*limit_ > 0.6 * last ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    text->setPadding(QMargins(5, 1, 5, 0));
    text->position->setCoords(*limit_, 0);
  }
  changed();
}

void Histogram::resetView() { rebuild(); }

void Histogram::hover(const QPointF* position) {
  if (!position || bins_.counts.empty()) return;
  const double value = canvas()->xAxis->pixelToCoord(position->x());
  const auto bin = static_cast<std::int64_t>(std::floor((value - bins_.first) / bins_.width));
  if (bin < 0 || bin >= static_cast<std::int64_t>(bins_.counts.size())) return hideHover();
  const double from = bins_.first + static_cast<double>(bin) * bins_.width;
  showHover(*position, {{axis_number(from) + u"–"_s + axis_number(from + bins_.width) + u' ' + unit_, {}},
                        {tr("%n rows", nullptr, static_cast<int>(bins_.counts[static_cast<std::size_t>(bin)])), {}}});
}

QString Histogram::numbers() const {
  CsvText csv({u"from"_s, u"to"_s, u"count"_s});
  for (std::size_t i = 0; i < bins_.counts.size(); ++i)
    csv.addRow({CsvText::number(bins_.first + static_cast<double>(i) * bins_.width),
                CsvText::number(bins_.first + static_cast<double>(i + 1) * bins_.width),
                QString::number(bins_.counts[i])});
  return csv.text();
}

QString Histogram::spoken() const {
  const auto most = std::max_element(bins_.counts.begin(), bins_.counts.end());
  const double from = bins_.first + static_cast<double>(most - bins_.counts.begin()) * bins_.width;
  QString words = tr("Values from %1 to %2 %3, most between %4 and %5.")
                      .arg(axis_number(bins_.first),
                           axis_number(bins_.first + bins_.width * static_cast<double>(bins_.counts.size())), unit_,
                           axis_number(from), axis_number(from + bins_.width));
  if (limit_) words += u' ' + limit_words_ + u'.';
  return words;
}

}   // namespace ui
