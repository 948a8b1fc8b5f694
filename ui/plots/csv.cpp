#include "ui/plots/csv.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

CsvText::CsvText(const QStringList& header) { addRow(header); }

void CsvText::addRow(const QStringList& cells) {
  for (qsizetype i = 0; i < cells.size(); ++i) {
    QString cell = cells[i];
    const bool quote = cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r');
    if (quote) cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    if (i > 0) text_ += u',';
    text_ += cell;
  }
  text_ += u"\r\n"_s;
}

QString CsvText::number(double value) {
  return std::isnan(value) ? QString() : QString::number(value, 'g', QLocale::FloatingPointShortest);
}

}   // namespace ui
