#pragma once
// A panel with a head (title, values, controls at the right; all optional) and a body. Controls that leave the title no
// room have a line of their own below it.
#include <QFrame>

#include "ui/look/tokens.h"

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class Text;

class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(const QString& title = {}, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  // Adds a small "i" after the title, with an explanation for new users.
  void explain(const QString& word, const QString& explanation);
  // Muted text after the title ("ARC-easy, base = 100").
  void setNote(const QString& note);
  // A value in the head, bold and in its tone ("1.012"), preceded by a muted `name`. The same key replaces the value.
  void setValue(const QString& key, const QString& value, Tone tone, const QString& name = {});
  // Adds a control at the right end of the head (WordButton, SegmentedSwitch, ...) and takes ownership.
  void addControl(QWidget* control);
  QVBoxLayout* body() { return body_; }

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void placeControls();

  QVBoxLayout* head_lines_ = nullptr;
  QHBoxLayout* head_ = nullptr;
  QHBoxLayout* values_ = nullptr;
  QHBoxLayout* controls_ = nullptr;
  QVBoxLayout* body_ = nullptr;
  Text* title_ = nullptr;
  Text* note_ = nullptr;
  QWidget* head_widget_ = nullptr;
  QWidget* controls_widget_ = nullptr;
};

// A raised box within a card (advice, notes).
class Inset : public QFrame {
  Q_OBJECT
 public:
  explicit Inset(QWidget* parent = nullptr);
  QVBoxLayout* body() { return body_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* body_;
};

}   // namespace ui
