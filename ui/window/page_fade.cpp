#include "ui/window/page_fade.h"

#include <QPainter>
#include <QStackedWidget>
#include <QVariantAnimation>

#include "ui/look/theme.h"

namespace ui {

namespace {

class Veil : public QWidget {
 public:
  Veil(QPixmap picture, QWidget* parent) : QWidget(parent), picture_(std::move(picture)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }
  void setStrength(double strength) {
    strength_ = strength;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setOpacity(strength_);
    painter.drawPixmap(0, 0, picture_);
  }

 private:
  QPixmap picture_;
  double strength_ = 1;
};

}   // namespace

void fade_over(QStackedWidget& stack) {
  const int time = Theme::instance().motion();
  if (time <= 0 || !stack.currentWidget()) return;
  auto* veil = new Veil(stack.currentWidget()->grab(), &stack);
  veil->setGeometry(stack.currentWidget()->geometry());
  veil->show();
  veil->raise();
  auto* fade = new QVariantAnimation(veil);
  fade->setDuration(time);
  fade->setStartValue(1.0);
  fade->setEndValue(0.0);
  fade->setEasingCurve(QEasingCurve::OutCubic);
  QObject::connect(fade, &QVariantAnimation::valueChanged, veil, [veil](const QVariant& value) {
    veil->raise();
    veil->setStrength(value.toDouble());
  });
  QObject::connect(fade, &QVariantAnimation::finished, veil, &QObject::deleteLater);
  fade->start();
}

}   // namespace ui
