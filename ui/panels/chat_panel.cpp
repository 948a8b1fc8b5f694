#include "ui/panels/chat_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::int64_t kLongestAnswer = 256;

void tell(Text* text, const QString& words) {
  text->setText(words);
  text->show();
}

QPlainTextEdit* answerField(const QString& name, QWidget* parent) {
  auto* field = new QPlainTextEdit(parent);
  field->setReadOnly(true);
  field->setAccessibleName(name);
  field->setFixedHeight(144);
  field->setTabChangesFocus(true);
  field->document()->setDocumentMargin(measure::kGapSmall);
  return field;
}

}   // namespace

ChatPanel::ChatPanel(Studio& studio, QWidget* parent) : Card(tr("Try it"), parent), studio_(studio) {
  auto* line = new QHBoxLayout;
  prompt_ = new QLineEdit(this);
  prompt_->setObjectName(QStringLiteral("chatPrompt"));
  prompt_->setAccessibleName(tr("Question"));
  prompt_->setPlaceholderText(tr("Ask both models the same question"));
  ask_ = new Button(tr("Ask"), Button::Kind::Normal, this);
  ask_->setObjectName(QStringLiteral("chatAsk"));
  stop_ = new Button(tr("Stop"), Button::Kind::Quiet, this);
  stop_->setObjectName(QStringLiteral("chatStop"));
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
  switch_->setObjectName(QStringLiteral("deltaSwitch"));
  switch_->setCurrent(1);
  tuned_head->addWidget(switch_);
  grid->addLayout(tuned_head, 0, 1);
  base_ = answerField(tr("Answer of the base model"), this);
  base_->setObjectName(QStringLiteral("chatBase"));
  tuned_ = answerField(tr("Answer with the delta"), this);
  tuned_->setObjectName(QStringLiteral("chatTuned"));
  grid->addWidget(base_, 1, 0);
  grid->addWidget(tuned_, 1, 1);
  base_note_ = new Text({}, TextRole::Small, Tone::Muted, this);
  tuned_note_ = new Text({}, TextRole::Small, Tone::Muted, this);
  grid->addWidget(base_note_, 2, 0);
  grid->addWidget(tuned_note_, 2, 1);
  body()->addLayout(grid);
  difference_ = new Text({}, TextRole::Small, Tone::Muted, this);
  body()->addWidget(difference_);
  for (Text* text : {base_note_, tuned_note_, difference_}) text->hide();   // until there is something to tell

  auto* sliders = new QHBoxLayout;
  strength_ = new SliderField(tr("Strength of the delta"), {0, 1.5, false, 0.05, 2}, this);
  strength_->setObjectName(QStringLiteral("deltaStrength"));
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
    strength_->setValue(on);
    if (!tuned_->toPlainText().isEmpty()) ask();
  });
  connect(strength_, &SliderField::valueChanged, this,
          [this](double value) { switch_->setCurrent(value > 0 ? 1 : 0); });
  connect(ask_, &Button::clicked, this, &ChatPanel::ask);
  connect(prompt_, &QLineEdit::returnPressed, this, &ChatPanel::ask);
  connect(stop_, &Button::clicked, this, [this] {
    studio_.engine().cancelSlot(QStringLiteral("chat base"));
    studio_.engine().cancelSlot(QStringLiteral("chat tuned"));
  });
  setAvailable(false);
}

void ChatPanel::setAvailable(bool tuned) {
  has_tuned_ = tuned;
  base_->setPlaceholderText(tr("The model as it was answers here."));
  tuned_->setPlaceholderText(tuned ? tr("The model with what it learned answers here.")
                                   : tr("No delta is applied. Train one, or open one on the Runs page."));
  strength_->setEnabled(tuned);
  switch_->setEnabled(tuned);
  ask_->setMissing(studio_.model() ? studio_.run().active() ? tr("A run is going on") : QString()
                                   : tr("Open a model first"));
}

QString ChatPanel::baseAnswer() const { return base_->toPlainText(); }
QString ChatPanel::tunedAnswer() const { return tuned_->toPlainText(); }

void ChatPanel::ask() {
  if (prompt_->text().trimmed().isEmpty() || waiting_ > 0 || !ask_->isEnabled()) return;
  difference_->hide();
  generate(0, base_, base_note_);
  if (has_tuned_) generate(strength_->value(), tuned_, tuned_note_);
}

void ChatPanel::generate(double strength, QPlainTextEdit* into, Text* note) {
  into->clear();
  tell(note, tr("waiting"));
  ++waiting_;
  stop_->show();
  lift::SamplingConfig sampling;
  sampling.temperature = temperature_->value();
  sampling.max_new_tokens = kLongestAnswer;
  const bool tuned = into == tuned_;
  const QPointer<QPlainTextEdit> field(into);
  QPointer<ChatPanel> self(this);
  auto stream = [self, field](std::string_view text) {
    if (!self) return;
    QMetaObject::invokeMethod(
        self,
        [field, words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))] {
          if (!field) return;
          field->moveCursor(QTextCursor::End);
          field->insertPlainText(words);
        },
        Qt::QueuedConnection);
  };
  studio_.engine().submit(
      {tuned ? tr("Answering with the delta") : tr("Answering with the base"),
       tuned ? QStringLiteral("chat tuned") : QStringLiteral("chat base"), false},
      this,
      [prompt = prompt_->text().toStdString(), sampling, strength, stream, has = has_tuned_](
          lift::Session& session, const lift::TaskContext& task) -> lift::Result<lift::GeneratedText> {
        const double before = session.delta_strength();
        if (has) LIFT_RETURN_IF_ERROR(session.set_delta_strength(strength));
        auto answer = session.generate(prompt, true, sampling, stream, task);
        if (has) LIFT_RETURN_IF_ERROR(session.set_delta_strength(before));
        return answer;
      },
      [this, into, note](lift::Result<lift::GeneratedText> answer) {
        if (--waiting_ == 0) stop_->hide();
        into->moveCursor(QTextCursor::Start);   // it is read from its beginning
        tell(note, answer.ok() ? tr("%n token(s), %1 per second", nullptr, static_cast<int>(answer->ids.size()))
                                     .arg(numberWords(answer->tokens_per_second(), 0))
                               : words(answer.error()));
        if (waiting_ == 0) showDifference();
      });
}

void ChatPanel::showDifference() {
  if (!has_tuned_ || base_->toPlainText().isEmpty() || tuned_->toPlainText().isEmpty()) return;
  const QString base = base_->toPlainText(), tuned = tuned_->toPlainText();
  qsizetype same = 0;
  while (same < base.size() && same < tuned.size() && base[same] == tuned[same]) ++same;
  tell(difference_, base == tuned ? tr("Both answers are the same.")
                    : same == 0   ? tr("The answers differ from the first letter.")
                                  : tr("The answers part after %n character(s).", nullptr, static_cast<int>(same)));
}

}   // namespace ui
