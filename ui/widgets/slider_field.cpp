#include "ui/widgets/slider_field.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

#include "ui/look/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kPositions = 1000;
constexpr int kLeastField = 96, kFieldFrame = 46;   // pixels: with the arrows
}   // namespace

CalmSlider::CalmSlider(Qt::Orientation orientation, QWidget* parent) : QSlider(orientation, parent) {
  setFocusPolicy(Qt::StrongFocus);
}

void CalmSlider::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) QSlider::wheelEvent(event);
  else event->ignore();
}

SliderField::SliderField(const QString& name, const SliderScale& scale, QWidget* parent)
    : QWidget(parent),
      slider_(new CalmSlider(Qt::Horizontal)),
      field_(new NumberField),
      name_(new Text(name, TextRole::Body, Tone::Muted)),
      hint_(new Text({}, TextRole::Small, Tone::Muted)) {
  slider_->setRange(0, kPositions);
  slider_->setSingleStep(10);
  slider_->setPageStep(100);
  slider_->setAccessibleName(name);
  field_->setAccessibleName(name);
  field_->setAlignment(Qt::AlignRight);
  name_->setBuddy(field_);
  name_->setElide(Qt::ElideRight, QSizePolicy::Preferred);
  hint_->setWordWrap(true);
  hint_->hide();
  name_->setFullText(name);
  head_ = new QHBoxLayout;
  head_->addWidget(name_);
  head_->addStretch();
  head_->addWidget(field_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(head_);
  column->addWidget(slider_);
  column->addWidget(hint_);
  setFocusProxy(slider_);
  setScale(scale);
  connect(slider_, &QSlider::valueChanged, this,
          [this](int at) { take(scale_.value(static_cast<double>(at) / kPositions), !slider_->isSliderDown()); });
  connect(slider_, &QSlider::sliderReleased, this, [this] { Q_EMIT valueCommitted(value_); });
  connect(field_, &QDoubleSpinBox::valueChanged, this, [this](double typed) { take(typed, true); });
}

void SliderField::setScale(const SliderScale& scale) {
  scale_ = scale;
  const QSignalBlocker quiet(field_);
  field_->setRange(scale.minimum, scale.maximum);
  if (scale.logarithmic && scale.step == 0) field_->setStepFactor(std::pow(10.0, 0.1));
  else field_->setSingleStep(scale.step > 0 ? scale.step : (scale.maximum - scale.minimum) / 100);
  setValue(std::clamp(value_, scale.minimum, scale.maximum));
  fitField();
}

void SliderField::setSuffix(const QString& suffix) {
  field_->setSuffix(suffix);
  fitField();
}

void SliderField::fitField() {
  const auto width = [this](const QString& number) {
    return field_->fontMetrics().horizontalAdvance(number + field_->suffix()) + kFieldFrame;
  };
  field_->setFixedWidth(std::max({kLeastField, width(field_->textFromValue(scale_.maximum)), width(u"8.88"_s)}));
}

void SliderField::explain(const QString& explanation) {
  head_->insertWidget(1, new InfoButton(name_->fullText(), explanation));
}

void SliderField::setHint(const QString& hint) {
  hint_->setText(hint);
  hint_->setVisible(!hint.isEmpty());
}

void SliderField::setValue(double value) { take(value, false); }

void SliderField::take(double value, bool committed) {
  const double before = value_;
  value_ = std::clamp(value, scale_.minimum, scale_.maximum);
  {
    const QSignalBlocker quiet_field(field_), quiet_slider(slider_);
    if (field_->value() != value_) field_->setValue(value_);
    if (!slider_->isSliderDown())
      slider_->setValue(static_cast<int>(std::lround(scale_.fraction(value_) * kPositions)));
  }
  slider_->setAccessibleDescription(field_->text());
  if (value_ != before) Q_EMIT valueChanged(value_);
  if (value_ != before && committed) Q_EMIT valueCommitted(value_);
}

}   // namespace ui
