#include "ui/plots/tile_heat_map.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <cmath>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/axis_math.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kAskAfter = 40;   // milliseconds of rest before the next question

}   // namespace

class TileLayer : public QCPAbstractItem {
 public:
  TileLayer(QCustomPlot* plot, TileHeatMap& map) : QCPAbstractItem(plot), map_(map) {
    setClipToAxisRect(false);
    setParentLayerable(nullptr);   // else it hides with the axes
  }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

  QRectF room() const { return QRectF(parentPlot()->viewport()).adjusted(0, 0, 0, 0); }

  QRectF toPixels(QRectF cells) const {
    const QRectF r = room(), v = map_.view_;
    const double sx = r.width() / v.width(), sy = r.height() / v.height();
    return {r.left() + (cells.left() - v.left()) * sx, r.top() + (cells.top() - v.top()) * sy, cells.width() * sx,
            cells.height() * sy};
  }

 protected:
  void draw(QCPPainter* painter) override {
    if (map_.rows_ == 0) return;
    painter->save();
    QPainterPath shape;
    shape.addRoundedRect(room(), 6, 6);
    painter->setClipPath(shape);
    painter->fillRect(room(), colours().raised);
    drawFeed(*painter, map_.main_);
    drawFeed(*painter, map_.overlay_);
    drawGridLines(*painter);
    drawHovered(*painter);
    painter->restore();
  }

 private:
  void drawFeed(QPainter& painter, const TileHeatMap::Feed& feed) const {
    for (const TileHeatMap::Sheet* sheet : {&feed.whole, &feed.fine}) {
      if (sheet->image.isNull()) continue;
      painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
      // Only the part that is seen: a zoomed picture of the whole would be scaled far beyond the window.
      const QRectF area = sheet->area(), seen = area.intersected(map_.view_);
      if (seen.isEmpty()) continue;
      const double kx = sheet->image.width() / area.width(), ky = sheet->image.height() / area.height();
      const double left = std::floor((seen.left() - area.left()) * kx),
                   top = std::floor((seen.top() - area.top()) * ky);
      const double right = std::ceil((seen.right() - area.left()) * kx),
                   bottom = std::ceil((seen.bottom() - area.top()) * ky);
      const QRectF source(left, top, right - left, bottom - top);
      const QRectF cells(area.left() + left / kx, area.top() + top / ky, source.width() / kx, source.height() / ky);
      painter.drawImage(toPixels(cells), sheet->image, source);
    }
  }

  // Thin seams between single cells once they are large.
  void drawGridLines(QPainter& painter) const {
    const QRectF cell = toPixels(QRectF(0, 0, 1, 1));
    if (std::min(cell.width(), cell.height()) < 9) return;
    QColor seam = colours().panel;
    seam.setAlpha(170);
    painter.setPen(QPen(seam, 1));
    const QRectF v = map_.view_, r = room();
    for (double x = std::ceil(v.left()); x < v.right(); ++x) {
      const double at = toPixels(QRectF(x, 0, 0, 0)).left();
      painter.drawLine(QPointF(at, r.top()), QPointF(at, r.bottom()));
    }
    for (double y = std::ceil(v.top()); y < v.bottom(); ++y) {
      const double at = toPixels(QRectF(0, y, 0, 0)).top();
      painter.drawLine(QPointF(r.left(), at), QPointF(r.right(), at));
    }
  }

  void drawHovered(QPainter& painter) const {
    if (map_.hovered_.x() < 0) return;
    const QRectF cell = toPixels(QRectF(std::floor(map_.hovered_.x()), std::floor(map_.hovered_.y()), 1, 1));
    if (std::min(cell.width(), cell.height()) < kCellPixels) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(cell);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(cell);
  }

  TileHeatMap& map_;
};

QRectF TileHeatMap::Sheet::area() const {
  return tiles ? rect_of(tiles->area) : cells ? rect_of(cells->area) : QRectF();
}

TileHeatMap::TileHeatMap(const QString& name, QWidget* parent) : PlotView(name, parent), ask_soon_(new QTimer(this)) {
  layer_ = new TileLayer(canvas(), *this);
  ask_soon_->setSingleShot(true);
  ask_soon_->setInterval(kAskAfter);
  connect(ask_soon_, &QTimer::timeout, this, [this] { ask(false); });
  setMinimumSize(240, 180);
  applyTheme();
}

TileHeatMap::~TileHeatMap() = default;

void TileHeatMap::applyTheme() {
  PlotView::applyTheme();
  canvas()->axisRect()->setVisible(false);
  recolour();
}

void TileHeatMap::connectFeed(Feed& feed) {
  connect(feed.source, &TileSource::tilesReady, this,
          [this, &feed](quint64 request, std::shared_ptr<const lift::TileGrid> grid) {
            take(feed, request, Sheet{std::move(grid), nullptr, {}});
          });
  connect(feed.source, &TileSource::cellsReady, this,
          [this, &feed](quint64 request, std::shared_ptr<const lift::CellGrid> grid) {
            take(feed, request, Sheet{nullptr, std::move(grid), {}});
          });
  connect(feed.source, &TileSource::failed, this, [this](quint64, const QString& sentence) {
    waiting_ = 0;
    Q_EMIT failed(sentence);
  });
  connect(feed.source, &TileSource::outdated, this, [this] { ask(true); });
}

void TileHeatMap::setMatrix(TileSource* source, std::int64_t rows, std::int64_t columns) {
  if (main_.source) main_.source->disconnect(this);
  if (overlay_.source) overlay_.source->disconnect(this);
  const QPointer<TileSource> overlay = overlay_.source;
  main_ = Feed{};
  overlay_ = Feed{};
  main_.source = source;
  if (source && overlay) {
    overlay_.source = overlay;
    connectFeed(overlay_);
  }
  rows_ = source ? rows : 0;
  columns_ = source ? columns : 0;
  view_ = whole_matrix(rows_, columns_);
  hovered_ = {-1, -1};
  scale_ = 0;
  if (source) {
    connectFeed(main_);
    ask(true);
  }
  describe();
  changed();
}

void TileHeatMap::setOverlay(TileSource* source, const QString& words) {
  if (overlay_.source && overlay_.source != main_.source) overlay_.source->disconnect(this);
  overlay_ = Feed{};
  overlay_.source = source;
  overlay_words_ = words;
  if (source) {
    connectFeed(overlay_);
    ask(true);
  }
  describe();
  changed();
}

void TileHeatMap::setValue(Value value) {
  value_ = value;
  scale_ = 0;
  recolour();
}

void TileHeatMap::setCounts(Counts counts) {
  counts_ = counts;
  describe();
}

void TileHeatMap::setView(QRectF view) {
  view_ = view;
  ask_soon_->start();
  describe();
  changed();
}

void TileHeatMap::resetView() {
  setView(whole_matrix(rows_, columns_));
  Q_EMIT viewChanged();
}

void TileHeatMap::zoomAt(QPointF position, double factor) {
  if (rows_ == 0) return;
  setView(zoomed_view(view_, cellAt(position), factor, rows_, columns_));
  Q_EMIT viewChanged();
}

void TileHeatMap::panBy(QPointF pixels) {
  if (rows_ == 0) return;
  const QPointF cells(-pixels.x() / std::max(1, canvas()->width()) * view_.width(),
                      -pixels.y() / std::max(1, canvas()->height()) * view_.height());
  setView(moved_view(view_, cells, rows_, columns_));
  Q_EMIT viewChanged();
}

QPointF TileHeatMap::cellAt(QPointF pixel) const {
  return {view_.left() + pixel.x() / std::max(1, canvas()->width()) * view_.width(),
          view_.top() + pixel.y() / std::max(1, canvas()->height()) * view_.height()};
}

void TileHeatMap::resizeEvent(QResizeEvent* event) {
  PlotView::resizeEvent(event);
  if (rows_ > 0) ask_soon_->start();
}

void TileHeatMap::ask(bool everything) {
  const QSizeF pixels = canvas()->size();
  for (Feed* feed : {&main_, &overlay_}) {
    if (!feed->source || rows_ == 0) continue;
    const TileRequest whole = overview_request(pixels, rows_, columns_);
    if (everything || !(whole == feed->whole_asked)) {   // outdated, or the plot has another size
      feed->whole_asked = whole;
      feed->whole_request = next_request_++;
      feed->asked = TileRequest{};
      waiting_ = feed->whole_request;
      feed->source->requestTiles(feed->whole_request, whole.area, whole.tile_rows, whole.tile_columns);
    }
    const TileRequest wanted = request_for(view_, pixels, rows_, columns_);
    if (wanted == feed->asked) continue;
    feed->asked = wanted;
    if (view_ == whole_matrix(rows_, columns_) && !wanted.single_cells) {
      feed->fine = Sheet{};
      feed->fine_request = 0;
      continue;
    }
    feed->fine_request = next_request_++;
    waiting_ = feed->fine_request;
    if (wanted.single_cells) feed->source->requestCells(feed->fine_request, wanted.area);
    else feed->source->requestTiles(feed->fine_request, wanted.area, wanted.tile_rows, wanted.tile_columns);
  }
}

void TileHeatMap::take(Feed& feed, quint64 request, Sheet sheet) {
  Sheet* target = request == feed.whole_request ? &feed.whole : request == feed.fine_request ? &feed.fine : nullptr;
  if (!target) return;   // no longer asked
  if (request == waiting_) waiting_ = 0;
  *target = std::move(sheet);
  if (target == &main_.whole) {
    scale_ = 0;
    recolour();
  } else {
    colour(feed, *target);
  }
  describe();
  changed();
}

void TileHeatMap::recolour() {
  for (Feed* feed : {&main_, &overlay_})
    for (Sheet* sheet : {&feed->whole, &feed->fine})
      if (sheet->tiles || sheet->cells) colour(*feed, *sheet);
  changed();
}

namespace {

std::vector<float> tile_values(const lift::TileGrid& grid, TileHeatMap::Value value) {
  if (value == TileHeatMap::Value::Weight) return grid.weight_magnitude;
  if (value == TileHeatMap::Value::LowRank) return grid.low_rank_magnitude;
  std::vector<float> shares(grid.selected.size());
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i] = grid.cells[i] ? static_cast<float>(grid.selected[i]) / static_cast<float>(grid.cells[i]) : 0;
  return shares;
}

QRgb dimmed(QRgb colour, bool dark) {
  const int ground = dark ? 0x24 : 0xee;
  const auto mix = [ground](int part) { return (part + 3 * ground) / 4; };
  return qRgb(mix(qRed(colour)), mix(qGreen(colour)), mix(qBlue(colour)));
}

}   // namespace

void TileHeatMap::colour(Feed& feed, Sheet& sheet) {
  const bool dark = colours().dark;
  const bool over = &feed == &overlay_;
  if (sheet.tiles) {
    const lift::TileGrid& grid = *sheet.tiles;
    const std::vector<float> values = tile_values(grid, over ? Value::Selected : value_);
    sheet.image = QImage(static_cast<int>(grid.tile_columns), static_cast<int>(grid.tile_rows),
                         QImage::Format_ARGB32_Premultiplied);
    if (values.size() < static_cast<std::size_t>(grid.tile_columns * grid.tile_rows))
      return sheet.image.fill(Qt::transparent);
    if (!over && scale_ == 0) scale_ = upper_end(values);
    const double scale = over ? std::max(1e-12, upper_end(values)) : std::max(1e-12, scale_);
    for (int row = 0; row < grid.tile_rows; ++row) {
      auto* line = reinterpret_cast<QRgb*>(sheet.image.scanLine(row));
      for (int column = 0; column < grid.tile_columns; ++column) {
        const double at = values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.tile_columns) +
                                 static_cast<std::size_t>(column)] /
                          scale;
        if (!over) line[column] = colour_at(ColourMap::Viridis, at, dark);
        else line[column] = qPremultiply(qRgba(240, 165, 60, static_cast<int>(220 * std::min(1.0, at))));
      }
    }
    return;
  }
  const lift::CellGrid& grid = *sheet.cells;
  sheet.image = QImage(static_cast<int>(grid.area.columns), static_cast<int>(grid.area.rows),
                       QImage::Format_ARGB32_Premultiplied);
  const bool signed_values = value_ != Value::Selected;
  const std::vector<float>& shown = value_ == Value::Weight || grid.low_rank.empty() ? grid.weight : grid.low_rank;
  std::vector<float> magnitudes(shown.size());
  std::transform(shown.begin(), shown.end(), magnitudes.begin(), [](float value) { return std::abs(value); });
  const double end = std::max(1e-12, upper_end(magnitudes));
  for (int row = 0; row < grid.area.rows; ++row) {
    auto* line = reinterpret_cast<QRgb*>(sheet.image.scanLine(row));
    for (int column = 0; column < grid.area.columns; ++column) {
      const std::size_t i = static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.area.columns) +
                            static_cast<std::size_t>(column);
      const bool selected = i < grid.selected.size() && grid.selected[i];
      if (over) {
        line[column] = selected ? qPremultiply(qRgba(240, 165, 60, 220)) : qRgba(0, 0, 0, 0);
      } else if (signed_values) {
        line[column] =
            colour_at(ColourMap::Change, 0.5 + 0.5 * std::clamp(static_cast<double>(shown[i]) / end, -1.0, 1.0), dark);
      } else {
        const QRgb full = colour_at(ColourMap::Viridis, std::abs(static_cast<double>(shown[i])) / end, dark);
        line[column] = selected ? full : dimmed(full, dark);
      }
    }
  }
}

void TileHeatMap::hover(const QPointF* position) {
  hovered_ = position ? cellAt(*position) : QPointF(-1, -1);
  describe();
  canvas()->replot(QCustomPlot::rpQueuedReplot);
  if (!position || rows_ == 0) return hideHover();
  const auto row = std::clamp<std::int64_t>(static_cast<std::int64_t>(hovered_.y()), 0, rows_ - 1);
  const auto column = std::clamp<std::int64_t>(static_cast<std::int64_t>(hovered_.x()), 0, columns_ - 1);
  const QString words = cellWords(row, column);
  if (words.isEmpty()) return hideHover();
  std::vector<HoverLine> lines;
  for (const QString& line : words.split(u'\n')) lines.push_back({line, {}});
  showHover(*position, lines);
}

QString TileHeatMap::cellWords(std::int64_t row, std::int64_t column) const {
  const QLocale locale;
  if (main_.fine.cells) {
    const lift::CellGrid& grid = *main_.fine.cells;
    const std::int64_t r = row - grid.area.first_row, c = column - grid.area.first_column;
    if (r >= 0 && c >= 0 && r < grid.area.rows && c < grid.area.columns) {
      const std::size_t i = static_cast<std::size_t>(r * grid.area.columns + c);
      QString words = tr("row %1, column %2").arg(locale.toString(qlonglong(row)), locale.toString(qlonglong(column)));
      words += u'\n' + tr("W = %1").arg(value_words(static_cast<double>(grid.weight[i]), 4));
      if (!grid.low_rank.empty())
        words += u'\n' + tr("Wᵣ = %1").arg(value_words(static_cast<double>(grid.low_rank[i]), 4));
      if (counts_ == Counts::Changed) return words + u'\n' + (grid.selected[i] ? tr("changed") : tr("as in the base"));
      return words + u'\n' + (grid.selected[i] ? tr("selected") : tr("not selected"));
    }
  }
  for (const Sheet* sheet : {&main_.fine, &main_.whole}) {
    if (!sheet->tiles ||
        !sheet->area().contains(QPointF(static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5)))
      continue;
    const lift::TileGrid& grid = *sheet->tiles;
    for (std::int64_t r = (row - grid.area.first_row) * grid.tile_rows / grid.area.rows; r < grid.tile_rows; ++r) {
      const lift::CellRectangle tile_row = tile_cells(grid, r, 0);
      if (row < tile_row.first_row || row >= tile_row.first_row + tile_row.rows) continue;
      for (std::int64_t c = (column - grid.area.first_column) * grid.tile_columns / grid.area.columns;
           c < grid.tile_columns; ++c) {
        const lift::CellRectangle tile = tile_cells(grid, r, c);
        if (column < tile.first_column || column >= tile.first_column + tile.columns) continue;
        const std::size_t i = static_cast<std::size_t>(r * grid.tile_columns + c);
        QString words = tr("rows %1–%2, columns %3–%4")
                            .arg(locale.toString(qlonglong(tile.first_row)),
                                 locale.toString(qlonglong(tile.first_row + tile.rows - 1)),
                                 locale.toString(qlonglong(tile.first_column)),
                                 locale.toString(qlonglong(tile.first_column + tile.columns - 1)));
        words += u'\n' + (counts_ == Counts::Changed ? tr("%1 of %2 changed") : tr("%1 of %2 selected"))
                             .arg(locale.toString(grid.selected[i]), locale.toString(grid.cells[i]));
        if (i < grid.weight_magnitude.size())
          words += u'\n' + tr("mean |W| = %1").arg(value_words(static_cast<double>(grid.weight_magnitude[i]), 3));
        if (i < grid.low_rank_magnitude.size())
          words += u'\n' + tr("mean |Wᵣ| = %1").arg(value_words(static_cast<double>(grid.low_rank_magnitude[i]), 3));
        return words;
      }
    }
  }
  return {};
}

std::optional<double> TileHeatMap::shareSeen(const Feed& feed) const {
  const Sheet& sheet = feed.fine.tiles || feed.fine.cells ? feed.fine : feed.whole;
  double selected = 0, cells = 0;
  if (sheet.tiles) {
    for (std::int64_t r = 0; r < sheet.tiles->tile_rows; ++r)
      for (std::int64_t c = 0; c < sheet.tiles->tile_columns; ++c) {
        const QRectF tile = rect_of(tile_cells(*sheet.tiles, r, c));
        const QRectF seen = tile.intersected(view_);
        const double share =
            tile.width() * tile.height() > 0 ? seen.width() * seen.height() / (tile.width() * tile.height()) : 0;
        const std::size_t i = static_cast<std::size_t>(r * sheet.tiles->tile_columns + c);
        selected += share * sheet.tiles->selected[i];
        cells += share * sheet.tiles->cells[i];
      }
  } else if (sheet.cells) {
    const lift::CellRectangle& area = sheet.cells->area;
    for (std::int64_t r = 0; r < area.rows; ++r)
      for (std::int64_t c = 0; c < area.columns; ++c) {
        if (!view_.contains(QPointF(static_cast<double>(area.first_column + c) + 0.5,
                                    static_cast<double>(area.first_row + r) + 0.5)))
          continue;
        selected += sheet.cells->selected[static_cast<std::size_t>(r * area.columns + c)];
        ++cells;
      }
  }
  return cells > 0 ? std::optional(selected / cells) : std::nullopt;
}

void TileHeatMap::describe() {
  QString words;
  if (rows_ > 0) {
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(qlonglong(value)); };
    const auto percent = [&](double share, int digits) { return locale.toString(100 * share, 'f', digits); };
    QStringList parts;   // the place last: where there is little room, the end is cut
    if (const auto share = shareSeen(main_))
      parts << (counts_ == Counts::Changed ? tr("%1 % changed") : tr("%1 % selected")).arg(percent(*share, 1));
    if (const auto share = shareSeen(overlay_)) parts << tr("%1: %2 %").arg(overlay_words_, percent(*share, 2));
    parts << tr("rows %1–%2, columns %3–%4")
                 .arg(number(std::floor(view_.top())),
                      number(std::min(static_cast<double>(rows_), std::ceil(view_.bottom())) - 1),
                      number(std::floor(view_.left())),
                      number(std::min(static_cast<double>(columns_), std::ceil(view_.right())) - 1));
    words = parts.join(u" · "_s);
  }
  if (words == place_) return;
  place_ = words;
  Q_EMIT placeChanged(place_);
}

QString TileHeatMap::numbers() const {
  const Sheet& sheet = main_.fine.tiles || main_.fine.cells ? main_.fine : main_.whole;
  if (sheet.cells) {
    CsvText csv({u"row"_s, u"column"_s, u"weight"_s, u"low_rank"_s, u"selected"_s});
    const lift::CellGrid& grid = *sheet.cells;
    for (std::int64_t i = 0; i < grid.area.rows * grid.area.columns; ++i)
      csv.addRow({QString::number(grid.area.first_row + i / grid.area.columns),
                  QString::number(grid.area.first_column + i % grid.area.columns),
                  CsvText::number(static_cast<double>(grid.weight[static_cast<std::size_t>(i)])),
                  grid.low_rank.empty()
                      ? QString()
                      : CsvText::number(static_cast<double>(grid.low_rank[static_cast<std::size_t>(i)])),
                  QString::number(grid.selected[static_cast<std::size_t>(i)])});
    return csv.text();
  }
  CsvText csv({u"first_row"_s, u"first_column"_s, u"rows"_s, u"columns"_s, u"selected"_s, u"mean_weight"_s,
               u"mean_low_rank"_s});
  if (!sheet.tiles) return csv.text();
  const lift::TileGrid& grid = *sheet.tiles;
  for (std::int64_t r = 0; r < grid.tile_rows; ++r)
    for (std::int64_t c = 0; c < grid.tile_columns; ++c) {
      const lift::CellRectangle tile = tile_cells(grid, r, c);
      const std::size_t i = static_cast<std::size_t>(r * grid.tile_columns + c);
      csv.addRow({QString::number(tile.first_row), QString::number(tile.first_column), QString::number(tile.rows),
                  QString::number(tile.columns), QString::number(grid.selected[i]),
                  i < grid.weight_magnitude.size() ? CsvText::number(static_cast<double>(grid.weight_magnitude[i]))
                                                   : QString(),
                  i < grid.low_rank_magnitude.size() ? CsvText::number(static_cast<double>(grid.low_rank_magnitude[i]))
                                                     : QString()});
    }
  return csv.text();
}

QString TileHeatMap::spoken() const {
  return tr("Matrix of %1 by %2. Shown: %3.")
      .arg(QLocale().toString(qlonglong(rows_)), QLocale().toString(qlonglong(columns_)), place_);
}

}   // namespace ui
