#pragma once
// Buttons: the one primary action of a page, ordinary, quiet and dangerous ones, and words that act like links.
#include <QPushButton>
#include <QToolButton>

#include "ui/look/tokens.h"

namespace ui {

// The one primary action. While it is disabled its label says what is missing.
class PrimaryButton : public QPushButton {
  Q_OBJECT
 public:
  explicit PrimaryButton(const QString& label, QWidget* parent = nullptr);
  // An empty reason enables it under its own label; any other one disables it and stands in the label's place.
  void setMissing(const QString& reason);
  void setLabel(const QString& label);

 private:
  QString label_, missing_;
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
  void setTone(Tone tone);
  void setFlush(bool flush);   // stands in a column of text: its word begins where the others do

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Tone tone_;
  bool flush_ = false;
};

// A small icon; its name is the tool tip and what a screen reader says.
class IconButton : public QToolButton {
  Q_OBJECT
 public:
  IconButton(const QString& icon, const QString& name, QWidget* parent = nullptr);
};

}   // namespace ui
