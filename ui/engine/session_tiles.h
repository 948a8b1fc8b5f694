#pragma once
// Answers the tile heat map's queries through the session: about the entries that the recipe's settings select, that
// differ from the base, or that are selected now but would not be from the base; also between the steps of a run.
// A newer query replaces a waiting older one. Thread: the window's.
#include "ui/engine/studio.h"
#include "ui/plots/tile_source.h"

namespace ui {

class SessionTiles : public TileSource {
  Q_OBJECT

 public:
  using Of = lift::MapQuery::Of;
  SessionTiles(Studio& studio, Of of, QObject* parent = nullptr);
  void setMatrix(lift::MatrixId id);   // for the next queries; call it before the map's own setMatrix

  void requestTiles(quint64 request, lift::CellRectangle area, qint64 tile_rows, qint64 tile_columns) override;
  void requestCells(quint64 request, lift::CellRectangle area) override;

 private:
  bool answered() const;
  lift::MapQuery query(lift::CellRectangle area) const;
  QString slot(const char* grid) const;

  Studio& studio_;
  Of of_;
  lift::MatrixId id_;
};

}   // namespace ui
