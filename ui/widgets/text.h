#pragma once
// A label in one of the window's text roles and tones; follows the theme. Its text is plain, whatever it looks like.
// With word wrap a word that is longer than the line is broken too: no page scrolls sideways for a path or a base64.
#include <QLabel>

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

namespace ui {

class Text : public QLabel {
  Q_OBJECT
 public:
  explicit Text(const QString& text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Text,
                QWidget* parent = nullptr);
  void setTone(Tone tone);
  // Cut in the middle or at the end to the width there is, with the whole text as tool tip. Off by default.
  // `wanted`: Expanding takes what is left of a row, Preferred no more than the text needs.
  void setElide(Qt::TextElideMode mode, QSizePolicy::Policy wanted = QSizePolicy::Expanding);
  void setFullText(const QString& text);   // with setElide: instead of setText
  QString fullText() const { return full_.isEmpty() ? text() : full_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void apply();
  void elide();
  bool breaksWords() const;
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
