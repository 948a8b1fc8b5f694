#pragma once
// A named slider with a number field for the same value: drag for rough values, type exact ones.
#include <QSlider>
#include <QWidget>

#include "ui/widgets/slider_math.h"

class QHBoxLayout;

namespace ui {

class NumberField;
class Text;

// A slider that ignores the wheel unless it has the focus.
class CalmSlider : public QSlider {
  Q_OBJECT
 public:
  explicit CalmSlider(Qt::Orientation orientation, QWidget* parent = nullptr);

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

class SliderField : public QWidget {
  Q_OBJECT
 public:
  SliderField(const QString& name, const SliderScale& scale, QWidget* parent = nullptr);
  double value() const { return value_; }
  void setValue(double value);   // emits valueChanged if it differs
  void setScale(const SliderScale& scale);
  void setSuffix(const QString& suffix);      // " %", " steps"
  void setHint(const QString& hint);          // muted line below the slider; may be empty
  void explain(const QString& explanation);   // a small "i" after the name, with an explanation

 Q_SIGNALS:
  void valueChanged(double value);     // also while dragging
  void valueCommitted(double value);   // the mouse was released, or a number was typed

 private:
  void take(double value, bool committed);
  void fitField();   // wide enough for its longest value with unit, in any language
  SliderScale scale_;
  double value_ = 0;
  CalmSlider* slider_;
  NumberField* field_;
  QHBoxLayout* head_;
  Text* name_;
  Text* hint_;
};

}   // namespace ui
