#pragma once
// Buttons: the single primary action of a page, normal, quiet and dangerous ones, and words that act as links.
#include <QPushButton>
#include <QToolButton>

#include "ui/look/tokens.h"

class QMenu;

namespace ui {

// The primary action. While it is disabled its label says what is missing.
class PrimaryButton : public QPushButton {
  Q_OBJECT
 public:
  explicit PrimaryButton(const QString& label, QWidget* parent = nullptr);
  // Empty: enables the button with its own label. Otherwise disables it and shows the reason as its label.
  void setMissing(const QString& reason);

 private:
  QString label_;
};

class Button : public QPushButton {
  Q_OBJECT
 public:
  enum class Kind { Normal, Quiet, Danger };
  explicit Button(const QString& label, Kind kind = Kind::Normal, QWidget* parent = nullptr);
  // Disables the button, with the reason as tool tip and accessible description; empty enables it.
  void setMissing(const QString& reason);
};

// A word in a card's head ("log", "reset"): muted, brighter under the mouse, reachable by keyboard.
class WordButton : public QAbstractButton {
  Q_OBJECT
 public:
  explicit WordButton(const QString& word, QWidget* parent = nullptr, Tone tone = Tone::Muted);
  QSize sizeHint() const override;
  void setFlush(bool flush);   // without left padding, so that the word aligns with a column of text
  void setWraps();             // for a sentence: wraps into as many lines as needed, and is flush
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Tone tone_;
  bool flush_ = false, wraps_ = false;
};

// A small icon button; `name` is its tool tip and its text for screen readers.
class IconButton : public QToolButton {
  Q_OBJECT
 public:
  IconButton(const QString& icon, const QString& name, QWidget* parent = nullptr);
  // An open menu takes the mouse events, so the button does not notice that the mouse has left. Called with the menu,
  // this updates the button's hover state when the menu closes.
  void calmAfter(QMenu* menu);
};

// A small "i" beside a technical term. Explains it under the mouse; a press keeps the explanation open until the next
// press.
class InfoButton : public IconButton {
  Q_OBJECT
 public:
  InfoButton(const QString& word, const QString& explanation, QWidget* parent = nullptr);
};

}   // namespace ui
