#include "ui/panels/sample_timeline.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/widgets/selectable_text.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kNewest = 6;

QString text(const std::string& value) { return QString::fromStdString(value).simplified(); }

}   // namespace

SampleTimeline::SampleTimeline(QWidget* parent)
    : QWidget(parent),
      empty_(new Text(tr("Give questions to ask in the recipe, or press “Ask now…” while it trains."), TextRole::Body,
                      Tone::Muted, this)),
      lines_(new QWidget(this)) {
  empty_->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(empty_);
  column->addWidget(lines_);
}

void SampleTimeline::setSamples(const std::vector<lift::SampleEvent>& samples) {
  delete lines_;   // a grid never forgets its rows
  lines_ = new QWidget(this);
  layout()->addWidget(lines_);
  grid_ = new QGridLayout(lines_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setColumnStretch(1, 1);
  grid_->setHorizontalSpacing(measure::kGapLarge);
  grid_->setVerticalSpacing(measure::kGapSmall);
  empty_->setVisible(samples.empty());
  std::vector<std::string> prompts;
  for (const lift::SampleEvent& sample : samples)
    if (std::find(prompts.begin(), prompts.end(), sample.prompt) == prompts.end()) prompts.push_back(sample.prompt);
  for (const std::string& prompt : prompts) {
    std::vector<const lift::SampleEvent*> answers;
    for (const lift::SampleEvent& sample : samples)
      if (sample.prompt == prompt) answers.push_back(&sample);
    auto* question = new Text(text(prompt), TextRole::Body, Tone::Muted, this);
    question->setWordWrap(true);
    grid_->addWidget(question, grid_->rowCount(), 0, 1, 2);
    const std::size_t first_new = answers.size() > kNewest + 1 ? answers.size() - kNewest : 1;
    addLine(answers[0]->step ? QLocale().toString(static_cast<qlonglong>(answers[0]->step)) : tr("base"),
            text(answers[0]->answer), answers[0]->step == 0);
    for (std::size_t i = first_new; i < answers.size(); ++i)
      addLine(QLocale().toString(static_cast<qlonglong>(answers[i]->step)), text(answers[i]->answer), false);
  }
}

void SampleTimeline::addLine(const QString& step, const QString& answer, bool of_base) {
  const int row = grid_->rowCount();
  auto* when = new Text(step, TextRole::Mono, of_base ? Tone::Base : Tone::Accent, this);
  auto* what = new SelectableText(answer, of_base ? Tone::Muted : Tone::Text, this);
  what->setAccessibleName(tr("Answer at step %1").arg(step));
  grid_->addWidget(when, row, 0, Qt::AlignTop | Qt::AlignLeft);
  grid_->addWidget(what, row, 1);
}

}   // namespace ui
