#pragma once
// Buttons: the one primary action of a page, ordinary, quiet and dangerous ones, and words that act like links.
#include <QPushButton>
#include <QToolButton>

#include "ui/look/tokens.h"

class QMenu;

namespace ui {

// The one primary action. While it is disabled its label says what is missing.
class PrimaryButton : public QPushButton {
  Q_OBJECT
 public:
  explicit PrimaryButton(const QString& label, QWidget* parent = nullptr);
  // An empty reason enables it under its own label; any other one disables it and stands in the label's place.
  void setMissing(const QString& reason);

 private:
  QString label_;
};

class Button : public QPushButton {
  Q_OBJECT
 public:
  enum class Kind { Normal, Quiet, Danger };
  explicit Button(const QString& label, Kind kind = Kind::Normal, QWidget* parent = nullptr);
  // Disabled with the reason as tool tip and accessible description; enabled when empty.
  void setMissing(const QString& reason);
};

// A word in a card's head ("log", "reset"): muted, brighter under the mouse, reached by the keyboard.
class WordButton : public QAbstractButton {
  Q_OBJECT
 public:
  explicit WordButton(const QString& word, QWidget* parent = nullptr, Tone tone = Tone::Muted);
  QSize sizeHint() const override;
  void setFlush(bool flush);   // stands in a column of text: its word begins where the others do
  void setWraps();             // a sentence, in as many lines as it needs; stands flush
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

// A small icon; its name is the tool tip and what a screen reader says.
class IconButton : public QToolButton {
  Q_OBJECT
 public:
  IconButton(const QString& icon, const QString& name, QWidget* parent = nullptr);
  // A menu takes the mouse while it is open, and nobody tells the button that it left: called with its menu, the button
  // looks again when that closes.
  void calmAfter(QMenu* menu);
};

// A small "i" beside a word that a newcomer does not know. Under the mouse it says what the word means; pressed, it
// keeps saying so until the next press.
class InfoButton : public IconButton {
  Q_OBJECT
 public:
  InfoButton(const QString& word, const QString& explanation, QWidget* parent = nullptr);
};

}   // namespace ui
