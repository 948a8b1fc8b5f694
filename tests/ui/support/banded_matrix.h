#pragma once
// A large matrix that takes no memory: entries are computed from hashes, as products of row and column strengths plus
// noise, so that tiles and cells of any part are available. BandedSource answers from it through the event loop.
#include <QTimer>

#include <cmath>

#include "ui/plots/tile_math.h"
#include "ui/plots/tile_source.h"

namespace ui::test {

class BandedMatrix {
 public:
  BandedMatrix(std::int64_t rows, std::int64_t columns) : rows_(rows), columns_(columns) {}
  std::int64_t rows() const { return rows_; }
  std::int64_t columns() const { return columns_; }

  float low_rank(std::int64_t row, std::int64_t column) const {
    const double sign = noise(row, 5) > 0.5 ? 1 : -1;
    return float(sign * 0.02 * strength(row, 1) * strength(column, 2) *
                 (0.4 + 1.2 * noise(row * 73856093 + column, 3)));
  }
  float weight(std::int64_t row, std::int64_t column) const {
    return low_rank(row, column) + float(0.02 * (noise(row * 19349663 + column, 4) - 0.5));
  }
  bool selected(std::int64_t row, std::int64_t column) const { return std::abs(low_rank(row, column)) > 0.045f; }

 private:
  static double noise(std::int64_t value, std::uint64_t salt) {
    std::uint64_t x = std::uint64_t(value) * 0x9e3779b97f4a7c15ull + salt * 0xbf58476d1ce4e5b9ull;
    x ^= x >> 31;
    x *= 0x94d049bb133111ebull;
    x ^= x >> 29;
    x *= 0xbf58476d1ce4e5b9ull;
    return double((x ^ (x >> 32)) & 0xffffff) / double(0xffffff);
  }
  static double strength(std::int64_t index, std::uint64_t salt) {
    const double heavy = noise(index, salt);
    return 0.5 + 0.5 * noise(index, salt + 7) +
           (heavy > 0.985  ? 2.2
            : heavy > 0.95 ? 0.7
                           : 0) +
           0.25 * std::sin(double(index) / 90.0 + double(salt));
  }
  std::int64_t rows_, columns_;
};

class BandedSource : public TileSource {
 public:
  explicit BandedSource(BandedMatrix matrix, QObject* parent = nullptr) : TileSource(parent), matrix_(matrix) {}
  int tiles_asked = 0, cells_asked = 0;

  void requestTiles(quint64 request, lift::CellRectangle area, qint64 tile_rows, qint64 tile_columns) override {
    ++tiles_asked;
    auto grid = std::make_shared<lift::TileGrid>();
    grid->area = area;
    grid->tile_rows = tile_rows;
    grid->tile_columns = tile_columns;
    for (std::int64_t r = 0; r < tile_rows; ++r)
      for (std::int64_t c = 0; c < tile_columns; ++c) add(*grid, tile_cells(*grid, r, c));
    QTimer::singleShot(0, this, [this, request, grid] { Q_EMIT tilesReady(request, grid); });
  }
  void requestCells(quint64 request, lift::CellRectangle area) override {
    ++cells_asked;
    auto grid = std::make_shared<lift::CellGrid>();
    grid->area = area;
    for (std::int64_t r = area.first_row; r < area.first_row + area.rows; ++r)
      for (std::int64_t c = area.first_column; c < area.first_column + area.columns; ++c) {
        grid->weight.push_back(matrix_.weight(r, c));
        grid->low_rank.push_back(matrix_.low_rank(r, c));
        grid->selected.push_back(matrix_.selected(r, c));
      }
    QTimer::singleShot(0, this, [this, request, grid] { Q_EMIT cellsReady(request, grid); });
  }

 private:
  // Large tiles are sampled, which is enough for a picture.
  void add(lift::TileGrid& grid, lift::CellRectangle tile) const {
    const std::int64_t down = std::max<std::int64_t>(1, tile.rows / 12),
                       across = std::max<std::int64_t>(1, tile.columns / 12);
    double weight = 0, low_rank = 0;
    std::int64_t selected = 0, looked = 0;
    for (std::int64_t r = tile.first_row; r < tile.first_row + tile.rows; r += down)
      for (std::int64_t c = tile.first_column; c < tile.first_column + tile.columns; c += across, ++looked) {
        weight += std::abs(matrix_.weight(r, c));
        low_rank += std::abs(matrix_.low_rank(r, c));
        selected += matrix_.selected(r, c);
      }
    const double cells = double(tile.rows * tile.columns);
    grid.cells.push_back(std::uint32_t(cells));
    grid.selected.push_back(std::uint32_t(std::lround(cells * double(selected) / double(looked))));
    grid.weight_magnitude.push_back(float(weight / double(looked)));
    grid.low_rank_magnitude.push_back(float(low_rank / double(looked)));
  }
  BandedMatrix matrix_;
};

}   // namespace ui::test
