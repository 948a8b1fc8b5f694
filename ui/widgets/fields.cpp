#include "ui/widgets/fields.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/house_style.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kFirstStep = 0.01;   // up from 0, which no factor leaves
constexpr int kWidestChoice = 300, kNarrowestChoice = 110;

}   // namespace

void setWrong(QWidget& field, const QString& reason) {
  field.setProperty(kFieldWrong, !reason.isEmpty());
  field.setAccessibleDescription(reason);
  field.setToolTip(wrappedTip(reason));
  field.update();
}

SpinBox::SpinBox(QWidget* parent)
    : QSpinBox(parent), least_(std::numeric_limits<int>::min()), most_(std::numeric_limits<int>::max()) {
  setFocusPolicy(Qt::StrongFocus);   // not by the wheel
  setGroupSeparatorShown(true);
  setKeyboardTracking(false);
}

void SpinBox::setUsual(int least, int most) {
  least_ = least;
  most_ = most;
}

void SpinBox::stepBy(int steps) {
  const qint64 wanted = static_cast<qint64>(value()) + static_cast<qint64>(steps) * singleStep();
  const qint64 least = std::min(least_, value()), most = std::max(most_, value());   // what was typed is no trap
  setValue(static_cast<int>(std::clamp(wanted, least, most)));
  selectAll();
}

void SpinBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) QSpinBox::wheelEvent(event);
  else event->ignore();
}

NumberField::NumberField(QWidget* parent)
    : QDoubleSpinBox(parent), least_(std::numeric_limits<double>::lowest()), most_(std::numeric_limits<double>::max()) {
  setFocusPolicy(Qt::StrongFocus);
  setDecimals(12);
  setKeyboardTracking(false);
}

void NumberField::setUsual(double least, double most) {
  least_ = least;
  most_ = most;
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
  const double wanted = value() == 0 && steps > 0 ? kFirstStep : value() * std::pow(factor_, steps);
  setValue(std::clamp(wanted, std::min(least_, value()), std::max(most_, value())));
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

QSize ComboBox::sizeHint() const { return QComboBox::sizeHint().boundedTo(QSize(kWidestChoice, QWIDGETSIZE_MAX)); }
QSize ComboBox::minimumSizeHint() const {
  return QComboBox::minimumSizeHint().boundedTo(QSize(kNarrowestChoice, QWIDGETSIZE_MAX));
}

void ComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus() || view()->isVisible()) QComboBox::wheelEvent(event);
  else event->ignore();
}

}   // namespace ui
