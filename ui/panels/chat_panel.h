#pragma once
// The same question to base and tuned model, with streamed answers side by side, and the delta's strength from 0 to
// beyond 1. Each answer shows its question, weights and settings, and disappears when these change.
// Used by the results page. Thread: the window's.
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
  void setAvailable(bool tuned);   // whether the open model has a delta

 private:
  struct Side {
    QPlainTextEdit* field = nullptr;
    Text* note = nullptr;
    QString slot;
    int asked = 0;   // number of the last question; answers to older ones are dropped
  };
  Side makeSide(const QString& name, const QString& object, const QString& slot);
  void makeSliders();
  void ask();
  void generate(double strength, Side& side, const QString& from);
  void take(Side& side, const QString& from, const lift::Result<lift::GeneratedText>& answer);
  void forget(Side& side);
  void forgetBoth();
  void watchWhatAnswersComeFrom();
  void showDifference();

  Studio& studio_;
  QLineEdit* prompt_;
  Button *ask_, *stop_;
  SegmentedSwitch* switch_;
  SliderField *strength_, *temperature_;
  Side base_, tuned_;
  Text* difference_;
  std::string prompt_form_;   // prompt format of the data's rows, which answers use too
  bool has_tuned_ = false;
  int waiting_ = 0;
};

}   // namespace ui
