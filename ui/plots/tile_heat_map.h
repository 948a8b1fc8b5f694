#pragma once
// One matrix from large tiles down to single weights; the wheel zooms, dragging moves. Until requested data arrive, the
// data at hand are stretched, so that there is always a picture. Window thread.
#include <optional>

#include <QImage>
#include <QPointer>

#include "ui/plots/colour_map.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/tile_math.h"
#include "ui/plots/tile_source.h"

class QTimer;

namespace ui {

class TileHeatMap : public PlotView {
  Q_OBJECT
 public:
  enum class Value {
    Selected,   // share of a tile's selected weights; single cells: |W_r|, unselected ones dimmed
    Weight,     // mean |W|; single cells: signed W
    LowRank,    // mean |W_r|; single cells: signed W_r
  };
  enum class Counts { Selected, Changed };   // the meaning of the main source's `selected`, for texts
  explicit TileHeatMap(const QString& name, QWidget* parent = nullptr);
  ~TileHeatMap() override;

  // `source` must outlive its use here, or be deleted as a QObject; nullptr empties the map. Shows the whole matrix and
  // keeps the overlay.
  void setMatrix(TileSource* source, std::int64_t rows, std::int64_t columns);
  // A second source, whose selected entries are drawn over the map in amber ("changed since start", ...).
  void setOverlay(TileSource* source, const QString& words);
  void setValue(Value value);
  void setCounts(Counts counts);

  QRectF view() const { return view_; }   // in cells: x = columns, y = rows
  void setView(QRectF view);
  // "rows 208–284, columns 572–717: 7.9 % selected; changed since start: 2.1 %"; follows view and mouse (signal
  // placeChanged).
  QString placeWords() const { return place_; }
  bool isWaiting() const { return waiting_ != 0; }

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;
  QSize sizeHint() const override { return {560, 320}; }

 Q_SIGNALS:
  void placeChanged(const QString& words);
  void failed(const QString& sentence);

 protected:
  bool isEmpty() const override { return rows_ == 0; }
  void applyTheme() override;
  void hover(const QPointF* position) override;
  void zoomAt(QPointF position, double factor) override;
  void panBy(QPointF pixels) override;
  bool zoomsWithoutFocus() const override { return true; }
  void resizeEvent(QResizeEvent* event) override;

 private:
  friend class TileLayer;
  struct Sheet {   // one received grid and its image
    std::shared_ptr<const lift::TileGrid> tiles;
    std::shared_ptr<const lift::CellGrid> cells;
    QImage image;
    QRectF area() const;
  };
  struct Feed {   // a source and what it has sent
    QPointer<TileSource> source;
    Sheet whole, fine;
    quint64 whole_request = 0, fine_request = 0;
    TileRequest asked, whole_asked;
  };
  void connectFeed(Feed& feed);
  void ask(bool everything);
  void take(Feed& feed, quint64 request, Sheet sheet);
  void colour(Feed& feed, Sheet& sheet);
  void recolour();
  void describe();
  QPointF cellAt(QPointF pixel) const;
  QString cellWords(std::int64_t row, std::int64_t column) const;
  std::optional<double> shareSeen(const Feed& feed) const;   // of the visible cells

  std::int64_t rows_ = 0, columns_ = 0;
  QRectF view_;
  Feed main_, overlay_;
  QString overlay_words_, place_;
  Value value_ = Value::Selected;
  Counts counts_ = Counts::Selected;
  double scale_ = 0;   // the value at the end of the colour map, from the whole matrix
  QPointF hovered_{-1, -1};
  quint64 next_request_ = 1, waiting_ = 0;
  QTimer* ask_soon_;
  class TileLayer* layer_ = nullptr;
};

}   // namespace ui
