#pragma once
// Fields of a form. The wheel scrolls the page over them and changes a field only while it has the focus; undo works
// per field as Qt has it. Numbers are shown and read in the user's locale.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace ui {

class SpinBox : public QSpinBox {
  Q_OBJECT
 public:
  explicit SpinBox(QWidget* parent = nullptr);

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

// Decimal or scientific ("5e-4"): significant digits instead of decimals.
class NumberField : public QDoubleSpinBox {
  Q_OBJECT
 public:
  explicit NumberField(QWidget* parent = nullptr);
  void setSignificantDigits(int digits) { digits_ = digits; }
  // Steps multiply by this instead of adding singleStep(); 0 = add.
  void setStepFactor(double factor) { factor_ = factor; }
  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
  void stepBy(int steps) override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  int digits_ = 4;
  double factor_ = 0;
};

class ComboBox : public QComboBox {
  Q_OBJECT
 public:
  explicit ComboBox(QWidget* parent = nullptr);

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}   // namespace ui
