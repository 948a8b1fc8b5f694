#include "ui/panels/chat_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

#include "ui/item_models/glossary.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::int64_t kLongestAnswer = 256;

void tell(Text* text, const QString& words) {
  text->setText(words);
  text->show();
}

// What besides the weights decides how a question is put to the model.
std::string promptFormOf(const lift::Recipe& recipe) {
  return recipe.data.prompt_format + '\n' + recipe.data.system_prompt;
}

QString deltaName(const std::filesystem::path& delta) {
  return QString::fromStdString((delta.has_parent_path() ? delta.parent_path() : delta).filename().string());
}

}   // namespace

ChatPanel::ChatPanel(Studio& studio, QWidget* parent) : Card(tr("Try it"), parent), studio_(studio) {
  auto* line = new QHBoxLayout;
  prompt_ = new QLineEdit(this);
  prompt_->setObjectName(u"chatPrompt"_s);
  prompt_->setAccessibleName(tr("Question"));
  prompt_->setPlaceholderText(tr("Ask both models the same question"));
  ask_ = new Button(tr("Ask"), Button::Kind::Normal, this);
  ask_->setObjectName(u"chatAsk"_s);
  stop_ = new Button(tr("Stop"), Button::Kind::Quiet, this);
  stop_->setObjectName(u"chatStop"_s);
  stop_->hide();
  line->addWidget(prompt_, 1);
  line->addWidget(ask_);
  line->addWidget(stop_);
  body()->addLayout(line);

  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(measure::kGapLarge);
  grid->addWidget(new Text(tr("Base"), TextRole::Strong, Tone::Base, this), 0, 0);
  auto* tuned_head = new QHBoxLayout;
  tuned_head->addWidget(new Text(tr("With the delta"), TextRole::Strong, Tone::Accent, this));
  tuned_head->addStretch(1);
  switch_ = new SegmentedSwitch(tr("Delta"), {tr("off"), tr("on")}, this);
  switch_->setObjectName(u"deltaSwitch"_s);
  switch_->setCurrent(1);
  tuned_head->addWidget(switch_);
  grid->addLayout(tuned_head, 0, 1);
  base_ = makeSide(tr("Answer of the base model"), u"chatBase"_s, u"chat base"_s);
  tuned_ = makeSide(tr("Answer with the delta"), u"chatTuned"_s, u"chat tuned"_s);
  int column = 0;
  for (const Side* side : {&base_, &tuned_}) {
    grid->setColumnStretch(column, 1);
    grid->addWidget(side->field, 1, column);
    grid->addWidget(side->note, 2, column++);
  }
  body()->addLayout(grid);
  difference_ = new Text({}, TextRole::Small, Tone::Muted, this);
  difference_->setWordWrap(true);
  body()->addWidget(difference_);
  difference_->hide();   // until there is something to tell
  makeSliders();

  connect(ask_, &Button::clicked, this, &ChatPanel::ask);
  connect(prompt_, &QLineEdit::returnPressed, this, &ChatPanel::ask);
  connect(stop_, &Button::clicked, this, [this] {
    for (const Side* side : {&base_, &tuned_}) studio_.engine().cancelSlot(side->slot);
  });
  watchWhatAnswersComeFrom();
  setAvailable(false);
}

ChatPanel::Side ChatPanel::makeSide(const QString& name, const QString& object, const QString& slot) {
  Side side{new QPlainTextEdit(this), new Text({}, TextRole::Small, Tone::Muted, this), slot};
  side.field->setObjectName(object);
  side.field->setReadOnly(true);
  side.field->setAccessibleName(name);
  side.field->setFixedHeight(144);
  side.field->setTabChangesFocus(true);
  side.field->document()->setDocumentMargin(measure::kGapSmall);
  side.note->setObjectName(object + u"Note"_s);
  side.note->setWordWrap(true);
  side.note->hide();   // until there is something to tell
  return side;
}

void ChatPanel::makeSliders() {
  auto* sliders = new QHBoxLayout;
  strength_ = new SliderField(tr("Strength of the delta"), {0, 1.5, false, 0.05, 2}, this);
  strength_->setObjectName(u"deltaStrength"_s);
  strength_->explain(explained(Term::Strength));
  strength_->setHint(tr("0: the base, exactly. 1: as trained, exactly."));
  strength_->setValue(1);
  temperature_ = new SliderField(tr("Temperature"), {0, 2, false, 0.05, 2}, this);
  temperature_->setHint(tr("0: always the likeliest word"));
  sliders->setSpacing(measure::kGapLarge);
  sliders->addWidget(strength_, 1);
  sliders->addWidget(temperature_, 1);
  body()->addLayout(sliders);
  connect(switch_, &SegmentedSwitch::currentChanged, this, [this](int on) {
    if ((strength_->value() > 0) == (on == 1)) return;
    const bool answered = !tuned_.field->toPlainText().isEmpty();
    strength_->setValue(on);
    if (answered) ask();
  });
  connect(strength_, &SliderField::valueChanged, this, [this](double value) {
    forget(tuned_);
    switch_->setCurrent(value > 0 ? 1 : 0);
  });
  connect(temperature_, &SliderField::valueChanged, this, &ChatPanel::forgetBoth);
}

void ChatPanel::watchWhatAnswersComeFrom() {
  prompt_form_ = promptFormOf(studio_.recipe());
  connect(&studio_, &Studio::deltaChanged, this, [this] { forget(tuned_); });
  connect(&studio_, &Studio::modelChanged, this, &ChatPanel::forgetBoth);
  connect(&studio_, &Studio::recipeChanged, this, [this] {
    if (const std::string form = promptFormOf(studio_.recipe()); form != std::exchange(prompt_form_, form))
      forgetBoth();
  });
}

void ChatPanel::setAvailable(bool tuned) {
  has_tuned_ = tuned;
  base_.field->setPlaceholderText(tr("The model as it was answers here."));
  tuned_.field->setPlaceholderText(tuned ? tr("The model with what it learned answers here.")
                                         : tr("No delta is applied. Train one, or open one on the Runs page."));
  strength_->setEnabled(tuned);
  switch_->setEnabled(tuned);
  ask_->setMissing(studio_.model() ? studio_.run().active() ? tr("A run is going on") : QString()
                                   : tr("Open a model first"));
}

void ChatPanel::forget(Side& side) {
  ++side.asked;
  studio_.engine().cancelSlot(side.slot);
  side.field->clear();
  side.note->hide();
  difference_->hide();
}

void ChatPanel::forgetBoth() {
  forget(base_);
  forget(tuned_);
}

void ChatPanel::ask() {
  const QString question = prompt_->text().trimmed();
  if (question.isEmpty() || waiting_ > 0 || !ask_->isEnabled()) return;
  const QString settings = tr("temperature %1").arg(numberWords(temperature_->value(), 2));
  forgetBoth();
  generate(0, base_, tr("“%1” to the base model, %2").arg(question, settings));
  if (has_tuned_)
    generate(strength_->value(), tuned_,
             tr("“%1” with %2, strength %3, %4")
                 .arg(question, deltaName(studio_.delta()), numberWords(strength_->value(), 2), settings));
}

void ChatPanel::generate(double strength, Side& side, const QString& from) {
  tell(side.note, tr("waiting"));
  ++waiting_;
  stop_->show();
  lift::SamplingConfig sampling;
  sampling.temperature = temperature_->value();
  sampling.max_new_tokens = kLongestAnswer;
  const QPointer<ChatPanel> self(this);
  Side* const into = &side;
  auto stream = [self, into, asked = side.asked](std::string_view text) {
    if (!self) return;
    QMetaObject::invokeMethod(
        self,
        [into, asked, words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))] {
          if (into->asked != asked) return;
          into->field->moveCursor(QTextCursor::End);
          into->field->insertPlainText(words);
        },
        Qt::QueuedConnection);
  };
  studio_.engine().submit(
      {into == &tuned_ ? tr("Answering with the delta") : tr("Answering with the base"), side.slot, false}, this,
      [prompt = prompt_->text().toStdString(), sampling, strength, stream, has = has_tuned_](
          lift::Session& session, const lift::TaskContext& task) -> lift::Result<lift::GeneratedText> {
        const double before = session.delta_strength();
        if (has) LIFT_RETURN_IF_ERROR(session.set_delta_strength(strength));
        auto answer = session.generate(prompt, true, sampling, stream, task);
        if (has) LIFT_RETURN_IF_ERROR(session.set_delta_strength(before));
        return answer;
      },
      [this, into, from, asked = side.asked](const lift::Result<lift::GeneratedText>& answer) {
        if (--waiting_ == 0) stop_->hide();
        if (into->asked == asked) take(*into, from, answer);
      });
}

void ChatPanel::take(Side& side, const QString& from, const lift::Result<lift::GeneratedText>& answer) {
  side.field->moveCursor(QTextCursor::Start);   // it is read from its beginning
  tell(side.note, answer.ok() ? tr("%1\n%n token(s), %2 per second", nullptr, static_cast<int>(answer->ids.size()))
                                    .arg(from, numberWords(answer->tokens_per_second(), 0))
                              : words(answer.error()));
  if (waiting_ == 0) showDifference();
}

void ChatPanel::showDifference() {
  const QString base = base_.field->toPlainText(), tuned = tuned_.field->toPlainText();
  if (!has_tuned_ || base.isEmpty() || tuned.isEmpty()) return;
  qsizetype same = 0;
  while (same < base.size() && same < tuned.size() && base[same] == tuned[same]) ++same;
  tell(difference_, base == tuned ? tr("Both answers are the same.")
                    : same == 0   ? tr("The answers differ from the first letter.")
                                  : tr("The answers part after %n character(s).", nullptr, static_cast<int>(same)));
}

}   // namespace ui
