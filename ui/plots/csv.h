#pragma once
// Writes CSV (RFC 4180): decimal point in any locale, and the shortest digits that read back to the same number.
#include <QString>
#include <QStringList>

#include <span>

namespace ui {

class CsvText {
 public:
  explicit CsvText(const QStringList& header);
  void addRow(const QStringList& cells);
  static QString number(double value);   // NaN: empty text
  const QString& text() const { return text_; }

 private:
  QString text_;
};

}   // namespace ui
