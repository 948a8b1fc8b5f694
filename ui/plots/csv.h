#pragma once
// Numbers as text for other programs: RFC 4180, decimal point whatever the locale, the shortest digits that come back.
#include <QString>
#include <QStringList>

#include <span>

namespace ui {

class CsvText {
 public:
  explicit CsvText(const QStringList& header);
  void addRow(const QStringList& cells);
  static QString number(double value);   // NaN: empty
  const QString& text() const { return text_; }

 private:
  QString text_;
};

}   // namespace ui
