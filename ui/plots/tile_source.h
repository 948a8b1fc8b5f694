#pragma once
// Where a tile heat map gets its data: asked on the window thread, answered later by a signal, in any order. The map
// drops answers to questions it no longer asks. A source over the session lives in ui/engine; tests have one of their
// own.
#include <QObject>

#include <memory>

#include "core/selection/mask_summary.h"

namespace ui {

class TileSource : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  virtual void requestTiles(quint64 request, lift::CellRectangle area, qint64 tile_rows, qint64 tile_columns) = 0;
  virtual void requestCells(quint64 request, lift::CellRectangle area) = 0;

 Q_SIGNALS:
  void tilesReady(quint64 request, std::shared_ptr<const lift::TileGrid> grid);
  void cellsReady(quint64 request, std::shared_ptr<const lift::CellGrid> grid);
  void failed(quint64 request, const QString& sentence);
  // What it would answer now is no longer what it answered before (a slider moved): the map asks again.
  void outdated();
};

}   // namespace ui
