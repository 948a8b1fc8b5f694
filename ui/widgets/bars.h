#pragma once
// Thin bars and small curves: progress, a stacked bar for the memory plan, a sparkline.
#include <QWidget>

#include <span>
#include <vector>

#include "ui/look/tokens.h"

namespace ui {

class ThinProgress : public QWidget {
  Q_OBJECT
 public:
  explicit ThinProgress(QWidget* parent = nullptr);
  void setFraction(double fraction);   // 0 to 1; below 0: working, end unknown
  double fraction() const { return fraction_; }
  QSize sizeHint() const override { return {160, 6}; }
  QSize minimumSizeHint() const override { return {40, 6}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void timerEvent(QTimerEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void watch();
  double fraction_ = 0;
  int timer_ = 0, phase_ = 0;
};

// Parts of a whole: the memory that a run would use, compared with what is free.
class StackedBar : public QWidget {
  Q_OBJECT
 public:
  struct Part {
    QString name;
    double amount = 0;   // in the unit of `whole`
    QColor colour;
    QString words;   // "980 MiB"
  };
  explicit StackedBar(QWidget* parent = nullptr);
  // `whole`: the amount available. Parts beyond it are clipped, and the end of the bar gets the alarm colour.
  void setParts(std::vector<Part> parts, double whole);
  const std::vector<Part>& parts() const { return parts_; }
  QSize sizeHint() const override { return {160, 10}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  std::vector<Part> parts_;
  double whole_ = 0;
};

// Draws any number of values (NaN = gap) as minimum and maximum per pixel into `place`.
void paintSparkline(QPainter& painter, const QRectF& place, std::span<const float> values, const QColor& colour);

class Sparkline : public QWidget {
  Q_OBJECT
 public:
  explicit Sparkline(Tone tone = Tone::Accent, QWidget* parent = nullptr);
  void setValues(std::vector<float> values);   // NaN = gap; any number of values
  QSize sizeHint() const override { return {120, 28}; }
  QSize minimumSizeHint() const override { return {40, 20}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Tone tone_;
  std::vector<float> values_;
};

}   // namespace ui
