#include "ui/engine/session_tiles.h"

#include "ui/look/sentence_words.h"

using namespace Qt::StringLiterals;

namespace ui {

SessionTiles::SessionTiles(Studio& studio, Of of, QObject* parent) : TileSource(parent), studio_(studio), of_(of) {
  connect(&studio_, &Studio::recipeChanged, this, &TileSource::outdated);
  connect(&studio_, &Studio::modelChanged, this, &TileSource::outdated);
  connect(&studio_, &Studio::deltaChanged, this, &TileSource::outdated);
}

void SessionTiles::setMatrix(lift::MatrixId id) { id_ = id; }

// While the queue trains another model, the session's weights are not those that the map is of; it asks again when the
// run has ended and the model is open again.
bool SessionTiles::answered() const { return studio_.model() && (!studio_.run().active() || studio_.runsOpenModel()); }

QString SessionTiles::slot(const char* grid) const {
  return u"map %1 %2"_s.arg(reinterpret_cast<quintptr>(this)).arg(QLatin1String(grid));
}

lift::MapQuery SessionTiles::query(lift::CellRectangle area) const {
  return {.of = of_,
          .matrix = id_,
          .area = area,
          .selection = studio_.recipe().selection,
          .seed = studio_.recipe().train.seed};
}

void SessionTiles::requestTiles(quint64 request, lift::CellRectangle area, qint64 tile_rows, qint64 tile_columns) {
  if (!answered()) return;
  const lift::ModelConfig& config = studio_.model()->config;
  lift::MapQuery query = this->query(area);
  query.tile_rows = tile_rows;
  query.tile_columns = tile_columns;
  const bool whole = area.rows == config.rows(id_.projection) && area.columns == config.columns(id_.projection);
  studio_.engine().submit(
      {tr("Drawing the map"), slot(whole ? "whole" : "part"), true}, this,
      [query = std::move(query)](lift::Session& session, const lift::TaskContext&) { return session.tiles(query); },
      [this, request](lift::Result<lift::TileGrid> grid) {
        if (grid.ok()) Q_EMIT tilesReady(request, std::make_shared<const lift::TileGrid>(std::move(*grid)));
        else Q_EMIT failed(request, words(grid.error()));
      });
}

void SessionTiles::requestCells(quint64 request, lift::CellRectangle area) {
  if (!answered()) return;
  studio_.engine().submit(
      {tr("Drawing the map"), slot("cells"), true}, this,
      [query = query(area)](lift::Session& session, const lift::TaskContext&) { return session.cells(query); },
      [this, request](lift::Result<lift::CellGrid> grid) {
        if (grid.ok()) Q_EMIT cellsReady(request, std::make_shared<const lift::CellGrid>(std::move(*grid)));
        else Q_EMIT failed(request, words(grid.error()));
      });
}

}   // namespace ui
