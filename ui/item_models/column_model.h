#pragma once
// A table of plain values whose columns are functions of a row, so that no table needs an item model of its own. Sorted
// by a proxy, by kSortRole. Used by every table of the window. Thread: the window's.
#include <functional>
#include <utility>
#include <vector>

#include <QAbstractTableModel>

namespace ui {

inline constexpr int kSortRole = Qt::UserRole + 1;
inline constexpr int kCurveRole = Qt::UserRole + 2;   // std::vector<float>, for SparklineDelegate

template <typename Row>
class ColumnModel : public QAbstractTableModel {
 public:
  struct Column {
    QString title;
    std::function<QString(const Row&)> text;
    std::function<QVariant(const Row&)> sort;              // empty: sorted by text
    bool number = false;                                   // right-aligned
    std::function<QString(const Row&)> tip;                // empty: the text
    std::function<std::vector<float>(const Row&)> curve;   // empty: no curve
  };

  ColumnModel(std::vector<Column> columns, QObject* parent = nullptr)
      : QAbstractTableModel(parent), columns_(std::move(columns)) {}

  void setRows(std::vector<Row> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
  }
  // Rows that can't be chosen, with the reason as their tool tip.
  void setEnabledRule(std::function<bool(const Row&)> rule) { enabled_ = std::move(rule); }
  const std::vector<Row>& rows() const { return rows_; }
  const Row& row(int index) const { return rows_[static_cast<std::size_t>(index)]; }

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
  }

  QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid()) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const Column& column = columns_[static_cast<std::size_t>(index.column())];
    switch (role) {
      case Qt::DisplayRole: return column.text(row);
      case Qt::ToolTipRole: return column.tip ? column.tip(row) : column.text(row);
      case Qt::TextAlignmentRole:
        return static_cast<int>((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
      case kSortRole: return column.sort ? column.sort(row) : QVariant(column.text(row));
      case kCurveRole: return column.curve ? QVariant::fromValue(column.curve(row)) : QVariant();
      default: return {};
    }
  }

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Column& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole)
      return static_cast<int>((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
  }

  Qt::ItemFlags flags(const QModelIndex& index) const override {
    if (!index.isValid()) return Qt::NoItemFlags;
    const bool enabled = !enabled_ || enabled_(rows_[static_cast<std::size_t>(index.row())]);
    return (enabled ? Qt::ItemIsEnabled : Qt::NoItemFlags) | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  }

 private:
  std::vector<Column> columns_;
  std::vector<Row> rows_;
  std::function<bool(const Row&)> enabled_;
};

}   // namespace ui
