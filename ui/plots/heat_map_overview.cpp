#include "ui/plots/heat_map_overview.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

// Draws the cells, names and the scale; lies on the canvas as an item so that every export has it.
class OverviewCells : public QCPAbstractItem {
 public:
  OverviewCells(QCustomPlot* plot, HeatMapOverview& map) : QCPAbstractItem(plot), map_(map) {
    setClipToAxisRect(false);
    setParentLayerable(nullptr);   // else it hides with the axes
  }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

  static constexpr int kLeft = 30, kTop = 24, kBottom = 34;

  QRectF cell(int layer, int column) const {
    const QRectF room = area();
    const double wide = room.width() / static_cast<double>(std::max<qsizetype>(1, map_.columns_.size()));
    const double tall = room.height() / std::max(1, map_.layers_);
    const double gap = tall >= 5 ? 1.5 : tall >= 3 ? 0.75 : 0;
    return QRectF(room.left() + column * wide, room.top() + layer * tall, wide, tall)
        .adjusted(1, gap / 2, -1, -gap / 2);
  }

  std::pair<int, int> at(QPointF point) const {
    const QRectF room = area();
    if (!room.contains(point) || map_.layers_ == 0) return {-1, -1};
    return {std::min(map_.layers_ - 1, static_cast<int>((point.y() - room.top()) / room.height() * map_.layers_)),
            std::min(static_cast<int>(map_.columns_.size()) - 1,
                     static_cast<int>((point.x() - room.left()) / room.width() *
                                      static_cast<double>(map_.columns_.size())))};
  }

 protected:
  void draw(QCPPainter* painter) override {
    if (map_.values_.empty()) return;
    painter->save();
    painter->setAntialiasing(true);
    drawNames(*painter);
    drawCells(*painter);
    drawScale(*painter);
    painter->restore();
  }

 private:
  QRectF area() const {
    const QRect whole = parentPlot()->viewport();
    return QRectF(whole.left() + kLeft, whole.top() + kTop, whole.width() - kLeft - 2, whole.height() - kTop - kBottom);
  }

  void drawNames(QPainter& painter) const {
    painter.setFont(fontOf(TextRole::Axis));
    painter.setPen(colours().muted);
    for (int column = 0; column < map_.columns_.size(); ++column) {
      const QRectF box = cell(0, column);
      painter.drawText(QRectF(box.center().x() - 30, area().top() - 20, 60, 16), Qt::AlignCenter,
                       map_.columns_[column]);
    }
    const double tall = area().height() / std::max(1, map_.layers_);
    int stride = 1;
    for (const int candidate : {1, 2, 3, 4, 6, 8, 12, 16, 24, 32}) {
      stride = candidate;
      if (tall * candidate >= 22) break;
    }
    for (int layer = 0; layer < map_.layers_; layer += stride)
      painter.drawText(QRectF(0, cell(layer, 0).center().y() - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                       QLocale().toString(layer));
  }

  void drawCells(QPainter& painter) const {
    const Colours& c = colours();
    const auto [low, high] = map_.limits();
    const bool flat = map_.isFlat();
    painter.setPen(Qt::NoPen);
    for (int layer = 0; layer < map_.layers_; ++layer)
      for (int column = 0; column < map_.columns_.size(); ++column) {
        const double value =
            map_.values_[static_cast<std::size_t>(layer) * static_cast<std::size_t>(map_.columns_.size()) +
                         static_cast<std::size_t>(column)];
        const QRectF box = cell(layer, column);
        if (std::isnan(value)) painter.setBrush(c.raised);
        else painter.setBrush(QColor(colour_at(map_.map_, flat ? 0.5 : (value - low) / (high - low), c.dark)));
        const double radius = std::min(2.0, box.height() / 4);
        painter.drawRoundedRect(box, radius, radius);
      }
    if (map_.layer_ < 0 || map_.column_ < 0) return;
    painter.setBrush(Qt::NoBrush);
    const QRectF chosen = cell(map_.layer_, map_.column_).adjusted(-1.5, -1.5, 1.5, 1.5);
    painter.setPen(QPen(c.panel, 4));
    painter.drawRoundedRect(chosen, 4, 4);
    painter.setPen(QPen(c.text, 2));
    painter.drawRoundedRect(chosen, 4, 4);
  }

  void drawScale(QPainter& painter) const {
    const auto [low, high] = map_.limits();
    const QRectF room = area();
    painter.setFont(fontOf(TextRole::Axis));
    if (map_.isFlat()) {
      painter.setPen(colours().muted);
      painter.drawText(QRectF(room.left(), room.bottom() + 12, room.width(), 16), Qt::AlignCenter,
                       HeatMapOverview::tr("all %1").arg(map_.scaleWords((low + high) / 2)));
      return;
    }
    const QString least = map_.scaleWords(low), most = map_.scaleWords(high);
    const double left_words = painter.fontMetrics().horizontalAdvance(least) + 8;
    const double right_words = painter.fontMetrics().horizontalAdvance(most) + 8;
    const QRectF line(room.left(), room.bottom() + 12, room.width(), 16);
    painter.setPen(colours().muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, least);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, most);
    QLinearGradient gradient(line.left() + left_words, 0, line.right() - right_words, 0);
    for (int i = 0; i <= 16; ++i) gradient.setColorAt(i / 16.0, QColor(colour_at(map_.map_, i / 16.0, colours().dark)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(
        QRectF(line.left() + left_words, line.center().y() - 3, line.width() - left_words - right_words, 6), 3, 3);
  }

  HeatMapOverview& map_;
};

HeatMapOverview::HeatMapOverview(const QString& name, QWidget* parent) : PlotView(name, parent) {
  cells_ = new OverviewCells(canvas(), *this);
  setMinimumSize(200, 180);
  applyTheme();
}

void HeatMapOverview::applyTheme() {
  PlotView::applyTheme();
  canvas()->axisRect()->setVisible(false);
}

void HeatMapOverview::setValues(int layers, const QStringList& columns, std::vector<double> values) {
  layers_ = layers;
  columns_ = columns;
  values_ = std::move(values);
  values_.resize(static_cast<std::size_t>(layers) * static_cast<std::size_t>(columns.size()), std::nan(""));
  if (layer_ >= layers || column_ >= columns.size()) layer_ = column_ = -1;
  changed();
}

void HeatMapOverview::setMap(ColourMap map) {
  map_ = map;
  changed();
}

void HeatMapOverview::setLimits(double low, double high) {
  low_ = low;
  high_ = high;
  changed();
}

void HeatMapOverview::setValueWords(std::function<QString(double)> words) {
  words_ = std::move(words);
  changed();
}

void HeatMapOverview::setCurrent(int layer, int column) {
  layer_ = layer;
  column_ = column;
  changed();
}

std::pair<double, double> HeatMapOverview::limits() const {
  if (high_ > low_) return {low_, high_};
  double low = INFINITY, high = -INFINITY;
  for (const double value : values_) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (map_ == ColourMap::Change) high = std::max(std::abs(low), std::abs(high)), low = -high;
  return high >= low ? std::pair(low, high) : std::pair(0.0, 1.0);
}

bool HeatMapOverview::isFlat() const {
  const auto [low, high] = limits();
  return !(high > low) || scaleWords(low) == scaleWords(high);
}

QString HeatMapOverview::wordsOf(int layer, int column) const {
  const double value = values_[static_cast<std::size_t>(layer) * static_cast<std::size_t>(columns_.size()) +
                               static_cast<std::size_t>(column)];
  return std::isnan(value) ? tr("not chosen") : words_ ? words_(value) : value_words(value, 4);
}

void HeatMapOverview::hover(const QPointF* position) {
  if (!position || values_.empty()) return;
  const auto [layer, column] = cells_->at(*position);
  if (layer < 0) return hideHover();
  showHover(*position, {{tr("layer %1 · %2").arg(layer).arg(columns_[column]), {}}, {wordsOf(layer, column), {}}});
}

void HeatMapOverview::clicked(QPointF position) {
  const auto [layer, column] = cells_->at(position);
  if (layer < 0) return;
  setCurrent(layer, column);
  Q_EMIT picked(layer, column);
}

bool HeatMapOverview::moveCursor(int right, int down) {
  if (values_.empty()) return false;
  const int layer = std::clamp(std::max(layer_, 0) + down, 0, layers_ - 1);
  const int column = std::clamp(std::max(column_, 0) + right, 0, static_cast<int>(columns_.size()) - 1);
  if (layer == layer_ && column == column_) return true;
  setCurrent(layer, column);
  Q_EMIT picked(layer, column);
  return true;
}

QString HeatMapOverview::numbers() const {
  CsvText csv(QStringList{u"layer"_s} + columns_);
  for (int layer = 0; layer < layers_; ++layer) {
    QStringList row{QString::number(layer)};
    for (int column = 0; column < columns_.size(); ++column)
      row << CsvText::number(values_[static_cast<std::size_t>(layer) * static_cast<std::size_t>(columns_.size()) +
                                     static_cast<std::size_t>(column)]);
    csv.addRow(row);
  }
  return csv.text();
}

QString HeatMapOverview::spoken() const {
  const auto [low, high] = limits();
  QString words = tr("%1 layers by %2 projections, from %3 to %4.")
                      .arg(layers_)
                      .arg(columns_.size())
                      .arg(scaleWords(low), scaleWords(high));
  if (layer_ >= 0 && column_ >= 0)
    words += u' ' + tr("Layer %1 · %2: %3.").arg(layer_).arg(columns_[column_], wordsOf(layer_, column_));
  return words;
}

}   // namespace ui
