#include "ui/widgets/metric_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/bars.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

MetricCard::MetricCard(const QString& name, Tone tone, QWidget* parent)
    : Card({}, parent),
      name_(name),
      value_(new Text(u"–"_s, TextRole::Value)),
      unit_(new Text({}, TextRole::Small, Tone::Muted)),
      history_(new Sparkline(tone)) {
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(value_, 0, Qt::AlignBaseline);
  row->addWidget(unit_, 0, Qt::AlignBaseline);
  row->addStretch();
  body()->setSpacing(4);
  body()->addWidget(new SectionTitle(name));
  body()->addLayout(row);
  body()->addWidget(history_);
  setMinimumWidth(132);
  setAccessibleName(name);
}

void MetricCard::setValue(const QString& value, const QString& unit) {
  value_->setText(value);
  unit_->setText(unit);
  setAccessibleName(name_ + u": "_s + value + u' ' + unit);
}

void MetricCard::setHistory(std::vector<float> values) { history_->setValues(std::move(values)); }

}   // namespace ui
