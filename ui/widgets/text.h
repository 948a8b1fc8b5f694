#pragma once
// A label in one of the window's text roles and tones; follows the theme. Always plain text. With word wrap, words that
// are longer than the line (paths, base64) are broken too, so that no page scrolls sideways.
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
  // Elides the text to the available width, with the full text as tool tip. Off by default.
  // `wanted`: Expanding takes the rest of the row, Preferred no more than the text needs.
  void setElide(Qt::TextElideMode mode, QSizePolicy::Policy wanted = QSizePolicy::Expanding);
  void setFullText(const QString& text);   // use it instead of setText after setElide
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

// A caption in capitals above a group: "MEMORY PLAN".
class SectionTitle : public Text {
  Q_OBJECT
 public:
  explicit SectionTitle(const QString& text, QWidget* parent = nullptr)
      : Text(text, TextRole::Caption, Tone::Muted, parent) {}
};

}   // namespace ui
