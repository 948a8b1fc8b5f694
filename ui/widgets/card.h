#pragma once
// A panel with a head (title, values, controls at the right) and a body. The head's parts are optional.
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
  // A small "i" after the title: what its words mean, for who meets them the first time.
  void explain(const QString& word, const QString& explanation);
  // Muted words after the title ("ARC-easy, base = 100").
  void setNote(const QString& note);
  // A value in the head, strong and in its tone ("1.012"); `name` goes before it in muted letters. Set again to change.
  void setValue(const QString& key, const QString& value, Tone tone, const QString& name = {});
  // A control at the right end of the head (WordButton, SegmentedSwitch, ...). Takes ownership.
  void addControl(QWidget* control);
  QVBoxLayout* body() { return body_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QHBoxLayout* head_ = nullptr;
  QHBoxLayout* values_ = nullptr;
  QHBoxLayout* controls_ = nullptr;
  QVBoxLayout* body_ = nullptr;
  Text* title_ = nullptr;
  Text* note_ = nullptr;
  QWidget* head_widget_ = nullptr;
};

// A raised box inside a card (advice, notes).
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
