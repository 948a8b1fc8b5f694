#pragma once
// The tile heat map's questions, answered by the session: of what is selected with the recipe's settings, of what
// differs from the base, or of what is selected now and would not have been before; also between the steps of a run.
// Newer questions replace older ones that wait. Window thread.
#include "ui/engine/studio.h"
#include "ui/plots/tile_source.h"

namespace ui {

class SessionTiles : public TileSource {
  Q_OBJECT

 public:
  using Of = lift::MapQuery::Of;
  SessionTiles(Studio& studio, Of of, QObject* parent = nullptr);
  void setMatrix(lift::MatrixId id);   // of the map's next questions: it is told its matrix afterwards

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
