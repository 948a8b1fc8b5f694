#pragma once
// The same question to base and tuned model, side by side, streamed; and the delta's strength between and beyond them.
// Used by the results page. Window thread.
#include "ui/engine/studio.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;
class QLineEdit;

namespace ui {

class Button;
class SegmentedSwitch;
class SliderField;
class Text;

class ChatPanel : public Card {
  Q_OBJECT

 public:
  explicit ChatPanel(Studio& studio, QWidget* parent = nullptr);
  void setAvailable(bool tuned);   // whether there is a delta in the open model
  QString baseAnswer() const;
  QString tunedAnswer() const;

 private:
  void ask();
  void generate(double strength, QPlainTextEdit* into, Text* note);
  void showDifference();

  Studio& studio_;
  QLineEdit* prompt_;
  Button *ask_, *stop_;
  SegmentedSwitch* switch_;
  SliderField *strength_, *temperature_;
  QPlainTextEdit *base_, *tuned_;
  Text *base_note_, *tuned_note_, *difference_;
  bool has_tuned_ = false;
  int waiting_ = 0;
};

}   // namespace ui
