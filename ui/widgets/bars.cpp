#include "ui/widgets/bars.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

ThinProgress::ThinProgress(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Progress"));
}

void ThinProgress::setFraction(double fraction) {
  fraction_ = std::min(fraction, 1.0);
  setAccessibleDescription(fraction < 0 ? tr("at work") : QLocale().toString(100 * fraction_, 'f', 0) + u" %"_s);
  watch();
  update();
}

void ThinProgress::watch() {
  const bool moves = fraction_ < 0 && isVisible() && Theme::instance().motion() > 0;
  if (moves && !timer_) timer_ = startTimer(33);
  if (!moves && timer_) killTimer(std::exchange(timer_, 0));
}

void ThinProgress::timerEvent(QTimerEvent*) {
  phase_ = (phase_ + 1) % 60;
  update();
}

void ThinProgress::hideEvent(QHideEvent*) { watch(); }
void ThinProgress::showEvent(QShowEvent*) { watch(); }

void ThinProgress::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QRectF groove = rect();
  if (groove.height() > 6) groove = QRectF(groove.left(), groove.center().y() - 3, groove.width(), 6);
  paintPanel(painter, groove, groove.height() / 2, colours().line);
  QRectF done = groove;
  if (fraction_ >= 0) {
    done.setWidth(groove.width() * fraction_);
  } else {
    const double from = (groove.width() * 1.3) * phase_ / 60 - groove.width() * 0.3;
    done = QRectF(from, groove.top(), groove.width() * 0.3, groove.height()).intersected(groove);
  }
  if (done.width() >= 1) paintPanel(painter, done, std::min(done.width(), groove.height()) / 2, colours().accent);
}

StackedBar::StackedBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void StackedBar::setParts(std::vector<Part> parts, double whole) {
  parts_ = std::move(parts);
  whole_ = whole;
  QStringList words;
  for (const Part& part : parts_) words << part.name + u' ' + part.words;
  setAccessibleName(words.join(", "_L1));
  update();
}

void StackedBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath shape;
  shape.addRoundedRect(rect(), 3, 3);
  painter.setClipPath(shape);
  painter.fillRect(rect(), colours().line);
  double left = 0, sum = 0;
  for (const Part& part : parts_) sum += part.amount;
  const double scale = std::max(whole_, 1e-12);
  for (const Part& part : parts_) {
    const double wide = std::max(part.amount / scale * width(), part.amount > 0 ? 2.0 : 0.0);
    painter.fillRect(QRectF(left, 0, wide, height()), part.colour);
    left += wide;
  }
  if (sum > whole_) painter.fillRect(QRectF(width() - 6, 0, 6, height()), colours().alarm);
}

bool StackedBar::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    QStringList lines;
    for (const Part& part : parts_) lines << part.name + u": "_s + part.words;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(u'\n'), this);
    return true;
  }
  return QWidget::event(event);
}

Sparkline::Sparkline(Tone tone, QWidget* parent) : QWidget(parent), tone_(tone) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(std::vector<float> values) {
  values_ = std::move(values);
  update();
}

void Sparkline::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintSparkline(painter, QRectF(rect()).adjusted(1, 2, -1, -2), values_, colours().mark(tone_));
}

void paintSparkline(QPainter& painter, const QRectF& place, std::span<const float> values, const QColor& colour) {
  float low = INFINITY, high = -INFINITY;
  for (const float value : values) {
    if (!std::isfinite(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (!(high >= low)) return;
  const auto at = [&](double x, float value) {
    const double y = high > low ? (high - value) / static_cast<double>(high - low) : 0.5;
    return QPointF(place.left() + x * place.width(), place.top() + y * place.height());
  };
  QPainterPath path;
  bool gap = true;
  const std::size_t bins = std::min<std::size_t>(values.size(), static_cast<std::size_t>(std::max(1.0, place.width())));
  for (std::size_t bin = 0; bin < bins; ++bin) {
    const std::size_t first = bin * values.size() / bins, last = std::max(first + 1, (bin + 1) * values.size() / bins);
    float least = INFINITY, most = -INFINITY;
    for (std::size_t i = first; i < last; ++i) {
      if (!std::isfinite(values[i])) continue;
      least = std::min(least, values[i]);
      most = std::max(most, values[i]);
    }
    if (!(most >= least)) {
      gap = true;
      continue;
    }
    const double x = bins > 1 ? static_cast<double>(bin) / static_cast<double>(bins - 1) : 0.5;
    if (gap) path.moveTo(at(x, least));
    else path.lineTo(at(x, least));
    if (most > least) path.lineTo(at(x, most));
    gap = false;
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (values.size() == 1) {   // a lone value is a dot that can be seen
    painter.setBrush(colour);
    painter.drawEllipse(at(0.5, values[0]), 1.5, 1.5);
  }
  painter.drawPath(path);
  painter.restore();
}

}   // namespace ui
