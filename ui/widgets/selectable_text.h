#pragma once
// Text that can be selected and copied, as high as its lines; long words are broken. For models' answers.
#include <QTextEdit>

#include "ui/look/tokens.h"

namespace ui {

class SelectableText : public QTextEdit {
  Q_OBJECT
 public:
  SelectableText(const QString& text, Tone tone, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void applyTone();
  void fit();
  Tone tone_;
};

}   // namespace ui
