#pragma once
// A label in one of the window's text roles and tones; follows the theme.
#include <QLabel>

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

namespace ui {

class Text : public QLabel {
  Q_OBJECT
 public:
  explicit Text(const QString& text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Text,
                QWidget* parent = nullptr);
  void setRole(TextRole role);
  void setTone(Tone tone);
  // Cut in the middle or at the end to the width there is, with the whole text as tool tip. Off by default.
  void setElide(Qt::TextElideMode mode);
  void setFullText(const QString& text);   // with setElide: instead of setText
  QString fullText() const { return full_.isEmpty() ? text() : full_; }

  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void apply();
  void elide();
  Tone tone_;
  Qt::TextElideMode elide_ = Qt::ElideNone;
  QString full_;
};

// Capitals over a group: "MEMORY PLAN".
class SectionTitle : public Text {
  Q_OBJECT
 public:
  explicit SectionTitle(const QString& text, QWidget* parent = nullptr)
      : Text(text, TextRole::Caption, Tone::Muted, parent) {}
};

}   // namespace ui
