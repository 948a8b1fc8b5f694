#include "ui/widgets/rows.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidestChip = 220;   // pixels of its words
constexpr int kWidestName = 200;   // pixels of a row's name that its value does not take away

class Dot : public QWidget {
 public:
  explicit Dot(QWidget* parent) : QWidget(parent) {
    setFixedSize(8, 8);
    hide();
  }
  QColor colour;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintPanel(painter, rect(), 2, colour);
  }
};

}   // namespace

KeyValueRow::KeyValueRow(const QString& name, const QString& value, QWidget* parent, bool mono)
    : QWidget(parent),
      dot_(new Dot(this)),
      name_(new Text(name, TextRole::Body, Tone::Muted)),
      value_(new Text({}, mono ? TextRole::Mono : TextRole::Body)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(measure::kGapSmall);
  row->addWidget(dot_);
  row->addWidget(name_);
  row->addWidget(value_, 1);
  value_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  value_->setElide(Qt::ElideMiddle);
  name_->setElide(Qt::ElideMiddle, QSizePolicy::Preferred);
  setFixedHeight(24);
  setValue(value);
  setName(name);
}

void KeyValueRow::setName(const QString& name) {
  name_->setFullText(name);
  name_->setMinimumWidth(std::min(name_->sizeHint().width(), kWidestName));
  setAccessibleName(name + ": "_L1 + value());
}

void KeyValueRow::setValue(const QString& value, Tone tone) {
  value_->setTone(tone);
  value_->setFullText(value);
  setAccessibleName(name_->fullText() + ": "_L1 + value);
}

QString KeyValueRow::value() const { return value_->fullText(); }

void KeyValueRow::setDot(const QColor& colour) {
  static_cast<Dot*>(dot_)->colour = colour;
  dot_->setVisible(colour.isValid());
  dot_->update();
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), tone_(tone) {
  setFont(fontOf(TextRole::Small));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setText(text);
}

void Chip::setText(const QString& text) {
  text_ = text;
  setToolTip(fontMetrics().horizontalAdvance(text) > kWidestChip ? text : QString());
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  updateGeometry();
  update();
}

QSize Chip::sizeHint() const { return {std::min(fontMetrics().horizontalAdvance(text_), kWidestChip) + 20, 22}; }

void Chip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Colours& c = colours();
  paintPanel(painter, rect(), 11, {}, tone_ == Tone::Muted ? c.line : c.mark(tone_));
  painter.setPen(c.letters(tone_));
  painter.drawText(rect(), Qt::AlignCenter, fontMetrics().elidedText(text_, Qt::ElideMiddle, width() - 19));
}

Legend::Legend(QWidget* parent) : QWidget(parent) {
  setFont(fontOf(TextRole::Small));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void Legend::setEntries(std::vector<Entry> entries) {
  entries_ = std::move(entries);
  QStringList names;
  for (const Entry& entry : entries_) names << entry.name;
  setAccessibleName(names.join(", "_L1));
  setVisible(!entries_.empty());
  updateGeometry();
  update();
}

std::vector<QPoint> Legend::places(int width) const {
  std::vector<QPoint> places;
  int x = 0, y = 0;
  for (const Entry& entry : entries_) {
    const int needed = 20 + fontMetrics().horizontalAdvance(entry.name);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += 20;
    }
    places.emplace_back(x, y);
    x += needed + 14;
  }
  return places;
}

QSize Legend::sizeHint() const { return {200, heightForWidth(std::max(width(), 200))}; }

int Legend::heightForWidth(int width) const {
  const auto spots = places(width);
  return spots.empty() ? 0 : spots.back().y() + 20;
}

void Legend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto spots = places(width());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    painter.setPen(QPen(entries_[i].colour, 2.5, entries_[i].dashed ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(spots[i] + QPoint(0, 10), spots[i] + QPoint(13, 10));
    painter.setPen(colours().muted);
    painter.drawText(QRect(spots[i] + QPoint(20, 0), QSize(width(), 20)), Qt::AlignVCenter, entries_[i].name);
  }
}

}   // namespace ui
