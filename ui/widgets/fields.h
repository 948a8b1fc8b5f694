#pragma once
// Fields of a form. The wheel scrolls the page over them and changes a field only while it has the focus; undo works
// per field as Qt has it. Numbers are shown and read in the user's locale. A field whose value can't be used has a red
// line: setWrong().
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace ui {

// Red line or not; `reason` goes into its tool tip and to the screen reader, the form says it beside the field.
void setWrong(QWidget& field, const QString& reason);

class SpinBox : public QSpinBox {
  Q_OBJECT
 public:
  explicit SpinBox(QWidget* parent = nullptr);
  // Arrows and wheel stay within these; what is typed may be anything in the range.
  void setUsual(int least, int most);
  void stepBy(int steps) override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  int least_, most_;
};

// Decimal or scientific ("5e-4"): significant digits instead of decimals.
class NumberField : public QDoubleSpinBox {
  Q_OBJECT
 public:
  explicit NumberField(QWidget* parent = nullptr);
  void setSignificantDigits(int digits) { digits_ = digits; }
  // Steps multiply by this instead of adding singleStep(); 0 = add.
  void setStepFactor(double factor) { factor_ = factor; }
  void setUsual(double least, double most);   // as SpinBox has it
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
  // As wide as its choices, within reason: a column's name may have any length.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}   // namespace ui
