#include "ui/widgets/fields.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

SpinBox::SpinBox(QWidget* parent) : QSpinBox(parent) {
  setFocusPolicy(Qt::StrongFocus);   // not by the wheel
  setGroupSeparatorShown(true);
  setKeyboardTracking(false);
}

void SpinBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) QSpinBox::wheelEvent(event);
  else event->ignore();
}

NumberField::NumberField(QWidget* parent) : QDoubleSpinBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setDecimals(12);
  setKeyboardTracking(false);
}

QString NumberField::textFromValue(double value) const {
  QLocale here = locale();
  here.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::OmitLeadingZeroInExponent);
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-3 || size >= 1e7)) {
    QString text = here.toString(value, 'e', digits_ - 1);
    const qsizetype at = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    QString digits = text.left(at);
    while (digits.endsWith(u'0') && digits.contains(here.decimalPoint())) digits.chop(1);
    if (digits.endsWith(here.decimalPoint())) digits.chop(1);
    QString exponent = text.mid(at + 1);
    if (exponent.startsWith(u'+')) exponent.remove(0, 1);
    return digits + u'e' + exponent;
  }
  return here.toString(value, 'g', digits_);
}

double NumberField::valueFromText(const QString& text) const {
  QString number = text;
  if (number.startsWith(prefix())) number.remove(0, prefix().size());
  if (!suffix().isEmpty() && number.endsWith(suffix())) number.chop(suffix().size());
  number = number.trimmed();
  bool ok = false;
  double value = locale().toDouble(number, &ok);
  if (!ok) value = QLocale::c().toDouble(number, &ok);   // a point is understood everywhere
  return ok ? value : this->value();
}

QValidator::State NumberField::validate(QString& text, int&) const {
  QString number = text;
  if (!suffix().isEmpty() && number.endsWith(suffix())) number.chop(suffix().size());
  number = number.trimmed();
  bool ok = false;
  double value = locale().toDouble(number, &ok);
  if (!ok) value = QLocale::c().toDouble(number, &ok);
  if (ok) return value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
  for (const QChar c : number)
    if (!c.isDigit() && !u".,eE+-"_s.contains(c) && c != locale().decimalPoint().at(0)) return QValidator::Invalid;
  return QValidator::Intermediate;
}

void NumberField::stepBy(int steps) {
  if (factor_ <= 0) return QDoubleSpinBox::stepBy(steps);
  setValue(value() * std::pow(factor_, steps));
  selectAll();
}

void NumberField::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) QDoubleSpinBox::wheelEvent(event);
  else event->ignore();
}

ComboBox::ComboBox(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMaxVisibleItems(16);
  setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void ComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus() || view()->isVisible()) QComboBox::wheelEvent(event);
  else event->ignore();
}

}   // namespace ui
