#pragma once
// Form fields. The wheel changes a field only while it has the focus and otherwise scrolls the page; undo works per
// field, as in Qt. Numbers are shown and read in the user's locale. A field with an invalid value has a red
// line: setWrong().
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace ui {

// Shows or (empty reason) removes the red line. `reason` becomes tool tip and accessible text; the form shows it too.
void setWrong(QWidget& field, const QString& reason);

class SpinBox : public QSpinBox {
  Q_OBJECT
 public:
  explicit SpinBox(QWidget* parent = nullptr);
  // The range for arrow keys and wheel; any value of the field's range can be typed.
  void setUsual(int least, int most);
  void stepBy(int steps) override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  int least_, most_;
};

// Decimal or scientific notation ("5e-4"), with significant digits instead of decimals.
class NumberField : public QDoubleSpinBox {
  Q_OBJECT
 public:
  explicit NumberField(QWidget* parent = nullptr);
  void setSignificantDigits(int digits) { digits_ = digits; }
  // Steps multiply by this factor; 0 = they add singleStep().
  void setStepFactor(double factor) { factor_ = factor; }
  void setUsual(double least, double most);   // as in SpinBox
  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
  void stepBy(int steps) override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  int digits_ = 4;
  double factor_ = 0;
  double least_, most_;
};

class ComboBox : public QComboBox {
  Q_OBJECT
 public:
  explicit ComboBox(QWidget* parent = nullptr);
  // As wide as its choices need, up to a limit, since a column's name may have any length.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}   // namespace ui
