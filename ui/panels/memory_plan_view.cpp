#include "ui/panels/memory_plan_view.h"

#include <algorithm>
#include <functional>

#include <QVBoxLayout>

#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/look/theme.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tips.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t kShownItems = 8;

void clear(QVBoxLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

// What it is, for who has never met the word, then the arithmetic.
QString tipOf(const lift::MemoryItem& item) {
  const QString meaning = explainedMemory(QString::fromStdString(item.name.text()));
  return meaning.isEmpty() ? words(item.reason) : meaning + u"\n\n"_s + words(item.reason);
}

// The largest in their order; the small ones as one, named in its tool tip.
std::vector<lift::MemoryItem> joined(std::vector<lift::MemoryItem> items) {
  std::erase_if(items, [](const lift::MemoryItem& item) { return item.bytes <= 0; });
  if (items.size() <= kShownItems) return items;
  std::vector<std::int64_t> sizes;
  for (const lift::MemoryItem& item : items) sizes.push_back(item.bytes);
  std::ranges::nth_element(sizes, sizes.begin() + kShownItems - 2, std::greater{});
  const std::int64_t least = sizes[kShownItems - 2];
  lift::MemoryItem rest;
  std::vector<lift::MemoryItem> shown;
  QStringList names;
  for (lift::MemoryItem& item : items) {
    if (item.bytes >= least && shown.size() + 1 < kShownItems) {
      shown.push_back(std::move(item));
      continue;
    }
    rest.bytes += item.bytes;
    names << u"%1: %2"_s.arg(words(item.name), mebibytesWords(static_cast<double>(item.bytes)));
  }
  const QString smaller = MemoryPlanView::tr("%n smaller", nullptr, static_cast<int>(names.size()));
  rest.name = lift::Sentence::verbatim(smaller.toStdString());
  rest.reason = lift::Sentence::verbatim(names.join(u'\n').toStdString());
  shown.push_back(std::move(rest));
  return shown;
}

}   // namespace

MemoryPlanView::MemoryPlanView(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(measure::kGapSmall);
  bar_ = new StackedBar(this);
  bar_->setAccessibleName(tr("Memory plan"));
  verdict_ = new KeyValueRow({}, {}, this);
  items_ = new QVBoxLayout;
  host_ = new QVBoxLayout;
  remedies_ = new QVBoxLayout;
  items_->setSpacing(4);
  host_->setSpacing(4);
  empty_ = new Text(tr("Appears with a model and data."), TextRole::Body, Tone::Muted, this);
  column->addWidget(empty_);
  column->addWidget(bar_);
  column->addWidget(verdict_);
  column->addLayout(items_);
  column->addLayout(host_);
  column->addLayout(remedies_);
  bar_->hide();
  verdict_->hide();
}

// Not part of the bar, which is of the GPU's memory: a sum, then its items without a colour.
void MemoryPlanView::showHost(const std::vector<lift::MemoryItem>& items) {
  if (items.empty()) return;
  std::int64_t bytes = 0;
  for (const lift::MemoryItem& item : items) bytes += item.bytes;
  auto* sum =
      new KeyValueRow(tr("in the host's memory"), tr("up to %1").arg(mebibytesWords(static_cast<double>(bytes))), this);
  sum->setObjectName(u"hostMemory"_s);
  host_->addWidget(sum);
  for (const lift::MemoryItem& item : joined(items)) {
    auto* row = new KeyValueRow(words(item.name), mebibytesWords(static_cast<double>(item.bytes)), this, true);
    row->setObjectName(u"hostItem"_s);
    row->setDot(colours().faint);
    row->setToolTip(wrappedTip(tipOf(item)));
    host_->addWidget(row);
  }
}

void MemoryPlanView::setPlan(const lift::MemoryPlan& plan) {
  empty_->hide();
  bar_->show();
  verdict_->show();
  clear(items_);
  clear(host_);
  clear(remedies_);
  std::vector<StackedBar::Part> parts;
  std::size_t colour = 0;
  for (const lift::MemoryItem& item : joined(plan.items)) {
    const QColor mark = colours().series[colour++ % colours().series.size()];
    const QString name = words(item.name), size = mebibytesWords(static_cast<double>(item.bytes));
    parts.push_back({name, static_cast<double>(item.bytes), mark, size});
    auto* row = new KeyValueRow(name, size, this, true);
    row->setDot(mark);
    row->setToolTip(wrappedTip(tipOf(item)));
    items_->addWidget(row);
  }
  bar_->setParts(std::move(parts), static_cast<double>(plan.free_bytes));
  showHost(plan.host_items);
  verdict_->setName(tr("peak %1 of %2 free")
                        .arg(mebibytesWords(static_cast<double>(plan.peak_bytes)),
                             mebibytesWords(static_cast<double>(plan.free_bytes))));
  switch (plan.verdict) {
    case lift::MemoryPlan::Verdict::Fits: verdict_->setValue(tr("fits"), Tone::Good); break;
    case lift::MemoryPlan::Verdict::Tight: verdict_->setValue(tr("tight"), Tone::HeldOut); break;
    case lift::MemoryPlan::Verdict::DoesNotFit: verdict_->setValue(tr("does not fit"), Tone::Alarm); break;
  }
  if (plan.verdict == lift::MemoryPlan::Verdict::Fits) return;
  for (const lift::MemoryRemedy& remedy : plan.remedies) {
    auto* button =
        new WordButton(tr("%1 (−%2)").arg(words(remedy.text), mebibytesWords(static_cast<double>(remedy.saved_bytes))),
                       this, Tone::Accent);
    button->setWraps();
    button->setObjectName(u"memoryRemedy"_s);
    QStringList assignments;
    for (const std::string& assignment : remedy.assignments) assignments << QString::fromStdString(assignment);
    connect(button, &WordButton::clicked, this, [this, assignments] { Q_EMIT remedyChosen(assignments); });
    remedies_->addWidget(button);
  }
}

}   // namespace ui
