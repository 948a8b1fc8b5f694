#pragma once
// Data for a tile heat map: requested on the window thread, answered later by signals in any order. The map ignores
// answers to requests that it no longer needs. ui/engine has the source that uses the session; tests have their
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
  // The answers would be different now (a slider moved): the map requests them again.
  void outdated();
};

}   // namespace ui
