#include "ui/widgets/selectable_text.h"

#include <cmath>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"

namespace ui {

SelectableText::SelectableText(const QString& text, Tone tone, QWidget* parent) : QTextEdit(parent), tone_(tone) {
  setReadOnly(true);
  setFrameShape(QFrame::NoFrame);
  setFont(fontOf(TextRole::Body));
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setTabChangesFocus(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  document()->setDocumentMargin(0);
  viewport()->setAutoFillBackground(false);
  setPlainText(text);
  applyTone();
  connect(&Theme::instance(), &Theme::changed, this, &SelectableText::applyTone);
}

void SelectableText::applyTone() {
  QPalette own = palette();
  own.setColor(QPalette::Text, colours().letters(tone_));
  own.setColor(QPalette::Base, Qt::transparent);
  setPalette(own);
}

QSize SelectableText::sizeHint() const { return {320, minimumSizeHint().height()}; }
QSize SelectableText::minimumSizeHint() const { return {96, minimumHeight()}; }

void SelectableText::resizeEvent(QResizeEvent* event) {
  QTextEdit::resizeEvent(event);
  fit();
}

void SelectableText::fit() {
  const int high = static_cast<int>(std::ceil(document()->size().height()));
  if (high != height()) setFixedHeight(high);
}

}   // namespace ui
